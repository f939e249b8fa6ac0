/** m3ter: statementDefinitions. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Id,
  items,
  objects,
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
import { Aggregation } from "./shared/Aggregation.ts"
import { operation } from "../vendor.ts"

/** m3ter's StatementDefinitionResponse, as it comes. */
export interface StatementDefinitionResponse extends Made<typeof statementDefinitionResponseFields> {}
const statementDefinitionResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  aggregationFrequency: optional(open(AggregationFrequency())),
  includePricePerUnit: optional(Schema.Boolean),
  dimensions: optional(
    objects({
      meterId: optional(Schema.String),
      name: optional(Schema.String),
      attributes: optional(Schema.Array(Schema.String)),
      filter: optional(Schema.Array(Schema.String))
    })
  ),
  measures: optional(
    objects({
      meterId: optional(Schema.String),
      name: optional(Schema.String),
      aggregations: optional(Schema.Array(open(Aggregation())))
    })
  ),
  generateSlimStatements: optional(Schema.Boolean),
  ...audit()
}))
export const StatementDefinitionResponse = opaque<StatementDefinitionResponse>()(
  statementDefinitionResponseFields
)

/** m3ter's AggregationFrequency. */
export const AggregationFrequency = lazy(() =>
  Schema.Literals(["DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "WHOLE_PERIOD"])
)

/** m3ter's Dimension. */
export interface Dimension extends Made<typeof dimensionFields> {}
const dimensionFields = lazy(() => ({
  meterId: optional(Schema.String),
  /** Not empty. */ name: text(1),
  attributes: optional(Schema.Array(Schema.String)),
  /** Not empty. */ filter: items(Schema.String, 1)
}))
export const Dimension = opaque<Dimension>()(dimensionFields)

/** m3ter's Measure. */
export interface Measure extends Made<typeof measureFields> {}
const measureFields = lazy(() => ({
  meterId: optional(Schema.String),
  name: optional(Schema.String),
  /** At most 7 items. */ aggregations: optional(items(Aggregation(), 0, 7))
}))
export const Measure = opaque<Measure>()(measureFields)

const statementDefinitionRequest = lazy(() => ({
  name: optional(Schema.String),
  aggregationFrequency: AggregationFrequency(),
  includePricePerUnit: optional(Schema.Boolean),
  dimensions: optional(Schema.Array(Dimension())),
  measures: optional(Schema.Array(Measure())),
  generateSlimStatements: optional(Schema.Boolean)
}))

/** Lists statement definitions; `.stream` reads all pages: `GET /organizations/{orgId}/statementdefinitions`. */
export const listStatementDefinitions = operation("listStatementDefinitions", () => ({
  method: "GET",
  path: "/organizations/{orgId}/statementdefinitions",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(StatementDefinitionResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a statement definition: `POST /organizations/{orgId}/statementdefinitions`. Not idempotent: a repeat may create another. */
export const createStatementDefinition = operation("createStatementDefinition", () => ({
  method: "POST",
  path: "/organizations/{orgId}/statementdefinitions",
  input: Schema.Struct({ ...statementDefinitionRequest() }),
  output: withoutNulls(StatementDefinitionResponse()),
  idempotent: false
}))

/**
 * Deletes a statement definition: `DELETE /organizations/{orgId}/statementdefinitions/{id}`. Idempotent: a repeat may be
 * answered with 404.
 */
export const deleteStatementDefinition = operation("deleteStatementDefinition", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/statementdefinitions/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(StatementDefinitionResponse()),
  idempotent: true
}))

/** Gets a statement definition: `GET /organizations/{orgId}/statementdefinitions/{id}`. */
export const getStatementDefinition = operation("getStatementDefinition", () => ({
  method: "GET",
  path: "/organizations/{orgId}/statementdefinitions/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(StatementDefinitionResponse()),
  idempotent: true
}))

/**
 * Updates a statement definition: `PUT /organizations/{orgId}/statementdefinitions/{id}`. Takes its present `version`: when in
 * doubt, read it again.
 */
export const updateStatementDefinition = operation("updateStatementDefinition", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/statementdefinitions/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...statementDefinitionRequest() }),
  output: withoutNulls(StatementDefinitionResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getStatementDefinition, "id")
}))
