/** Queue: releases calls in order, at the pace that the vendor declares or shows. */
import * as Effect from "effect/Effect"
import * as Common from "../../contract/Common.ts"
import type { Attempt, AttemptStage, Composing, Ended } from "../Call.ts"
import { report, unsent, withNow } from "../report.ts"
import { permitOf } from "../Reserve.ts"
import { ticketOf } from "../ticket.ts"

const refused = (
  { contract }: Composing,
  { call: { policy }, outgoing }: Attempt,
  { readyIn }: Common.OutOfTime
): Effect.Effect<Ended> =>
  withNow((now) => {
    const call = report({ contract, outgoing, now }, "NotSent")
    const fields = { deadline: policy.deadline, ...(readyIn === undefined ? {} : { readyIn }), call }
    return Effect.succeed(unsent(new Common.OutOfTime(fields)))
  })

/** The stage. */
export const queue: AttemptStage<"queue"> = {
  of: "attempt",
  name: "queue",
  around: (composing, next) => {
    const { contract, layer } = composing
    return (attempt) =>
      Effect.withFiber((fiber) => {
        const { began, input } = attempt.call
        const limits = layer.guards.queues(contract.quotas(input))
        const ticket = ticketOf(fiber, contract, input, began, layer.guards.read)
        const ended = next(attempt)
        const queued = limits.reduceRight<Effect.Effect<Ended, Common.OutOfTime>>(
          (held, limit) => limit.run(held, { ...ticket, ...permitOf(fiber, contract, limit) }),
          ended
        )
        return Effect.catch(queued, (refusal) => refused(composing, attempt, refusal))
      })
  }
}
