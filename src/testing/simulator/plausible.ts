/** What follows from an operation's own output: a success that it can read. */
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { AnyOperation, Codec } from "../../contract/Operation.ts"
import { isRecord } from "../../contract/Wire.ts"

// as: an operation's codecs need no services; the type tests check this of every operation.
const plain = (codec: Codec) => codec as unknown as Schema.Codec<unknown, unknown>

const wellFormed = (value: unknown): unknown => {
  if (typeof value === "string") return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]))
    : value
}

const bodyAt = (from: string | undefined, output: unknown): unknown => {
  if (from === "response") return isRecord(output) ? output["body"] : undefined
  return (from?.split(".") ?? []).reduceRight<unknown>((inner, key) => ({ [key]: inner }), output)
}

/** A body that the operation's output can read, always the same one for an operation; `undefined` where none can be made up. */
export const plausibleBody = (operation: AnyOperation): unknown => {
  const { from, output } = operation.spec
  const sample = Arbitrary.sampleEffect(Arbitrary.schema(plain(output)), { count: 1, seed: operation.tag })
  const encoded = Effect.runSync(
    sample.pipe(
      Effect.flatMap(([value]) => Schema.encodeUnknownEffect(plain(output))(value)),
      Effect.orElseSucceed(() => undefined)
    )
  )
  return wellFormed(bodyAt(from, encoded))
}
