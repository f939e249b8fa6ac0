/** m3ter: meters. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, open, optional, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit } from "../operations/derived.ts"
import { operation } from "../vendor.ts"

/** m3ter's MeterResponse, as it comes. */
export interface MeterResponse extends Made<typeof meterResponseFields> {}
const meterResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  productId: optional(Schema.String),
  groupId: optional(Schema.String),
  name: optional(Schema.String),
  code: optional(Schema.String),
  dataFields: optional(
    objects({
      category: optional(open(DataFieldCategoryValue())),
      code: optional(Schema.String),
      name: optional(Schema.String),
      unit: optional(Schema.String)
    })
  ),
  derivedFields: optional(Schema.Array(DerivedField())),
  ...audit()
}))
export const MeterResponse = opaque<MeterResponse>()(meterResponseFields)

/** m3ter's DataFieldCategory. */
export const DataFieldCategoryValue = lazy(() =>
  Schema.Literals(["WHO", "WHERE", "WHAT", "OTHER", "METADATA", "MEASURE", "INCOME", "COST"])
)

/** m3ter's DerivedField, as it comes. */
export interface DerivedField extends Made<typeof derivedFieldFields> {}
const derivedFieldFields = lazy(() => ({
  category: optional(open(DataFieldCategoryValue())),
  code: optional(Schema.String),
  name: optional(Schema.String),
  unit: optional(Schema.String),
  calculation: optional(Schema.String)
}))
export const DerivedField = opaque<DerivedField>()(derivedFieldFields)

/** Deletes a meter: `DELETE /organizations/{orgId}/meters/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteMeter = operation("deleteMeter", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/meters/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(MeterResponse()),
  idempotent: true
}))
