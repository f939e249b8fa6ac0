/** m3ter: aggregations. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  above,
  atMost,
  items,
  like,
  numeric,
  optional,
  text,
  whole
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { Aggregation } from "./shared/Aggregation.ts"
import { AggregationResponse } from "./shared/AggregationResponse.ts"
import { operation } from "../vendor.ts"

const aggregationRequest = lazy(() => ({
  /** At most 100 fields. */
  customFields: optional(atMost(100, Schema.Union([Schema.String, Schema.Finite]))),
  /** 1 to 200 characters. */ name: text(1, 200),
  rounding: Schema.Literals(["UP", "DOWN", "NEAREST", "NONE"]),
  /** More than 0. */ quantityPerUnit: above(0, Schema.Finite),
  /** 1 to 50 characters. */ unit: text(1, 50),
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 80))),
  /** Exactly 36 characters. */ accountingProductId: optional(text(36, 36)),
  /** Exactly 36 characters. */ meterId: text(36, 36),
  /** 1 to 80 characters. */ targetField: text(1, 80),
  aggregation: Aggregation(),
  /** At most 5 items. */ segmentedFields: optional(items(Schema.String, 0, 5)),
  /** At most 1000 items. */
  segments: optional(items(Schema.Record(Schema.String, Schema.String), 0, 1000)),
  /** At least 0. */ defaultValue: optional(numeric(0)),
  /** At most 2048 characters. */ customSql: optional(text(0, 2048))
}))

/** Lists aggregations; `.stream` reads all pages: `GET /organizations/{orgId}/aggregations`. */
export const listAggregations = operation("listAggregations", () => ({
  method: "GET",
  path: "/organizations/{orgId}/aggregations",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    productId: optional(Schema.Array(Schema.String)),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(AggregationResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates an aggregation: `POST /organizations/{orgId}/aggregations`. Not idempotent: a repeat may create another. */
export const createAggregation = operation("createAggregation", () => ({
  method: "POST",
  path: "/organizations/{orgId}/aggregations",
  input: Schema.Struct({ ...aggregationRequest() }),
  output: withoutNulls(AggregationResponse()),
  idempotent: false,
  settles: byCode(listAggregations, "code")
}))

/** Deletes an aggregation: `DELETE /organizations/{orgId}/aggregations/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteAggregation = operation("deleteAggregation", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/aggregations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(AggregationResponse()),
  idempotent: true
}))

/** Gets an aggregation: `GET /organizations/{orgId}/aggregations/{id}`. */
export const getAggregation = operation("getAggregation", () => ({
  method: "GET",
  path: "/organizations/{orgId}/aggregations/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(AggregationResponse()),
  idempotent: true
}))

/**
 * Updates an aggregation: `PUT /organizations/{orgId}/aggregations/{id}`. Takes its present `version`: when in doubt, read it
 * again. `customFields` that are left out are erased.
 */
export const updateAggregation = operation("updateAggregation", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/aggregations/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...aggregationRequest() }),
  output: withoutNulls(AggregationResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getAggregation, "id")
}))
