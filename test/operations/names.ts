/** What a query names: metrics of the one list, and labels. */
import { attribute } from "../../src/pipeline/telemetry/attribute.ts"
import { metric, type MetricSignal, prometheusName } from "../../src/pipeline/telemetry/signals.ts"

const metrics: ReadonlyArray<MetricSignal> = Object.values(metric)

const suffixes = (type: MetricSignal["type"]): ReadonlyArray<string> =>
  type === "histogram" ? ["_bucket", "_sum", "_count"] : [""]

/** Every series name that Prometheus can have, with the labels that it can have. */
export const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  metrics.flatMap(({ attributes, name, type }) =>
    suffixes(type).map((suffix) => {
      const labels = attributes.map((key) => attribute[key].replaceAll(".", "_"))
      return [
        `${prometheusName(name)}${suffix}`,
        new Set(suffix === "_bucket" ? [...labels, "le"] : labels)
      ] as const
    })
  )
)

/** The names in a query that are not functions, keywords or labels of a grouping: its series. */
export const seriesIn = (expr: string): ReadonlyArray<string> => [
  ...new Set(
    [
      ...expr
        .replaceAll(/\{[^}]*\}|\[[^\]]*\]|\bby \([^)]*\)/g, " ")
        .matchAll(/\b(?:faultline|http)_[a-z_]+\b/g)
    ].map(([name]) => name)
  )
]

/** The labels that a query groups by, or chooses by. */
export const labelsIn = (expr: string): ReadonlyArray<string> => {
  const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = ""]) => names.split(/,\s*/))
  const chosen = [...expr.matchAll(/([a-z_]+)(?:=~|!=|!~|=)"/g)].map(([, name = ""]) => name)
  return [...new Set([...grouped, ...chosen])]
}
