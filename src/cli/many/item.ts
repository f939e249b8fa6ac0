/** One item from JSON, spelled as in TypeScript or as the vendor spells it: read as a request that holds nothing else. */
import * as Effect from "effect/Effect"
import { InvalidInput } from "../../contract/Common.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import { isRecord } from "../../contract/Wire.ts"
import type { Batching } from "../../many/Batch.ts"
import { decodeInput } from "../input.ts"

/** An operation that takes any number of items, of which nothing is known before it runs. */
export interface AnyMany extends AnyOperation {
  readonly batching: Pick<Batching<unknown, unknown, unknown>, "input">
}

/** What each object of a request was read as. */
const pairs = (
  raw: unknown,
  read: unknown,
  found: Map<unknown, unknown> = new Map()
): ReadonlyMap<unknown, unknown> => {
  if (typeof raw !== "object" || raw === null || typeof read !== "object" || read === null) return found
  found.set(raw, read)
  for (const [key, value] of Object.entries(raw)) pairs(value, Reflect.get(read, key), found)
  return found
}

/** The item with its parts as they were read in the request. */
const replaced = (raw: unknown, read: ReadonlyMap<unknown, unknown>): unknown => {
  if (read.has(raw)) return read.get(raw)
  return isRecord(raw)
    ? Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, replaced(value, read)]))
    : raw
}

/** Reads an item. */
export const readItem = (operation: AnyMany, raw: unknown): Effect.Effect<unknown, InvalidInput> =>
  Effect.gen(function* () {
    const vendor = operation.tag.slice(0, operation.tag.indexOf("."))
    const call = { vendor, operation: operation.tag, delivery: "NotSent" } as const
    const message = "is not an item: write one object in each line"
    const notAnItem = new InvalidInput({ complaints: [{ message }], call })
    if (!isRecord(raw)) return yield* notAnItem
    const whole = yield* Effect.try({ try: () => operation.batching.input([raw]), catch: () => notAnItem })
    return replaced(raw, pairs(whole, yield* decodeInput(operation, whole)))
  })
