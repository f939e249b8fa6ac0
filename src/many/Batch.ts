/**
 * Many items through an operation that takes a few at a time: cut to the documented count and size, sent with bounded
 * concurrency, answered item by item. A batch that is refused for one bad item is split until only that item is refused.
 */
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { AnyFailure, AnyFailureClass } from "../contract/Failure.ts"
import type { Operation } from "../contract/Operation.ts"

/** How an operation takes items. */
export interface Batching<Item, Input, Output> {
  readonly input: (items: ReadonlyArray<Item>) => Input
  /** The most items of one request. */
  readonly count: number
  /** The most bytes of one request's items as JSON. */
  readonly bytes?: number
  /** The bytes of one item; default: its UTF-8 JSON and a comma. */
  readonly size?: (item: Item) => number
  /** Items of different groups never share a request. */
  readonly group?: (item: Item) => string
  /** Items with the same key are sent in order: a batch waits for the earlier ones that hold one of its keys. */
  readonly key?: (item: Item) => string
  /** The vendor's warnings about single items, by their index in the request. */
  readonly warnings?: (
    output: Output,
    items: ReadonlyArray<Item>
  ) => ReadonlyArray<{ readonly index: number; readonly message: string }>
  /** The failures that one bad item brings upon the whole batch. */
  readonly blames: ReadonlyArray<AnyFailureClass>
}

/** What became of one item. `unknown`: it was sent, and nobody knows whether it was taken. */
export interface Outcome<Item, Error> {
  readonly index: number
  readonly item: Item
  readonly outcome: "accepted" | "warned" | "refused" | "unknown"
  readonly warning?: string
  readonly failure?: Error
}

/** How a run of batches is carried out. */
export interface ManyOptions {
  /** Requests under way at once. */
  readonly concurrency?: number
}

/** An operation that takes any number of items. */
export interface Batched<Input, Output, Error, Api, Item> extends Operation<Input, Output, Error, Api> {
  /** Sends all items and tells what became of each, in order. It does not fail but with the failure of the given stream. */
  readonly many: <E = never, R = never>(
    items: Iterable<Item> | Stream.Stream<Item, E, R>,
    options?: ManyOptions
  ) => Stream.Stream<Outcome<Item, Error>, E, Api | R>
  readonly batching: Batching<Item, Input, Output>
}

interface Numbered<Item> {
  readonly index: number
  readonly item: Item
}

const encoder = new TextEncoder()
const jsonSize = (item: unknown): number => encoder.encode(JSON.stringify(item) ?? "").length + 1

interface Open<Item> {
  readonly items: Array<Numbered<Item>>
  weight: number
}

/**
 * Cuts items to the count and the bytes of one request, each group by itself. Items with the same key never change their order,
 * whatever groups they are in. An item that is too large by itself goes alone, for its schema to refuse.
 */
export const cut = <Item, Input, Output>(
  items: ReadonlyArray<Numbered<Item>>,
  { bytes = Number.POSITIVE_INFINITY, count, group, key, size = jsonSize }: Batching<Item, Input, Output>
): ReadonlyArray<ReadonlyArray<Numbered<Item>>> => {
  const batches: Array<Open<Item>> = []
  const openOf = new Map<string, number>()
  const lastOf = new Map<string, number>()
  for (const one of items) {
    const [mine, name, weight] = [group?.(one.item) ?? "", key?.(one.item), size(one.item)]
    const place = openOf.get(mine) ?? -1
    const open = batches[place]
    const overtaken = name !== undefined && (lastOf.get(name) ?? -1) > place
    if (open === undefined || open.items.length >= count || open.weight + weight > bytes || overtaken) {
      batches.push({ items: [one], weight })
      openOf.set(mine, batches.length - 1)
    } else {
      open.items.push(one)
      open.weight += weight
    }
    if (name !== undefined) lastOf.set(name, openOf.get(mine) ?? place)
  }
  return batches.map(({ items }) => items)
}

