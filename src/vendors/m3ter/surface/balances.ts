/** m3ter: balances. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  atMost,
  like,
  numeric,
  opaque,
  open,
  optional,
  text,
  type Made,
  whole
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's BalanceResponse, as it comes. */
export interface BalanceResponse extends Made<typeof balanceResponseFields> {}
const balanceResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  code: optional(Schema.String),
  name: optional(Schema.String),
  description: optional(Schema.String),
  accountId: optional(Schema.String),
  amount: optional(Schema.Finite),
  currency: optional(Schema.String),
  startDate: optional(Schema.DateTimeUtcFromString),
  endDate: optional(Schema.DateTimeUtcFromString),
  rolloverAmount: optional(Schema.Finite),
  rolloverEndDate: optional(Schema.DateTimeUtcFromString),
  balanceDrawDownDescription: optional(Schema.String),
  overageSurchargePercent: optional(Schema.Finite),
  overageDescription: optional(Schema.String),
  productIds: optional(Schema.Array(Schema.String)),
  lineItemTypes: optional(Schema.Array(open(BalanceLineItemType()))),
  contractId: optional(Schema.String),
  consumptionsAccountingProductId: optional(Schema.String),
  feesAccountingProductId: optional(Schema.String),
  allowOverdraft: optional(Schema.Boolean),
  ...audit()
}))
export const BalanceResponse = opaque<BalanceResponse>()(balanceResponseFields)

/** m3ter's BalanceLineItemType. */
export const BalanceLineItemType = lazy(() =>
  Schema.Literals([
    "STANDING_CHARGE",
    "USAGE",
    "MINIMUM_SPEND",
    "COUNTER_RUNNING_TOTAL_CHARGE",
    "COUNTER_ADJUSTMENT_DEBIT",
    "AD_HOC"
  ])
)

/** m3ter's EntityType. */
export const EntityType = lazy(() =>
  Schema.Literals(["BILL", "COMMITMENT", "USER", "SERVICE_USER", "SCHEDULER"])
)

/** m3ter's BalanceTransactionResponse, as it comes. */
export interface BalanceTransactionResponse extends Made<typeof balanceTransactionResponseFields> {}
const balanceTransactionResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  description: optional(Schema.String),
  amount: optional(Schema.Finite),
  paid: optional(Schema.Finite),
  currencyPaid: optional(Schema.String),
  entityType: optional(open(EntityType())),
  entityId: optional(Schema.String),
  transactionTypeId: optional(Schema.String),
  appliedDate: optional(Schema.DateTimeUtcFromString),
  transactionDate: optional(Schema.DateTimeUtcFromString),
  ...audit()
}))
export const BalanceTransactionResponse = opaque<BalanceTransactionResponse>()(
  balanceTransactionResponseFields
)

/** m3ter's BalanceTransactionsSummary, as it comes. */
export interface BalanceTransactionsSummary extends Made<typeof balanceTransactionsSummaryFields> {}
const balanceTransactionsSummaryFields = lazy(() => ({
  totalCreditAmount: optional(Schema.Finite),
  totalDebitAmount: optional(Schema.Finite),
  initialCreditAmount: optional(Schema.Finite),
  expiredBalanceAmount: optional(Schema.Finite),
  rolloverConsumed: optional(Schema.Finite),
  balanceConsumed: optional(Schema.Finite)
}))
export const BalanceTransactionsSummary = opaque<BalanceTransactionsSummary>()(
  balanceTransactionsSummaryFields
)

const balanceRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** 1 to 80 characters, of a fixed form. */
  code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
  /** Not empty. */ name: text(1),
  description: optional(Schema.String),
  /** Not empty. */ accountId: text(1),
  /** A time, sent in UTC. */ startDate: Moment.Text(),
  /** A time, sent in UTC. */ endDate: Moment.Text(),
  /** Not empty. */ currency: text(1),
  /** At least 0. */ rolloverAmount: optional(numeric(0)),
  /** A time, sent in UTC. */ rolloverEndDate: optional(Moment.Text()),
  /** At most 200 characters. */ balanceDrawDownDescription: optional(text(0, 200)),
  overageSurchargePercent: optional(Schema.Finite),
  /** At most 200 characters. */ overageDescription: optional(text(0, 200)),
  productIds: optional(Schema.Array(Schema.String)),
  lineItemTypes: optional(Schema.Array(BalanceLineItemType())),
  contractId: optional(Schema.String),
  /** Exactly 36 characters. */ consumptionsAccountingProductId: optional(text(36, 36)),
  /** Exactly 36 characters. */ feesAccountingProductId: optional(text(36, 36)),
  allowOverdraft: optional(Schema.Boolean)
}))

