/** What the tables of alert rules hold. */
import type { AttributeKey } from "../../src/pipeline/telemetry/attribute.ts"
import { label, type MetricKey, series } from "./promql.ts"

/** The values of labels, by the keys of the list. */
export type LabelValues = { readonly [K in AttributeKey]?: string }

/** A series of a test, one value a minute, as promtool writes them: `0x5 1+0x10`. */
export interface Samples {
  readonly of: MetricKey
  readonly suffix?: "_count" | "_sum"
  readonly labels: LabelValues
  /** The process that it is read from. */
  readonly instance?: string
  readonly values: string
}

/** A case that promtool runs: these samples, and what of the rule fires at this time. */
export interface Case {
  readonly name: string
  readonly samples: ReadonlyArray<Samples>
  readonly at: string
  /** The labels of the alerts that fire; none where the rule is to be quiet. */
  readonly fires: ReadonlyArray<LabelValues>
}

/** One alert. */
export interface Rule {
  readonly alert: string
  readonly expr: string
  readonly for: string
  readonly severity: "critical" | "warning"
  /** One line, with labels in double braces. */
  readonly summary: string
  /** What it means, and the first thing to do. */
  readonly description: string
  /** What to do, in full, for the page. */
  readonly todo: ReadonlyArray<string>
  readonly cases: ReadonlyArray<Case>
}

/** The labels of an alert as text that a template fills in. */
export const shown = (key: AttributeKey): string => `{{ $labels.${label(key)} }}`

/** A series as promtool wants it. */
export const seriesOf = ({ instance, labels, of, suffix }: Samples): string => {
  const [name = "", given = "{}"] = series(of, labels).split(/(?=\{)/)
  const process = instance === undefined ? "" : `instance="${instance}",`
  return `${name}${suffix ?? ""}${given.replace("{", `{${process}`)}`
}
