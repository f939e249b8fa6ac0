/** The panels of what was done, not done, or is not known. */
import type { Row } from "../panel.ts"
import { buckets, maxBy, quantile, rate, series, sumBy } from "../promql.ts"
import { chosen, legend } from "./calls.ts"

const unknown = series("calls", { ...chosen, delivery: "Unknown" })

const deliveries: Row = {
  question: "Was anything done twice, or lost?",
  panels: [
    {
      title: "Calls of which nobody knows whether they were done",
      unit: "short",
      shows: "number",
      queries: [{ expr: sumBy(["operation", "error"], unknown), legend: legend("operation", "error") }],
      reads:
        "Since the program began. An idempotent operation may be called once more; the others are looked up at the vendor first."
    },
    {
      title: "Calls by delivery",
      unit: "reqps",
      queries: [
        {
          expr: sumBy(["vendor", "delivery"], rate(series("calls", chosen))),
          legend: legend("vendor", "delivery")
        }
      ],
      reads: "`Applied`: done. `Refused` and `NotSent`: not done. `Unknown`: one or the other."
    },
    {
      title: "Items in one request, half of them",
      unit: "short",
      queries: [
        {
          expr: quantile(0.5, ["operation"], buckets("batchItems", chosen)),
          legend: legend("operation")
        }
      ],
      reads: "Near what the vendor allows where there is much to send; 1 where batches never fill."
    }
  ],
  todo: "Each unknown delivery is in the log and in the journal, with the call's id: look it up at the vendor before you send it once more. [Unknown deliveries](../concepts/unknown.md) says where."
}

const outbox: Row = {
  question: "Does the outbox drain?",
  panels: [
    {
      title: "Items that wait",
      unit: "short",
      queries: [
        {
          expr: maxBy(["vendor", "operation"], series("outboxDepth", chosen)),
          legend: legend("operation")
        }
      ],
      reads: "Falls after each rise."
    },
    {
      title: "Age of the oldest item",
      unit: "s",
      queries: [
        {
          expr: maxBy(["vendor", "operation"], series("outboxOldest", chosen)),
          legend: legend("operation")
        }
      ],
      reads: "Seconds. It rises where no worker runs, the lane is paused, or its vendor is down."
    },
    {
      title: "Items that wait for a person",
      unit: "short",
      shows: "number",
      queries: [
        {
          expr: maxBy(["vendor", "operation"], series("outboxDead", chosen)),
          legend: `${legend("operation")} dead`
        },
        {
          expr: maxBy(["vendor", "operation"], series("outboxUnknown", chosen)),
          legend: `${legend("operation")} unknown`
        }
      ],
      reads: "0. Nothing happens to these until somebody decides."
    }
  ],
  todo: "`faultline outbox stats`, `list --state dead`, `show <id>`; then `requeue`, `drop` or `resolve`, each with a reason."
}

/** Of deliveries. */
export const ofDeliveries: ReadonlyArray<Row> = [deliveries, outbox]
