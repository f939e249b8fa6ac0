/** Judges answers: whatever the vendor's description allows must be read whole. */
import * as Result from "effect/Result"
import { Salvaged } from "../../../src/contract/decode.ts"
import { read } from "../../../src/contract/read.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import type { Described } from "../../../src/generate/description.ts"
import type { Judged, Violation } from "./judged.ts"
import type { Sampler } from "./sampling.ts"

const answerOf = ({ from, status }: Described, value: unknown): Wire =>
  from === undefined
    ? fromJson(status, {}, value)
    : fromJson(status, {}, { type: "Answer", status: "success", [from]: value })

const answersOf = (described: Described, { samples }: Sampler, count: number): ReadonlyArray<Wire> => {
  const { name, output, status } = described
  return output === undefined
    ? [make(status, {}, "")]
    : samples(output, name, count).map((value) => answerOf(described, value))
}

/** What is wrong with reading so many answers of an operation. */
export const answerViolations = (
  { contract, described }: Judged,
  sampler: Sampler,
  count: number
): ReadonlyArray<Violation> => {
  const { operation, spec, vendor } = contract
  if (spec.answer === "text" || spec.answer === "bytes") return []
  const call = () => ({ vendor: vendor.name, operation: operation.tag })
  const found = answersOf(described, sampler, count).flatMap((wire) => {
    const result = read({ vendor, contract, call }, wire, () => wire)
    if (Result.isFailure(result))
      return [`${result.failure._tag} for ${wire.text.slice(0, 500)}: ${result.failure.message}`]
    return result.success instanceof Salvaged
      ? [`left out ${result.success.leftOut.join(", ")} of ${wire.text.slice(0, 500)}`]
      : []
  })
  return found.slice(0, 1).map((says) => ({ operation: operation.tag, says }))
}
