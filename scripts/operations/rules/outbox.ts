/** Alerts on an outbox. */
import { maxBy, type MetricKey, series } from "../promql.ts"
import { type Case, type Rule, shown } from "../rule.ts"

const lane = { vendor: "Braze", operation: "Braze.trackUsers" }

const lookedAt = (of: MetricKey, name: string, values: string, fires: boolean): Case => ({
  name,
  samples: [{ of, labels: lane, values }],
  at: "20m",
  fires: fires ? [lane] : []
})

const aging: Rule = {
  alert: "FaultlineOutboxAging",
  expr: `${maxBy(["vendor", "operation"], series("outboxOldest"))} > 900`,
  for: "5m",
  severity: "warning",
  summary: `Items of ${shown("operation")} have waited in the outbox for more than 15 minutes`,
  description: `The outbox does not drain: no worker runs, the lane is paused, or ${shown("vendor")} is down. \`faultline outbox stats\` says which.`,
  todo: [
    "`faultline outbox stats`: a lane that is paused says by whom and why; one that is held says what all its items meet.",
    "No worker: start one. It goes on where the last one stopped, and nothing is sent twice by chance.",
    "Held: see the alert on the circuit or the credentials of the same vendor."
  ],
  cases: [
    lookedAt("outboxOldest", "an hour old", "0+200x40", true),
    lookedAt("outboxOldest", "a minute old", "60x40", false)
  ]
}

const dead: Rule = {
  alert: "FaultlineOutboxDead",
  expr: `${maxBy(["vendor", "operation"], series("outboxDead"))} > 0`,
  for: "1m",
  severity: "warning",
  summary: `Items of ${shown("operation")} are dead in the outbox`,
  description: `${shown("vendor")} refused them for good, or they were tried for too long. Nothing was done, and nothing will be until somebody requeues or drops them.`,
  todo: [
    "`faultline outbox list --state dead`, then `show <id>`: the failure, in words, with its remedy.",
    "Mend the reason, then `requeue`; an item that is no longer wanted: `drop`. Both ask for a reason, which stays with the item."
  ],
  cases: [
    lookedAt("outboxDead", "one is dead", "0x5 1x40", true),
    lookedAt("outboxDead", "none is dead", "0x40", false)
  ]
}

const unknown: Rule = {
  alert: "FaultlineOutboxUnknown",
  expr: `${maxBy(["vendor", "operation"], series("outboxUnknown"))} > 0`,
  for: "1m",
  severity: "critical",
  summary: `Nobody knows whether items of ${shown("operation")} in the outbox were carried out`,
  description: `They were sent and not answered, and are not sent once more by themselves. Look them up at ${shown("vendor")}, then resolve them.`,
  todo: [
    "`faultline outbox list --state unknown`, then look at the vendor.",
    "`faultline outbox resolve <id> --delivered --because …` where it was done. Do not requeue to be safe: it may have been done. See [unknown](../concepts/unknown.md)."
  ],
  cases: [
    lookedAt("outboxUnknown", "one is unknown", "_x5 1x40", true),
    lookedAt("outboxUnknown", "none is unknown", "0x40", false)
  ]
}

/** Of an outbox. */
export const ofOutbox: ReadonlyArray<Rule> = [unknown, dead, aging]