/** Lets a batch wait for earlier ones that hold one of its keys. Keys are forgotten when their last batch is done. */
const inOrder = <Item>(key: ((item: Item) => string) | undefined) => {
  const last = new Map<string, Deferred.Deferred<void>>()
  return <A, E, R>(
    items: ReadonlyArray<Numbered<Item>>,
    send: Effect.Effect<A, E, R>
  ): Effect.Effect<A, E, R> => {
    if (key === undefined) return send
    const keys = new Set(items.map(({ item }) => key(item)))
    const before = new Set([...keys].flatMap((one) => last.get(one) ?? []))
    const done = Deferred.makeUnsafe<void>()
    for (const one of keys) last.set(one, done)
    const release = Effect.suspend(() => {
      for (const one of keys) if (last.get(one) === done) last.delete(one)
      return Deferred.succeed(done, undefined)
    })
    return Effect.ensuring(
      Effect.andThen(Effect.forEach(before, Deferred.await, { discard: true }), send),
      release
    )
  }
}

const outcomeOf = ({ delivery }: AnyFailure) =>
  delivery === "Unknown" ? "unknown" : delivery === "Applied" ? "warned" : "refused"

/** What an accepted batch means for its items. */
const accepted = <Item, Input, Output, Error>(
  { warnings: warningsOf }: Batching<Item, Input, Output>,
  output: Output,
  items: ReadonlyArray<Numbered<Item>>
): ReadonlyArray<Outcome<Item, Error>> => {
  const given =
    warningsOf?.(
      output,
      items.map(({ item }) => item)
    ) ?? []
  const warnings = new Map(given.map(({ index, message }) => [index, message]))
  return items.map((one, index): Outcome<Item, Error> => {
    const warning = warnings.get(index)
    return warning === undefined ? { ...one, outcome: "accepted" } : { ...one, outcome: "warned", warning }
  })
}

/** Sends one batch, and its halves where one bad item may be to blame. */
const sender = <Input, Output, Error extends AnyFailure, Api, Item>(
  operation: Operation<Input, Output, Error, Api>,
  batching: Batching<Item, Input, Output>
) => {
  // Our own refusal of bad input costs no request, so it is always worth finding the item.
  const blames = (failure: Error) =>
    failure._tag === "InvalidInput" || batching.blames.some(({ tag }) => tag === failure._tag)
  const send = (
    items: ReadonlyArray<Numbered<Item>>,
    uncertain = false
  ): Effect.Effect<ReadonlyArray<Outcome<Item, Error>>, never, Api> =>
    Effect.matchEffect(operation(batching.input(items.map(({ item }) => item))), {
      onSuccess: (output) => Effect.succeed(accepted(batching, output, items)),
      onFailure: (failure) => {
        const unsure = uncertain || failure.delivery === "Unknown"
        // What may have been done is not sent again in parts, unless doing it twice is as good as once.
        if (items.length < 2 || !blames(failure) || (unsure && !operation.spec.idempotent)) {
          // A part that is refused may have been done with the whole.
          const outcome = unsure && failure.delivery !== "Applied" ? "unknown" : outcomeOf(failure)
          return Effect.succeed(items.map((one) => ({ ...one, outcome, failure })))
        }
        const middle = Math.ceil(items.length / 2)
        return Effect.zipWith(
          send(items.slice(0, middle), unsure),
          send(items.slice(middle), unsure),
          (left, right) => [...left, ...right]
        )
      }
    })
  return send
}

/** Makes an operation take any number of items. */
export const batched = <Input, Output, Error extends AnyFailure, Api, Item>(
  operation: Operation<Input, Output, Error, Api>,
  batching: Batching<Item, Input, Output>
): Batched<Input, Output, Error, Api, Item> => {
  const send = sender(operation, batching)
  // Whole requests, and enough items at once that groups find company; never more than this is held.
  const window = batching.count * Math.max(1, Math.ceil(1_000 / batching.count))
  const many: Batched<Input, Output, Error, Api, Item>["many"] = (items, options = {}) =>
    Stream.suspend(() => {
      const ordered = inOrder(batching.key)
      return (Stream.isStream(items) ? items : Stream.fromIterable(items)).pipe(
        Stream.zipWithIndex,
        Stream.map(([item, index]): Numbered<Item> => ({ index, item })),
        Stream.grouped(window),
        Stream.flatMap((held) => Stream.fromIterable(cut(held, batching))),
        Stream.map((batch) => ordered(batch, send(batch))),
        Stream.mapEffect((sent) => sent, { concurrency: options.concurrency ?? 4 }),
        Stream.flatMap((outcomes) => Stream.fromIterable(outcomes))
      )
    })
  return Object.assign(operation, { many, batching })
}
