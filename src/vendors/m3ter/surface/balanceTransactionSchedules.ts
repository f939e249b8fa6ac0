/** m3ter: balanceTransactionSchedules. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  atMost,
  like,
  numeric,
  opaque,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's BalanceTransactionScheduleResponse, as it comes. */
export interface BalanceTransactionScheduleResponse extends Made<
  typeof balanceTransactionScheduleResponseFields
> {}
const balanceTransactionScheduleResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  balanceId: optional(Schema.String),
  name: optional(Schema.String),
  code: optional(Schema.String),
  amount: optional(Schema.Finite),
  transactionDescription: optional(Schema.String),
  paid: optional(Schema.Finite),
  currencyPaid: optional(Schema.String),
  transactionTypeId: optional(Schema.String),
  startDate: optional(Schema.DateTimeUtcFromString),
  endDate: optional(Schema.DateTimeUtcFromString),
  frequency: optional(words("DAILY", "WEEKLY", "MONTHLY", "ANNUALLY")),
  frequencyInterval: optional(Schema.Finite),
  ...audit(),
  nextRun: optional(Schema.DateTimeUtcFromString),
  previousRun: optional(Schema.DateTimeUtcFromString)
}))
export const BalanceTransactionScheduleResponse = opaque<BalanceTransactionScheduleResponse>()(
  balanceTransactionScheduleResponseFields
)

const balanceTransactionScheduleRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** 1 to 80 characters, of a fixed form. */
  code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
  /** At least 0. */ amount: numeric(0),
  /** Not empty. */ transactionDescription: text(1),
  paid: optional(Schema.Finite),
  currencyPaid: optional(Schema.String),
  /** 1 to 36 characters, of a fixed form. */ transactionTypeId: like(/^[a-zA-Z0-9-]*$/, text(1, 36)),
  /** A time, sent in UTC. */ startDate: Moment.Text(),
  /** A time, sent in UTC. */ endDate: Moment.Text(),
  frequency: Schema.Literals(["DAILY", "WEEKLY", "MONTHLY", "ANNUALLY"]),
  /** 1 to 365. */ frequencyInterval: whole(1, 365)
}))

/**
 * Lists balance transaction schedule; `.stream` reads all pages: `GET
 * /organizations/{orgId}/balances/{balanceId}/balancetransactionschedules`.
 */
export const listBalanceTransactionSchedule = operation("listBalanceTransactionSchedule", () => ({
  method: "GET",
  path: "/organizations/{orgId}/balances/{balanceId}/balancetransactionschedules",
  input: Schema.Struct({
    balanceId: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BalanceTransactionScheduleResponse()))),
  idempotent: true
})).pipe(listed(200))

/**
 * Creates a balance transaction schedule: `POST /organizations/{orgId}/balances/{balanceId}/balancetransactionschedules`. Not
 * idempotent: a code is unique, and how a repeat is answered is not documented; list by code first.
 */
export const createBalanceTransactionSchedule = operation("createBalanceTransactionSchedule", () => ({
  method: "POST",
  path: "/organizations/{orgId}/balances/{balanceId}/balancetransactionschedules",
  input: Schema.Struct({ balanceId: Id(), ...balanceTransactionScheduleRequest() }),
  output: withoutNulls(BalanceTransactionScheduleResponse()),
  idempotent: false
}))

/** Previews a balance transaction schedule: `POST /organizations/{orgId}/balances/{balanceId}/balancetransactionschedules/preview`. */
export const previewBalanceTransactionSchedule = operation("previewBalanceTransactionSchedule", () => ({
  method: "POST",
  path: "/organizations/{orgId}/balances/{balanceId}/balancetransactionschedules/preview",
  input: Schema.Struct({
    balanceId: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ...balanceTransactionScheduleRequest()
  }),
  output: withoutNulls(BalanceTransactionScheduleResponse()),
  query: ["pageSize", "nextToken"],
  idempotent: true,
  reads: true
}))

/**
 * Deletes a balance transaction schedule: `DELETE /organizations/{orgId}/balances/{balanceId}/balancetransactionschedules/{id}`.
 * Idempotent: a repeat may be answered with 404.
 */
export const deleteBalanceTransactionSchedule = operation("deleteBalanceTransactionSchedule", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/balances/{balanceId}/balancetransactionschedules/{id}",
  input: Schema.Struct({ balanceId: Id(), id: Id() }),
  output: withoutNulls(BalanceTransactionScheduleResponse()),
  idempotent: true
}))

/** Gets a balance transaction schedule: `GET /organizations/{orgId}/balances/{balanceId}/balancetransactionschedules/{id}`. */
export const getBalanceTransactionSchedule = operation("getBalanceTransactionSchedule", () => ({
  method: "GET",
  path: "/organizations/{orgId}/balances/{balanceId}/balancetransactionschedules/{id}",
  input: Schema.Struct({ balanceId: Id(), id: Id() }),
  output: withoutNulls(BalanceTransactionScheduleResponse()),
  idempotent: true
}))

/**
 * Updates a balance transaction schedule: `PUT /organizations/{orgId}/balances/{balanceId}/balancetransactionschedules/{id}`.
 * Takes its present `version`: when in doubt, read it again.
 */
export const updateBalanceTransactionSchedule = operation("updateBalanceTransactionSchedule", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/balances/{balanceId}/balancetransactionschedules/{id}",
  input: Schema.Struct({
    balanceId: Id(),
    id: Id(),
    version: Schema.Int,
    ...balanceTransactionScheduleRequest()
  }),
  output: withoutNulls(BalanceTransactionScheduleResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getBalanceTransactionSchedule, "balanceId", "id")
}))
