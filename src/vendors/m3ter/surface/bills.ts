/** m3ter: bills. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Day,
  Id,
  items,
  opaque,
  open,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { Secret } from "../../../contract/secretText.ts"
import { audit, listed, searched } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { BillLineItemPricingBandUsage } from "./shared/BillLineItemPricingBandUsage.ts"
import { BillLineItemResponse } from "./shared/BillLineItemResponse.ts"
import { BillingFrequency } from "./shared/BillingFrequency.ts"
import { CurrencyConversion } from "./shared/CurrencyConversion.ts"
import { CurrencyConversionAnswer } from "./shared/CurrencyConversionAnswer.ts"
import { LineItemType } from "./shared/LineItemType.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's BillResponse, as it comes. */
export interface BillResponse extends Made<typeof billResponseFields> {}
const billResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  accountId: optional(Schema.String),
  accountCode: optional(Schema.String),
  startDate: optional(Schema.String),
  endDate: optional(Schema.String),
  startDateTimeUTC: optional(Schema.DateTimeUtcFromString),
  endDateTimeUTC: optional(Schema.DateTimeUtcFromString),
  billDate: optional(Schema.String),
  dueDate: optional(Schema.String),
  billingFrequency: optional(open(BillingFrequency())),
  billFrequencyInterval: optional(Schema.Finite),
  timezone: optional(Schema.String),
  currency: optional(Schema.String),
  locked: optional(Schema.Boolean),
  createdDate: optional(Schema.DateTimeUtcFromString),
  status: optional(words("PENDING", "APPROVED")),
  billJobId: optional(Schema.String),
  currencyConversions: optional(Schema.Array(CurrencyConversionAnswer())),
  lastCalculatedDate: optional(Schema.DateTimeUtcFromString),
  lineItems: optional(Schema.Array(BillLineItem())),
  purchaseOrderNumber: optional(Schema.String),
  externalInvoiceReference: optional(Schema.String),
  externalInvoiceDate: optional(Schema.String),
  jsonStatementGenerated: optional(Schema.Boolean),
  csvStatementGenerated: optional(Schema.Boolean),
  statementStale: optional(Schema.Boolean),
  billTotal: optional(Schema.Finite),
  sequentialInvoiceNumber: optional(Schema.String),
  ...audit(),
  dtApproved: optional(Schema.DateTimeUtcFromString),
  approvedBy: optional(Schema.String),
  dtLocked: optional(Schema.DateTimeUtcFromString),
  lockedBy: optional(Schema.String)
}))
export const BillResponse = opaque<BillResponse>()(billResponseFields)

/** m3ter's BillLineItem, as it comes. */
export interface BillLineItem extends Made<typeof billLineItemFields> {}
const billLineItemFields = lazy(() => ({
  id: optional(Schema.String),
  productId: optional(Schema.String),
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
  description: optional(Schema.String),
  quantity: optional(Schema.Finite),
  units: optional(Schema.Finite),
  unit: optional(Schema.String),
  subtotal: optional(Schema.Finite),
  currency: optional(Schema.String),
  conversionRate: optional(Schema.Finite),
  convertedSubtotal: optional(Schema.Finite),
  creditTypeId: optional(Schema.String),
  lineItemType: optional(open(LineItemType())),
  pricingId: optional(Schema.String),
  childAccountId: optional(Schema.String),
  childAccountCode: optional(Schema.String),
  usagePerPricingBand: optional(Schema.Array(BillLineItemPricingBandUsage())),
  servicePeriodStartDate: optional(Schema.DateTimeUtcFromString),
  servicePeriodEndDate: optional(Schema.DateTimeUtcFromString),
  referencedBillId: optional(Schema.String),
  referencedLineItemId: optional(Schema.String),
  reasonId: optional(Schema.String),
  contractId: optional(Schema.String),
  averageUnitPrice: optional(Schema.Finite),
  sequenceNumber: optional(Schema.Finite),
  additional: optional(Schema.Record(Schema.String, Schema.Unknown))
}))
export const BillLineItem = opaque<BillLineItem>()(billLineItemFields)

/** m3ter's BillApprovalResponse, as it comes. */
export interface BillApprovalResponse extends Made<typeof billApprovalResponseFields> {}
const billApprovalResponseFields = lazy(() => ({ message: optional(Schema.String) }))
export const BillApprovalResponse = opaque<BillApprovalResponse>()(billApprovalResponseFields)

/** m3ter's ObjectUrlResponse, as it comes. */
export interface ObjectUrlResponse extends Made<typeof objectUrlResponseFields> {}
const objectUrlResponseFields = lazy(() => ({ downloadUrl: optional(Secret()) }))
export const ObjectUrlResponse = opaque<ObjectUrlResponse>()(objectUrlResponseFields)

