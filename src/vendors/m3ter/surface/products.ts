/** m3ter: products. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit } from "../operations/derived.ts"
import { operation } from "../vendor.ts"

/** m3ter's ProductResponse, as it comes. */
export interface ProductResponse extends Made<typeof productResponseFields> {}
const productResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  name: optional(Schema.String),
  code: optional(Schema.String),
  ...audit()
}))
export const ProductResponse = opaque<ProductResponse>()(productResponseFields)

/** Deletes a product: `DELETE /organizations/{orgId}/products/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteProduct = operation("deleteProduct", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/products/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36)
  }),
  output: withoutNulls(ProductResponse()),
  idempotent: true
}))
