/** Judges bounds: what stands just inside a constraint of the vendor's is taken, what stands just outside is refused by its name. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { plainCodec } from "../../../src/contract/plainCodec.ts"
import { isRecord } from "../../../src/contract/Wire.ts"
import type { Described, Input } from "../../../src/generate/description.ts"
import { absent, casesOf, type Path, put, type Walk } from "./cases.ts"
import type { Judged, Violation } from "./judged.ts"
import { objectOf } from "./jsonSchema.ts"
import { obeying } from "./obeying.ts"

/** The names of inputs as our operation has them: the one that is the whole body may be called otherwise. */
const ours = ({ contract: { places } }: Judged, { name, whole }: Input): string =>
  whole === true ? (places.whole ?? name) : name

const same = (name: string): string => name

/** A value under our names. */
const underOurs = (value: unknown, ours: (name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((item) => underOurs(item, ours))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [ours(name), underOurs(item, ours)]))
}

/** What the vendor would be sent, as our schema of it sees it: taken, or the paths of what is refused. */
const verdict = (
  { contract }: Judged,
  sent: unknown,
  { ours: named = same }: Walk
): ReadonlyArray<string> | undefined => {
  const typed = Schema.decodeUnknownResult(plainCodec(contract.spec.input))(sent)
  const encoded = contract.encode(Result.isSuccess(typed) ? typed.success : underOurs(sent, named))
  return Result.isSuccess(encoded) ? undefined : encoded.failure.map(({ path = "" }) => path)
}

/** Whether one of the paths names the field of a case, or what it stands in. */
const isNamed = (paths: ReadonlyArray<string>, at: Path, { ours: named = same }: Walk): boolean => {
  const wanted = named(at.filter((step) => typeof step === "string").at(-1) ?? "")
  return paths.some((path) => path.split(/[.[\]]/).includes(wanted))
}

/** Nothing that is part of an address can be empty, whatever a document says. */
const addressed = (input: Input): Input =>
  input.place === "path" && input.schema.kind === "string"
    ? { ...input, schema: { ...input.schema, least: Math.max(1, input.schema.least ?? 0) } }
    : input

const inputsOf = (described: Described): ReadonlyArray<Input> =>
  described.input.filter(({ place }) => place !== "header").map(addressed)

/** The result of judging the bounds of an operation. */
export interface Bounds {
  readonly inside: number
  readonly outside: number
  readonly violations: ReadonlyArray<Violation>
}

/** Judges one operation. `base` is a valid input. */
export const judgeBounds = (judged: Judged, walk: Walk): Bounds => {
  const { contract, described } = judged
  const inputs = inputsOf(described)
  const [base = {}] = walk.sampler.samples(objectOf(inputs), described.name, 1)
  const full = Object.fromEntries(
    inputs.flatMap((input) => {
      const value = isRecord(base) ? base[input.name] : undefined
      return value === undefined ? [] : [[ours(judged, input), value]]
    })
  )
  const named = obeying(full, described.rules)
  const wrongAtFirst = verdict(judged, named, walk)
  const operation = contract.operation.tag
  if (wrongAtFirst !== undefined)
    return {
      inside: 0,
      outside: 0,
      violations: [
        {
          operation,
          says: `a valid input is refused at ${wrongAtFirst.join(", ")}: ${JSON.stringify(named).slice(0, 600)}`
        }
      ]
    }
  const cases = inputs.flatMap((input) => [
    ...(input.required === true
      ? [{ at: [ours(judged, input)], rule: "required", value: absent, taken: false }]
      : []),
    ...casesOf(walk, [ours(judged, input)], input.schema)
  ])
  const violations = cases.flatMap((one): ReadonlyArray<Violation> => {
    // A plain no is nothing that others could not stand beside.
    const focus = one.value === false ? undefined : String(one.at[0])
    const paths = verdict(judged, put(obeying(full, described.rules, focus), one.at, one.value), walk)
    const where = `${one.at.join(".")} (${one.rule})`
    const shown = typeof one.value === "symbol" ? "left out" : JSON.stringify(one.value)?.slice(0, 80)
    if (one.taken)
      return paths === undefined
        ? []
        : [{ operation, says: `${where}: ${shown} is refused at ${paths.join(", ")}` }]
    if (paths === undefined) return [{ operation, says: `${where}: ${shown} is taken` }]
    return isNamed(paths, one.at, walk)
      ? []
      : [{ operation, says: `${where}: ${shown} is refused without its name, at ${paths.join(", ")}` }]
  })
  return {
    inside: cases.filter(({ taken }) => taken).length,
    outside: cases.filter(({ taken }) => !taken).length,
    violations
  }
}
