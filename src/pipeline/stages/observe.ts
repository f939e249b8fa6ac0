/** Observe: hands observers the facts of a call, and the journal the call, where it keeps calls. */
import * as Effect from "effect/Effect"
import type { CallStage } from "../Call.ts"
import * as Journal from "../Journal.ts"
import { kept } from "../keeping.ts"
import { beganOf } from "../observing/began.ts"
import { observed } from "../observing/call.ts"
import * as Telemetry from "../Telemetry.ts"

/** The stage. */
export const observe: CallStage<"observe"> = {
  of: "call",
  name: "observe",
  around: ({ contract }, next) => {
    const began = beganOf(contract)
    return (call) =>
      Effect.withFiber((fiber) => {
        const { calls } = fiber.getRef(Journal.Current)
        const run = calls === undefined ? next(call) : kept(contract, calls, call, next)
        return observed(contract, began, call, fiber.getRef(Telemetry.Current), run)
      })
  }
}
