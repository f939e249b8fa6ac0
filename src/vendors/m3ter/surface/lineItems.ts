/** m3ter: lineItems. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional, whole } from "../../../contract/described.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { BillLineItemResponse } from "./shared/BillLineItemResponse.ts"
import { LineItemType } from "./shared/LineItemType.ts"
import { operation } from "../vendor.ts"

/** Lists line items; `.stream` reads all pages: `GET /organizations/{orgId}/lineitems`. */
export const listLineItems = operation("listLineItems", () => ({
  method: "GET",
  path: "/organizations/{orgId}/lineitems",
  input: Schema.Struct({
    commitmentId: optional(Schema.String),
    lineItemType: optional(LineItemType()),
    billId: optional(Schema.String),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    additional: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BillLineItemResponse()))),
  idempotent: true
})).pipe(listed(100))
