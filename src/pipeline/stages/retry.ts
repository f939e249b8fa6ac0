/** Retry: makes attempts of a call, again where that can help and cannot do harm. The only owner of their history. */
import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { AttemptKind } from "../../contract/CallReport.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import type { Outgoing } from "../../contract/Outgoing.ts"
import * as Deadline from "../../policy/Deadline.ts"
import { monotonic } from "../../policy/monotonic.ts"
import * as Retry from "../../policy/Retry.ts"
import type { Attempt, Call, Composing, Done, Ended, OfAttempt, OfCall, RetryStage } from "../Call.ts"
import { pause } from "../observing/waits.ts"
import { failureOf } from "../report.ts"
import { mayHaveExpired } from "./retry/expired.ts"
import { begins, ends, waits } from "./retry/gather.ts"
import { ending, giveUp, type History, none, probed, reported, reportOf, waited } from "./retry/history.ts"

/** One call's loop. */
interface Loop {
  readonly composing: Composing
  readonly next: OfAttempt
  readonly call: Call
  readonly outgoing: Outgoing
  readonly decider: Retry.Decider
  /** Whether the last attempt was made with a credential that can be renewed, and for how long (ms) that was in use. */
  readonly credential: { renewable: boolean; age: number }
  readonly clock: Clock.Clock
}

const again = (
  loop: Loop,
  attempt: Attempt,
  { credential }: Ended,
  failure: AnyFailure,
  history: History,
  wait: Retry.Wait
): Effect.Effect<Done, AnyFailure> => {
  waits(loop.call, wait)
  const kind: AttemptKind = wait.why === "new credentials" ? "renewal" : "retry"
  const stale = kind === "renewal" ? (credential?.stale ?? Effect.void) : Effect.void
  return stale.pipe(
    Effect.andThen(pause(loop.composing.contract, loop.call.id, failure, wait)),
    Effect.andThen(
      Effect.suspend(() =>
        run(
          loop,
          { ...attempt, kind, progress: {}, number: attempt.number + 1, after: failure, requeued: false },
          waited(history, wait)
        )
      )
    )
  )
}

const judged = (
  loop: Loop,
  attempt: Attempt,
  ended: Ended,
  history: History,
  now: number
): Effect.Effect<Done, AnyFailure> => {
  const { exit } = ended
  if (Exit.isSuccess(exit))
    return Effect.succeed({ value: exit.value, answer: ended.answer, attempts: history.attempts })
  const failure = failureOf(exit)
  if (failure === undefined) return Effect.failCause(exit.cause)
  if (ended.final === true) return giveUp(loop.composing, ended, reported(history, failure))
  loop.credential.renewable = ended.credential !== undefined
  loop.credential.age = now - (ended.credential?.since ?? now)
  return Effect.flatMap(loop.decider.next(failure, now), (wait) =>
    wait === undefined
      ? giveUp(loop.composing, ended, ending(history, ended, failure))
      : again(loop, attempt, ended, failure, history, wait)
  )
}

const run = (loop: Loop, attempt: Attempt, history: History): Effect.Effect<Done, AnyFailure> => {
  const { clock } = loop
  const at = clock.currentTimeMillisUnsafe()
  const start = monotonic(clock)
  begins(attempt, at)
  return Effect.flatMap(loop.next(attempt), (ended) => {
    const failure = failureOf(ended.exit)
    const uncertain = history.uncertain || failure?.delivery === "Unknown"
    const report = reportOf(attempt, ended, { at, millis: monotonic(clock) - start })
    const next = ended.probe === true ? probed(attempt) : attempt
    // A probe of the queue's is not an attempt of the call's: it goes back to its place as if it had waited on.
    if (failure !== undefined && ended.requeue === true)
      return run(
        loop,
        { ...next, requeued: true, requeues: (attempt.requeues ?? 0) + 1, after: failure },
        { ...history, uncertain, probe: { failure, report } }
      )
    ends(attempt, ended, report)
    const attempts = [...history.attempts, report]
    return judged(loop, next, ended, { ...history, attempts, uncertain }, clock.currentTimeMillisUnsafe())
  })
}

const first = (call: Call, outgoing: Outgoing): Attempt => ({
  call,
  kind: call.part ? "part" : "first",
  number: 0,
  outgoing,
  progress: {}
})

const begin = (composing: Composing, next: OfAttempt, call: Call): Effect.Effect<Done, AnyFailure> => {
  const { outgoing } = call
  if (outgoing === undefined)
    return Effect.die(new Error("retry was reached before encode: encode cannot be left out"))
  return Effect.withFiber((fiber) =>
    Effect.clockWith((clock) => {
      const until = fiber.getRef(Deadline.Current)
      const credential = { renewable: false, age: 0 }
      const loop: Loop = {
        composing,
        next,
        call,
        outgoing,
        credential,
        decider: Retry.decider(call.policy, {
          idempotent: call.idempotent,
          renewable: () => credential.renewable,
          mayHaveExpired: (failure) => mayHaveExpired(composing.contract, failure, credential.age),
          ...(until === undefined ? {} : { left: () => until - monotonic(clock) })
        }),
        clock
      }
      return run(loop, first(call, outgoing), none(call))
    })
  )
}

/** The stage. */
export const retry: RetryStage = {
  of: "retry",
  name: "retry",
  around:
    (composing, next): OfCall =>
    (call) =>
      begin(composing, next, call)
}
