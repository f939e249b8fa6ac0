/** m3ter: debits. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, above, opaque, open, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { LineItemType } from "./shared/LineItemType.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's DebitLineItemResponse, as it comes. */
export interface DebitLineItemResponse extends Made<typeof debitLineItemResponseFields> {}
const debitLineItemResponseFields = lazy(() => ({
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
  debitReasonId: optional(Schema.String)
}))
export const DebitLineItemResponse = opaque<DebitLineItemResponse>()(debitLineItemResponseFields)

const debitLineItemRequest = lazy(() => ({
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
  debitReasonId: optional(Schema.String)
}))

/** Lists debit line items; `.stream` reads all pages: `GET /organizations/{orgId}/bills/{billId}/debitlineitems`. */
export const listDebitLineItems = operation("listDebitLineItems", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{billId}/debitlineitems",
  input: Schema.Struct({
    billId: Id(),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(DebitLineItemResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a debit line item: `POST /organizations/{orgId}/bills/{billId}/debitlineitems`. Not idempotent: a repeat may create another. */
export const createDebitLineItem = operation("createDebitLineItem", () => ({
  method: "POST",
  path: "/organizations/{orgId}/bills/{billId}/debitlineitems",
  input: Schema.Struct({ billId: Id(), ...debitLineItemRequest() }),
  output: withoutNulls(DebitLineItemResponse()),
  idempotent: false
}))

/**
 * Deletes a debit line item: `DELETE /organizations/{orgId}/bills/{billId}/debitlineitems/{id}`. Idempotent: a repeat may be
 * answered with 404.
 */
export const deleteDebitLineItem = operation("deleteDebitLineItem", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/bills/{billId}/debitlineitems/{id}",
  input: Schema.Struct({ billId: Id(), id: Id() }),
  output: withoutNulls(DebitLineItemResponse()),
  idempotent: true
}))

/** Gets a debit line item: `GET /organizations/{orgId}/bills/{billId}/debitlineitems/{id}`. */
export const getDebitLineItem = operation("getDebitLineItem", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{billId}/debitlineitems/{id}",
  input: Schema.Struct({ billId: Id(), id: Id() }),
  output: withoutNulls(DebitLineItemResponse()),
  idempotent: true
}))

/**
 * Updates a debit line item: `PUT /organizations/{orgId}/bills/{billId}/debitlineitems/{id}`. Takes its present `version`: when
 * in doubt, read it again.
 */
export const updateDebitLineItem = operation("updateDebitLineItem", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/bills/{billId}/debitlineitems/{id}",
  input: Schema.Struct({ billId: Id(), id: Id(), version: Schema.Int, ...debitLineItemRequest() }),
  output: withoutNulls(DebitLineItemResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getDebitLineItem, "billId", "id")
}))
