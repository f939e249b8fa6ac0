/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's ResourceGroupResponse, as it comes. */
export interface ResourceGroupResponse extends Made<typeof resourceGroupResponseFields> {}
const resourceGroupResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  dtCreated: optional(Schema.DateTimeUtcFromString),
  dtLastModified: optional(Schema.DateTimeUtcFromString),
  createdBy: optional(Schema.String),
  lastModifiedBy: optional(Schema.String)
}))
export const ResourceGroupResponse = opaque<ResourceGroupResponse>()(resourceGroupResponseFields)
