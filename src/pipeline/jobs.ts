/**
 * Refusals that say that a job is running. They hold back the calls that would start it too, and nobody else: those of the same
 * operation, and where its facts name what a job is of, those about the same.
 */
import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { OutOfTime } from "../contract/Common.ts"
import type { Contract } from "../contract/compile.ts"
import * as Limit from "../policy/limit/make.ts"
import type { Ended } from "./ended.ts"
import { type IsBusy, isBusy, untilOf } from "./feedback.ts"
import { failureOf, isFault } from "./report.ts"

/** Jobs that hold nobody back are forgotten when there are so many. */
const sweepAt = 256

/** Runs an attempt at once, or, where its job is known to be running, when that may have ended. */
export type OfJob = (
  attempt: Effect.Effect<Ended, OutOfTime>,
  input: unknown,
  ticket: Limit.Ticket
) => Effect.Effect<Ended, OutOfTime>

/** The jobs of one layer. `undefined` for an operation that is not known to be refused for a job of its own. */
export type Jobs = (contract: Contract) => OfJob | undefined

/** Reads the end of an attempt for the queue of its job. What is about something else is read by the other queues. */
const reading =
  (busy: IsBusy, clock: Clock.Clock) =>
  ({ answer, exit, sent }: Ended): Limit.Feedback => {
    const failure = failureOf(exit)
    if (failure === undefined) return { _tag: Exit.isSuccess(exit) ? "Answered" : "Ignored" }
    const now = clock.currentTimeMillisUnsafe()
    const hints = Limit.Hints.read(answer?.headers ?? {}, now)
    if (busy(failure, hints)) {
      const until = untilOf(failure, hints, now)
      return { _tag: "Limited", hints: until === undefined || until <= now ? {} : { retryAt: until } }
    }
    return { _tag: sent && !isFault(failure) && typeof failure.retry === "string" ? "Answered" : "Ignored" }
  }

const keyOf = ({ operation, spec: { job } }: Contract, input: unknown): string => {
  const isNamed = typeof job === "string" && typeof input === "object" && input !== null
  return isNamed ? `${operation.tag} ${String(Reflect.get(input, job))}` : operation.tag
}

/** Forgets a job that holds nobody back. */
const settle = (queues: Map<string, Limit.Limit>, key: string, queue: Limit.Limit): Effect.Effect<void> =>
  Effect.map(queue.standing, ({ heldUntil, inFlight, waiting }) => {
    if (heldUntil === undefined && inFlight === 0 && waiting === 0) queues.delete(key)
  })

/** A refusal came: from now on calls wait. Those that are refused beside it make the wait longer, and end at once as they ended. */
const begin = (
  queues: Map<string, Limit.Limit>,
  key: string,
  ended: Ended,
  read: Limit.Read
): Effect.Effect<Ended, OutOfTime> =>
  Effect.suspend(() => {
    const known = queues.get(key)
    const exit = Exit.succeed(ended)
    if (known !== undefined) return Effect.as(known.hint(read(exit, 0).hints ?? {}), ended)
    const all = queues.size < sweepAt ? [] : [...queues]
    const sweep = Effect.forEach(all, ([name, queue]) => settle(queues, name, queue), { discard: true })
    return Effect.flatMap(Limit.make({ inFlight: "unlimited", read }), (queue) => {
      queues.set(key, queue)
      return Effect.andThen(sweep, queue.run(exit))
    })
  })

/** Makes the jobs of one layer. Nothing is kept of a job before a refusal shows it. */
export const makeJobs = (clock: Clock.Clock): Jobs => {
  const queues = new Map<string, Limit.Limit>()
  return (contract) => {
    const { job } = contract.spec
    if (job === undefined && contract.failures.every(({ facts }) => facts.holds !== "operation"))
      return undefined
    const readEnd = reading(isBusy(job), clock)
    // as: nothing else is run in these queues
    const read: Limit.Read = (exit) =>
      Exit.isSuccess(exit) ? readEnd(exit.value as Ended) : { _tag: "Ignored" }
    return (attempt, input, ticket) =>
      Effect.suspend(() => {
        const key = keyOf(contract, input)
        const queue = queues.get(key)
        if (queue === undefined)
          return Effect.flatMap(attempt, (ended) =>
            readEnd(ended)._tag === "Limited" ? begin(queues, key, ended, read) : Effect.succeed(ended)
          )
        return Effect.tap(queue.run(attempt, { ...ticket, read }), (ended) =>
          readEnd(ended)._tag === "Limited" ? Effect.void : settle(queues, key, queue)
        )
      })
  }
}
