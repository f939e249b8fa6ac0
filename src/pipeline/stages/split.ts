/** Split: asks for less where the vendor says that a call asked for too much. */
import * as Effect from "effect/Effect"
import type { Contract } from "../../contract/compile.ts"
import { type AnyFailure, withReport } from "../../contract/Failure.ts"
import type { Splitter } from "../../contract/Operation.ts"
import type { Call, CallStage, Done, OfCall } from "../Call.ts"
import { callSplit } from "../observing/moments.ts"
import { encodeCall } from "./encode.ts"

const together = (first: Done, value: unknown, rest?: Done): Done => ({
  value,
  answer: (rest ?? first).answer,
  attempts: [...first.attempts, ...(rest?.attempts ?? [])]
})

const parts = "It was sent in parts, of which some were carried out, or may have been"

/** A part that fails where another was carried out, or may have been: the call as a whole does not leave things as they were. */
const afterDoubt =
  ({ reads }: Contract) =>
  (part: Effect.Effect<Done, AnyFailure>): Effect.Effect<Done, AnyFailure> =>
    reads
      ? part
      : Effect.mapError(part, (failure) => {
          if (failure.delivery === "Applied") return failure
          const unsplit = failure.call?.unsplit ?? ""
          return withReport(failure, {
            delivery: "Unknown",
            unsplit: unsplit.includes(parts) ? unsplit : unsplit === "" ? parts : `${unsplit}. ${parts}`
          })
        })

const partByPart = (
  contract: Contract,
  { describe, split }: Splitter<unknown, unknown>,
  call: Call,
  failure: AnyFailure,
  part: (input: unknown) => Effect.Effect<Done, AnyFailure>
): Effect.Effect<Done, AnyFailure> =>
  Effect.gen(function* () {
    const splitting = split(call.input)
    if (splitting === undefined)
      return yield* withReport(failure, { unsplit: `It cannot be made smaller: ${describe(call.input)}` })
    yield* callSplit(contract, call.id, failure)
    const doubtful = afterDoubt(contract)
    const begun = part(splitting.first)
    const first = yield* failure.delivery === "Unknown" ? doubtful(begun) : begun
    const next = splitting.next(first.value)
    if ("whole" in next) return together(first, next.whole)
    const rest = yield* doubtful(part(next.rest))
    return together(first, next.join(rest.value), rest)
  })

// What may have been done is not sent again in parts, unless doing it twice is as good as once.
const mayBeSplit = (call: Call, { delivery, retry }: AnyFailure): boolean =>
  retry === "split" && delivery !== "Applied" && (delivery !== "Unknown" || call.idempotent)

/** The stage. */
export const split: CallStage<"split"> = {
  of: "call",
  name: "split",
  around: (composing, next) => {
    const { splits } = composing.contract.spec
    if (splits === undefined) return next
    const encoded = encodeCall(composing)
    const run: OfCall = (call) =>
      Effect.catchIf(
        next(call),
        (failure) => mayBeSplit(call, failure),
        (failure) =>
          partByPart(composing.contract, splits, call, failure, (input) =>
            Effect.flatMap(encoded({ ...call, input, part: true }), run)
          )
      )
    return run
  }
}
