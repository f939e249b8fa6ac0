/** m3ter: lookupTableRevisions. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  atMost,
  items,
  like,
  opaque,
  optional,
  text,
  type Made,
  whole
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { LookupTableRevisionResponse } from "./shared/LookupTableRevisionResponse.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's LookupTableRevisionField. */
export interface LookupTableRevisionField extends Made<typeof lookupTableRevisionFieldFields> {}
const lookupTableRevisionFieldFields = lazy(() => ({
  /** At most 256 characters, of a fixed form. */
  name: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 256))),
  type: Schema.Literals(["STRING", "NUMBER"])
}))
export const LookupTableRevisionField = opaque<LookupTableRevisionField>()(lookupTableRevisionFieldFields)

const lookupTableRevisionRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** A time, sent in UTC. */ startDate: optional(Moment.Text()),
  /** 2 to 10 items. */ fields: items(LookupTableRevisionField(), 2, 10),
  /** 1 to 5 items. */ keys: items(Schema.String, 1, 5)
}))

/** Lists lookup table revision; `.stream` reads all pages: `GET /organizations/{orgId}/lookuptables/{lookupTableId}/revisions`. */
export const listLookupTableRevision = operation("listLookupTableRevision", () => ({
  method: "GET",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions",
  input: Schema.Struct({
    lookupTableId: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(LookupTableRevisionResponse()))),
  idempotent: true
})).pipe(listed(200))

/**
 * Creates a lookup table revision: `POST /organizations/{orgId}/lookuptables/{lookupTableId}/revisions`. Not idempotent: a
 * repeat may create another.
 */
export const createLookupTableRevision = operation("createLookupTableRevision", () => ({
  method: "POST",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions",
  input: Schema.Struct({ lookupTableId: Id(), ...lookupTableRevisionRequest() }),
  output: withoutNulls(LookupTableRevisionResponse()),
  idempotent: false
}))

/**
 * Deletes a lookup table revision: `DELETE /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{id}`. Idempotent: a
 * repeat may be answered with 404.
 */
export const deleteLookupTableRevision = operation("deleteLookupTableRevision", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{id}",
  input: Schema.Struct({ id: Id(), lookupTableId: Id() }),
  output: withoutNulls(LookupTableRevisionResponse()),
  idempotent: true
}))

/** Gets a lookup table revision: `GET /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{id}`. */
export const getLookupTableRevision = operation("getLookupTableRevision", () => ({
  method: "GET",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{id}",
  input: Schema.Struct({ id: Id(), lookupTableId: Id() }),
  output: withoutNulls(LookupTableRevisionResponse()),
  idempotent: true
}))

/**
 * Updates a lookup table revision: `PUT /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{id}`. Takes its present
 * `version`: when in doubt, read it again.
 */
export const updateLookupTableRevision = operation("updateLookupTableRevision", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{id}",
  input: Schema.Struct({
    id: Id(),
    lookupTableId: Id(),
    version: Schema.Int,
    ...lookupTableRevisionRequest()
  }),
  output: withoutNulls(LookupTableRevisionResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getLookupTableRevision, "id", "lookupTableId")
}))

/**
 * Updates a lookup table revision status: `PUT /organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{id}/status`. Takes
 * its present `version`: when in doubt, read it again.
 */
export const updateLookupTableRevisionStatus = operation("updateLookupTableRevisionStatus", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/lookuptables/{lookupTableId}/revisions/{id}/status",
  input: Schema.Struct({
    id: Id(),
    lookupTableId: Id(),
    status: optional(Schema.Literals(["DRAFT", "PUBLISHED", "ARCHIVED"])),
    version: Schema.Int
  }),
  output: withoutNulls(LookupTableRevisionResponse()),
  idempotent: false,
  version: "version"
}))
