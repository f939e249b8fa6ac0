/** Queue: releases calls in order, at the pace that the vendor declares or shows. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Advice } from "../../contract/Advice.ts"
import type { Contract } from "../../contract/compile.ts"
import * as Common from "../../contract/Common.ts"
import type * as Limit from "../../policy/limit/make.ts"
import type { Attempt, AttemptStage, Composing, Ended } from "../Call.ts"
import { CallId } from "../callId.ts"
import { ofNarrower } from "../feedback.ts"
import { circuitMet } from "../observing/moments.ts"
import { waited } from "../observing/waits.ts"
import { report, unsent, withNow } from "../report.ts"
import { permitOf } from "../Reserve.ts"
import { ticketOf } from "../ticket.ts"
import { whereOf } from "../where.ts"

/** Since when a queue's server is down is known to so many ms. */
const coarse = 5

const failFastOf = ({ failFast = false }: Advice): number | undefined => {
  if (failFast === false) return undefined
  return failFast === true ? 0 : Duration.toMillis(failFast)
}

/** Whether the vendor has been down for longer than the call waits for one that is down. */
const isDown = (
  limits: ReadonlyArray<Limit.Limit>,
  failFast: number | undefined,
  now: number
): Effect.Effect<boolean> =>
  failFast === undefined
    ? Effect.succeed(false)
    : Effect.map(
        Effect.forEach(limits, ({ standing }) => standing),
        (all) => all.some(({ downSince }) => downSince !== undefined && now - downSince >= failFast - coarse)
      )

const refused = (
  { contract }: Composing,
  attempt: Attempt,
  limits: ReadonlyArray<Limit.Limit>,
  { readyIn }: Common.OutOfTime
): Effect.Effect<Ended> =>
  withNow((now) => {
    const {
      after,
      call: { policy }
    } = attempt
    const call = report(whereOf(contract, attempt, now), "NotSent")
    const known = {
      ...(readyIn === undefined ? {} : { readyIn }),
      ...(after === undefined ? {} : { last: after._tag })
    }
    return Effect.flatMap(isDown(limits, failFastOf(policy), now), (down) =>
      down && readyIn !== undefined
        ? Effect.as(
            circuitMet(contract, attempt.call.id, readyIn),
            unsent(new Common.CircuitOpen({ retryAfter: readyIn, call }))
          )
        : Effect.succeed(unsent(new Common.OutOfTime({ deadline: policy.deadline, ...known, call })))
    )
  })

const withPermit = (ticket: Limit.Ticket, permit: Limit.Permit | undefined): Limit.Ticket =>
  permit === undefined ? ticket : { ...ticket, permit }

/** Whether a queue is of a class around the narrowest, whose own queues stand first and last. */
const isWider = (index: number, { length }: ReadonlyArray<Limit.Limit>): boolean =>
  index > 0 && index < length - 1

/** A call that fails while the vendor is down goes back to its place, if it may be carried out twice and its time is bounded. */
const down = <E>(exit: Exit.Exit<Ended, E>, { deadline, idempotent }: Limit.Ticket): Exit.Exit<Ended, E> =>
  Exit.map(exit, (ended) => ({
    ...ended,
    probe: true,
    requeue: idempotent === true && Number.isFinite(deadline)
  }))

/** Observes that a call has waited for its turn. One for each operation: the ticket says of which call. */
const waiting =
  (contract: Contract): NonNullable<Limit.Ticket["waited"]> =>
  (millis, { of }) =>
    of instanceof CallId ? waited(contract, of, "queue", millis) : Effect.void

/** The stage. */
export const queue: AttemptStage<"queue"> = {
  of: "attempt",
  name: "queue",
  around: (composing, next) => {
    const { contract, layer } = composing
    const read = layer.guards.read(contract)
    const ofJob = layer.guards.jobs(contract)
    const readWider = ofNarrower(read)
    const hasWaited = waiting(contract)
    return (attempt) =>
      Effect.withFiber((fiber) => {
        const { began, id, idempotent, input, policy } = attempt.call
        const limits = layer.guards.queues(contract.quotas(input))
        const ticket: Limit.Ticket = {
          ...ticketOf(fiber, contract, input, began, read),
          idempotent,
          probes: attempt.probes ?? 0,
          failFast: failFastOf(policy) ?? Infinity,
          waited: hasWaited,
          of: id
        }
        const ended = next(attempt)
        const queued = limits.reduceRight<Effect.Effect<Ended, Common.OutOfTime>>((held, limit, index) => {
          const here = isWider(index, limits) ? { ...ticket, read: readWider } : ticket
          return limit.run(held, withPermit(here, permitOf(fiber, contract, limit)), down)
        }, ended)
        const held = ofJob === undefined ? queued : ofJob(queued, input, ticket)
        return Effect.catch(held, (refusal) => refused(composing, attempt, limits, refusal))
      })
  }
}
