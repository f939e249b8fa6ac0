/**
 * Many items through an operation that takes a few at a time: cut to the documented count and size, sent with bounded
 * concurrency, answered item by item. A batch that is refused for one bad item is split until only that item is refused.
 */
import * as Arr from "effect/Array"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import { dual } from "effect/Function"
import * as Stream from "effect/Stream"
import { idempotentFor } from "../contract/compile.ts"
import type { AnyFailure, AnyFailureClass } from "../contract/Failure.ts"
import { derive, type Operation } from "../contract/Operation.ts"
import { cut, type Cutting, type Numbered } from "./batch/cut.ts"
import { generated } from "./batch/generated.ts"

export { uuid } from "../pipeline/Generate.ts"

/** What the vendor said about one item of a request that it accepted. */
export interface Warning {
  /** The item's place in the request, from 0. */
  readonly index: number
  readonly message: string
  /** Whether the item was recorded all the same. */
  readonly recorded: boolean
}

/** How an operation takes items. */
export interface Batching<Item, Input, Output> extends Cutting<Item> {
  readonly input: (items: ReadonlyArray<Item>) => Input
  /** The vendor's warnings about single items, by their index in the request. */
  readonly warnings?: (output: Output, items: ReadonlyArray<Item>) => ReadonlyArray<Warning>
  /** The failures that one bad item brings upon the whole batch. */
  readonly blames: ReadonlyArray<AnyFailureClass>
}

