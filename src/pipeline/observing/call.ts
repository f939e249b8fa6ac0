/** Where calls are observed: each is counted in one place, when it ends, however it ends. */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import { spoken } from "../../contract/failure/spoken.ts"
import { escalationOf, levelOf } from "../alerts/escalation.ts"
import type { Call, Done } from "../Call.ts"
import { failureOf } from "../report.ts"
import type * as Telemetry from "../Telemetry.ts"
import { callEnd, elapsed } from "./ends.ts"

/** What a failure says beyond its tag. */
const described = (
  contract: Contract,
  failure: AnyFailure
): Pick<Telemetry.CallEnded, "advised" | "escalation" | "message" | "requestId"> => {
  const { message, remedy, requestId } = failure
  const kind = escalationOf(contract, failure)
  const advised = levelOf(contract, failure)
  return {
    message: spoken(failure),
    ...(requestId === undefined ? {} : { requestId }),
    ...(kind === undefined ? {} : { escalation: { kind, message, remedy } }),
    ...(advised === undefined ? {} : { advised })
  }
}

/** What is known of a call that has ended. */
const closed = (contract: Contract, exit: Exit.Exit<Done, AnyFailure>) => {
  if (Exit.isSuccess(exit)) return { status: exit.value.answer?.status, attempts: exit.value.attempts.length }
  const failure = failureOf(exit)
  return failure === undefined
    ? { attempts: 0 }
    : { ...described(contract, failure), attempts: failure.attempts.length }
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
        ...closed(contract, exit),
        millis: elapsed(start, clock.monotonicTimeNanosUnsafe())
      })
    )
    return call === undefined ? ending : call(ending, began)
  })
}
