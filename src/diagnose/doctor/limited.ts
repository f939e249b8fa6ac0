/** The step that tells what the answers have said of limits. */
import * as DateTime from "effect/DateTime"
import * as Limit from "../../policy/Limit.ts"
import { ok, type Outcome, sentences, skipped } from "./step.ts"

/** An answer that may speak of a limit. */
export interface Spoken {
  readonly headers: Readonly<Record<string, string>>
}

/** What of a limit is left, by the headers of the latest answer that speaks of one. */
export const limited = (answers: ReadonlyArray<Spoken>, now: number): Outcome => {
  const hints = answers.map(({ headers }) => Limit.Hints.read(headers, now))
  const found = hints.findLast(({ limit, remaining }) => limit !== undefined || remaining !== undefined)
  if (found === undefined) return skipped("No answer spoke of a limit.")
  const { limit, remaining, resetAt } = found
  return ok(
    sentences(
      `${remaining ?? "Some"} of ${limit ?? "an unnamed number of"} calls are left`,
      resetAt === undefined ? "" : `It resets at ${DateTime.formatIso(DateTime.makeUnsafe(resetAt))}`
    )
  )
}
