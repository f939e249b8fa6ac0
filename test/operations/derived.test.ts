/** The dashboard and the alerts name what is emitted, and lead to what helps. No server is needed for that. */
import { existsSync, readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import * as Faultline from "faultline"
import { CallReport } from "faultline"
import * as Common from "../../src/contract/Common.ts"
import { anchorOf } from "../../scripts/operations/anchor.ts"
import { alertsFile, alertTestsFile } from "../../scripts/operations/alerts.ts"
import { dashboardFile } from "../../scripts/operations/dashboard.ts"
import { operatePage, operatePath } from "../../scripts/operations/page.ts"
import { alerts, dashboard, type Panel, queries, tests } from "./files.ts"
import { known, labelsIn, seriesIn } from "./names.ts"

const expressions: ReadonlyArray<readonly [string, string]> = [
  ...queries,
  ...alerts.map(({ alert, expr }) => [alert, expr] as const)
]

it("the files are what the tables say", () => {
  const at = (name: string) => readFileSync(`docs/operations/${name}`, "utf8")
  assert.strictEqual(at("dashboard.json"), dashboardFile())
  assert.strictEqual(at("alerts.yml"), alertsFile())
  assert.strictEqual(at("alerts.test.yml"), alertTestsFile())
  assert.strictEqual(readFileSync(operatePath, "utf8"), operatePage())
})

it.each(expressions)("%s asks for series that are emitted, by labels that they have: %s", (_, expr) => {
  const series = seriesIn(expr)
  assert.isNotEmpty(series)
  for (const name of series) assert.isTrue(known.has(name), name)
  for (const label of labelsIn(expr))
    assert.isTrue(
      series.some((name) => known.get(name)?.has(label)),
      `${label} of ${series.join(", ")}`
    )
})

it("every metric of the list is looked at, on the dashboard or by an alert", () => {
  const looked = new Set(expressions.flatMap(([, expr]) => seriesIn(expr)))
  const base = (name: string) => name.replace(/_(bucket|sum|count)$/, "")
  const bases = new Set([...looked].map(base))
  assert.deepStrictEqual(
    [...new Set([...known.keys()].map(base))].filter((name) => !bases.has(name)),
    []
  )
})

describe("the dashboard", () => {
  const { panels } = dashboard
  const overlap = (one: Panel["gridPos"], other: Panel["gridPos"]) =>
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h

  it("has panels with ids of their own that do not lie on each other, and fit the width", () => {
    assert.isAbove(panels.length, 20)
    assert.strictEqual(new Set(panels.map(({ id }) => id)).size, panels.length)
    for (const [index, one] of panels.entries()) {
      assert.isAtMost(one.gridPos.x + one.gridPos.w, 24)
      for (const other of panels.slice(index + 1))
        assert.isFalse(overlap(one.gridPos, other.gridPos), `${one.title} and ${other.title}`)
    }
  })

  it("says of each panel how it is read, and reads from the data source that the reader chose", () => {
    for (const { datasource, description = "", targets, title } of panels) {
      if (targets === undefined) continue
      assert.match(description, /\.$/, title)
      assert.strictEqual(datasource?.uid, "${datasource}")
    }
  })

  it("names no variable that it does not have", () => {
    const names = new Set(dashboard.templating.list.map(({ name }) => name))
    const used = [...JSON.stringify(dashboard).matchAll(/\$\{?([a-z]\w*)/g)].map(([, name = ""]) => name)
    for (const name of used) assert.isTrue(names.has(name), name)
  })
})

describe("the alerts", () => {
  it.each(alerts.map((alert) => [alert.alert, alert] as const))(
    "%s says what to do, how bad it is, and where more stands",
    (name, { annotations, for: patience, labels }) => {
      assert.include(["critical", "warning"], labels["severity"])
      assert.match(patience, /^\d+m$/)
      assert.isAbove(annotations.description.length, 60)
      assert.notInclude(annotations.summary, "\n")
      const [page = "", anchor] = annotations.runbook_url.split("#")
      assert.isTrue(existsSync(page), page)
      const titles = [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
        anchorOf(title)
      )
      assert.include(titles, anchor, name)
    }
  )

  it.each(alerts.map(({ alert }) => alert))(
    "%s is tested with a case in which it fires and one in which it is quiet",
    (name) => {
      const cases = tests.flatMap(({ alert_rule_test }) =>
        alert_rule_test.filter(({ alertname }) => alertname === name)
      )
      assert.isTrue(cases.some(({ exp_alerts }) => exp_alerts.length > 0))
      assert.isTrue(cases.some(({ exp_alerts }) => exp_alerts.length === 0))
    }
  )

  it("name only labels that their queries give", () => {
    for (const { alert, annotations, expr } of alerts) {
      const given = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = ""]) => names.split(/,\s*/))
      const used = [
        ...Object.values(annotations)
          .join(" ")
          .matchAll(/\$labels\.(\w+)/g)
      ]
      for (const [, label = ""] of used) assert.include(given, label, alert)
    }
  })
})

describe("the page", () => {
  const page = readFileSync(operatePath, "utf8")

  it("names failures that there are", () => {
    const tags = new Set<string>(Common.common.map(({ tag }) => tag))
    const named = [...page.matchAll(/`([A-Z]\w+)`/g)].map(([, name = ""]) => name)
    const deliveries = CallReport.Delivery.literals
    assert.isAbove(named.length, 5)
    for (const name of named) assert.isTrue(tags.has(name) || deliveries.some((one) => one === name), name)
  })

  it("has the vendors' names as the metrics have them", () => {
    const names = [...JSON.stringify(tests).matchAll(/faultline_vendor=\\"(\w+)/g)].map(
      ([, name = ""]) => name
    )
    assert.isNotEmpty(names)
    for (const name of names) assert.property(Faultline, name)
  })
})
