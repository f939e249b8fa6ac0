/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { audit } from "../../operations/derived.ts"

/** m3ter's ResourceGroupResponse, as it comes. */
export interface ResourceGroupResponse extends Made<typeof resourceGroupResponseFields> {}
const resourceGroupResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  ...audit()
}))
export const ResourceGroupResponse = opaque<ResourceGroupResponse>()(resourceGroupResponseFields)
