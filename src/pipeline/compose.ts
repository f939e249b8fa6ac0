/** Puts the stages around one operation of one layer. It is done once; what it makes runs for every call. */
import type { Contract } from "../contract/compile.ts"
import type { Composing, Connected, OfAttempt, OfCall } from "./Call.ts"
import { attempted } from "./observing/attempt.ts"
import type { Pipeline } from "./order.ts"

/** An operation as one layer carries it out. */
export interface Composed {
  readonly contract: Contract
  readonly run: OfCall
}

/** Composes an operation. */
export const compose = (
  contract: Contract,
  layer: Connected,
  { attempt, call, retry, wire }: Pipeline
): Composed => {
  const composing: Composing = { contract, layer }
  const sent = wire.make(composing)
  // An attempt is observed together with its time limit, so that running out of time is how it ended; without one, at the wire.
  const innermost: OfAttempt = attempt.some(({ name }) => name === "timeout")
    ? sent
    : (one) => attempted(contract, one, sent(one))
  const attempts = attempt.reduceRight((next, stage) => stage.around(composing, next), innermost)
  const run = call.reduceRight(
    (next, stage) => stage.around(composing, next),
    retry.around(composing, attempts)
  )
  return { contract, run }
}
