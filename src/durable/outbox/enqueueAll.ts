/** Taking in many items: a portion in one command, and those that are refused do not keep the others out. */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { InvalidInput } from "../../contract/Common.ts"
import { type Box, Outbox } from "./box.ts"
import type { Added } from "./commands.ts"
import { add, type Options, prepared } from "./enqueue.ts"
import { IdConflict, type OutboxFull, type StoreUnavailable } from "./errors.ts"
import type { NewItem } from "./model.ts"
import type { Kept } from "./stored.ts"

/**
 * How many items are enqueued. Functions are asked for each item, with its index from 0; an item on which one throws, or to which it gives
 * no id, is refused. No key is none.
 */
export interface ManyOptions<Item> extends Omit<Options, "id" | "key"> {
  readonly id?: (item: Item, index: number) => string
  readonly key?: (item: Item, index: number) => string | undefined
  /** Is told after each portion of items. */
  readonly onProgress?: (receipts: Receipts) => Effect.Effect<void>
}

/** An item that was not taken in. */
export interface RefusedItem {
  readonly index: number
  readonly problem: InvalidInput | IdConflict
}

/** What became of many. Those that are refused do not keep the others out. */
export interface Receipts {
  readonly queued: number
  readonly duplicates: number
  readonly refused: ReadonlyArray<RefusedItem>
}

// As many as one statement takes without a pause that anybody notices.
const portion = 1_000

type Prepared =
  | { readonly index: number; readonly item: NewItem }
  | { readonly index: number; readonly problem: InvalidInput }

const refusedOf = (
  operation: Kept,
  items: ReadonlyArray<Prepared>,
  added: ReadonlyArray<Added>
): ReadonlyArray<RefusedItem> => {
  let place = 0
  return items.flatMap((one): ReadonlyArray<RefusedItem> => {
    if ("problem" in one) return [one]
    const { id } = one.item
    return added[place++] === "conflict"
      ? [{ index: one.index, problem: new IdConflict({ id, operation: operation.tag }) }]
      : []
  })
}

type Given<Item> = readonly [item: Item, index: number]

/** What names an item; an empty id, which is refused, where the function gives none. */
const labelsOf = <Item>(
  [given, index]: Given<Item>,
  { id, key }: Pick<ManyOptions<Item>, "id" | "key">
): Pick<Options, "id" | "key"> => {
  try {
    const found = key?.(given, index)
    return {
      ...(id === undefined ? {} : { id: id(given, index) ?? "" }),
      ...(found === undefined ? {} : { key: found })
    }
  } catch {
    return { id: "" }
  }
}

/** Each item by itself, for one that is refused does not keep the others out. */
const prepareAll = <Item>(
  box: Box,
  operation: Kept,
  items: ReadonlyArray<Given<Item>>,
  { id, key, ...shared }: ManyOptions<Item>
): Effect.Effect<ReadonlyArray<Prepared>> =>
  Effect.forEach(items, (one) => {
    const [given, index] = one
    const options = { ...shared, ...labelsOf(one, { ...(id && { id }), ...(key && { key }) }) }
    return Effect.match(prepared(box, operation, given, options), {
      onFailure: (problem): Prepared => ({ index, problem }),
      onSuccess: (item): Prepared => ({ index, item })
    })
  })

const portions = <Item>(
  box: Box,
  operation: Kept,
  items: ReadonlyArray<Given<Item>>,
  options: ManyOptions<Item>
): Effect.Effect<Receipts, OutboxFull | StoreUnavailable> =>
  Effect.gen(function* () {
    const all = yield* prepareAll(box, operation, items, options)
    const fit = all.flatMap((one) => ("item" in one ? [one.item] : []))
    const added = fit.length === 0 ? [] : yield* add(box, fit)
    const count = (outcome: Added) => added.filter((one) => one === outcome).length
    return {
      queued: count("queued"),
      duplicates: count("duplicate"),
      refused: refusedOf(operation, all, added)
    }
  })

const none: Receipts = { queued: 0, duplicates: 0, refused: [] }

const together = (one: Receipts, other: Receipts): Receipts => ({
  queued: one.queued + other.queued,
  duplicates: one.duplicates + other.duplicates,
  refused: [...one.refused, ...other.refused]
})

/** Takes many items in, a portion at a time. */
export const enqueueAll = <Item, E = never, R = never>(
  operation: Kept,
  items: Iterable<Item> | Stream.Stream<Item, E, R>,
  options: ManyOptions<Item> = {}
): Effect.Effect<Receipts, E | OutboxFull | StoreUnavailable, Outbox | R> =>
  Effect.flatMap(Outbox, (box) =>
    (Stream.isStream(items) ? items : Stream.fromIterable(items)).pipe(
      Stream.zipWithIndex,
      Stream.grouped(portion),
      Stream.mapEffect((some) => portions(box, operation, some, options)),
      Stream.runFoldEffect(
        () => none,
        (sum, some) => {
          const now = together(sum, some)
          return Effect.as(options.onProgress?.(now) ?? Effect.void, now)
        }
      )
    )
  )
