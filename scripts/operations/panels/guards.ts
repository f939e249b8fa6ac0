/** The panels of circuits, queues, limits and credentials. */
import type { Row } from "../panel.ts"
import { buckets, count, maxBy, quantile, rate, series, sumBy, total } from "../promql.ts"
import { chosen, legend } from "./calls.ts"

const circuits: Row = {
  question: "Is the circuit open, and since when?",
  panels: [
    {
      title: "Circuits",
      unit: "none",
      shows: "state",
      queries: [
        {
          expr: `${maxBy(["vendor", "class"], series("breakerState", { ...chosen, state: "open" }))} * 2 + ${maxBy(["vendor", "class"], series("breakerState", { ...chosen, state: "half_open" }))}`,
          legend: legend("vendor", "class")
        }
      ],
      reads: "0 closed, 1 half open: one call tries whether the vendor is back, 2 open."
    },
    {
      title: "Changes of circuits",
      unit: "short",
      queries: [
        {
          expr: sumBy(
            ["vendor", "class", "state"],
            `increase(${series("breakerTransitions", chosen)}[$__rate_interval])`
          ),
          legend: legend("vendor", "class", "state")
        }
      ],
      reads: "None. Open and half open in turn: the vendor is still down when it is tried."
    }
  ],
  todo: "The circuit closes by itself with the first call that succeeds. See what the vendor answers in “Is the vendor down or slow?”."
}

const waits: Row = {
  question: "Are we waiting, and for what?",
  panels: [
    {
      title: "Time spent waiting, per second",
      unit: "s",
      queries: [
        {
          expr: sumBy(["vendor", "wait"], rate(total("waitDuration", chosen))),
          legend: legend("vendor", "wait")
        }
      ],
      reads:
        "At 5, five calls wait at any moment. `queue`: for a turn. `backoff`: before a retry. `vendor`: as long as the vendor asked for. `credentials`: for a token."
    },
    {
      title: "Wait of a call, 95 of 100",
      unit: "s",
      queries: [
        {
          expr: quantile(0.95, ["vendor", "wait"], buckets("waitDuration", chosen)),
          legend: legend("vendor", "wait")
        }
      ],
      reads: "Of the waits that took place."
    },
    {
      title: "Calls in the queue",
      unit: "short",
      queries: [
        {
          expr: sumBy(["vendor", "class"], series("waiting", chosen)),
          legend: `${legend("vendor", "class")} waiting`
        },
        {
          expr: sumBy(["vendor", "class"], series("inFlight", chosen)),
          legend: `${legend("vendor", "class")} in flight`
        },
        {
          expr: sumBy(["vendor", "class"], series("inFlightLimit", chosen)),
          legend: `${legend("vendor", "class")} limit`
        }
      ],
      reads: "Waiting calls that grow without an end: the application asks for more than the vendor allows."
    }
  ],
  todo: "A queue that drains needs nothing. One that only grows: move work that can wait to an outbox or a batch, reserve turns for what cannot, or ask the vendor for a higher limit."
}

const pace: Row = {
  question: "How fast may we go, and how much is left?",
  panels: [
    {
      title: "Rate in force",
      unit: "reqps",
      queries: [
        {
          expr: sumBy(["vendor", "class"], series("rate", chosen)),
          legend: `${legend("vendor", "class")} limit`
        },
        {
          expr: sumBy(["vendor"], rate(count("callDuration", chosen))),
          legend: `${legend("vendor")} calls`
        }
      ],
      reads:
        "The vendor's documented rate, or what was learned from its answers. A class without a line has no limit."
    },
    {
      title: "Held",
      unit: "s",
      queries: [
        { expr: maxBy(["vendor", "class"], series("held", chosen)), legend: legend("vendor", "class") }
      ],
      reads: "0. Above it the vendor asked to wait (`Retry-After`), and all calls of the class do."
    },
    {
      title: "Share of the limit that is left",
      unit: "percentunit",
      queries: [
        {
          expr: `${sumBy(["vendor", "class", "window"], series("quotaRemaining", chosen))} / ${sumBy(["vendor", "class", "window"], series("quotaLimit", chosen))}`,
          legend: `${legend("vendor", "class", "window")} s`
        }
      ],
      reads: "By window, in seconds. Near 0 in a long window (an hour, a day): later calls of it will wait."
    }
  ],
  todo: "See who uses the limit up: other processes and other teams with the same key count too. Processes can [share limits](../how-to/share-limits.md)."
}

const token: Row = {
  question: "Is the token the trouble?",
  panels: [
    {
      title: "Renewals",
      unit: "short",
      queries: [
        {
          expr: sumBy(
            ["vendor", "renewal", "error"],
            `increase(${series("tokenRenewals", chosen)}[$__rate_interval])`
          ),
          legend: legend("vendor", "renewal", "error")
        }
      ],
      reads:
        "A few an hour, `due`. `refused`: the vendor no longer took a token before its time. With a tag: the renewal failed."
    },
    {
      title: "Time until the token ends",
      unit: "s",
      queries: [
        { expr: `min by (faultline_vendor) (${series("tokenExpires", chosen)})`, legend: legend("vendor") }
      ],
      reads:
        "Falls, and jumps with each renewal. At 0 and staying there: nothing was called, or it is not renewed."
    }
  ],
  todo: "`faultline doctor <vendor>` tries the credentials and says which part is refused. Renewals that come every few minutes: two programs with one account end each other's tokens."
}

/** Of the guards of a layer. */
export const ofGuards: ReadonlyArray<Row> = [circuits, waits, pace, token]
