/** Judges answers: whatever the vendor's description allows must be read whole. */
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { Salvaged } from "../../../src/contract/decode.ts"
import { read } from "../../../src/contract/read.ts"
import { fromJson, isRecord, make, type Wire } from "../../../src/contract/Wire.ts"
import type { Described } from "../../../src/generate/description.ts"
import type { Judged, Violation } from "./judged.ts"
import type { Sampler } from "./sampling.ts"

const answerOf = ({ from, status }: Described, value: unknown): Wire =>
  from === undefined
    ? fromJson(status, {}, value)
    : fromJson(status, {}, { type: "Answer", status: "success", [from]: value })

interface Answer {
  readonly sent: unknown
  readonly wire: Wire
}

const answersOf = (described: Described, { samples }: Sampler, count: number): ReadonlyArray<Answer> => {
  const { name, output, status } = described
  return output === undefined
    ? [{ sent: undefined, wire: make(status, {}, "") }]
    : samples(output, name, count).map((sent) => ({ sent, wire: answerOf(described, sent) }))
}

/** How many values stand in one, but for nulls: a field under a wrong name is not left out, it is not seen at all. */
const leavesIn = (value: unknown): number => {
  if (value === null || value === undefined) return 0
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + leavesIn(item), 0)
  if (!isRecord(value) || Redacted.isRedacted(value)) return 1
  return Object.values(value).reduce<number>((sum, item) => sum + leavesIn(item), 0)
}

const wrongIn = ({ contract }: Judged, { sent, wire }: Answer): string | undefined => {
  const { operation, vendor } = contract
  const call = () => ({ vendor: vendor.name, operation: operation.tag })
  const result = read({ vendor, contract, call }, wire, () => wire)
  const body = wire.text.slice(0, 500)
  if (Result.isFailure(result)) return `${result.failure._tag} for ${body}: ${result.failure.message}`
  if (result.success instanceof Salvaged) return `left out ${result.success.leftOut.join(", ")} of ${body}`
  return leavesIn(result.success) < leavesIn(sent) ? `did not see all of ${body}` : undefined
}

/** What is wrong with reading so many answers of an operation. */
export const answerViolations = (
  judged: Judged,
  sampler: Sampler,
  count: number
): ReadonlyArray<Violation> => {
  const { operation, spec } = judged.contract
  if (spec.answer === "text" || spec.answer === "bytes") return []
  const found = answersOf(judged.described, sampler, count).flatMap((answer) => wrongIn(judged, answer) ?? [])
  return found.slice(0, 1).map((says) => ({ operation: operation.tag, says }))
}
