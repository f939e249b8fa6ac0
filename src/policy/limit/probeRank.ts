/** Which of the calls that wait is sent first to find out whether a server that is down is back. */
import type { Waiter } from "./waiter.ts"

/** Every so many probes one is a call that is not preferred: those that are may be the very calls that the server cannot serve. */
const otherwise = 16
const last = 1e9

/**
 * The rank of a waiter for the nth probe of an outage; the lowest is sent. Calls that may be carried out twice take turns. One that
 * may not is risked once; it is sent again only where nobody else waits, by its own policy.
 */
export const probeRank =
  (nth: number) =>
  ({ idempotent, probes }: Waiter): number => {
    if (idempotent) return probes
    if (probes > 0) return last + probes
    return nth % otherwise === otherwise - 1 ? -1 : last
  }
