/** Xtremepush: lists. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { items } from "../../../contract/described.ts"
import { BlankId } from "../failures.ts"
import { Attributes } from "../operations/attributes.ts"
import { Accepted, rows } from "../operations/envelope.ts"
import { Id } from "../operations/fields.ts"
import { Lookup, Query, paged } from "../operations/listing.ts"
import { operation } from "../vendor.ts"

/** Deletes a list: `POST /api/external/delete/list`. Idempotent: a repeat may be answered with 404. Needs the permission `Delete`. */
export const deleteList = operation("deleteList", () => ({
  method: "POST",
  path: "/api/external/delete/list",
  input: Schema.Struct({ id: Id() }),
  output: Accepted(),
  idempotent: true,
  fails: [BlankId],
  quota: "list",
  permission: "Delete",
  see: "https://docs.xtremepush.com/reference/list-import"
}))

/**
 * Imports a list: `POST /api/external/import/list`. Not idempotent: whether a repeat adds the items again is not documented.
 * Needs the permission `Import`.
 */
export const importList = operation("importList", () => ({
  method: "POST",
  path: "/api/external/import/list",
  input: Schema.Struct({
    id: Id(),
    /** 1 to 10000 items. */ items: items(Schema.String, 1, 10000)
  }),
  output: Accepted(),
  idempotent: false,
  fails: [BlankId],
  quota: "list",
  permission: "Import",
  see: "https://docs.xtremepush.com/reference/list-import"
}))

/** Reads a list: `POST /api/external/info/list`. Needs the permission `Info`. */
export const infoList = operation("infoList", () => ({
  method: "POST",
  path: "/api/external/info/list",
  input: Lookup(),
  output: Attributes(),
  from: "model",
  idempotent: true,
  reads: true,
  fails: [BlankId],
  quota: "list",
  permission: "Info",
  see: "https://docs.xtremepush.com/reference/list-import"
}))

const listListsPage = operation("listLists", () => ({
  method: "POST",
  path: "/api/external/list/list",
  input: Query(),
  output: rows(Attributes()),
  idempotent: true,
  reads: true,
  quota: "list",
  permission: "List",
  see: "https://docs.xtremepush.com/reference/list-import"
}))

/** Lists lists; `.stream` reads all pages: `POST /api/external/list/list`. Needs the permission `List`. */
export const listLists = paged(listListsPage)
