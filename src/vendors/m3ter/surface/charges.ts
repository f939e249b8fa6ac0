/** m3ter: charges. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Day,
  Id,
  like,
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

/** m3ter's ChargeResponse, as it comes. */
export interface ChargeResponse extends Made<typeof chargeResponseFields> {}
const chargeResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  code: optional(Schema.String),
  accountId: optional(Schema.String),
  billDate: optional(Schema.String),
  amount: optional(Schema.Finite),
  units: optional(Schema.Finite),
  unitPrice: optional(Schema.Finite),
  currency: optional(Schema.String),
  description: optional(Schema.String),
  entityType: optional(words("AD_HOC", "BALANCE")),
  entityId: optional(Schema.String),
  billId: optional(Schema.String),
  accountingProductId: optional(Schema.String),
  servicePeriodStartDate: optional(Schema.DateTimeUtcFromString),
  servicePeriodEndDate: optional(Schema.DateTimeUtcFromString),
  notes: optional(Schema.String),
  contractId: optional(Schema.String),
  lineItemType: optional(words("BALANCE_FEE", "AD_HOC")),
  ...audit(),
  scheduleId: optional(Schema.String)
}))
export const ChargeResponse = opaque<ChargeResponse>()(chargeResponseFields)

const chargeRequest = lazy(() => ({
  /** 1 to 200 characters. */ name: text(1, 200),
  /** 1 to 80 characters, of a fixed form. */
  code: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1, 80)),
  /** Exactly 36 characters. */ accountId: text(36, 36),
  billDate: optional(Schema.String),
  amount: optional(Schema.Finite),
  units: optional(Schema.Finite),
  unitPrice: optional(Schema.Finite),
  /** Not empty. */ currency: text(1),
  description: optional(Schema.String),
  entityType: Schema.Literals(["AD_HOC", "BALANCE"]),
  lineItemType: Schema.Literals(["BALANCE_FEE", "AD_HOC"]),
  entityId: optional(Schema.String),
  /** Exactly 36 characters. */ accountingProductId: optional(text(36, 36)),
  /** A time, sent in UTC. */ servicePeriodStartDate: Moment.Text(),
  /** A time, sent in UTC. */ servicePeriodEndDate: Moment.Text(),
  notes: optional(Schema.String),
  contractId: optional(Schema.String)
}))

/** Lists charges; `.stream` reads all pages: `GET /organizations/{orgId}/charges`. */
export const listCharges = operation("listCharges", () => ({
  method: "GET",
  path: "/organizations/{orgId}/charges",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    accountId: optional(Schema.String),
    entityType: optional(Schema.Literals(["AD_HOC", "BALANCE"])),
    entityId: optional(Schema.String),
    /** A day, as 2026-01-31. */ billDate: optional(Day()),
    ids: optional(Schema.Array(Schema.String)),
    scheduleId: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(ChargeResponse()))),
  idempotent: true
})).pipe(listed(200))

/**
 * Creates a charge: `POST /organizations/{orgId}/charges`. Not idempotent: a code is unique, and how a repeat is answered is not
 * documented; list by code first.
 */
export const createCharge = operation("createCharge", () => ({
  method: "POST",
  path: "/organizations/{orgId}/charges",
  input: Schema.Struct({ ...chargeRequest() }),
  output: withoutNulls(ChargeResponse()),
  idempotent: false
}))

/** Deletes a charge: `DELETE /organizations/{orgId}/charges/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteCharge = operation("deleteCharge", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/charges/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ChargeResponse()),
  idempotent: true
}))

/** Gets a charge: `GET /organizations/{orgId}/charges/{id}`. */
export const getCharge = operation("getCharge", () => ({
  method: "GET",
  path: "/organizations/{orgId}/charges/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ChargeResponse()),
  idempotent: true
}))

/** Updates a charge: `PUT /organizations/{orgId}/charges/{id}`. Takes its present `version`: when in doubt, read it again. */
export const updateCharge = operation("updateCharge", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/charges/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...chargeRequest() }),
  output: withoutNulls(ChargeResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCharge, "id")
}))
