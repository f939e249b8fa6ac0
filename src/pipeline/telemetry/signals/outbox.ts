/** The metrics of an outbox. */
import type { MetricSignals } from "./metricSignal.ts"

/** Of an outbox. */
export const ofOutbox = {
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
} as const satisfies MetricSignals