/** Lists balances; `.stream` reads all pages: `GET /organizations/{orgId}/balances`. */
export const listBalances = operation("listBalances", () => ({
  method: "GET",
  path: "/organizations/{orgId}/balances",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    accountId: optional(Schema.String),
    endDateStart: optional(Schema.String),
    endDateEnd: optional(Schema.String),
    contract: optional(Schema.String),
    contractId: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BalanceResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates a balance: `POST /organizations/{orgId}/balances`. Not idempotent: a code is unique, and how a repeat is answered is
 * not documented; list by code first.
 */
export const createBalance = operation("createBalance", () => ({
  method: "POST",
  path: "/organizations/{orgId}/balances",
  input: Schema.Struct({ ...balanceRequest() }),
  output: withoutNulls(BalanceResponse()),
  idempotent: false
}))

/** Lists balance transactions; `.stream` reads all pages: `GET /organizations/{orgId}/balances/{balanceId}/transactions`. */
export const listBalanceTransactions = operation("listBalanceTransactions", () => ({
  method: "GET",
  path: "/organizations/{orgId}/balances/{balanceId}/transactions",
  input: Schema.Struct({
    balanceId: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    /** Or null. */ transactionTypeId: optional(Schema.NullOr(Schema.String)),
    /** Or null. */ entityType: optional(Schema.NullOr(EntityType())),
    /** Or null. */ entityId: optional(Schema.NullOr(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BalanceTransactionResponse()))),
  idempotent: true
})).pipe(listed(200))

/**
 * Creates a balance transaction: `POST /organizations/{orgId}/balances/{balanceId}/transactions`. Not idempotent: a repeat may
 * create another.
 */
export const createBalanceTransaction = operation("createBalanceTransaction", () => ({
  method: "POST",
  path: "/organizations/{orgId}/balances/{balanceId}/transactions",
  input: Schema.Struct({
    balanceId: Id(),
    description: optional(Schema.String),
    amount: Schema.Finite,
    paid: optional(Schema.Finite),
    currencyPaid: optional(Schema.String),
    /** At most 36 characters, of a fixed form. */
    transactionTypeId: optional(like(/^[a-zA-Z0-9-]*$/, text(0, 36))),
    /** A time, sent in UTC. */ appliedDate: optional(Moment.Text()),
    /** A time, sent in UTC. */ transactionDate: optional(Moment.Text())
  }),
  output: withoutNulls(BalanceTransactionResponse()),
  idempotent: false
}))

/** Gets a balance transactions summary: `GET /organizations/{orgId}/balances/{balanceId}/transactions/summary`. */
export const getBalanceTransactionsSummary = operation("getBalanceTransactionsSummary", () => ({
  method: "GET",
  path: "/organizations/{orgId}/balances/{balanceId}/transactions/summary",
  input: Schema.Struct({ balanceId: Id() }),
  output: withoutNulls(BalanceTransactionsSummary()),
  idempotent: true
}))

/** Deletes a balance: `DELETE /organizations/{orgId}/balances/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteBalance = operation("deleteBalance", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/balances/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(BalanceResponse()),
  idempotent: true
}))

/** Gets a balance: `GET /organizations/{orgId}/balances/{id}`. */
export const getBalance = operation("getBalance", () => ({
  method: "GET",
  path: "/organizations/{orgId}/balances/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(BalanceResponse()),
  idempotent: true
}))

/** Updates a balance: `PUT /organizations/{orgId}/balances/{id}`. Takes its present `version`: when in doubt, read it again. */
export const updateBalance = operation("updateBalance", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/balances/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...balanceRequest() }),
  output: withoutNulls(BalanceResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getBalance, "id")
}))
