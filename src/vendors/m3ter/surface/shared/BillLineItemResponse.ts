/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, open, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { audit } from "../../operations/derived.ts"
import { BillLineItemPricingBandUsage } from "./BillLineItemPricingBandUsage.ts"
import { LineItemType } from "./LineItemType.ts"

/** m3ter's BillLineItemResponse, as it comes. */
export interface BillLineItemResponse extends Made<typeof billLineItemResponseFields> {}
const billLineItemResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  lineItemType: optional(open(LineItemType())),
  productId: optional(Schema.String),
  description: optional(Schema.String),
  servicePeriodStartDate: optional(Schema.DateTimeUtcFromString),
  servicePeriodEndDate: optional(Schema.DateTimeUtcFromString),
  referencedBillId: optional(Schema.String),
  referencedLineItemId: optional(Schema.String),
  ...audit(),
  productName: optional(Schema.String),
  productCode: optional(Schema.String),
  accountingProductId: optional(Schema.String),
  accountingProductName: optional(Schema.String),
  accountingProductCode: optional(Schema.String),
  aggregationId: optional(Schema.String),
  compoundAggregationId: optional(Schema.String),
  counterId: optional(Schema.String),
  chargeId: optional(Schema.String),
  segment: optional(Schema.Record(Schema.String, Schema.String)),
  group: optional(Schema.Record(Schema.String, Schema.String)),
  meterId: optional(Schema.String),
  planId: optional(Schema.String),
  planGroupId: optional(Schema.String),
  commitmentId: optional(Schema.String),
  balanceId: optional(Schema.String),
  billId: optional(Schema.String),
  quantity: optional(Schema.Finite),
  units: optional(Schema.Finite),
  unit: optional(Schema.String),
  subtotal: optional(Schema.Finite),
  currency: optional(Schema.String),
  conversionRate: optional(Schema.Finite),
  convertedSubtotal: optional(Schema.Finite),
  creditTypeId: optional(Schema.String),
  pricingId: optional(Schema.String),
  bandUsage: optional(Schema.Array(BillLineItemPricingBandUsage())),
  reasonId: optional(Schema.String),
  contractId: optional(Schema.String),
  jsonUsageGenerated: optional(Schema.Boolean),
  averageUnitPrice: optional(Schema.Finite),
  sequenceNumber: optional(Schema.Finite),
  additional: optional(Schema.Record(Schema.String, Schema.Unknown))
}))
export const BillLineItemResponse = opaque<BillLineItemResponse>()(billLineItemResponseFields)
