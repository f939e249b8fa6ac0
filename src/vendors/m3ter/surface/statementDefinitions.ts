/** m3ter: statementDefinitions. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, items, opaque, open, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { halves, joined, page, pages } from "../operations/parts.ts"
import { Aggregation } from "./shared/Aggregation.ts"
import { operation } from "../vendor.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"

/** m3ter's StatementDefinitionResponse, as it comes. */
export interface StatementDefinitionResponse extends Made<typeof statementDefinitionResponseFields> {}
const statementDefinitionResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  name: optional(Schema.String),
  aggregationFrequency: optional(open(AggregationFrequency())),
  includePricePerUnit: optional(Schema.Boolean),
  dimensions: optional(
    Schema.Array(
      Schema.Struct({
        meterId: optional(Schema.String),
        name: optional(Schema.String),
        attributes: optional(Schema.Array(Schema.String)),
        filter: optional(Schema.Array(Schema.String))
      })
    )
  ),
  measures: optional(
    Schema.Array(
      Schema.Struct({
        meterId: optional(Schema.String),
        name: optional(Schema.String),
        aggregations: optional(Schema.Array(open(Aggregation())))
      })
    )
  ),
  generateSlimStatements: optional(Schema.Boolean),
  dtCreated: optional(Schema.DateTimeUtcFromString),
  dtLastModified: optional(Schema.DateTimeUtcFromString),
  createdBy: optional(Schema.String),
  lastModifiedBy: optional(Schema.String)
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

const listStatementDefinitionsPage = operation("listStatementDefinitions", () => ({
  method: "GET",
  path: "/organizations/{orgId}/statementdefinitions",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(StatementDefinitionResponse()))),
  idempotent: true
}))

/** Lists statement definitions; `.stream` reads all pages: `GET /organizations/{orgId}/statementdefinitions`. */
export const listStatementDefinitions = Pages.byToken(
  Split.page(listStatementDefinitionsPage, { ...halves(100), join: joined }),
  { ...pages, items: ({ data }) => data }
)

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
  settles: {
    guardedBy: "version",
    read: getStatementDefinition,
    version: "version",
    ask: ({ id }) => ({ id }),
    found: (answer: StatementDefinitionResponse) => [answer]
  }
}))
