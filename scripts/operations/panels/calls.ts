/** The panels of calls and requests. */
import type { AttributeKey } from "../../../src/pipeline/telemetry/attribute.ts"
import type { Row } from "../panel.ts"
import { buckets, type Conditions, count, label, minBy, quantile, rate, series, sumBy } from "../promql.ts"

/** What the reader chose at the top of the dashboard. */
export const chosen: Conditions = { vendor: "=~$vendor" }

const chosenCalls: Conditions = { vendor: "=~$vendor", operation: "=~$operation" }
const chosenHosts: Conditions = { server: "=~$host" }

/** Labels as the name of a series. */
export const legend = (...keys: ReadonlyArray<AttributeKey>): string =>
  keys.map((key) => `{{${label(key)}}}`).join(" ")

const requests = count("requestDuration", chosenHosts)

const vendorTrouble: Row = {
  question: "Is the vendor down or slow?",
  panels: [
    {
      title: "Requests by status",
      unit: "reqps",
      queries: [
        {
          expr: sumBy(["server", "status", "error"], rate(requests)),
          legend: legend("server", "status", "error")
        }
      ],
      reads: "Requests by what came back. A line without a status is of requests that were not answered."
    },
    {
      title: "Share of requests that failed",
      unit: "percentunit",
      queries: [
        {
          expr: `${sumBy(["server"], rate(count("requestDuration", { ...chosenHosts, error: "!=" })))} / ${sumBy(["server"], rate(requests))}`,
          legend: legend("server")
        }
      ],
      reads: "Near 0. One host that rises alone: that vendor. All hosts at once: your own network."
    },
    {
      title: "Time of a request, 95 of 100",
      unit: "s",
      queries: [
        {
          expr: quantile(0.95, ["server", "path"], buckets("requestDuration", chosenHosts)),
          legend: legend("server", "path")
        }
      ],
      reads:
        "By endpoint. It stops at 10 s, the last bucket that OpenTelemetry advises: the time of calls goes further."
    }
  ],
  todo: "Run `faultline doctor <vendor>`: it says at which step the way to the vendor ends. Look at the vendor's own status page. Nothing needs to be restarted: calls wait, and go on by themselves."
}

const calls = series("calls", chosenCalls)

const callers: Row = {
  question: "Do our callers suffer?",
  panels: [
    {
      title: "Calls by how they ended",
      unit: "reqps",
      queries: [
        {
          expr: sumBy(["vendor", "outcome"], rate(count("callDuration", chosenCalls))),
          legend: legend("vendor", "outcome")
        }
      ],
      reads: "`interrupted` are calls that the application gave up, by a timeout of its own for example."
    },
    {
      title: "Failures of calls",
      unit: "reqps",
      queries: [
        {
          expr: sumBy(
            ["operation", "error", "reason"],
            rate(series("calls", { ...chosenCalls, error: "!=" }))
          ),
          legend: legend("operation", "error", "reason")
        }
      ],
      reads: "By the failure's tag. The page of the vendor says what each tag means and what to do."
    },
    {
      title: "Time of a call, waits and retries included",
      unit: "s",
      queries: [50, 95, 99].map((percent) => ({
        expr: quantile(percent / 100, ["vendor"], buckets("callDuration", chosenCalls)),
        legend: `${legend("vendor")} ${percent} %`
      })),
      reads: "What a caller waits. Far above the time of a request: calls wait or are retried."
    }
  ],
  todo: "Read the tag of the failure that leads: `faultline explain <vendor> --status … --body …` says what an answer means. Failures that are refusals (`InvalidInput`, a wrong id) are the application's to mend: they are never retried."
}

const attempts = series("attempts", chosenCalls)

const retries: Row = {
  question: "Is it a retry storm? Is the budget left?",
  panels: [
    {
      title: "Attempts by kind",
      unit: "reqps",
      queries: [{ expr: sumBy(["vendor", "kind"], rate(attempts)), legend: legend("vendor", "kind") }],
      reads: "`first` is the traffic that the application asks for; the rest is what the library adds."
    },
    {
      title: "Attempts per call",
      unit: "none",
      queries: [
        {
          expr: `${sumBy(["vendor"], rate(attempts))} / ${sumBy(["vendor"], rate(calls))}`,
          legend: legend("vendor")
        }
      ],
      reads: "Near 1. Below it where calls fail before anything is sent: an open circuit, bad input."
    },
    {
      title: "Retries that the budget would pay for",
      unit: "short",
      queries: [{ expr: minBy(["vendor"], series("budgetAvailable", chosen)), legend: legend("vendor") }],
      reads:
        "Full where all is well; of several processes, the one that has least. At 0 failed calls are no longer retried, so that retries make no outage longer."
    }
  ],
  todo: "Let it be: the budget stops a storm by itself. Where retries are many and the vendor is well, look at which failure leads to them, and whether the deadline of the layer leaves room for the vendor's own time."
}

/** Of calls. */
export const ofCalls: ReadonlyArray<Row> = [vendorTrouble, callers, retries]
