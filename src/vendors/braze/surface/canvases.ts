/** Braze: canvases. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional, whole } from "../../../contract/described.ts"
import { atLeastOne } from "../../../contract/fieldRules.ts"
import { renamed, snake } from "../../../contract/snake.ts"
import { InvalidCanvasId } from "../failures.ts"
import { Text, answer } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Pages from "../../../many/Pages.ts"

/** Gets canvas series: `GET /canvas/data_series`. Needs the permission `canvas.data_series`. At least one of `startingAt` and `length`. */
export const getCanvasSeries = operation("getCanvasSeries", () => ({
  method: "GET",
  path: "/canvas/data_series",
  input: snake(
    {
      canvasId: Text(),
      /** A time, sent in UTC. */ endingAt: Moment.Text(),
      /** A time, sent in UTC. */ startingAt: optional(Moment.Text()),
      /** 1 to 14. */ length: optional(whole(1, 14)),
      includeVariantBreakdown: optional(Schema.Boolean),
      includeStepBreakdown: optional(Schema.Boolean),
      includeDeletedStepData: optional(Schema.Boolean)
    },
    atLeastOne("startingAt", "length")
  ),
  output: answer({ data: optional(Schema.Record(Schema.String, Schema.Json)) }),
  idempotent: true,
  fails: [InvalidCanvasId],
  permission: "canvas.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/**
 * Gets a canvas summary: `GET /canvas/data_summary`. Needs the permission `canvas.data_summary`. At least one of `startingAt`
 * and `length`.
 */
export const getCanvasSummary = operation("getCanvasSummary", () => ({
  method: "GET",
  path: "/canvas/data_summary",
  input: snake(
    {
      canvasId: Text(),
      /** A time, sent in UTC. */ endingAt: Moment.Text(),
      /** A time, sent in UTC. */ startingAt: optional(Moment.Text()),
      /** 1 to 14. */ length: optional(whole(1, 14)),
      includeVariantBreakdown: optional(Schema.Boolean),
      includeStepBreakdown: optional(Schema.Boolean),
      includeDeletedStepData: optional(Schema.Boolean)
    },
    atLeastOne("startingAt", "length")
  ),
  output: answer({ data: optional(Schema.Record(Schema.String, Schema.Json)) }),
  idempotent: true,
  fails: [InvalidCanvasId],
  permission: "canvas.data_summary",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Gets a canvas: `GET /canvas/details`. Needs the permission `canvas.details`. */
export const getCanvas = operation("getCanvas", () => ({
  method: "GET",
  path: "/canvas/details",
  input: snake({ canvasId: Text() }),
  output: answer({
    name: optional(Schema.String),
    variants: optional(Schema.Array(Schema.Record(Schema.String, Schema.Json))),
    steps: optional(Schema.Array(Schema.Record(Schema.String, Schema.Json)))
  }),
  idempotent: true,
  fails: [InvalidCanvasId],
  permission: "canvas.details",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

const listCanvasesPage = operation("listCanvases", () => ({
  method: "GET",
  path: "/canvas/list",
  input: renamed(
    {
      /** At least 0. */ page: optional(whole(0)),
      includeArchived: optional(Schema.Boolean),
      sortDirection: optional(Schema.Literals(["asc", "desc"])),
      /** A time, sent in UTC. */ lastEditAfter: optional(Moment.Text())
    },
    { lastEditAfter: "last_edit.time[gt]" }
  ),
  output: answer({
    canvases: Schema.Array(
      snake({
        id: optional(Schema.String),
        lastEdited: optional(Schema.String),
        name: optional(Schema.String),
        tags: optional(Schema.Array(Schema.String))
      })
    )
  }),
  idempotent: true,
  permission: "canvas.list",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Lists canvases; `.stream` reads all pages: `GET /canvas/list`. Needs the permission `canvas.list`. */
export const listCanvases = Pages.byNumber(listCanvasesPage, {
  items: ({ canvases }) => canvases,
  page: "page",
  first: 0,
  size: 100
})
