/** Alerts on circuits, queues, limits and credentials. */
import { grown, maxBy, minBy, series, sumBy } from "../promql.ts"
import { type Rule, type Samples, shown } from "../rule.ts"

const standing = (of: Samples["of"], values: string, more: Samples["labels"] = {}): Samples => ({
  of,
  labels: { vendor: "Braze", class: "default", ...more },
  values
})

const fires = [{ vendor: "Braze", class: "default" }]

const closed = (values: string) => [standing("breakerState", values, { state: "closed" })]

const down: Rule = {
  alert: "FaultlineCircuitOpen",
  // Half open is not closed either: a circuit that is tried in vain now and then is one episode.
  expr: `${minBy(["vendor", "class"], series("breakerState", { state: "closed" }))} == 0`,
  for: "5m",
  severity: "critical",
  summary: `${shown("vendor")} is down (${shown("class")})`,
  description: `The circuit has not been closed for 5 minutes: ${shown("vendor")} does not answer, or only with failures. It closes by itself when the vendor is back.`,
  todo: [
    "Run `faultline doctor <vendor>`: name, connection, TLS, credentials, one after the other. Where it ends well, the vendor has trouble of its own: see its status page.",
    "Calls fail fast with `CircuitOpen`; those of an outbox wait. Restarting the program helps nothing: its circuits begin closed and open once more."
  ],
  cases: [
    { name: "open", samples: closed("1x5 0x30"), at: "15m", fires },
    {
      name: "tried in vain each other minute",
      samples: [
        ...closed("1x5 0x30"),
        standing("breakerState", "0x5 1 0 1 0 1 0 1 0 1 0 1 0 1", { state: "open" })
      ],
      at: "15m",
      fires
    },
    { name: "open for three minutes", samples: closed("1x5 0x3 1x30"), at: "15m", fires: [] }
  ]
}

const held: Rule = {
  alert: "FaultlineQueueHeld",
  expr: `${maxBy(["vendor", "class"], series("held"))} > 0`,
  for: "15m",
  severity: "warning",
  summary: `Calls of ${shown("vendor")} (${shown("class")}) have been held back for 15 minutes`,
  description: `${shown("vendor")} asked to wait, refuses every call, or no longer answers. “Held” shows for how long nothing is sent yet.`,
  todo: [
    "A time that the vendor named is its own: calling before it is over only makes it longer. Where it no longer answers, see “Is the vendor down or slow?”.",
    "See “Share of the limit that is left”, and who else uses the same key."
  ],
  cases: [
    {
      name: "held for an hour",
      samples: [standing("held", "0x2 3600-60x40")],
      at: "30m",
      fires
    },
    {
      name: "held now and then",
      samples: [standing("held", "0x2 60x5 0x2 60x5 0x30")],
      at: "30m",
      fires: []
    }
  ]
}

const queueOf = (instance: string, waiting: string, inFlight: string): ReadonlyArray<Samples> =>
  [standing("waiting", waiting), standing("inFlight", inFlight), standing("inFlightLimit", "10x60")].map(
    (samples) => ({ ...samples, instance })
  )

// Another process has places to spare.
const queue = (waiting: string, inFlight: string) => [
  ...queueOf("a", waiting, inFlight),
  ...queueOf("b", "0x60", "1x60")
]

const full: Rule = {
  alert: "FaultlineQueueNearLimit",
  expr: maxBy(
    ["vendor", "class"],
    `${series("inFlight")} / ${series("inFlightLimit")} > 0.9 and ${series("waiting")} > 0`
  ),
  for: "10m",
  severity: "warning",
  summary: `As many calls of ${shown("vendor")} (${shown("class")}) are in flight as may be, and others wait`,
  description: `More is asked of ${shown("vendor")} than goes through. Where the number that waits only grows, calls will fail with \`OutOfTime\`, also at once where the queue is full.`,
  todo: [
    "“Calls in the queue”: does the number that waits fall at times? Then nothing is to be done.",
    "“Time of a request”: a vendor that has become slow fills the queue at the same traffic.",
    "Otherwise move work that can wait to an [outbox](../concepts/outbox.md) or into [batches](../concepts/batches.md), and see [queue](../concepts/queue.md)."
  ],
  cases: [
    { name: "full, and others wait", samples: queue("5x60", "10x60"), at: "20m", fires },
    { name: "full, and nobody waits", samples: queue("0x60", "10x60"), at: "20m", fires: [] },
    { name: "half full", samples: queue("5x60", "5x60"), at: "20m", fires: [] }
  ]
}

const left = (values: string) => [
  standing("quotaRemaining", values, { window: "3600" }),
  standing("quotaLimit", "1000x60", { window: "3600" })
]

const usedUp: Rule = {
  alert: "FaultlineQuotaNearlyUsedUp",
  expr: `${minBy(["vendor", "class", "window"], `${series("quotaRemaining")} / ${series("quotaLimit")}`)} < 0.1`,
  for: "10m",
  severity: "warning",
  summary: `Less than a tenth of the limit of ${shown("vendor")} (${shown("class")}) is left`,
  description: `The limit of ${shown("window")} s is nearly used up. Later calls of the window wait, those with a deadline fail.`,
  todo: [
    "See which operation makes the calls (“Calls by how they ended”), and whether other programs use the same key.",
    "What must get through can have turns of its own: [reserve](../concepts/queue.md). What can wait goes to an outbox."
  ],
  cases: [
    {
      name: "fifty of a thousand are left",
      samples: left("1000x5 50x40"),
      at: "20m",
      fires: [{ ...fires[0], window: "3600" }]
    },
    { name: "half is left", samples: left("500x60"), at: "20m", fires: [] }
  ]
}

const renewals = (error: string | undefined, values: string): Samples => ({
  of: "tokenRenewals",
  labels: { vendor: "M3ter", renewal: "due", ...(error === undefined ? {} : { error }) },
  values
})

const refused: Rule = {
  alert: "FaultlineTokenRefused",
  expr: sumBy(["vendor", "error"], grown(series("tokenRenewals", { error: "!=" }), "10m")),
  for: "0m",
  severity: "critical",
  summary: `No token from ${shown("vendor")}: ${shown("error")}`,
  description: `A token of ${shown("vendor")} could not be fetched. Without one no call gets through. \`faultline doctor\` says whether it is the key, the account or the way.`,
  todo: [
    "`faultline doctor <vendor>` fetches a token and says what is wrong with the answer.",
    "A refusal: the key was revoked or changed. No answer: the host of the tokens is down, which need not be the host of the calls."
  ],
  cases: [
    {
      name: "the first refusal ever",
      samples: [renewals(undefined, "0+1x40"), renewals("M3ter.CredentialsRefused", "_x10 1x40")],
      at: "12m",
      fires: [{ vendor: "M3ter", error: "M3ter.CredentialsRefused" }]
    },
    { name: "renewals that succeed", samples: [renewals(undefined, "0+1x40")], at: "12m", fires: [] }
  ]
}

/** Of the guards of a layer. */
export const ofGuards: ReadonlyArray<Rule> = [down, held, full, usedUp, refused]
