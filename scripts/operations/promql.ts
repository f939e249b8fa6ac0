/** Queries for Prometheus, written with the keys of the one list: a name that is not in it does not compile. */
import { attribute, type AttributeKey } from "../../src/pipeline/telemetry/attribute.ts"
import { metric, prometheusName } from "../../src/pipeline/telemetry/signals.ts"

/** The key of a metric in the list. */
export type MetricKey = keyof typeof metric

/** A condition on a label: `=` unless the value begins with `=~`, `!=` or `!~`. */
export type Conditions = { readonly [K in AttributeKey]?: string }

/** The label of an attribute. */
export const label = (key: AttributeKey): string => attribute[key].replaceAll(".", "_")

/** Labels of a grouping. */
export const labels = (...keys: ReadonlyArray<AttributeKey>): string => keys.map(label).join(", ")

const condition = (key: string, value: string): string => {
  const [, operator = "=", text = ""] = /^(=~|!=|!~)?([\s\S]*)$/.exec(value) ?? []
  return `${key}${operator}"${text}"`
}

const keysOf = (conditions: Conditions) => Object.keys(conditions) as ReadonlyArray<AttributeKey> // as: its own keys

const suffixed = (key: MetricKey, conditions: Conditions, suffix: string): string => {
  const given = keysOf(conditions).map((name) => condition(label(name), conditions[name] ?? ""))
  return `${prometheusName(metric[key].name)}${suffix}${given.length === 0 ? "" : `{${given.join(",")}}`}`
}

/** The series of a counter or a gauge. */
export const series = (key: MetricKey, conditions: Conditions = {}): string => suffixed(key, conditions, "")

/** How many values a histogram has. */
export const count = (key: MetricKey, conditions: Conditions = {}): string =>
  suffixed(key, conditions, "_count")

/** The sum of the values of a histogram. */
export const total = (key: MetricKey, conditions: Conditions = {}): string =>
  suffixed(key, conditions, "_sum")

/** The buckets of a histogram. */
export const buckets = (key: MetricKey, conditions: Conditions = {}): string =>
  suffixed(key, conditions, "_bucket")

/** How fast a series grows, in units per second. */
export const rate = (selector: string, window: string = "$__rate_interval"): string =>
  `rate(${selector}[${window}])`

/** A sum by labels. */
export const sumBy = (keys: ReadonlyArray<AttributeKey>, expression: string): string =>
  `sum by (${labels(...keys)}) (${expression})`

/** A maximum by labels. */
export const maxBy = (keys: ReadonlyArray<AttributeKey>, expression: string): string =>
  `max by (${labels(...keys)}) (${expression})`

/** A minimum by labels: of several processes, the one that is worst off. */
export const minBy = (keys: ReadonlyArray<AttributeKey>, expression: string): string =>
  `min by (${labels(...keys)}) (${expression})`

/** A quantile of a histogram by labels. */
export const quantile = (
  at: number,
  keys: ReadonlyArray<AttributeKey>,
  selector: string,
  window?: string
): string =>
  `histogram_quantile(${at}, sum by (${["le", ...keys.map(label)].join(", ")}) (${rate(selector, window)}))`

/**
 * How much a counter grew, with the value that a series began with: `increase` alone takes the first value of a new series as where it
 * stood all along, and so misses the first event of all.
 */
export const grown = (selector: string, window: string): string =>
  `increase(${selector}[${window}]) > 0 or (${selector} > 0 unless ${selector} offset ${window})`
