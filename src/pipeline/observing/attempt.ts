/** Where attempts are observed: everything that is handed to the transport passes here once. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import type { Attempt, Ended } from "../Call.ts"
import * as Telemetry from "../Telemetry.ts"
import { attemptBegan } from "./began.ts"
import { attemptEnd, elapsed } from "./ends.ts"

const flat = (exit: Exit.Exit<Ended, never>): Exit.Exit<unknown, AnyFailure> =>
  Exit.isSuccess(exit) ? exit.value.exit : exit

/** A span sees a failed attempt fail; whoever runs it is handed its end. */
const spanned = (
  wrap: NonNullable<Telemetry.Observer["attempt"]>,
  run: Effect.Effect<Ended>,
  began: Telemetry.AttemptBegan
): Effect.Effect<Ended> =>
  Effect.suspend(() => {
    let end: Ended | undefined
    const failing = Effect.flatMap(run, (ended) => {
      end = ended
      return ended.exit
    })
    return Effect.matchEffect(wrap(failing, began), {
      onSuccess: (value) => Effect.succeed(end ?? { exit: Exit.succeed(value), sent: true }),
      onFailure: (failure) => Effect.succeed(end ?? { exit: Exit.fail(failure), sent: true })
    })
  })

// More than any vendor's; a header may be as long as a server likes.
const longestId = 200

/** What its answer and its transport say of it. */
const answered = (
  { vendor }: Contract,
  { progress }: Attempt,
  exit: Exit.Exit<Ended, never>
): Partial<Telemetry.AttemptEnded> => {
  const answer = Exit.isSuccess(exit) ? exit.value.answer : undefined
  const protocol = progress?.protocol
  const header = vendor.dialect.requestId
  const value = header === undefined ? undefined : answer?.headers[header]?.slice(0, longestId)
  return {
    ...(answer === undefined ? {} : { status: answer.status }),
    ...(protocol === undefined ? {} : { protocol }),
    ...(header === undefined || value === undefined || value === "" ? {} : { requestId: { header, value } })
  }
}

/** Observes one attempt: everything that is handed to the transport passes here once. Its end is a fact within its span. */
export const attempted = (
  contract: Contract,
  one: Attempt,
  run: Effect.Effect<Ended>
): Effect.Effect<Ended> =>
  Effect.withFiber((fiber) => {
    const { attempt, observe } = fiber.getRef(Telemetry.Current)
    if (attempt === undefined && observe === undefined) return run
    const began = attemptBegan(contract, one)
    if (observe === undefined) return attempt === undefined ? run : spanned(attempt, run, began)
    const clock = fiber.getRef(Clock.Clock)
    const start = clock.monotonicTimeNanosUnsafe()
    const ending = Effect.onExit(run, (exit) =>
      observe({
        _tag: "AttemptEnded",
        ...began,
        ...attemptEnd(contract, one, flat(exit)),
        ...answered(contract, one, exit),
        millis: elapsed(start, clock.monotonicTimeNanosUnsafe())
      })
    )
    return attempt === undefined ? ending : spanned(attempt, ending, began)
  })