/** Lists bills; `.stream` reads all pages: `GET /organizations/{orgId}/bills`. */
export const listBills = operation("listBills", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    accountId: optional(Schema.String),
    locked: optional(Schema.Boolean),
    excludeLineItems: optional(Schema.Boolean),
    includeBillTotal: optional(Schema.Boolean),
    status: optional(Schema.Literals(["PENDING", "APPROVED"])),
    billDate: optional(Schema.String),
    billDateStart: optional(Schema.String),
    billDateEnd: optional(Schema.String),
    externalInvoiceDateStart: optional(Schema.String),
    externalInvoiceDateEnd: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    billJobId: optional(Schema.String),
    additional: optional(Schema.Array(Schema.String)),
    /** Or null. */ billingFrequency: optional(Schema.NullOr(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BillResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Gets all bills for an account; `.stream` reads all pages: `GET /organizations/{orgId}/bills/accountid/{accountId}`. */
export const getAllBillsForAccount = operation("getAllBillsForAccount", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/accountid/{accountId}",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    accountId: Id(),
    additional: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BillResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Approves bills: `POST /organizations/{orgId}/bills/approve`. Not idempotent: it sets a state; that a repeat is harmless is
 * inferred, not documented.
 */
export const approveBills = operation("approveBills", () => ({
  method: "POST",
  path: "/organizations/{orgId}/bills/approve",
  input: Schema.Struct({
    externalInvoiceDateStart: optional(Schema.String),
    externalInvoiceDateEnd: optional(Schema.String),
    accountIds: optional(Schema.String),
    /** Not empty. */ billIds: items(Schema.String, 1)
  }),
  output: withoutNulls(BillApprovalResponse()),
  query: ["externalInvoiceDateStart", "externalInvoiceDateEnd", "accountIds"],
  idempotent: false
}))

/**
 * Gets all bills in a billing period; `.stream` reads all pages: `GET
 * /organizations/{orgId}/bills/billingperiod/{lastDateInBillingPeriod}/{billingFrequency}`.
 */
export const getAllBillsInBillingPeriod = operation("getAllBillsInBillingPeriod", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/billingperiod/{lastDateInBillingPeriod}/{billingFrequency}",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    lastDateInBillingPeriod: Id(),
    billingFrequency: Id(),
    additional: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BillResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Approves all bills in a billing period: `POST
 * /organizations/{orgId}/bills/billingperiod/{lastDateInBillingPeriod}/{billingFrequency}/approve`. Not idempotent: it sets a
 * state; that a repeat is harmless is inferred, not documented.
 */
export const approveAllBillsInBillingPeriod = operation("approveAllBillsInBillingPeriod", () => ({
  method: "POST",
  path: "/organizations/{orgId}/bills/billingperiod/{lastDateInBillingPeriod}/{billingFrequency}/approve",
  input: Schema.Struct({ lastDateInBillingPeriod: Id(), billingFrequency: Id() }),
  output: withoutNulls(BillApprovalResponse()),
  body: "none",
  idempotent: false
}))

/**
 * Downloads a bills CSV URL: `POST /organizations/{orgId}/bills/download/csv/url`. Takes at most 31 days or 5,000 bills; with
 * which status more is refused is not documented. The URL is read with GET and without credentials.
 */
export const downloadBillsCsvUrl = operation("downloadBillsCsvUrl", () => ({
  method: "POST",
  path: "/organizations/{orgId}/bills/download/csv/url",
  input: Schema.Struct({
    /** A time, sent in UTC. */ startDate: optional(Moment.Text()),
    /** A time, sent in UTC. */ endDate: optional(Moment.Text()),
    /** A time, sent in UTC. */ externalInvoiceDateStart: optional(Moment.Text()),
    /** A time, sent in UTC. */ externalInvoiceDateEnd: optional(Moment.Text()),
    externalSystem: optional(Schema.Literals(["STANDARD", "XERO"]))
  }),
  output: withoutNulls(ObjectUrlResponse()),
  idempotent: true,
  reads: true,
  secrets: ["downloadUrl"]
}))

/** Gets the latest bill: `GET /organizations/{orgId}/bills/latest/{accountId}`. */
export const getLatestBill = operation("getLatestBill", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/latest/{accountId}",
  input: Schema.Struct({ accountId: Id(), additional: optional(Schema.Array(Schema.String)) }),
  output: withoutNulls(BillResponse()),
  idempotent: true
}))

/**
 * Previews a bill: `POST /organizations/{orgId}/bills/preview`. Takes exactly one account id, with `billingFrequency` and
 * `billFrequencyInterval`.
 */
export const previewBill = operation("previewBill", () => ({
  method: "POST",
  path: "/organizations/{orgId}/bills/preview",
  input: Schema.Struct({
    /** Or null. */ debug: optional(Schema.NullOr(Schema.Boolean)),
    /** A day, as 2026-01-31. */ lastDateInBillingPeriod: optional(Day()),
    billingFrequency: optional(Schema.Literals(["DAILY", "WEEKLY", "MONTHLY", "ANNUALLY", "AD_HOC"])),
    billFrequencyInterval: optional(Schema.Int),
    /** A day, as 2026-01-31. */ billDate: optional(Day()),
    /** A day, as 2026-01-31. */ externalInvoiceDate: optional(Day()),
    /** A day, as 2026-01-31. */ dueDate: optional(Day()),
    /** 1 to 100 items. */ accountIds: optional(items(Schema.String, 1, 100)),
    /** Exactly 3 characters. */ targetCurrency: optional(text(3, 3)),
    /** At most 250 items. */ currencyConversions: optional(items(CurrencyConversion(), 0, 250)),
    timezone: optional(Schema.String),
    /** A day, as 2026-01-31. */ yearEpoch: optional(Day()),
    /** A day, as 2026-01-31. */ monthEpoch: optional(Day()),
    /** A day, as 2026-01-31. */ weekEpoch: optional(Day()),
    /** A day, as 2026-01-31. */ dayEpoch: optional(Day())
  }),
  output: withoutNulls(BillResponse()),
  query: ["debug"],
  idempotent: true,
  reads: true
}))

/** Searches bills; `.stream` reads all pages: `GET /organizations/{orgId}/bills/search`. */
export const searchBills = operation("searchBills", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/search",
  input: Schema.Struct({
    searchQuery: optional(Schema.String),
    fromDocument: optional(Schema.Int),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    operator: optional(Schema.Literals(["AND", "OR"])),
    sortBy: optional(Schema.String),
    sortOrder: optional(Schema.Literals(["ASC", "DESC"]))
  }),
  output: withoutNulls(Schema.Struct(page(BillResponse()))),
  idempotent: true
})).pipe(searched(10))

/** Lists bill line items; `.stream` reads all pages: `GET /organizations/{orgId}/bills/{billId}/lineitems`. */
export const listBillLineItems = operation("listBillLineItems", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{billId}/lineitems",
  input: Schema.Struct({
    billId: Id(),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    additional: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BillLineItemResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Gets a bill line item: `GET /organizations/{orgId}/bills/{billId}/lineitems/{id}`. */
export const getBillLineItem = operation("getBillLineItem", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{billId}/lineitems/{id}",
  input: Schema.Struct({ billId: Id(), id: Id(), additional: optional(Schema.Array(Schema.String)) }),
  output: withoutNulls(BillLineItemResponse()),
  idempotent: true
}))

/**
 * Gets bill line item JSON usage: `GET /organizations/{orgId}/bills/{billId}/lineitems/{id}/usage/json`. The URL is read with
 * GET and without credentials. @deprecated m3ter marks it as deprecated.
 */
export const getBillLineItemJsonUsage = operation("getBillLineItemJsonUsage", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{billId}/lineitems/{id}/usage/json",
  input: Schema.Struct({ billId: Id(), id: Id() }),
  output: withoutNulls(ObjectUrlResponse()),
  idempotent: true,
  deprecated: "m3ter marks it as deprecated",
  secrets: ["downloadUrl"]
}))

