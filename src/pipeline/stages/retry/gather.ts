/** Gathers what a journal is to know of the attempts of a call, where one keeps calls. */
import type { AttemptReport } from "../../../contract/CallReport.ts"
import type * as Retry from "../../../policy/Retry.ts"
import type { Attempt, Call, Ended } from "../../Call.ts"
import { failureOf } from "../../report.ts"

/** An attempt begins at `at` (Unix ms). */
export const begins = ({ call, kind, outgoing, progress }: Attempt, at: number): void => {
  const { gathered } = call
  if (gathered !== undefined) gathered.running = { kind, at, outgoing: call.outgoing ?? outgoing, progress }
}

/** It has ended, and counts as an attempt of the call. */
export const ends = ({ call, outgoing }: Attempt, { answer, exit }: Ended, report: AttemptReport): void => {
  const { gathered, input } = call
  if (gathered === undefined) return
  gathered.running = undefined
  const failure = failureOf(exit)
  gathered.tried.push({ report, input, outgoing: call.outgoing ?? outgoing, answer, failure })
}

/** The call waits after its last attempt. */
export const waits = ({ gathered }: Call, { millis, why }: Retry.Wait): void => {
  const last = gathered?.tried.pop()
  if (last !== undefined) gathered?.tried.push({ ...last, report: { ...last.report, waited: millis, why } })
}
