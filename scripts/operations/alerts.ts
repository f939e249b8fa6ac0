/** The alert rules as Prometheus reads them, and their tests as promtool does. */
import { stringify } from "yaml"
import { anchorOf } from "./anchor.ts"
import { label } from "./promql.ts"
import { type Case, type LabelValues, type Rule, seriesOf } from "./rule.ts"
import { rules } from "./rules.ts"

/** Where the rules stand, and their tests. */
export const alertsPath = "docs/operations/alerts.yml"
export const alertTestsPath = "docs/operations/alerts.test.yml"

const derived = (by: string): string =>
  `# Derived from scripts/operations: what is changed here by hand is lost.\n# ${by}\n`

const yaml = (document: unknown): string => stringify(document, { lineWidth: 0 })

const annotationsOf = ({ alert, description, summary }: Rule) => ({
  summary,
  description,
  runbook_url: `docs/operations/operate.md#${anchorOf(alert)}`
})

/** `alerts.yml`. */
export const alertsFile = (): string =>
  derived("Copy it to where Prometheus runs and name it in rule_files.") +
  yaml({
    groups: [
      {
        name: "faultline",
        rules: rules.map((rule) => ({
          alert: rule.alert,
          expr: rule.expr,
          for: rule.for,
          labels: { severity: rule.severity },
          annotations: annotationsOf(rule)
        }))
      }
    ]
  })

const named = (values: LabelValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [label(key as keyof LabelValues), value]) // as: its own keys
  )

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => values[name] ?? "")

const expected = (rule: Rule, values: Readonly<Record<string, string>>) => ({
  exp_labels: { severity: rule.severity, ...values },
  exp_annotations: Object.fromEntries(
    Object.entries(annotationsOf(rule)).map(([name, template]) => [name, filled(template, values)])
  )
})

const testOf = (rule: Rule, { at, fires, name, samples }: Case) => ({
  name: `${rule.alert}: ${name}`,
  interval: "1m",
  input_series: samples.map((one) => ({ series: seriesOf(one), values: one.values })),
  alert_rule_test: [
    {
      eval_time: at,
      alertname: rule.alert,
      exp_alerts: fires.map((values) => expected(rule, named(values)))
    }
  ]
})

/** `alerts.test.yml`. */
export const alertTestsFile = (): string =>
  derived("promtool test rules alerts.test.yml") +
  yaml({
    rule_files: ["alerts.yml"],
    evaluation_interval: "1m",
    tests: rules.flatMap((rule) => rule.cases.map((one) => testOf(rule, one)))
  })
