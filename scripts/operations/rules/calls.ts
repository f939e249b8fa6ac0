/** Alerts on calls, requests and retries. */
import { count, grown, minBy, rate, series, sumBy } from "../promql.ts"
import { type Case, type Rule, type Samples, shown } from "../rule.ts"

const unknownCalls = { vendor: "Braze", operation: "Braze.sendMessages", error: "DeliveryUnknown" }

const unknown = (name: string, values: string, at: string, fires: boolean): Case => ({
  name,
  samples: [{ of: "calls", labels: { ...unknownCalls, delivery: "Unknown" }, values }],
  at,
  fires: fires ? [{ vendor: "Braze", operation: "Braze.sendMessages" }] : []
})

const deliveryUnknown: Rule = {
  alert: "FaultlineDeliveryUnknown",
  expr: sumBy(["vendor", "operation"], grown(series("calls", { delivery: "Unknown" }), "15m")),
  for: "0m",
  severity: "critical",
  summary: `Nobody knows whether ${shown("operation")} was carried out`,
  description: `A request of ${shown("operation")} was sent and not answered. Look it up at ${shown("vendor")} before it is sent once more.`,
  todo: [
    "Find the calls: the log has a line of each with the call's id, and the journal has the entry.",
    "Look at the vendor whether it took effect. A write that is idempotent may simply be called once more: it is as good as done once.",
    "Where an outbox keeps the item, end the doubt with `faultline outbox resolve <id> --delivered --because …` or `--dead`.",
    "Many at once: the vendor or the network fails after requests have been read. See [unknown](../concepts/unknown.md)."
  ],
  cases: [
    unknown("the first one ever fires, though its series begins with it", "_x20 1x20", "21m", true),
    unknown("the first one fires where its series was there at 0", "0x20 1x20", "22m", true),
    unknown("a later one fires", "1x30 2x20", "32m", true),
    unknown("none fires where nothing happened", "0x60", "40m", false),
    unknown("an old one is quiet", "_x5 1x60", "45m", false)
  ]
}

const ended = (outcome: string, values: string): Samples => ({
  of: "callDuration",
  suffix: "_count",
  labels: { vendor: "Ixon", operation: "Ixon.listAgents", outcome },
  values
})

const failing: Rule = {
  alert: "FaultlineCallsFail",
  expr: `${sumBy(["vendor"], rate(count("callDuration", { outcome: "failure" }), "5m"))} / ${sumBy(["vendor"], rate(count("callDuration"), "5m"))} > 0.2`,
  for: "10m",
  severity: "critical",
  summary: `More than a fifth of the calls of ${shown("vendor")} fail`,
  description: `Calls of ${shown("vendor")} fail after all retries. The panel “Failures of calls” has the tag that leads; \`faultline doctor\` says where the way ends.`,
  todo: [
    "Look at “Failures of calls”: one tag leads. The vendor's page says what it means and what to do.",
    "A tag such as `NotSent` or `NoAnswer`: run `faultline doctor <vendor>`. A tag of the vendor's that refuses credentials: renew them. `InvalidInput`: a release of yours sends what the vendor does not take.",
    "Where calls may be late, keep them in an [outbox](../concepts/outbox.md): nothing is lost meanwhile."
  ],
  cases: [
    {
      name: "half of the calls fail",
      samples: [ended("success", "0+30x40"), ended("failure", "0+30x40")],
      at: "20m",
      fires: [{ vendor: "Ixon" }]
    },
    {
      name: "one of a hundred fails",
      samples: [ended("success", "0+99x40"), ended("failure", "0+1x40")],
      at: "20m",
      fires: []
    },
    {
      name: "half fail for three minutes",
      samples: [ended("success", "0+30x40"), ended("failure", "0x10 0+30x3 90x30")],
      at: "20m",
      fires: []
    }
  ]
}

const attempt = (kind: string, values: string): Samples => ({
  of: "attempts",
  labels: { vendor: "Xtremepush", operation: "Xtremepush.listCampaigns", kind },
  values
})

const retried: Rule = {
  alert: "FaultlineManyRetries",
  expr: `${sumBy(["vendor"], rate(series("attempts", { kind: "retry" }), "5m"))} / ${sumBy(["vendor"], rate(series("attempts"), "5m"))} > 0.2`,
  for: "10m",
  severity: "warning",
  summary: `More than a fifth of the requests to ${shown("vendor")} are retries`,
  description: `Requests to ${shown("vendor")} fail and are retried. Calls still succeed, later. Look at “Requests by status” for what fails.`,
  todo: [
    "“Requests by status” shows what the vendor answers. 429: see “How fast may we go, and how much is left?”; 5xx and no answer: the vendor is in trouble.",
    "Nothing is to be stopped by hand: the retry budget and the circuit end a storm by themselves."
  ],
  cases: [
    {
      name: "a third are retries",
      samples: [attempt("first", "0+20x40"), attempt("retry", "0+10x40")],
      at: "20m",
      fires: [{ vendor: "Xtremepush" }]
    },
    {
      name: "one of fifty is a retry",
      samples: [attempt("first", "0+49x40"), attempt("retry", "0+1x40")],
      at: "20m",
      fires: []
    }
  ]
}

const gauge = (values: string): ReadonlyArray<Samples> => [
  { of: "budgetAvailable", labels: { vendor: "Braze" }, instance: "a", values },
  { of: "budgetAvailable", labels: { vendor: "Braze" }, instance: "b", values: "10x30" }
]

const spent: Rule = {
  alert: "FaultlineRetryBudgetSpent",
  expr: `${minBy(["vendor"], series("budgetAvailable"))} < 1`,
  for: "5m",
  severity: "warning",
  summary: `The retry budget of ${shown("vendor")} is spent`,
  description: `So much fails at ${shown("vendor")} that failed calls are no longer retried, so that retries make no outage longer. They fail with \`BudgetSpent\`.`,
  todo: [
    "The budget fills by itself, with time and with first attempts. Look for what fails in “Is the vendor down or slow?”.",
    "Spent while the vendor is well: the budget is too small for how the traffic comes. See [budget](../concepts/budget.md)."
  ],
  cases: [
    {
      name: "one of two processes has nothing left",
      samples: gauge("10x5 0x20"),
      at: "15m",
      fires: [{ vendor: "Braze" }]
    },
    { name: "something is left", samples: gauge("10x30"), at: "15m", fires: [] }
  ]
}

/** Of calls. */
export const ofCalls: ReadonlyArray<Rule> = [deliveryUnknown, failing, retried, spent]