/** What became of one item. `unknown`: it was sent, and nobody knows whether it was taken. */
export interface Outcome<Item, Error> {
  readonly index: number
  readonly item: Item
  readonly outcome: "accepted" | "warned" | "refused" | "unknown"
  readonly warning?: string
  /** With `warned`: whether the vendor recorded the item all the same. */
  readonly recorded?: boolean
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

const numbered = <Item>(items: ReadonlyArray<Item>, first: number): ReadonlyArray<Numbered<Item>> =>
  items.map((item, place) => ({ index: first + place, item }))

const itemsOf = <Item>(items: ReadonlyArray<Numbered<Item>>): ReadonlyArray<Item> =>
  items.map(({ item }) => item)

const outcomeOf = ({ delivery }: AnyFailure) =>
  delivery === "Unknown" ? "unknown" : delivery === "Applied" ? "warned" : "refused"

/** What an accepted batch means for its items. */
const accepted = <Item, Input, Output, Error>(
  { warnings: warningsOf }: Batching<Item, Input, Output>,
  output: Output,
  items: ReadonlyArray<Numbered<Item>>
): ReadonlyArray<Outcome<Item, Error>> => {
  const given = warningsOf?.(output, itemsOf(items)) ?? []
  const warnings = new Map(given.map((warning) => [warning.index, warning]))
  return items.map(({ index, item }, place): Outcome<Item, Error> => {
    const warning = warnings.size === 0 ? undefined : warnings.get(place)
    if (warning === undefined) return { index, item, outcome: "accepted" }
    return { index, item, outcome: "warned", warning: warning.message, recorded: warning.recorded }
  })
}

/** What a refused batch means for its items. A part that is refused may have been done with the whole. */
const refused = <Item, Error extends AnyFailure>(
  items: ReadonlyArray<Numbered<Item>>,
  failure: Error,
  unsure: boolean
): ReadonlyArray<Outcome<Item, Error>> => {
  const outcome = unsure && failure.delivery !== "Applied" ? "unknown" : outcomeOf(failure)
  return items.map((one) => ({ ...one, outcome, failure }))
}

/** Sends one batch, and its halves where one bad item may be to blame. */
const sender = <Input, Output, Error extends AnyFailure, Api, Item>(
  operation: Operation<Input, Output, Error, Api>,
  batching: Batching<Item, Input, Output>
) => {
  const inputOf = (items: ReadonlyArray<Numbered<Item>>) => batching.input(itemsOf(items))
  // Our own refusal of bad input costs no request, so it is always worth finding the item. What may have been done is not sent
  // again in parts, unless doing it twice is as good as once.
  const splits = (items: ReadonlyArray<Numbered<Item>>, { _tag }: Error, unsure: boolean) =>
    items.length > 1 &&
    (_tag === "InvalidInput" || batching.blames.some(({ tag }) => tag === _tag)) &&
    (!unsure || idempotentFor(operation.spec, inputOf(items)))
  const send = (
    items: ReadonlyArray<Numbered<Item>>,
    uncertain = false
  ): Effect.Effect<ReadonlyArray<Outcome<Item, Error>>, never, Api> =>
    Effect.matchEffect(operation(inputOf(items)), {
      onSuccess: (output) => Effect.succeed(accepted(batching, output, items)),
      onFailure: (failure) => {
        const unsure = uncertain || failure.delivery === "Unknown"
        if (!splits(items, failure, unsure)) return Effect.succeed(refused(items, failure, unsure))
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

/** The members of lists, one by one: lighter than `flatMap`, which could also run streams side by side. */
const flat = <A, E, R>(lists: Stream.Stream<ReadonlyArray<A>, E, R>): Stream.Stream<A, E, R> =>
  Stream.flattenArray(Stream.filter(lists, Arr.isReadonlyArrayNonEmpty))

/**
 * Makes an operation take any number of items. The one that is given stays as it is.
 *
 * @example
 * ```ts
 * import { Effect, Schema, Stream } from "effect"
 * import { Batch, Braze } from "faultline"
 * import { answer, stub } from "faultline/testing"
 *
 * const tagUsers = Braze.operation("tagUsers", () => ({
 *   method: "POST",
 *   path: "/users/tags",
 *   input: Schema.Struct({ ids: Schema.Array(Schema.String) }),
 *   output: Schema.Struct({ tagged: Schema.Int }),
 *   idempotent: true
 * })).pipe(
 *   Batch.batched({ input: (ids: ReadonlyArray<string>) => ({ ids }), count: 2, blames: [Braze.BadRequest] })
 * )
 *
 * const vendor = stub(
 *   Braze.BrazeApi,
 *   answer(tagUsers, ({ ids }) => Effect.succeed({ tagged: ids.length }))
 * )
 * const outcomes = Stream.runCollect(tagUsers.many(["a", "b", "c"])).pipe(Effect.provide(vendor))
 * console.log((await Effect.runPromise(outcomes)).map(({ item, outcome }) => `${item} ${outcome}`).join(", "))
 * // a accepted, b accepted, c accepted
 * ```
 */
export const batched: {
  <Input, Output, Error extends AnyFailure, Api, Item>(
    batching: Batching<Item, Input, Output>
  ): (self: Operation<Input, Output, Error, Api>) => Batched<Input, Output, Error, Api, Item>
  <Input, Output, Error extends AnyFailure, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    batching: Batching<Item, Input, Output>
  ): Batched<Input, Output, Error, Api, Item>
} = dual(
  2,
  <Input, Output, Error extends AnyFailure, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    batching: Batching<Item, Input, Output>
  ): Batched<Input, Output, Error, Api, Item> => {
    const operation = derive(self, () => ({}))
    const send = sender(operation, batching)
    // Whole requests, and enough items at once that groups find company; never more than this is held.
    const window = batching.count * Math.max(1, Math.ceil(1_000 / batching.count))
    const many: Batched<Input, Output, Error, Api, Item>["many"] = (items, options = {}) =>
      Stream.suspend(() => {
        const ordered = inOrder(batching.key)
        const given = Stream.isStream(items) ? items : Stream.fromIterable(items)
        return generated(given, operation, batching.input, window).pipe(
          Stream.grouped(window),
          Stream.map((held, turn) => cut(numbered(held, turn * window), batching)),
          flat,
          Stream.map((batch) => ordered(batch, send(batch))),
          Stream.mapEffect((sent) => sent, { concurrency: options.concurrency ?? 4 }),
          flat
        )
      })
    return Object.assign(operation, { many, batching })
  }
)
