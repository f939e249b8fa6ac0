/**
 * Inputs as they are kept: the JSON of what the caller gave, with the idempotency keys that were made for it. Never a request, never a
 * credential, and readable long after the code that wrote it.
 */
import { createHash } from "node:crypto"
import * as Effect from "effect/Effect"
import type { Complaint } from "../../contract/CallReport.ts"
import type { InvalidInput } from "../../contract/Common.ts"
import { encoder } from "../../contract/input/encoder.ts"
import { written } from "../../contract/input/json.ts"
import { plain } from "../../contract/input/plain.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import { generate } from "../../pipeline/Generate.ts"
import { attempted, complaintsOf, type FieldNames, invalid } from "../../many/batch/item.ts"
import { generatedFor } from "../../many/batch/generated.ts"

/** How an operation joins items, as far as keeping them needs it. */
export interface Joining {
  readonly input: (items: ReadonlyArray<never>) => unknown
  readonly group?: (item: never) => string
  readonly fields?: FieldNames
}

/** An operation whose inputs, or items, can be kept. */
export interface Kept extends AnyOperation {
  readonly batching?: Joining
}

/** One input or item, ready to be kept. */
export interface Stored {
  readonly text: string
  readonly hash: string
  /** Items of different groups never share a request. */
  readonly group: string
}

/** JSON with the fields of each object in the order of their names: the same data is the same text. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(",")}}`
}

// A prefix of SHA-256 that no two inputs share by chance.
const hashOf = (value: unknown): string =>
  createHash("sha256").update(canonical(value)).digest("base64url").slice(0, 22)

const encoders = new Map<AnyOperation["spec"]["input"], ReturnType<typeof encoder>>()

const encoderOf = ({ input }: AnyOperation["spec"]): ReturnType<typeof encoder> => {
  const known = encoders.get(input) ?? encoder(input)
  encoders.set(input, known)
  return known
}

const notJson: Complaint = {
  message: "it holds something that JSON has no form for (bytes, a secret, a function), so it cannot be kept"
}

/** What is wrong with an item before it is looked at as part of a request. */
const odd = (batching: Joining | undefined, given: unknown): ReadonlyArray<Complaint> =>
  batching?.fields === undefined ? [] : complaintsOf(given, batching.fields)

const whole = (batching: Joining | undefined, item: unknown): unknown =>
  // as: whatever it is, it is checked next
  batching === undefined ? item : attempted((one: never) => batching.input([one]), item as never)

const complaintsAbout = (
  { batching, spec }: Kept,
  given: unknown,
  json: unknown
): ReadonlyArray<Complaint> => {
  const complaints = odd(batching, given)
  if (complaints.length > 0) return complaints
  const input = whole(batching, given)
  if (input === undefined) return plain(given).complaints
  const encoded = encoderOf(spec)(input)
  if (encoded._tag === "Failure") return encoded.failure
  return json === undefined ? [notJson] : []
}

/** Checks an input, or an item of a batched operation, against every documented rule, and makes of it what is kept. */
export const store = (operation: Kept, given: unknown): Effect.Effect<Stored, InvalidInput> => {
  const { batching, spec } = operation
  const filled =
    batching === undefined
      ? generate(given, spec.generates ?? {})
      : generatedFor(spec.generates ?? {}, (item) => whole(batching, item), given)
  return Effect.flatMap(filled, (item) => {
    const json = written(item)
    const complaints = complaintsAbout(operation, item, json)
    if (complaints.length > 0 || json === undefined)
      return Effect.fail(invalid(operation, complaints.length > 0 ? complaints : [notJson]))
    return Effect.succeed({
      text: JSON.stringify(json),
      hash: hashOf(written(given)),
      group: attempted(batching?.group, item as never) ?? "" // as: it has just been found to be one
    })
  })
}
