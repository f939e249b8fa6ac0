/** Inputs of an operation: its own, its own with something strange in it, and values that no JSON has. */
import { Arbitrary, Effect, type Schema } from "effect"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import type { Chance } from "../../src/testing/simulator/chance.ts"
import { disturb, pick, strange } from "./mutate.ts"

const cycle = (): unknown => {
  const self: Record<string, unknown> = {}
  return Object.assign(self, { self })
}

/** What a caller may hand over by mistake. */
const hostile: ReadonlyArray<() => unknown> = [
  () => undefined,
  () => 10n,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Symbol("s"),
  () => () => 1,
  () => new Date(Number.NaN),
  () => new Date(0),
  () => new Map([["a", 1]]),
  () => new Set([1]),
  () => Object.create(null),
  () =>
    new (class Row {
      id = 1
    })(),
  () => Promise.resolve(1),
  () => new Uint8Array(3),
  () => Array.from({ length: 3 }),
  () => {
    const sparse: Array<unknown> = [1]
    sparse[5] = 2
    return sparse
  },
  () => ({ n: 10n }),
  () => ({ when: undefined }),
  () => ({
    get now() {
      throw new Error("not now")
    }
  }),
  () => new Proxy({}, { ownKeys: () => ["a"], get: () => 1 }),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
  cycle
]

const strangeInput = (chance: Chance): unknown =>
  chance.next() < 0.5 ? pick(chance, hostile)() : strange(chance)

/** `value` with one of its parts replaced; what is not plain data is replaced as a whole. */
const spoiled = (value: unknown, chance: Chance): unknown => {
  const marked = disturb(value, chance)
  if (chance.next() < 0.5 || typeof marked !== "object" || marked === null || Array.isArray(marked))
    return marked
  const keys = [...Object.keys(marked), "firstname", "unknownField"]
  return { ...marked, [pick(chance, keys)]: strangeInput(chance) }
}

const drawn = new Map<string, ReadonlyArray<unknown>>()
const known = 20

/** A few valid inputs of an operation, always the same; none where they cannot be made up. */
export const own = (operation: AnyOperation): ReadonlyArray<unknown> => {
  const before = drawn.get(operation.tag)
  if (before !== undefined) return before
  const codec = operation.spec.input as unknown as Schema.Codec<unknown, unknown>
  const sample = Effect.sync(() => Arbitrary.schema(codec)).pipe(
    Effect.flatMap((arbitrary) =>
      Arbitrary.sampleEffect(arbitrary, { count: known, seed: operation.tag, maxDiscards: 2_000 })
    ),
    Effect.catchCause(() => Effect.succeed<ReadonlyArray<unknown>>([]))
  )
  const inputs = Effect.runSync(sample)
  drawn.set(operation.tag, inputs)
  return inputs
}

/** An input for one case. */
export const inputOf = (operation: AnyOperation, chance: Chance): unknown => {
  const valid = own(operation)
  const draw = chance.next()
  if (valid.length === 0 || draw < 0.15) return strangeInput(chance)
  const input = pick(chance, valid)
  return draw < 0.4 ? spoiled(input, chance) : input
}
