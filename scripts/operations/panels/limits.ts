/** The panels of limits and credentials. */
import type { Row } from "../panel.ts"
import { count, maxBy, minBy, rate, series, sumBy } from "../promql.ts"
import { chosen, legend } from "./calls.ts"

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
      reads:
        "0. Above it nothing of the class is sent for so long: the vendor asked to wait (`Retry-After`), refuses every call, or no longer answers."
    },
    {
      title: "Share of the limit that is left",
      unit: "percentunit",
      queries: [
        {
          expr: minBy(
            ["vendor", "class", "window"],
            `${series("quotaRemaining", chosen)} / ${series("quotaLimit", chosen)}`
          ),
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
      queries: [{ expr: minBy(["vendor"], series("tokenExpires", chosen)), legend: legend("vendor") }],
      reads:
        "Falls, and jumps with each renewal. At 0 and staying there: nothing was called, or it is not renewed."
    }
  ],
  todo: "`faultline doctor <vendor>` tries the credentials and says which part is refused. Renewals that come every few minutes: two programs with one account end each other's tokens."
}

/** Of limits. */
export const ofLimits: ReadonlyArray<Row> = [pace, token]
