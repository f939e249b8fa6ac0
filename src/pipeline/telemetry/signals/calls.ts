/** The metrics of calls, attempts, waits and credentials. */
import type { MetricSignals } from "./metricSignal.ts"

/** Of calls and their attempts. */
export const ofCalls = {
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
  tokenRenewals: {
    name: "faultline.token.renewals",
    type: "counter",
    unit: "{renewal}",
    description: "Credentials that were fetched",
    attributes: ["vendor", "renewal", "error"]
  },
  batchItems: {
    name: "faultline.batch.items",
    type: "histogram",
    unit: "{item}",
    description: "Items in one request",
    attributes: ["vendor", "operation"],
    buckets: [1, 5, 10, 25, 50, 75, 100, 250, 500, 1000]
  }
} as const satisfies MetricSignals
