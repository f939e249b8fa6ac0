/** The dashboard as Grafana imports it. */
import type { Panel, Query, Row } from "./panel.ts"
import { rows } from "./panels.ts"
import { label, series } from "./promql.ts"

/** Where the dashboard stands. */
export const dashboardPath = "docs/operations/dashboard.json"

const datasource = { type: "prometheus", uid: "${datasource}" }

const choice = (name: string, title: string, query: string) => ({
  type: "query",
  name,
  label: title,
  datasource,
  query: { query, refId: name },
  definition: query,
  refresh: 2,
  sort: 1,
  multi: true,
  includeAll: true,
  allValue: ".*",
  current: { text: ["All"], value: ["$__all"] }
})

const ofLabel = (key: "vendor" | "operation", of: string): string => `label_values(${of}, ${label(key)})`

const variables = [
  {
    type: "datasource",
    name: "datasource",
    label: "Data source",
    query: "prometheus",
    current: {},
    hide: 0
  },
  choice("vendor", "Vendor", ofLabel("vendor", series("calls"))),
  choice("operation", "Operation", ofLabel("operation", series("calls", { vendor: "=~$vendor" }))),
  choice("host", "Host", `label_values(${series("requestDuration")}_count, ${label("server")})`)
]

const targetOf = ({ expr, legend }: Query, index: number) => ({
  refId: String.fromCodePoint(65 + index),
  datasource,
  editorMode: "code",
  expr,
  legendFormat: legend,
  range: true
})

const stateMappings = [
  {
    type: "value",
    options: {
      0: { text: "closed", color: "green", index: 0 },
      1: { text: "half open", color: "yellow", index: 1 },
      2: { text: "open", color: "red", index: 2 }
    }
  }
]

const types = { graph: "timeseries", number: "stat", state: "state-timeline" } as const

const panelOf = ({ queries, reads, shows = "graph", title, unit }: Panel, id: number, gridPos: object) => ({
  id,
  type: types[shows],
  title,
  description: reads,
  datasource,
  gridPos,
  fieldConfig: {
    defaults: { unit, min: 0, ...(shows === "state" ? { mappings: stateMappings } : {}) },
    overrides: []
  },
  ...(shows === "graph"
    ? {
        options: {
          legend: { displayMode: "list", placement: "bottom" },
          tooltip: { mode: "multi", sort: "desc" }
        }
      }
    : {}),
  targets: queries.map(targetOf)
})

const width = 24
const height = 8

/** A text without the addresses of its links, which lead nowhere from a dashboard. */
const unlinked = (text: string): string => text.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")

const laidOut = ({ panels, question, todo }: Row, index: number) => {
  const y = index * (height + 3)
  const id = index * 10 + 1
  const w = Math.floor(width / panels.length)
  return [
    { id, type: "row", title: question, collapsed: false, gridPos: { x: 0, y, w: width, h: 1 }, panels: [] },
    {
      id: id + 1,
      type: "text",
      title: "",
      gridPos: { x: 0, y: y + 1, w: width, h: 2 },
      options: { mode: "markdown", content: unlinked(todo) }
    },
    ...panels.map((panel, nth) => panelOf(panel, id + 2 + nth, { x: nth * w, y: y + 3, w, h: height }))
  ]
}

/** `dashboard.json`. */
export const dashboardFile = (): string =>
  `${JSON.stringify(
    {
      uid: "faultline",
      title: "Faultline",
      description: "Derived from scripts/operations. What each panel answers: docs/operations/operate.md",
      tags: ["faultline"],
      schemaVersion: 39,
      version: 1,
      editable: true,
      refresh: "30s",
      time: { from: "now-3h", to: "now" },
      templating: { list: variables },
      panels: rows.flatMap(laidOut)
    },
    undefined,
    2
  )}\n`
