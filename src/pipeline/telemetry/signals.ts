/**
 * The one list of metrics and span events. The documentation, the dashboard, the alert rules and the tests are derived from it.
 * Names are OpenTelemetry's; `prometheusName` has those of Prometheus.
 */
import { ofCalls } from "./signals/calls.ts"
import { ofLayers } from "./signals/layers.ts"
import type { MetricSignal } from "./signals/metricSignal.ts"
import { ofOutbox } from "./signals/outbox.ts"

export { event, type EventSignal } from "./signals/events.ts"
export type { MetricSignal } from "./signals/metricSignal.ts"

/** The metrics. */
export const metric = { ...ofCalls, ...ofLayers, ...ofOutbox } as const

// What stands in braces is a remark in UCUM, and no part of a name.
const unitsOf: Readonly<Record<string, string>> = { s: "seconds", "{call}/s": "per_second" }

/**
 * The name of a metric in Prometheus, by the rules of OpenTelemetry's exporters: for `metricNameMapper` of Effect's text format.
 *
 * @example
 * ```ts
 * import { Telemetry } from "faultline"
 *
 * console.log(Telemetry.prometheusName("faultline.call.duration")) // faultline_call_duration_seconds
 * console.log(Telemetry.prometheusName("faultline.calls")) // faultline_calls_total
 * ```
 */
export const prometheusName = (name: string): string => {
  const signal: MetricSignal | undefined = Object.values(metric).find((one) => one.name === name)
  const plain = name.replace(/[^a-zA-Z0-9_]/g, "_")
  if (signal === undefined) return plain
  const unit = unitsOf[signal.unit] ?? ""
  const suffixed = unit === "" || plain.endsWith(`_${unit}`) ? plain : `${plain}_${unit}`
  return signal.type === "counter" ? `${suffixed}_total` : suffixed
}
