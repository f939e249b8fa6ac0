/** Journal: records the answers that the vendor advises to keep. */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type { AnyFailure } from "../../contract/Failure.ts"
import { inStatus } from "../../contract/Signature.ts"
import type { Recorded } from "../../contract/Vendor.ts"
import type { Answered, Attempt, AttemptStage, Composing } from "../Call.ts"
import { shownAnswer, shownRequest } from "../discreet.ts"
import * as Journal from "../Journal.ts"
import { failureOf, withNow } from "../report.ts"

const keep = (
  { contract }: Composing,
  { call, outgoing }: Attempt,
  { shown, status }: Answered,
  failure: AnyFailure,
  { level }: Recorded
): Effect.Effect<void> =>
  withNow((now) =>
    Effect.flatMap(Journal.Current, (journal) => {
      const [sent, whole] = [call.outgoing ?? outgoing, journal.bodies === "whole"]
      return journal.record({
        time: DateTime.makeUnsafe(now),
        vendor: contract.vendor.name,
        operation: contract.operation.tag,
        request: shownRequest(contract, sent, whole),
        status,
        answer: shownAnswer(contract, { input: call.input, outgoing: sent }, shown(), whole),
        tag: failure._tag,
        level
      })
    })
  )

/** The stage. */
export const journal: AttemptStage<"journal"> = {
  of: "attempt",
  name: "journal",
  around: (composing, next) => {
    const { records = [] } = composing.layer.vendor
    if (records.length === 0) return next
    return (attempt) =>
      Effect.tap(next(attempt), ({ answer, exit }) => {
        const failure = failureOf(exit)
        const rule = records.find(({ status }) => answer !== undefined && inStatus(status, answer.status))
        return answer === undefined || failure === undefined || rule === undefined
          ? Effect.void
          : keep(composing, attempt, answer, failure, rule)
      })
  }
}
