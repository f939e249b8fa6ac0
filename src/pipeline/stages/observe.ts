/** Observe: hands observers the facts of a call. */
import * as Effect from "effect/Effect"
import type { CallStage } from "../Call.ts"
import { beganOf, observed } from "../observing.ts"
import * as Telemetry from "../Telemetry.ts"

/** The stage. */
export const observe: CallStage<"observe"> = {
  of: "call",
  name: "observe",
  around: ({ contract }, next) => {
    const began = beganOf(contract)
    return (call) =>
      Effect.withFiber((fiber) => observed(contract, began, fiber.getRef(Telemetry.Current), next(call)))
  }
}
