/** The figures of the queue for a vendor that is down. */
import * as Limit from "../policy/Limit.ts"
import { type Figure, own } from "./figure.ts"

const { longestPause, outageAfter } = Limit.concurrencyDefaults
const probes = Limit.probesPerSecond

/** When it is taken for down, and what becomes of calls then. */
export const outages: ReadonlyArray<Figure> = [
  own(
    "down",
    outageAfter,
    `after ${outageAfter} failures in a row, or when all calls in flight are silent for far longer than usual; calls then wait until their deadline`
  ),
  own(
    "probes",
    { mostPerSecond: probes, pauses: [longestPause, 2 * longestPause] },
    `${probes} calls a second at most, ${probes / 2} in a long outage; what fails then and may be repeated spends no attempt`
  ),
  own("fail fast", false, "off, until the layer or a policy has `failFast`")
]
