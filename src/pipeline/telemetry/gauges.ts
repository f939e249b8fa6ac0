/**
 * Gauges of the layers of one vendor, as series of a registry of metrics. They are read when somebody reads the registry, and cost
 * nothing else. A value that is not known has no series: its series comes, or goes, with the reading after that in which it changed.
 */
import type * as Context from "effect/Context"
import * as Metric from "effect/Metric"
import { attributesOf, type Labels } from "./series.ts"
import type { ClassHealth, SharedHealth } from "./health.ts"
import { metric, type MetricSignal } from "./signals.ts"

/** One value of a gauge; `undefined` where it is not known. */
export type Reading = readonly [signal: MetricSignal, labels: Labels, value: number | undefined]

const states = ["closed", "open", "half_open"] as const

/** The values of a class. */
export const ofClass = (vendor: string, health: ClassHealth): ReadonlyArray<Reading> => {
  const { circuit, quotas } = health
  const labels = { vendor, class: health.class }
  return [
    [metric.waiting, labels, health.waiting],
    [metric.inFlight, labels, health.inFlight],
    [metric.inFlightLimit, labels, health.inFlightLimit],
    [metric.held, labels, health.held],
    [metric.rate, labels, health.rate],
    ...quotas.flatMap(({ limit, remaining, window }): ReadonlyArray<Reading> => [
      [metric.quotaRemaining, { ...labels, window: String(window) }, remaining],
      [metric.quotaLimit, { ...labels, window: String(window) }, limit]
    ]),
    ...states.map((state): Reading => [
      metric.breakerState,
      { ...labels, state },
      circuit === undefined ? undefined : Number(circuit === state)
    ])
  ]
}

/** The values that classes share. */
export const ofShared = (
  vendor: string,
  { retryBudget, tokenExpiresIn }: SharedHealth
): ReadonlyArray<Reading> => [
  [metric.budgetAvailable, { vendor }, retryBudget],
  [metric.tokenExpires, { vendor }, tokenExpiresIn]
]

interface Series {
  readonly registration: Metric.Registration
  value: number
}

/** Gauges that are read together. */
export class Gauges {
  private readonly context: Context.Context<never>
  private readonly read: () => ReadonlyArray<Reading>
  private readonly series = new Map<string, Series>()

  constructor(context: Context.Context<never>, read: () => ReadonlyArray<Reading>) {
    this.context = context
    this.read = read
    this.refresh()
  }

  remove(): void {
    for (const { registration } of this.series.values()) registration.remove()
    this.series.clear()
  }

  /** Series come and go as their values do. */
  refresh(): void {
    const gone = new Set(this.series.keys())
    for (const [signal, labels, value] of this.read()) {
      if (value === undefined) continue
      const attributes = attributesOf(signal, labels)
      const key = `${signal.name} ${Object.values(attributes).join(" ")}`
      gone.delete(key)
      const known = this.series.get(key)
      if (known === undefined) this.register(key, signal, attributes, value)
      else known.value = value
    }
    for (const key of gone) {
      this.series.get(key)?.registration.remove()
      this.series.delete(key)
    }
  }

  private register(
    key: string,
    { description, name }: MetricSignal,
    attributes: Record<string, string>,
    value: number
  ): void {
    const get = (): Metric.GaugeState<number> => {
      this.refresh()
      return series
    }
    const gauge = Metric.gauge(name, { description, attributes })
    const series = {
      registration: Metric.registerUnsafe(gauge, this.context, { get, update, modify: update }),
      value
    }
    this.series.set(key, series)
  }
}

const update = (): void => undefined
