/** The dashboard and the alerts as they stand in `docs/operations`, read as their programs read them. */
import { readFileSync } from "node:fs"
import { parse } from "yaml"

/** A panel of the dashboard, with its queries. */
export interface Panel {
  readonly id: number
  readonly type: string
  readonly title: string
  readonly description?: string
  readonly datasource?: { readonly uid: string }
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly targets?: ReadonlyArray<{ readonly expr: string; readonly refId: string }>
}

/** The dashboard. */
export const dashboard: {
  readonly panels: ReadonlyArray<Panel>
  readonly templating: {
    readonly list: ReadonlyArray<{ readonly name: string; readonly definition?: string }>
  }
} = JSON.parse(readFileSync("docs/operations/dashboard.json", "utf8"))

/** A rule of the alerts. */
export interface Alert {
  readonly alert: string
  readonly expr: string
  readonly for: string
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<"summary" | "description" | "runbook_url", string>>
}

/** The rules of `alerts.yml`. */
export const alerts: ReadonlyArray<Alert> = parse(
  readFileSync("docs/operations/alerts.yml", "utf8")
).groups.flatMap(({ rules }: { readonly rules: ReadonlyArray<Alert> }) => rules)

/** The tests of `alerts.test.yml`: which alert each looks at, and whether it expects it. */
export const tests: ReadonlyArray<{
  readonly name: string
  readonly alert_rule_test: ReadonlyArray<{
    readonly alertname: string
    readonly exp_alerts: ReadonlyArray<object>
  }>
}> = parse(readFileSync("docs/operations/alerts.test.yml", "utf8")).tests

/** A query with the reader's choices filled in: everything, and a window of so many seconds. */
export const filled = (expr: string, window: string = "10s"): string =>
  expr.replaceAll("$__rate_interval", window).replace(/\$(vendor|operation|host)\b/g, ".*")

/** The queries of the dashboard, filled in, by the titles of their panels. */
export const queries: ReadonlyArray<readonly [title: string, expr: string]> = dashboard.panels.flatMap(
  ({ targets = [], title }) => targets.map(({ expr }) => [title, filled(expr)] as const)
)
