/** What an operation generates for each of many items. */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Generates } from "../../contract/Generates.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import { isRecord } from "../../contract/Wire.ts"
import { filling } from "../../pipeline/Generate.ts"
import { attempted } from "./item.ts"

type Some<A> = readonly [A, ...ReadonlyArray<A>]

/** The same items changed as they come, so many at once at most: what comes as a list of a million is not copied as a whole. */
const changed = <A, E, R>(
  items: Stream.Stream<A, E, R>,
  most: number,
  change: Effect.Effect<(item: A) => A>
): Stream.Stream<A, E, R> =>
  Stream.transformPull(items, (pull) =>
    Effect.sync(() => {
      let held: ReadonlyArray<A> = []
      let at = 0
      const next = Effect.map(change, (one): Some<A> => {
        const slice = held.slice(at, at + most).map(one)
        at += most
        return slice as unknown as Some<A> // as: it is attempted for while some are left
      })
      return Effect.suspend(() =>
        at < held.length
          ? next
          : Effect.flatMap(pull, (items) => {
              held = items
              at = 0
              return next
            })
      )
    })
  )

const beginsWith = (input: unknown, list: string, item: unknown): boolean => {
  const items = isRecord(input) ? input[list] : undefined
  return Array.isArray(items) && items[0] === item
}

/** What is made for single items: the list of the input in which they stand, and what fills one in. */
const fillersOf = (generates: Generates) =>
  Object.entries(generates).flatMap(([path, made]) => {
    const [list = "", field] = path.split("[].")
    return field === undefined ? [] : [{ list, fill: filling({ [field]: made }) }]
  })

/** What fills in an item that becomes a request by `inputOf`. */
const fillingOf = <Item>(
  fillers: ReturnType<typeof fillersOf>,
  inputOf: (item: Item) => unknown
): Effect.Effect<(item: Item) => Item> =>
  Effect.map(
    Effect.forEach(fillers, ({ fill, list }) => Effect.map(fill, (fill) => ({ fill, list }))),
    (fillers) =>
      (item: Item): Item => {
        const whole = attempted(inputOf, item)
        let filled: unknown = item
        for (const { fill, list } of fillers) if (beginsWith(whole, list, item)) filled = fill(filled)
        return filled as Item // as: only fields that the input's own type has are filled in
      }
  )

/** The same for one item. */
export const generatedFor = <Item>(
  generates: Generates,
  inputOf: (item: Item) => unknown,
  item: Item
): Effect.Effect<Item> => {
  const fillers = fillersOf(generates)
  return fillers.length === 0
    ? Effect.succeed(item)
    : Effect.map(fillingOf(fillers, inputOf), (fill) => fill(item))
}

/**
 * Makes what the operation generates for each item before the items are cut: a batch that is split keeps its idempotency keys, and
 * whoever is told of an item learns its key.
 */
export const generated = <Item, E, R>(
  given: Stream.Stream<Item, E, R>,
  { spec: { generates = {} } }: AnyOperation,
  inputOf: (items: ReadonlyArray<Item>) => unknown,
  most: number
): Stream.Stream<Item, E, R> => {
  const fillers = fillersOf(generates)
  return fillers.length === 0
    ? given
    : changed(
        given,
        most,
        fillingOf(fillers, (item) => inputOf([item]))
      )
}
