/** The metrics of the guards of a layer: queues, limits, circuits, budget, credentials. */
import type { MetricSignals } from "./metricSignal.ts"

/** Of layers. */
export const ofLayers = {
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
    unit: "{state}",
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
  tokenExpires: {
    name: "faultline.token.expires_in",
    type: "gauge",
    unit: "s",
    description: "Time until the credential in use ends",
    attributes: ["vendor"]
  }
} as const satisfies MetricSignals
