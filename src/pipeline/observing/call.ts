/** Where calls are observed: each is counted in one place, when it ends, however it ends. */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import { escalationOf } from "../alerts/escalation.ts"
import type { Call, Done } from "../Call.ts"
import { failureOf } from "../report.ts"
import type * as Telemetry from "../Telemetry.ts"
import { elapsed, ended } from "./ends.ts"

/** Why a person should know of it. */
const escalated = (contract: Contract, exit: Exit.Exit<unknown, AnyFailure>) => {
  const failure = failureOf(exit)
  const kind = failure === undefined ? undefined : escalationOf(contract, failure)
  return failure === undefined || kind === undefined
    ? {}
    : { escalation: { kind, message: failure.message, remedy: failure.remedy } }
}

/** Observes a whole call. Its end is a fact within its span. */
export const observed = (
  contract: Contract,
  began: Telemetry.Began,
  { id }: Call,
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
        id: () => id.value,
        ...ended(contract, exit),
        ...(Exit.isSuccess(exit) ? { status: exit.value.answer?.status } : escalated(contract, exit)),
        attempts: Exit.isSuccess(exit) ? exit.value.attempts.length : (failureOf(exit)?.attempts.length ?? 0),
        millis: elapsed(start, clock.monotonicTimeNanosUnsafe())
      })
    )
    return call === undefined ? ending : call(ending, began)
  })
}
