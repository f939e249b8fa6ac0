/** m3ter: lookupTables. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, atMost, like, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { LookupTableRevisionResponse } from "./shared/LookupTableRevisionResponse.ts"
import { operation } from "../vendor.ts"

/** m3ter's LookupTableResponse, as it comes. */
export interface LookupTableResponse extends Made<typeof lookupTableResponseFields> {}
const lookupTableResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  name: optional(Schema.String),
  code: optional(Schema.String),
  ...audit(),
  activeRevision: optional(LookupTableRevisionResponse())
}))
export const LookupTableResponse = opaque<LookupTableResponse>()(lookupTableResponseFields)

const lookupTableRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** 1 to 80 characters, of a fixed form. */
  code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80))
}))

/** Lists lookup table; `.stream` reads all pages: `GET /organizations/{orgId}/lookuptables`. */
export const listLookupTable = operation("listLookupTable", () => ({
  method: "GET",
  path: "/organizations/{orgId}/lookuptables",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    codes: optional(Schema.Array(Schema.String)),
    additional: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(LookupTableResponse()))),
  idempotent: true
})).pipe(listed(200))

/**
 * Creates a lookup table: `POST /organizations/{orgId}/lookuptables`. Not idempotent: a code is unique, and how a repeat is
 * answered is not documented; list by code first.
 */
export const createLookupTable = operation("createLookupTable", () => ({
  method: "POST",
  path: "/organizations/{orgId}/lookuptables",
  input: Schema.Struct({ ...lookupTableRequest() }),
  output: withoutNulls(LookupTableResponse()),
  idempotent: false,
  settles: byCode(listLookupTable, "code")
}))

/** Deletes a lookup table: `DELETE /organizations/{orgId}/lookuptables/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteLookupTable = operation("deleteLookupTable", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/lookuptables/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(LookupTableResponse()),
  idempotent: true
}))

/** Gets a lookup table: `GET /organizations/{orgId}/lookuptables/{id}`. */
export const getLookupTable = operation("getLookupTable", () => ({
  method: "GET",
  path: "/organizations/{orgId}/lookuptables/{id}",
  input: Schema.Struct({ id: Id(), additional: optional(Schema.Array(Schema.String)) }),
  output: withoutNulls(LookupTableResponse()),
  idempotent: true
}))

/** Updates a lookup table: `PUT /organizations/{orgId}/lookuptables/{id}`. Takes its present `version`: when in doubt, read it again. */
export const updateLookupTable = operation("updateLookupTable", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/lookuptables/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...lookupTableRequest() }),
  output: withoutNulls(LookupTableResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getLookupTable, "id")
}))
