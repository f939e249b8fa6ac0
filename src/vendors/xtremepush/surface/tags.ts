/** Xtremepush: tags. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import { Attributes } from "../operations/attributes.ts"
import { rows } from "../operations/envelope.ts"
import { Query, paged } from "../operations/listing.ts"
import { operation } from "../vendor.ts"

const listTagsPage = operation("listTags", () => ({
  method: "POST",
  path: "/api/external/list/tag",
  input: Query(),
  output: rows(Attributes()),
  idempotent: true,
  reads: true,
  quota: "tag",
  permission: "List",
  see: "https://docs.xtremepush.com/docs/external-api-overview"
}))

/** Lists tags; `.stream` reads all pages: `POST /api/external/list/tag`. Needs the permission `List`. */
export const listTags = paged(listTagsPage)
