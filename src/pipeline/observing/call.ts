/** Where calls are observed: each is counted in one place, when it ends, however it ends. */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import { escalationOf } from "../alerts/escalation.ts"
import type { Call, Done } from "../Call.ts"
import { failureOf } from "../report.ts"
import type * as Telemetry from "../Telemetry.ts"
import { callEnd, elapsed } from "./ends.ts"

/** What a failed call says to people: in words, as the vendor calls it, and why somebody should know. */
const worded = (contract: Contract, exit: Exit.Exit<unknown, AnyFailure>) => {
  const failure = failureOf(exit)
  if (failure === undefined) return {}
  const { message, remedy, requestId } = failure
  const kind = escalationOf(contract, failure)
  return {
    message,
    ...(requestId === undefined ? {} : { requestId }),
    ...(kind === undefined ? {} : { escalation: { kind, message, remedy } })
  }
}

/** Observes a whole call. Its end is a fact within its span. */
export const observed = (
  contract: Contract,
  began: Telemetry.Began,
  made: Call,
  telemetry: Telemetry.Observer,
  run: Effect.Effect<Done, AnyFailure>
): Effect.Effect<Done, AnyFailure> => {
  const { call, observe } = telemetry
  if (observe === undefined) return call === undefined ? run : call(run, began)
  return Effect.clockWith((clock) => {
    const start = clock.monotonicTimeNanosUnsafe()
    const ending = Effect.onExit(run, (exit) =>
      observe({
        _tag: "CallEnded",
        ...began,
        id: () => made.id.value,
        ...callEnd(made, exit),
        ...(Exit.isSuccess(exit) ? { status: exit.value.answer?.status } : worded(contract, exit)),
        attempts: Exit.isSuccess(exit) ? exit.value.attempts.length : (failureOf(exit)?.attempts.length ?? 0),
        millis: elapsed(start, clock.monotonicTimeNanosUnsafe())
      })
    )
    return call === undefined ? ending : call(ending, began)
  })
}
