/** What follows from an operation's own output: a success that it can read. */
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { AnyOperation } from "../../contract/Operation.ts"
import { plainCodec } from "../../contract/plainCodec.ts"
import { isRecord } from "../../contract/Wire.ts"

const wellFormed = (value: unknown): unknown => {
  if (typeof value === "string") return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]))
    : value
}

/** Puts an output where the operation reads it from. */
export const bodyAt = (from: string | undefined, output: unknown): unknown => {
  if (from === "response") return isRecord(output) ? output["body"] : undefined
  return (from?.split(".") ?? []).reduceRight<unknown>((inner, key) => ({ [key]: inner }), output)
}

/** A value that the schema can read, always the same one for a seed; `undefined` where none can be made up. */
export const inventedBy = (schema: Schema.Constraint, seed: string): unknown => {
  const sample = Arbitrary.sampleEffect(Arbitrary.schema(plainCodec(schema)), { count: 1, seed })
  const encoded = sample.pipe(
    Effect.flatMap(([value]) => Schema.encodeUnknownEffect(plainCodec(schema))(value)),
    Effect.orElseSucceed(() => undefined)
  )
  return wellFormed(Effect.runSync(encoded))
}

/** An output that the operation can read, always the same one. */
export const plausibleOutput = ({ spec, tag }: AnyOperation): unknown => inventedBy(spec.output, tag)

/** A body that the operation's output can read, always the same one for an operation; `undefined` where none can be made up. */
export const plausibleBody = (operation: AnyOperation): unknown =>
  bodyAt(operation.spec.from, plausibleOutput(operation))