/** Deletes a bill: `DELETE /organizations/{orgId}/bills/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteBill = operation("deleteBill", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/bills/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(BillResponse()),
  idempotent: true
}))

/** Gets a bill: `GET /organizations/{orgId}/bills/{id}`. */
export const getBill = operation("getBill", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{id}",
  input: Schema.Struct({ id: Id(), additional: optional(Schema.Array(Schema.String)) }),
  output: withoutNulls(BillResponse()),
  idempotent: true
}))

/**
 * Locks a bill: `PUT /organizations/{orgId}/bills/{id}/lock`. Idempotent: it sets a state, whatever it was. Refused while it is
 * `PENDING`; it cannot be undone.
 */
export const lockBill = operation("lockBill", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/bills/{id}/lock",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(BillResponse()),
  body: "none",
  idempotent: true
}))

/** Gets a bill CSV statement: `GET /organizations/{orgId}/bills/{id}/statement/csv`. The URL is read with GET and without credentials. */
export const getBillCsvStatement = operation("getBillCsvStatement", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{id}/statement/csv",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ObjectUrlResponse()),
  idempotent: true,
  secrets: ["downloadUrl"]
}))

/**
 * Creates a bill CSV statement: `POST /organizations/{orgId}/bills/{id}/statement/csv`. Not idempotent: a repeat starts another
 * job. The URL is read with GET and without credentials.
 */
export const createBillCsvStatement = operation("createBillCsvStatement", () => ({
  method: "POST",
  path: "/organizations/{orgId}/bills/{id}/statement/csv",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ObjectUrlResponse()),
  body: "none",
  idempotent: false,
  secrets: ["downloadUrl"]
}))

/**
 * Gets a bill JSON statement: `GET /organizations/{orgId}/bills/{id}/statement/json`. The URL is read with GET and without
 * credentials.
 */
export const getBillJsonStatement = operation("getBillJsonStatement", () => ({
  method: "GET",
  path: "/organizations/{orgId}/bills/{id}/statement/json",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ObjectUrlResponse()),
  idempotent: true,
  secrets: ["downloadUrl"]
}))

/** Updates a bill status: `PUT /organizations/{orgId}/bills/{id}/status`. Idempotent: it sets a state, whatever it was. */
export const updateBillStatus = operation("updateBillStatus", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/bills/{id}/status",
  input: Schema.Struct({ id: Id(), status: Schema.Literals(["PENDING", "APPROVED"]) }),
  output: withoutNulls(BillResponse()),
  idempotent: true
}))
