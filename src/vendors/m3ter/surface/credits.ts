/** m3ter: credits. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, above, opaque, open, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { LineItemType } from "./shared/LineItemType.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's CreditLineItemResponse, as it comes. */
export interface CreditLineItemResponse extends Made<typeof creditLineItemResponseFields> {}
const creditLineItemResponseFields = lazy(() => ({
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
  amount: optional(Schema.Finite),
  creditReasonId: optional(Schema.String)
}))
export const CreditLineItemResponse = opaque<CreditLineItemResponse>()(creditLineItemResponseFields)

const creditLineItemRequest = lazy(() => ({
  reasonId: optional(Schema.String),
  lineItemType: optional(LineItemType()),
  amountToApplyOnBill: optional(Schema.Finite),
  productId: Schema.String,
  accountingProductId: Schema.String,
  /** Not empty. */ description: text(1),
  /** More than 0. */ amount: above(0, Schema.Finite),
  referencedBillId: Schema.String,
  referencedLineItemId: Schema.String,
  /** A time, sent in UTC. */ servicePeriodStartDate: Moment.Text(),
  /** A time, sent in UTC. */ servicePeriodEndDate: Moment.Text(),
  creditReasonId: optional(Schema.String)
}))

/** Lists credit line items; `.stream` reads all pages: `GET /organizations/{orgId}/bills/{billId}/creditlineitems`. */
export const listCreditLineItems = operation("listCreditLineItems", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{billId}/creditlineitems",
  input: Schema.Struct({
    billId: Id(),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(CreditLineItemResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates a credit line item: `POST /organizations/{orgId}/bills/{billId}/creditlineitems`. Not idempotent: a repeat may create
 * another.
 */
export const createCreditLineItem = operation("createCreditLineItem", () => ({
  method: "POST",
  path: "/organizations/{orgId}/bills/{billId}/creditlineitems",
  input: Schema.Struct({ billId: Id(), ...creditLineItemRequest() }),
  output: withoutNulls(CreditLineItemResponse()),
  idempotent: false
}))

/**
 * Deletes a credit line item: `DELETE /organizations/{orgId}/bills/{billId}/creditlineitems/{id}`. Idempotent: a repeat may be
 * answered with 404.
 */
export const deleteCreditLineItem = operation("deleteCreditLineItem", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/bills/{billId}/creditlineitems/{id}",
  input: Schema.Struct({ billId: Id(), id: Id() }),
  output: withoutNulls(CreditLineItemResponse()),
  idempotent: true
}))

/** Gets a credit line item: `GET /organizations/{orgId}/bills/{billId}/creditlineitems/{id}`. */
export const getCreditLineItem = operation("getCreditLineItem", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{billId}/creditlineitems/{id}",
  input: Schema.Struct({ billId: Id(), id: Id() }),
  output: withoutNulls(CreditLineItemResponse()),
  idempotent: true
}))

/**
 * Updates a credit line item: `PUT /organizations/{orgId}/bills/{billId}/creditlineitems/{id}`. Takes its present `version`:
 * when in doubt, read it again.
 */
export const updateCreditLineItem = operation("updateCreditLineItem", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/bills/{billId}/creditlineitems/{id}",
  input: Schema.Struct({ billId: Id(), id: Id(), version: Schema.Int, ...creditLineItemRequest() }),
  output: withoutNulls(CreditLineItemResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCreditLineItem, "billId", "id")
}))
