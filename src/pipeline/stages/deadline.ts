/** Deadline: one moment by which the whole call must have ended, waits included. */
import * as Deadline from "../../policy/Deadline.ts"
import type { CallStage } from "../Call.ts"

/** The stage. */
export const deadline: CallStage<"deadline"> = {
  of: "call",
  name: "deadline",
  around: (_, next) => (call) => Deadline.within(call.policy.deadline)(next(call))
}
