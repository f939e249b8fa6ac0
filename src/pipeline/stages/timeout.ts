/** Timeout: bounds one attempt. An answer that comes later can still be heard. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Common from "../../contract/Common.ts"
import * as Deadline from "../../policy/Deadline.ts"
import { monotonic } from "../../policy/monotonic.ts"
import type { Attempt, AttemptStage, Composing, Ended } from "../Call.ts"
import { hear, LateAnswers } from "../LateAnswers.ts"
import { report, unanswered, unsent, withNow } from "../report.ts"
import { attempted } from "../observing/attempt.ts"
import { giveUp } from "../transport/progress.ts"
import { Silence, Unsent } from "../Transport.ts"
import { whereOf } from "../where.ts"

const outOfTime = ({ contract }: Composing, attempt: Attempt): Effect.Effect<Ended> =>
  withNow((now) => {
    const { deadline } = attempt.call.policy
    const call = report(whereOf(contract, attempt, now), "NotSent")
    return Effect.succeed(unsent(new Common.OutOfTime({ deadline, call })))
  })

/** No answer came in time. Where the transport knows that it has written nothing, nothing can have arrived. */
const silent = ({ contract }: Composing, attempt: Attempt): Effect.Effect<Ended> =>
  withNow((now) => {
    const unwritten = giveUp(attempt.progress)
    const fault = unwritten ? new Unsent({ reason: "connect-timeout" }) : new Silence({ reason: "timeout" })
    const failure = unanswered(whereOf(contract, attempt, now), fault)
    return Effect.succeed({ exit: Exit.fail(failure), sent: !unwritten })
  })

/** The stage. */
export const timeout: AttemptStage<"timeout"> = {
  of: "attempt",
  name: "timeout",
  around: (composing, next) => (attempt) =>
    Effect.withFiber((fiber) => {
      const until = fiber.getRef(Deadline.Current)
      const late = fiber.getRef(LateAnswers)
      const within = (left: number) => {
        if (left <= 0) return outOfTime(composing, attempt)
        const running =
          late === undefined ? next(attempt) : hear(late, composing.contract, attempt, next(attempt))
        const bounded = Effect.timeoutOrElse(running, {
          duration: Duration.min(attempt.call.policy.attemptTimeout, Duration.millis(left)),
          orElse: () => silent(composing, attempt)
        })
        return attempted(composing.contract, attempt, bounded)
      }
      return within(until === undefined ? Infinity : until - monotonic(fiber.getRef(Clock.Clock)))
    })
}
