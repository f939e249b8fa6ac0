/** m3ter: balanceChargeSchedules. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Day,
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

/** m3ter's BalanceChargeScheduleResponse, as it comes. */
export interface BalanceChargeScheduleResponse extends Made<typeof balanceChargeScheduleResponseFields> {}
const balanceChargeScheduleResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  balanceId: optional(Schema.String),
  name: optional(Schema.String),
  code: optional(Schema.String),
  amount: optional(Schema.Finite),
  units: optional(Schema.Finite),
  unitPrice: optional(Schema.Finite),
  currency: optional(Schema.String),
  servicePeriodStartDate: optional(Schema.DateTimeUtcFromString),
  servicePeriodEndDate: optional(Schema.DateTimeUtcFromString),
  billEpoch: optional(Schema.String),
  billFrequency: optional(words("DAILY", "WEEKLY", "MONTHLY", "ANNUALLY")),
  billFrequencyInterval: optional(Schema.Finite),
  billInAdvance: optional(Schema.Boolean),
  chargeDescription: optional(Schema.String),
  ...audit(),
  nextRun: optional(Schema.DateTimeUtcFromString),
  previousRun: optional(Schema.DateTimeUtcFromString)
}))
export const BalanceChargeScheduleResponse = opaque<BalanceChargeScheduleResponse>()(
  balanceChargeScheduleResponseFields
)

const balanceChargeScheduleRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** 1 to 80 characters, of a fixed form. */
  code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
  /** At least 0. */ amount: optional(numeric(0)),
  units: optional(Schema.Finite),
  unitPrice: optional(Schema.Finite),
  currency: Schema.String,
  /** A time, sent in UTC. */ servicePeriodStartDate: Moment.Text(),
  /** A time, sent in UTC. */ servicePeriodEndDate: Moment.Text(),
  /** A day, as 2026-01-31. */ billEpoch: optional(Day()),
  billFrequency: Schema.Literals(["DAILY", "WEEKLY", "MONTHLY", "ANNUALLY"]),
  /** 1 to 365. */ billFrequencyInterval: whole(1, 365),
  billInAdvance: Schema.Boolean,
  /** Not empty. */ chargeDescription: text(1)
}))

/** Lists balance charge schedule; `.stream` reads all pages: `GET /organizations/{orgId}/balances/{balanceId}/balancechargeschedules`. */
export const listBalanceChargeSchedule = operation("listBalanceChargeSchedule", () => ({
  method: "GET",
  path: "/organizations/{orgId}/balances/{balanceId}/balancechargeschedules",
  input: Schema.Struct({
    balanceId: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(BalanceChargeScheduleResponse()))),
  idempotent: true
})).pipe(listed(200))

/**
 * Creates a balance charge schedule: `POST /organizations/{orgId}/balances/{balanceId}/balancechargeschedules`. Not idempotent:
 * a code is unique, and how a repeat is answered is not documented; list by code first.
 */
export const createBalanceChargeSchedule = operation("createBalanceChargeSchedule", () => ({
  method: "POST",
  path: "/organizations/{orgId}/balances/{balanceId}/balancechargeschedules",
  input: Schema.Struct({ balanceId: Id(), ...balanceChargeScheduleRequest() }),
  output: withoutNulls(BalanceChargeScheduleResponse()),
  idempotent: false
}))

/** Previews a scheduled charge: `POST /organizations/{orgId}/balances/{balanceId}/balancechargeschedules/preview`. */
export const previewScheduledCharge = operation("previewScheduledCharge", () => ({
  method: "POST",
  path: "/organizations/{orgId}/balances/{balanceId}/balancechargeschedules/preview",
  input: Schema.Struct({
    balanceId: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ...balanceChargeScheduleRequest()
  }),
  output: withoutNulls(BalanceChargeScheduleResponse()),
  query: ["pageSize", "nextToken"],
  idempotent: true,
  reads: true
}))

/**
 * Deletes a balance charge schedule: `DELETE /organizations/{orgId}/balances/{balanceId}/balancechargeschedules/{id}`.
 * Idempotent: a repeat may be answered with 404.
 */
export const deleteBalanceChargeSchedule = operation("deleteBalanceChargeSchedule", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/balances/{balanceId}/balancechargeschedules/{id}",
  input: Schema.Struct({ balanceId: Id(), id: Id() }),
  output: withoutNulls(BalanceChargeScheduleResponse()),
  idempotent: true
}))

/** Gets a balance charge schedule: `GET /organizations/{orgId}/balances/{balanceId}/balancechargeschedules/{id}`. */
export const getBalanceChargeSchedule = operation("getBalanceChargeSchedule", () => ({
  method: "GET",
  path: "/organizations/{orgId}/balances/{balanceId}/balancechargeschedules/{id}",
  input: Schema.Struct({ balanceId: Id(), id: Id() }),
  output: withoutNulls(BalanceChargeScheduleResponse()),
  idempotent: true
}))

/**
 * Updates a balance charge schedule: `PUT /organizations/{orgId}/balances/{balanceId}/balancechargeschedules/{id}`. Takes its
 * present `version`: when in doubt, read it again.
 */
export const updateBalanceChargeSchedule = operation("updateBalanceChargeSchedule", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/balances/{balanceId}/balancechargeschedules/{id}",
  input: Schema.Struct({ balanceId: Id(), id: Id(), version: Schema.Int, ...balanceChargeScheduleRequest() }),
  output: withoutNulls(BalanceChargeScheduleResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getBalanceChargeSchedule, "balanceId", "id")
}))
