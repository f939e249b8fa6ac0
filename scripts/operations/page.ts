/** The page for whoever is on call: what is asked, which panel answers, what to do; and a section for each alert. */
import { metric, prometheusName } from "../../src/pipeline/telemetry/signals.ts"
import { code, sections, table } from "../derive/markdown.ts"
import { anchorOf } from "./anchor.ts"
import type { Panel, Row } from "./panel.ts"
import { rows } from "./panels.ts"
import type { Rule } from "./rule.ts"
import { rules } from "./rules.ts"
import { setUp } from "./setUp.ts"

/** Where the page stands. */
export const operatePath = "docs/operations/operate.md"

const block = (query: string): string => `\`\`\`promql\n${query}\n\`\`\``

const bullets = (lines: ReadonlyArray<string>): string => lines.map((line) => `- ${line}`).join("\n")

const link = (title: string): string => `[${title}](#${anchorOf(title)})`

// At the prompt nobody fills in what the reader of the dashboard chose.
const plain = (query: string): string =>
  query
    .replaceAll(/faultline_(vendor|operation)=~"\$\1"|server_address=~"\$host"/g, "")
    .replaceAll(/\{,+/g, "{")
    .replaceAll(/,+(?=[,}])/g, "")
    .replaceAll("{}", "")
    .replaceAll("$__rate_interval", "5m")

const panel = ({ queries, reads, title }: Panel): ReadonlyArray<string> => [
  `**${title}.** ${reads}`,
  block(queries.map(({ expr }) => plain(expr)).join("\n\n"))
]

const question = ({ panels, question: asked, todo }: Row): ReadonlyArray<string> => [
  `### ${asked}`,
  ...panels.flatMap(panel),
  `**What to do.** ${todo}`
]

const alert = ({ alert: name, description, expr, for: patience, severity, summary, todo }: Rule) => [
  `### ${name}`,
  `${worded(summary)}. ${worded(description)}`,
  `${severity === "critical" ? "Critical" : "Warning"}, ${patience === "0m" ? "at once" : `when it lasts for ${patience.replace("m", " min")}`}:`,
  block(expr),
  "What to do:",
  bullets(todo)
]

/** A template for people: a label is called by what it holds. */
const worded = (template: string): string =>
  template.replace(/\{\{ \$labels\.\w+_(\w+) \}\}/g, (_, name: string) =>
    name === "address" || name === "type" ? code({ address: "host", type: "error" }[name]) : code(name)
  )

const metricOf = (expr: string): string =>
  Object.values(metric)
    .filter(({ name }) => new RegExp(`\\b${prometheusName(name)}(_bucket|_sum|_count)?(?![a-z_])`).test(expr))
    .map(({ name }) => code(name))
    .join(", ")

/** The page. */
export const operatePage = (): string =>
  sections(
    "# Operate",
    "<!-- Derived from scripts/operations by `npm run docs`: correct the tables there, not this page. -->",
    "It is three in the morning and something is wrong with a vendor, or seems to be. Each question here has its panels on the dashboard, the queries behind them to paste into Prometheus, and what to do. An alert that fired leads to its own section below. For one failure and what its message means, see [on call](../how-to/on-call.md).",
    "## Questions",
    table(
      ["Question", "Panels", "Metrics"],
      rows.map(({ panels, question: asked }) => [
        link(asked),
        panels.map(({ title }) => title).join("; "),
        metricOf(panels.flatMap(({ queries }) => queries.map(({ expr }) => expr)).join("\n"))
      ])
    ),
    "All metrics, with their attributes and buckets: [signals](signals.md).",
    "## Alerts",
    table(
      ["Alert", "Severity", "Says"],
      rules.map(({ alert: name, severity, summary }) => [link(name), severity, worded(summary)])
    ),
    ...setUp,
    "## What each question is answered by",
    ...rows.flatMap(question),
    "## What to do about each alert",
    ...rules.flatMap(alert)
  )
