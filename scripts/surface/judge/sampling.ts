/** Values that a description allows, made from it alone. Texts come from Effect's generators; the same seed makes the same values. */
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Description, Node } from "../../../src/generate/description.ts"
import { patternOf } from "./pattern.ts"

/** Makes values of a description's schemas. */
export interface Sampler {
  readonly samples: (node: Node, seed: string, count: number) => ReadonlyArray<unknown>
}

type Of<K extends Node["kind"]> = Extract<Node, { readonly kind: K }>

/** One run through a schema. */
interface Making {
  readonly schemas: Description["schemas"]
  /** Whether fields that need not be there always are. */
  readonly full: boolean
  /** The next number from 0 to below `most`. */
  readonly below: (most: number) => number
}

/** Numbers from a text: the linear congruential generator of Numerical Recipes, which is random enough for choices. */
const numbersOf = (seed: string): Making["below"] => {
  let state = 0
  for (const letter of seed) state = (Math.imul(state, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const pick = <A>({ below }: Making, from: readonly [A, ...ReadonlyArray<A>]): A =>
  from[below(from.length)] ?? from[0]

const emails = ["anna@example.com", "b.c@mail.example.org"] as const
const uuids = ["0194a6f0-7c3e-7d3a-9b1e-3a5b7c9d1e2f", "6f1c2f7e-58a9-4a43-8f6a-0d9c5c1b2a3d"] as const
const urls = ["https://example.com/a", "https://example.org/b?c=d"] as const
const days = ["2026-01-31", "1999-12-01"] as const
const moments = ["2026-01-31T10:20:30Z", "2026-01-31T10:20:30.123+02:00"] as const

/** Looking ahead is beyond Effect's generators; of the vendors' patterns only one for e-mail addresses does it. */
const looksAhead = (pattern: string): boolean => pattern.includes("(?=")

const generated = (making: Making, { least = 0, most, pattern }: Of<"string">): string => {
  const form = pattern === undefined ? /^[a-zA-Z0-9 é😀]*$/u : patternOf(pattern)
  const length = Schema.isBetweenCodePoints(least, Math.min(most ?? least + 20, 20_000))
  const texts = Arbitrary.schema(Schema.String.check(Schema.isPattern(form), length))
  const options = { count: 1, seed: making.below(1_000_000), size: 4, maxDiscards: 5_000 }
  return Effect.runSync(Arbitrary.sampleEffect(texts, options))[0] ?? ""
}

const text = (making: Making, node: Of<"string">): string => {
  const { format, pattern } = node
  if (format === "email" || (pattern !== undefined && looksAhead(pattern))) return pick(making, emails)
  if (format === "uuid" && pattern === undefined) return pick(making, uuids)
  return format === "url" ? pick(making, urls) : generated(making, node)
}

const numeric = (making: Making, { above, kind, least, most }: Of<"int" | "number">): number => {
  const low = least ?? (above ?? 0) + 1
  const high = most ?? low + 7
  if (kind === "int")
    return Number.isSafeInteger(low) ? low + making.below(Math.min(high - low, 1_000) + 1) : 0
  return pick(making, [low, (low + high) / 2])
}

const countOf = ({ below, full }: Making, { least, most }: Of<"array" | "record">): number => {
  const low = least ?? (full ? 1 : 0)
  return low + below(Math.min(most ?? low + 2, low + 2) - low + 1)
}

const listOf = (making: Making, node: Of<"array">): ReadonlyArray<unknown> =>
  Array.from({ length: countOf(making, node) }, () => valueOf(making, node.items))

const mapOf = (making: Making, node: Of<"record">): unknown =>
  Object.fromEntries(
    // Names that no other map of the same value has: some vendors want that.
    Array.from({ length: countOf(making, node) }, () => [
      `name${making.below(1_000_000_000)}`,
      valueOf(making, node.values)
    ])
  )

const objectOf = (making: Making, { fields }: Of<"object">): unknown =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { required, schema }]) =>
      required === true || making.full || making.below(2) === 0 ? [[name, valueOf(making, schema)]] : []
    )
  )

const referred = (making: Making, name: string): unknown => {
  const node = making.schemas[name]
  if (node === undefined) throw new Error(`the description has no schema ${name}`)
  return valueOf(making, node)
}

const bare = (making: Making, node: Node): unknown => {
  switch (node.kind) {
    case "string":
      return text(making, node)
    case "int":
    case "number":
      return numeric(making, node)
    case "enum":
      return node.values[making.below(node.values.length)]
    case "boolean":
      return making.below(2) === 0
    case "moment":
      return pick(making, moments)
    case "day":
      return pick(making, days)
    case "array":
      return listOf(making, node)
    case "record":
      return mapOf(making, node)
    case "object":
      return objectOf(making, node)
    case "union":
      return valueOf(making, node.members[making.below(node.members.length)] ?? { kind: "any" })
    case "ref":
      return referred(making, node.name)
    case "given":
      return node.sample
    case "any":
      return pick<unknown>(making, ["any", 7])
    case "bytes":
      return new TextEncoder().encode("bytes")
  }
}

const valueOf = (making: Making, node: Node): unknown =>
  node.nullable === true && !making.full && making.below(4) === 0 ? null : bare(making, node)

/** A sampler of a description. `full`: every field that may be there is there. */
export const samplerOf = ({ schemas }: Description, full: boolean): Sampler => ({
  samples: (node, seed, count) => {
    const making: Making = { schemas, full, below: numbersOf(seed) }
    return Array.from({ length: count }, () => valueOf(making, node))
  }
})
