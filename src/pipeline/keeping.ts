/** Hands a call that has ended to a journal that keeps calls. Whatever the journal does, the call ends as it would without it. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Contract } from "../contract/compile.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import { monotonic } from "../policy/monotonic.ts"
import type { Call, Done, OfCall } from "./Call.ts"
import type { Gathered } from "./gathered.ts"
import * as Journal from "./Journal.ts"

/** Carries out a call that is kept. */
export const kept = (
  contract: Contract,
  keep: NonNullable<Journal.Journal["calls"]>,
  call: Call,
  run: OfCall
): Effect.Effect<Done, AnyFailure> =>
  Effect.withFiber((fiber) => {
    const clock = fiber.getRef(Clock.Clock)
    const item = fiber.getRef(Journal.Item)
    const gathered: Gathered = { tried: [], running: undefined }
    const [at, start] = [clock.currentTimeMillisUnsafe(), monotonic(clock)]
    const secrets = () => call.credentials.secrets()
    return Effect.onExit(run({ ...call, gathered }), (exit) => {
      try {
        keep({ contract, id: call.id, gathered, exit, at, millis: monotonic(clock) - start, item, secrets })
        return Effect.void
      } catch (problem) {
        const name = problem instanceof Error ? problem.name : typeof problem
        return Effect.logError(
          `The journal did not keep a call of ${contract.operation.tag}: it threw ${name}. The call is not affected.`
        )
      }
    })
  })
