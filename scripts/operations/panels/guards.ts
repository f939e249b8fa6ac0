/** The panels of circuits and queues. */
import type { Row } from "../panel.ts"
import { buckets, maxBy, quantile, rate, series, sumBy, total } from "../promql.ts"
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

/** Of the guards of a layer. */
export const ofGuards: ReadonlyArray<Row> = [circuits, waits]
