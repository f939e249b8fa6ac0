/** m3ter: billJobs. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, items, opaque, optional, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { CurrencyConversionAnswer } from "./shared/CurrencyConversionAnswer.ts"
import { operation } from "../vendor.ts"

/** m3ter's BillJobResponse, as it comes. */
export interface BillJobResponse extends Made<typeof billJobResponseFields> {}
const billJobResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  lastDateInBillingPeriod: optional(Schema.String),
  billingFrequency: optional(words("DAILY", "WEEKLY", "MONTHLY", "ANNUALLY", "AD_HOC")),
  billFrequencyInterval: optional(Schema.Finite),
  billDate: optional(Schema.String),
  externalInvoiceDate: optional(Schema.String),
  dueDate: optional(Schema.String),
  accountIds: optional(Schema.Array(Schema.String)),
  billIds: optional(Schema.Array(Schema.String)),
  targetCurrency: optional(Schema.String),
  currencyConversions: optional(Schema.Array(CurrencyConversionAnswer())),
  timezone: optional(Schema.String),
  yearEpoch: optional(Schema.String),
  monthEpoch: optional(Schema.String),
  weekEpoch: optional(Schema.String),
  dayEpoch: optional(Schema.String),
  status: optional(words("PENDING", "INITIALIZING", "RUNNING", "COMPLETE", "CANCELLED")),
  total: optional(Schema.Finite),
  pending: optional(Schema.Finite),
  type: optional(words("CREATE", "RECALCULATE")),
  ...audit()
}))
export const BillJobResponse = opaque<BillJobResponse>()(billJobResponseFields)

/** Lists bill jobs; `.stream` reads all pages: `GET /organizations/{orgId}/billjobs`. */
export const listBillJobs = operation("listBillJobs", () => ({
  method: "GET",
  path: "/organizations/{orgId}/billjobs",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    active: optional(Schema.String),
    status: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(BillJobResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Recalculates a bill job: `POST /organizations/{orgId}/billjobs/recalculate`. Not idempotent: a repeat starts another job. */
export const recalculateBillJob = operation("recalculateBillJob", () => ({
  method: "POST",
  path: "/organizations/{orgId}/billjobs/recalculate",
  input: Schema.Struct({
    /** 1 to 100 items. */ billIds: items(Schema.String, 1, 100)
  }),
  output: withoutNulls(BillJobResponse()),
  idempotent: false,
  notes: ["Started, not done: look with `getBillJob`, by its `status`."]
}))

/**
 * Cancels a bill job: `POST /organizations/{orgId}/billjobs/{id}/cancel`. Not idempotent: it sets a state; that a repeat is
 * harmless is inferred, not documented.
 */
export const cancelBillJob = operation("cancelBillJob", () => ({
  method: "POST",
  path: "/organizations/{orgId}/billjobs/{id}/cancel",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(BillJobResponse()),
  body: "none",
  idempotent: false
}))
