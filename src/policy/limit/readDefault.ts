/** What the end of an attempt says about the server, where nobody else reads it. */
import * as Cause from "effect/Cause"
import * as Exit from "effect/Exit"
import type { Read } from "./ticket.ts"

/** Without a `read` of its own, a queue takes timeouts and defects for a failing server, and any typed failure for an answer. */
export const readDefault: Read = (exit) => {
  if (Exit.isSuccess(exit)) return { _tag: "Answered" }
  if (Cause.hasInterruptsOnly(exit.cause)) return { _tag: "Ignored" }
  const error = Cause.squash(exit.cause)
  return { _tag: Cause.hasDies(exit.cause) || Cause.isTimeoutError(error) ? "Failing" : "Answered" }
}
