/** The series of the metrics in the list. */
import * as Metric from "effect/Metric"
import { attribute, type AttributeKey } from "./attribute.ts"
import type { MetricSignal } from "./signals.ts"

/** The values of a metric's attributes; one that is absent is no attribute of the series. */
export type Labels = { readonly [K in AttributeKey]?: string | undefined }

/** The attributes of a series, by their names. */
export const attributesOf = ({ attributes }: MetricSignal, labels: Labels): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((key) => {
      const value = labels[key]
      return value === undefined ? [] : [[attribute[key], value]]
    })
  )

const made = (signal: MetricSignal, attributes: Record<string, string>): Metric.Metric<number, unknown> => {
  const { buckets = [], description, name, type } = signal
  if (type === "counter") return Metric.counter(name, { description, attributes, incremental: true })
  return Metric.histogram(name, { description, attributes, boundaries: buckets })
}

/** How many series one metric can have, as in OpenTelemetry: what comes beyond is counted without attributes. */
const most = 2_000

/**
 * One series of a metric in the list, made once: every attribute is bounded, so the series are few. A metric with attributes of its
 * own costs a seventh of one that is given them with each update.
 */
export const series = (signal: MetricSignal): ((labels: Labels) => Metric.Metric<number, unknown>) => {
  const known = new Map<string, Metric.Metric<number, unknown>>()
  let overflow: Metric.Metric<number, unknown> | undefined
  return (labels) => {
    let key = ""
    // With lengths, so that no two sets of values are one text.
    for (const name of signal.attributes) key += `${labels[name]?.length ?? ""}:${labels[name] ?? ""}`
    const found = known.get(key)
    if (found !== undefined) return found
    const full = known.size >= most
    const one = full ? (overflow ??= made(signal, {})) : made(signal, attributesOf(signal, labels))
    if (!full) known.set(key, one)
    return one
  }
}
