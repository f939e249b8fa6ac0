/** m3ter: compoundAggregations. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  above,
  atMost,
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
import { audit, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { AggregationResponse } from "./shared/AggregationResponse.ts"
import { operation } from "../vendor.ts"

/** m3ter's CompoundAggregationResponse, as it comes. */
export interface CompoundAggregationResponse extends Made<typeof compoundAggregationResponseFields> {}
const compoundAggregationResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  customFields: optional(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))),
  name: optional(Schema.String),
  rounding: optional(words("UP", "DOWN", "NEAREST", "NONE")),
  quantityPerUnit: optional(Schema.Finite),
  unit: optional(Schema.String),
  code: optional(Schema.String),
  segments: optional(Schema.Array(Schema.Record(Schema.String, Schema.String))),
  accountingProductId: optional(Schema.String),
  calculation: optional(Schema.String),
  productId: optional(Schema.String),
  evaluateNullAggregations: optional(Schema.Boolean),
  ...audit()
}))
export const CompoundAggregationResponse = opaque<CompoundAggregationResponse>()(
  compoundAggregationResponseFields
)

const compoundAggregationRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** 1 to 200 characters. */ name: text(1, 200),
  rounding: Schema.Literals(["UP", "DOWN", "NEAREST", "NONE"]),
  /** More than 0. */ quantityPerUnit: above(0, Schema.Finite),
  /** 1 to 50 characters. */ unit: text(1, 50),
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 80))),
  /** Exactly 36 characters. */ accountingProductId: optional(text(36, 36)),
  /** Exactly 36 characters. */ productId: optional(text(36, 36)),
  /** 1 to 5000 characters. */ calculation: text(1, 5000),
  evaluateNullAggregations: optional(Schema.Boolean)
}))

/** Lists compound aggregations; `.stream` reads all pages: `GET /organizations/{orgId}/compoundaggregations`. */
export const listCompoundAggregations = operation("listCompoundAggregations", () => ({
  method: "GET",
  path: "/organizations/{orgId}/compoundaggregations",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    productId: optional(Schema.Array(Schema.String)),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(CompoundAggregationResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a compound aggregation: `POST /organizations/{orgId}/compoundaggregations`. Not idempotent: a repeat may create another. */
export const createCompoundAggregation = operation("createCompoundAggregation", () => ({
  method: "POST",
  path: "/organizations/{orgId}/compoundaggregations",
  input: Schema.Struct({ ...compoundAggregationRequest() }),
  output: withoutNulls(AggregationResponse()),
  idempotent: false
}))

/**
 * Deletes a compound aggregation: `DELETE /organizations/{orgId}/compoundaggregations/{id}`. Idempotent: a repeat may be
 * answered with 404.
 */
export const deleteCompoundAggregation = operation("deleteCompoundAggregation", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/compoundaggregations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CompoundAggregationResponse()),
  idempotent: true
}))

/** Gets a compound aggregation: `GET /organizations/{orgId}/compoundaggregations/{id}`. */
export const getCompoundAggregation = operation("getCompoundAggregation", () => ({
  method: "GET",
  path: "/organizations/{orgId}/compoundaggregations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CompoundAggregationResponse()),
  idempotent: true
}))

/**
 * Updates a compound aggregation: `PUT /organizations/{orgId}/compoundaggregations/{id}`. Takes its present `version`: when in
 * doubt, read it again. `customFields` that are left out are erased.
 */
export const updateCompoundAggregation = operation("updateCompoundAggregation", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/compoundaggregations/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...compoundAggregationRequest() }),
  output: withoutNulls(AggregationResponse()),
  idempotent: false,
  version: "version"
}))
