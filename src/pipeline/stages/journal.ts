/** Journal: records the answers that the vendor advises to keep, and the calls that gave up. */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import { isSecret, notShown } from "../../contract/read.ts"
import type { Recorded } from "../../contract/Vendor.ts"
import { excerpt, type Wire } from "../../contract/Wire.ts"
import { isGivenUp, levelFor } from "../alerts/escalation.ts"
import type { Answered, Attempt, AttemptStage, Composing, Ended } from "../Call.ts"
import { type Exchange, shownAnswer, shownRequest } from "../discreet.ts"
import * as Journal from "../Journal.ts"
import { failureOf, withNow } from "../report.ts"

// Many a log cuts its lines at 16 kB.
const longest = 8_000

const answerOf = (contract: Contract, exchange: Exchange, shown: Wire, whole: boolean): string =>
  isSecret(contract, shown) ? notShown : excerpt(shownAnswer(contract, exchange, shown, whole), longest)

type Level = Recorded["level"]

const keep = (
  { contract }: Composing,
  { call, outgoing }: Attempt,
  answer: Answered | undefined,
  { failure, ...more }: { readonly failure: AnyFailure; readonly level: Level; readonly gaveUpAfter?: number }
): Effect.Effect<void> =>
  withNow((now) =>
    Effect.flatMap(Journal.Current, (journal) => {
      if (journal.record === Journal.none.record) return Effect.void
      const [sent, whole] = [call.outgoing ?? outgoing, journal.bodies === "whole"]
      return journal.record({
        call: call.id.value,
        time: DateTime.makeUnsafe(now),
        vendor: contract.vendor.name,
        operation: contract.operation.tag,
        request: shownRequest(contract, sent, () => call.credentials.secrets(), whole),
        ...(answer === undefined
          ? {}
          : {
              status: answer.status,
              answer: answerOf(contract, { input: call.input, outgoing: sent }, answer.shown(), whole)
            }),
        tag: failure._tag,
        ...more
      })
    })
  )

const givingUp =
  (composing: Composing, attempt: Attempt, answer: Answered | undefined, level: Level) =>
  (failure: AnyFailure): Effect.Effect<void> =>
    isGivenUp(failure)
      ? keep(composing, attempt, answer, { failure, level, gaveUpAfter: failure.attempts.length })
      : Effect.void

/** The stage. */
export const journal: AttemptStage<"journal"> = {
  of: "attempt",
  name: "journal",
  around: (composing, next) => {
    const { records = [] } = composing.layer.vendor
    if (records.length === 0) return next
    const last = levelFor(composing.contract, "gave up")
    const failed = (attempt: Attempt, ended: Ended, failure: AnyFailure): Effect.Effect<Ended> => {
      const { answer } = ended
      const level = answer === undefined ? undefined : levelFor(composing.contract, answer.status)
      const kept =
        last === undefined ? ended : { ...ended, gaveUp: givingUp(composing, attempt, answer, last) }
      return level === undefined
        ? Effect.succeed(kept)
        : Effect.as(keep(composing, attempt, answer, { failure, level }), kept)
    }
    return (attempt) =>
      Effect.flatMap(next(attempt), (ended) => {
        const failure = failureOf(ended.exit)
        return failure === undefined ? Effect.succeed(ended) : failed(attempt, ended, failure)
      })
  }
}
