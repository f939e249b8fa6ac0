/** m3ter: counterAdjustments. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's CounterAdjustmentResponse, as it comes. */
export interface CounterAdjustmentResponse extends Made<typeof counterAdjustmentResponseFields> {}
const counterAdjustmentResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  counterId: optional(Schema.String),
  accountId: optional(Schema.String),
  date: optional(Schema.String),
  value: optional(Schema.Finite),
  purchaseOrderNumber: optional(Schema.String)
}))
export const CounterAdjustmentResponse = opaque<CounterAdjustmentResponse>()(counterAdjustmentResponseFields)

const counterAdjustmentRequest = lazy(() => ({
  /** Not empty. */ counterId: text(1),
  /** Not empty. */ accountId: text(1),
  date: Schema.String,
  /** At least 0. */ value: whole(0),
  /** At most 100 characters. */ purchaseOrderNumber: optional(text(0, 100))
}))

/**
 * Lists counter adjustments; `.stream` reads all pages: `GET /organizations/{orgId}/counteradjustments`. Filters by date need
 * `accountId`.
 */
export const listCounterAdjustments = operation("listCounterAdjustments", () => ({
  method: "GET",
  path: "/organizations/{orgId}/counteradjustments",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    counterId: optional(Schema.String),
    accountId: optional(Schema.String),
    date: optional(Schema.String),
    endDateStart: optional(Schema.String),
    endDateEnd: optional(Schema.String),
    sortOrder: optional(Schema.String),
    /** Or null. */ dateStart: optional(Schema.NullOr(Schema.String)),
    /** Or null. */ dateEnd: optional(Schema.NullOr(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(CounterAdjustmentResponse()))),
  idempotent: true
})).pipe(listed(100))

/**
 * Creates a counter adjustment: `POST /organizations/{orgId}/counteradjustments`. Not idempotent: a repeat may create another.
 * There is one of a counter, an account and a day.
 */
export const createCounterAdjustment = operation("createCounterAdjustment", () => ({
  method: "POST",
  path: "/organizations/{orgId}/counteradjustments",
  input: Schema.Struct({ ...counterAdjustmentRequest() }),
  output: withoutNulls(CounterAdjustmentResponse()),
  idempotent: false
}))

/**
 * Deletes a counter adjustment: `DELETE /organizations/{orgId}/counteradjustments/{id}`. Idempotent: a repeat may be answered
 * with 404.
 */
export const deleteCounterAdjustment = operation("deleteCounterAdjustment", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/counteradjustments/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CounterAdjustmentResponse()),
  idempotent: true
}))

/** Gets a counter adjustment: `GET /organizations/{orgId}/counteradjustments/{id}`. */
export const getCounterAdjustment = operation("getCounterAdjustment", () => ({
  method: "GET",
  path: "/organizations/{orgId}/counteradjustments/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CounterAdjustmentResponse()),
  idempotent: true
}))

/**
 * Updates a counter adjustment: `PUT /organizations/{orgId}/counteradjustments/{id}`. Takes its present `version`: when in
 * doubt, read it again.
 */
export const updateCounterAdjustment = operation("updateCounterAdjustment", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/counteradjustments/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...counterAdjustmentRequest() }),
  output: withoutNulls(CounterAdjustmentResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCounterAdjustment, "id")
}))
