/** Observe: hands observers the facts of a call, and the journal the call, where it keeps calls. */
import * as Effect from "effect/Effect"
import type { Contract } from "../../contract/compile.ts"
import type { CallStage } from "../Call.ts"
import * as Journal from "../Journal.ts"
import { kept } from "../keeping.ts"
import { beganOf } from "../observing/began.ts"
import { observed } from "../observing/call.ts"
import * as Telemetry from "../Telemetry.ts"

/** An observer meets the operation before its first call. */
const meets = <A, E>(
  { reads, spec }: Contract,
  began: Telemetry.Began,
  { observe: note }: Telemetry.Observer,
  call: Effect.Effect<A, E>
): Effect.Effect<A, E> =>
  note === undefined
    ? call
    : Effect.andThen(
        note({ _tag: "FirstCall", ...began, uncertain: !reads && spec.idempotent !== true }),
        call
      )

/** The stage. */
export const observe: CallStage<"observe"> = {
  of: "call",
  name: "observe",
  around: ({ contract }, next) => {
    const began = beganOf(contract)
    let met: Telemetry.Observer | undefined
    return (call) =>
      Effect.withFiber((fiber) => {
        const { calls } = fiber.getRef(Journal.Current)
        const telemetry = fiber.getRef(Telemetry.Current)
        const run = calls === undefined ? next(call) : kept(contract, calls, call, next)
        const ending = observed(contract, began, call, telemetry, run)
        if (met === telemetry) return ending
        met = telemetry
        return meets(contract, began, telemetry, ending)
      })
  }
}
