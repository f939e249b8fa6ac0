/** Alerts on what comes back from a host. */
import { count, rate, sumBy } from "../promql.ts"
import { type Rule, type Samples, shown } from "../rule.ts"

const to = (
  host: string,
  status: string | undefined,
  error: string | undefined,
  values: string
): Samples => ({
  of: "requestDuration",
  suffix: "_count",
  labels: {
    server: host,
    ...(status === undefined ? {} : { status }),
    ...(error === undefined ? {} : { error })
  },
  values
})

const host = "portal.ixon.example"

// A series without a status is of requests that were not answered.
const inVain = sumBy(["server"], rate(count("requestDuration", { status: "=~(5..)?", error: "!=" }), "5m"))

const down: Rule = {
  alert: "FaultlineVendorDown",
  expr: `${inVain} / ${sumBy(["server"], rate(count("requestDuration"), "5m"))} > 0.9`,
  for: "5m",
  severity: "critical",
  summary: `${shown("server")} does not answer, or only with server errors`,
  description: `More than nine of ten requests to ${shown("server")} get no answer or a 5xx. Calls wait and are tried now and then; they go on by themselves when it is back.`,
  todo: [
    "Run `faultline doctor <vendor>`: name, connection, TLS, credentials, one after the other. Where it ends well, the vendor has trouble of its own: see its status page.",
    "All hosts at once: your own network, proxy or firewall.",
    "Calls fail when their deadline ends; items of an outbox wait. Restarting the program helps nothing."
  ],
  cases: [
    {
      name: "no answers, and 503s",
      samples: [
        to(host, "200", undefined, "0+50x10 500x40"),
        to(host, "503", "Unrecognized", "0x10 0+5x40"),
        to(host, undefined, "NotSent", "_x10 0+5x40")
      ],
      at: "30m",
      fires: [{ server: host }]
    },
    {
      name: "a caller's own mistakes are no outage",
      samples: [to(host, "404", "Ixon.NotFound", "0+50x40")],
      at: "30m",
      fires: []
    },
    {
      name: "half of the answers",
      samples: [to(host, "200", undefined, "0+10x40"), to(host, "503", "Unrecognized", "0+10x40")],
      at: "30m",
      fires: []
    }
  ]
}

/** Of requests. */
export const ofRequests: ReadonlyArray<Rule> = [down]
