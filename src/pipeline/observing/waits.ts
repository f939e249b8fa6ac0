/** Where the waits of a call are observed: when one before a retry begins, and when any has ended. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import type * as Retry from "../../policy/Retry.ts"
import type { CallId } from "../callId.ts"
import { withNow } from "../report.ts"
import type * as Telemetry from "../Telemetry.ts"
import { elapsed } from "./ends.ts"
import { note, ofCall } from "./moments.ts"

const reasons = {
  "passing fault": "backoff",
  "the vendor's time": "vendor",
  "new credentials": "credentials"
} as const

/** What is shorter (ms) is no wait: a token that was just arriving, a turn that came with the next tick. */
const shortest = 1

/** Observes that a call has waited for so long (ms). */
export const waited = (
  contract: Contract,
  id: CallId,
  reason: Telemetry.WaitReason,
  millis: number
): Effect.Effect<void> =>
  millis < shortest ? Effect.void : note(() => ({ _tag: "Waited", ...ofCall(contract, id), reason, millis }))

/** Waits, and observes for how long, however the wait ends. */
export const timed = <A, E>(
  contract: Contract,
  id: CallId,
  reason: Telemetry.WaitReason,
  wait: Effect.Effect<A, E>
): Effect.Effect<A, E> =>
  Clock.clockWith((clock) => {
    const start = clock.monotonicTimeNanosUnsafe()
    return Effect.onExit(wait, () =>
      waited(contract, id, reason, elapsed(start, clock.monotonicTimeNanosUnsafe()))
    )
  })

/** Waits before a call is retried. */
export const pause = (
  contract: Contract,
  id: CallId,
  { _tag: after }: AnyFailure,
  { millis, why }: Retry.Wait
): Effect.Effect<void> => {
  const reason = reasons[why]
  const begins = withNow((now) =>
    note(() => ({ _tag: "Waiting", ...ofCall(contract, id), reason, after, millis, until: now + millis }))
  )
  return millis > 0
    ? Effect.andThen(begins, timed(contract, id, reason, Effect.sleep(Duration.millis(millis))))
    : begins
}
