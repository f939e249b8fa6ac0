/**
 * What was possible: the calls that a client would have got through which knows the server's rule, its state and the future, and
 * whose calls take the least time on the network. All calls have as long to live, so the earliest deadline is the first arrival.
 */
import { meter } from "./models.ts"
import type { ServerOptions } from "./server.ts"
import { isOut, makeWorker } from "./worker.ts"

/** When (ms) each of the calls that arrive at these times (ms, in order) can be answered; `Infinity` for not within `deadline` ms. */
export const answerable = (
  arrivals: ReadonlyArray<number>,
  { capacity, limited, trouble }: ServerOptions,
  deadline: number,
  leastTrip: number
): ReadonlyArray<number> => {
  const gate = limited === undefined ? undefined : meter(limited.model, limited.limit, limited.per)
  let free = -Infinity
  return arrivals.map((arrived) => {
    const reached = Math.max(arrived + leastTrip / 2, free)
    const served = isOut(reached, trouble) ? trouble.to : reached
    const accepted = gate === undefined ? served : Math.max(served, gate.freeAt(served))
    const done = makeWorker(capacity, trouble)(accepted)
    // One that would be late is not sent.
    if (done + leastTrip / 2 > arrived + deadline) return Infinity
    gate?.take(accepted)
    free = done
    return done + leastTrip / 2
  })
}

/** How many of the calls that arrive at these times (ms, in order) can be answered within `deadline` ms. */
export const possible = (...args: Parameters<typeof answerable>): number =>
  answerable(...args).filter(Number.isFinite).length
