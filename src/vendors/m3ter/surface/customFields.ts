/** m3ter: customFields. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { atMost, opaque, optional, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion } from "../operations/derived.ts"
import { operation } from "../vendor.ts"

/** m3ter's CustomFieldResponse, as it comes. */
export interface CustomFieldResponse extends Made<typeof customFieldResponseFields> {}
const customFieldResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  organization: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  account: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  accountPlan: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  meter: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  product: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  planTemplate: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  plan: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  aggregation: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  compoundAggregation: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  contract: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  ...audit()
}))
export const CustomFieldResponse = opaque<CustomFieldResponse>()(customFieldResponseFields)

/** Gets a custom field: `GET /organizations/{orgId}/customfields`. */
export const getCustomField = operation("getCustomField", () => ({
  method: "GET",
  path: "/organizations/{orgId}/customfields",
  input: Schema.Struct({}),
  output: withoutNulls(CustomFieldResponse()),
  idempotent: true
}))

/** Updates custom fields: `PUT /organizations/{orgId}/customfields`. Takes its present `version`: when in doubt, read it again. */
export const updateCustomFields = operation("updateCustomFields", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/customfields",
  input: Schema.Struct({
    version: Schema.Int,
    /** At most 25 fields. */
    organization: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */ account: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */
    accountPlan: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */ meter: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */ product: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */
    planTemplate: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */ plan: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */
    aggregation: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */
    compoundAggregation: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite]))),
    /** At most 25 fields. */ contract: optional(atMost(25, Schema.Union([Schema.String, Schema.Finite])))
  }),
  output: withoutNulls(CustomFieldResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCustomField)
}))
