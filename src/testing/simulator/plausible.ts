/** What follows from an operation's own schemas: whether a request fits its input, and a success that its output can read. */
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import type { AnyOperation, Codec } from "../../contract/Operation.ts"
import { isRecord } from "../../contract/Wire.ts"
import type { SimulatedRequest } from "./simulated.ts"

/** A rule of the input that a request breaks. */
export interface Broken {
  readonly path: string
  readonly rule: string
}

// as: an operation's codecs need no services; the type tests check this of every operation.
const plain = (codec: Codec) => codec as unknown as Schema.Codec<unknown, unknown>

const queryOf = ({ url }: SimulatedRequest["received"]): Readonly<Record<string, unknown>> => {
  const names = [...new Set(url.searchParams.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name)
      return name.endsWith("[]")
        ? [name.slice(0, -2), values]
        : [name, values.length > 1 ? values : values[0]]
    })
  )
}

/** The encoded input that the request was made of: path, query and body in one. */
export const encodedInput = ({
  fields,
  operation: { spec },
  params,
  received
}: SimulatedRequest): Readonly<Record<string, unknown>> => ({
  ...queryOf(received),
  ...(spec.body === undefined ? fields : spec.body === "none" ? {} : { [spec.body]: received.body }),
  ...params
})

/**
 * The rules of the operation's input that path and body break. The query is left out: there all is text, and a list of one looks
 * like the one.
 */
export const brokenRules = (call: SimulatedRequest): ReadonlyArray<Broken> => {
  const { input, query = [] } = call.operation.spec
  const read = Schema.decodeUnknownResult(plain(input), { errors: "all" })(encodedInput(call))
  if (Result.isSuccess(read)) return []
  const broken = SchemaIssue.makeFormatterStandardSchemaV1()(read.failure.issue).issues.map(
    ({ message, path }) => ({
      path: (path ?? []).map((key) => (typeof key === "object" ? String(key.key) : String(key))).join("."),
      rule: message
    })
  )
  return broken.filter(({ path }) => !query.includes(path.split(".")[0] ?? ""))
}

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
