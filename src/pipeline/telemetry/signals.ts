/**
 * The one list of metrics and span events. The documentation, the dashboard, the alert rules and the tests are derived from it.
 * Names are OpenTelemetry's; `prometheusName` has those of Prometheus.
 */
import type { AttributeKey } from "./attribute.ts"

/** One metric. */
export interface MetricSignal {
  readonly name: string
  readonly type: "counter" | "histogram" | "gauge"
  /** In UCUM, as OpenTelemetry writes it. */
  readonly unit: string
  readonly description: string
  readonly attributes: ReadonlyArray<AttributeKey>
  /** The upper bounds of a histogram's buckets. */
  readonly buckets?: ReadonlyArray<number>
}

/** The metrics. */
export const metric = {
  requestDuration: {
    name: "http.client.request.duration",
    type: "histogram",
    unit: "s",
    description: "Duration of HTTP client requests",
    attributes: ["method", "server", "port", "path", "status", "error", "protocol"],
    // OpenTelemetry advises these.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
  },
  callDuration: {
    name: "faultline.call.duration",
    type: "histogram",
    unit: "s",
    description: "Duration of calls, waits and retries included",
    attributes: ["vendor", "operation", "outcome"],
    buckets: [0.05, 0.25, 1, 2.5, 5, 10, 30, 60, 120, 300]
  },
  calls: {
    name: "faultline.calls",
    type: "counter",
    unit: "{call}",
    description: "Calls that ended",
    attributes: ["vendor", "operation", "error", "reason", "delivery"]
  },
  attempts: {
    name: "faultline.attempts",
    type: "counter",
    unit: "{attempt}",
    description: "Attempts that ended: requests that were handed to the transport",
    attributes: ["vendor", "operation", "kind"]
  },
  waitDuration: {
    name: "faultline.wait.duration",
    type: "histogram",
    unit: "s",
    description: "Time that calls waited, by what for",
    attributes: ["vendor", "wait"],
    buckets: [0.01, 0.1, 1, 5, 15, 60, 300]
  },
  waiting: {
    name: "faultline.queue.waiting",
    type: "gauge",
    unit: "{call}",
    description: "Calls that wait for their turn",
    attributes: ["vendor", "class"]
  },
  inFlight: {
    name: "faultline.queue.in_flight",
    type: "gauge",
    unit: "{call}",
    description: "Calls in flight",
    attributes: ["vendor", "class"]
  },
  inFlightLimit: {
    name: "faultline.queue.in_flight.limit",
    type: "gauge",
    unit: "{call}",
    description: "Calls that may be in flight at once",
    attributes: ["vendor", "class"]
  },
  held: {
    name: "faultline.queue.held",
    type: "gauge",
    unit: "s",
    description: "Time until the queue may send again; 0 where it may now",
    attributes: ["vendor", "class"]
  },
  rate: {
    name: "faultline.queue.rate",
    type: "gauge",
    unit: "{call}/s",
    description: "Calls per second that the queue lets through; absent while nothing limits it",
    attributes: ["vendor", "class"]
  },
  quotaRemaining: {
    name: "faultline.quota.remaining",
    type: "gauge",
    unit: "{call}",
    description: "Calls left in the present window of a limit, as far as it is known",
    attributes: ["vendor", "class", "window"]
  },
  quotaLimit: {
    name: "faultline.quota.limit",
    type: "gauge",
    unit: "{call}",
    description: "Calls that a limit allows in one window",
    attributes: ["vendor", "class", "window"]
  },
  breakerState: {
    name: "faultline.breaker.state",
    type: "gauge",
    unit: "1",
    description: "1 for the state that a circuit is in, 0 for the others",
    attributes: ["vendor", "class", "state"]
  },
  breakerTransitions: {
    name: "faultline.breaker.transitions",
    type: "counter",
    unit: "{transition}",
    description: "Changes of circuits, by the state that they changed to",
    attributes: ["vendor", "class", "state"]
  },
  budgetAvailable: {
    name: "faultline.retry_budget.available",
    type: "gauge",
    unit: "{retry}",
    description: "Retries that the budget would pay for now",
    attributes: ["vendor"]
  },
  tokenRenewals: {
    name: "faultline.token.renewals",
    type: "counter",
    unit: "{renewal}",
    description: "Credentials that were fetched",
    attributes: ["vendor", "renewal", "error"]
  },
  tokenExpires: {
    name: "faultline.token.expires_in",
    type: "gauge",
    unit: "s",
    description: "Time until the credential in use ends",
    attributes: ["vendor"]
  },
  batchItems: {
    name: "faultline.batch.items",
    type: "histogram",
    unit: "{item}",
    description: "Items in one request",
    attributes: ["vendor", "operation"],
    buckets: [1, 5, 10, 25, 50, 75, 100, 250, 500, 1000]
  },
  outboxDepth: {
    name: "faultline.outbox.depth",
    type: "gauge",
    unit: "{item}",
    description: "Items that wait in the outbox",
    attributes: ["vendor", "operation"]
  },
  outboxOldest: {
    name: "faultline.outbox.oldest.age",
    type: "gauge",
    unit: "s",
    description: "Age of the oldest item that waits in the outbox",
    attributes: ["vendor", "operation"]
  },
  outboxDead: {
    name: "faultline.outbox.dead",
    type: "gauge",
    unit: "{item}",
    description: "Items of the outbox that were refused for good and wait for a person",
    attributes: ["vendor", "operation"]
  },
  outboxUnknown: {
    name: "faultline.outbox.unknown",
    type: "gauge",
    unit: "{item}",
    description: "Items of the outbox of which nobody knows whether they were carried out",
    attributes: ["vendor", "operation"]
  }
} as const satisfies Readonly<Record<string, MetricSignal>>

/** One event on the span of a call. */
export interface EventSignal {
  readonly name: string
  readonly when: string
  readonly attributes: ReadonlyArray<AttributeKey>
}

/** The events, on the span of the call. */
export const event = {
  wait: {
    name: "faultline.wait",
    when: "the call has waited: for its turn, before a retry, or for a credential",
    attributes: ["wait", "seconds"]
  },
  waiting: {
    name: "faultline.waiting",
    when: "the call begins to wait before a retry",
    attributes: ["wait", "after", "seconds", "until"]
  },
  circuit: {
    name: "faultline.circuit.open",
    when: "the call met an open circuit, or a queue whose server is down",
    attributes: ["seconds"]
  },
  budget: {
    name: "faultline.budget.spent",
    when: "the call was not retried, because the retry budget was spent",
    attributes: ["after"]
  },
  split: {
    name: "faultline.split",
    when: "the call is asked again in smaller parts",
    attributes: ["after"]
  },
  token: {
    name: "faultline.token.renewed",
    when: "the vendor refused the credential of the call, and another one was fetched",
    attributes: ["renewal"]
  }
} as const satisfies Readonly<Record<string, EventSignal>>

const unitsOf: Readonly<Record<string, string>> = { s: "seconds", "{call}/s": "calls_per_second", "1": "" }

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
