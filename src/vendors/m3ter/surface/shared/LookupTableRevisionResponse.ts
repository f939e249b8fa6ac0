/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, opaque, optional, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { audit } from "../../operations/derived.ts"

/** m3ter's LookupTableRevisionResponse, as it comes. */
export interface LookupTableRevisionResponse extends Made<typeof lookupTableRevisionResponseFields> {}
const lookupTableRevisionResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  name: optional(Schema.String),
  status: optional(words("DRAFT", "PUBLISHED", "ARCHIVED")),
  startDate: optional(Schema.DateTimeUtcFromString),
  fields: optional(objects({ name: optional(Schema.String), type: optional(words("STRING", "NUMBER")) })),
  keys: optional(Schema.Array(Schema.String)),
  ...audit(),
  itemCount: optional(Schema.Finite)
}))
export const LookupTableRevisionResponse = opaque<LookupTableRevisionResponse>()(
  lookupTableRevisionResponseFields
)
