/**
 * Many items through an operation that takes a few at a time: cut to the documented count and size, sent with bounded
 * concurrency, answered item by item. A batch that is refused for one bad item is split until only that item is refused.
 */
import * as Arr from "effect/Array"
import type * as Cause from "effect/Cause"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { dual } from "effect/Function"
import * as Stream from "effect/Stream"
import { Halted } from "../contract/Common.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import { derive, type Operation } from "../contract/Operation.ts"
import { type Batching, defaults, type ManyOptions } from "./batch/batching.ts"
import { cut, type Numbered } from "./batch/cut.ts"
import { generated } from "./batch/generated.ts"
import { attempted } from "./batch/item.ts"
import type { Outcome } from "./batch/outcome.ts"
import { track, type Tracker } from "./batch/position.ts"
import { Run } from "./batch/run.ts"
import { Sender } from "./batch/send.ts"
import { windows } from "./batch/windows.ts"

export { Halted } from "../contract/Common.ts"
export { uuid } from "../pipeline/Generate.ts"
export { type Batching, defaults, type ManyOptions, type Progress, type Warning } from "./batch/batching.ts"
export type { Outcome } from "./batch/outcome.ts"
export type { Position } from "./batch/position.ts"

/** An operation that takes any number of items. */
export interface Batched<Input, Output, Error, Api, Item> extends Operation<Input, Output, Error, Api> {
  /**
   * Sends all items and tells what became of each, in order. It fails with the failure of the given stream, or with `Halted` where
   * nothing was accepted for too long.
   */
  readonly many: <E = never, R = never>(
    items: Iterable<Item> | Stream.Stream<Item, E, R>,
    options?: ManyOptions
  ) => Stream.Stream<Outcome<Item, Error>, E | Halted, Api | R>
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
    const keys = new Set(items.flatMap(({ item }) => attempted(key, item) ?? []))
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

/** The members of lists, one by one: lighter than `flatMap`, which could also run streams side by side. */
const flat = <A, E, R>(lists: Stream.Stream<ReadonlyArray<A>, E, R>): Stream.Stream<A, E, R> =>
  Stream.flattenArray(Stream.filter(lists, Arr.isReadonlyArrayNonEmpty))

const endingIn = <A, E, R, E2>(
  outcomes: Stream.Stream<A, E, R>,
  end: (error: E | Cause.Done) => E2 | Cause.Done
): Stream.Stream<A, E2, R> =>
  Stream.transformPull(outcomes, (pull) => Effect.succeed(Effect.mapError(pull, end)))

/** Ends a run that was given up in `Halted`, however else it would end, unless there is nothing to go on with. */
const orHalted = <A, E, R>(
  outcomes: Stream.Stream<A, E, R>,
  run: Run,
  { isDone, position }: Tracker
): Stream.Stream<A, E | Halted, R> =>
  endingIn(outcomes, (end): E | Halted | Cause.Done => {
    const { counts, drained, halted, patience } = run
    if (halted === undefined || (drained && isDone())) return end
    return new Halted({ ...position(), ...counts, patience, tag: halted._tag, because: halted })
  })

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
    // The input is the operation's: what `batching.input` makes has the same form, but not the comments above its fields.
    batching: Batching<Item, NoInfer<Input>, Output>
  ): Batched<Input, Output, Error, Api, Item>
} = dual(
  2,
  <Input, Output, Error extends AnyFailure, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    batching: Batching<Item, Input, Output>
  ): Batched<Input, Output, Error, Api, Item> => {
    const operation = derive(self, () => ({}))
    // Whole requests, and enough items at once that groups find company; never more than this is held.
    const most = batching.count * Math.max(1, Math.ceil(1_000 / batching.count))
    const many: Batched<Input, Output, Error, Api, Item>["many"] = (items, options = {}) =>
      Stream.suspend(() => {
        const [run, tracker] = [new Run(options), track(options.resumeFrom ?? 0)]
        const [ordered, sender] = [inOrder(batching.key), new Sender(operation, batching, run)]
        const given = Stream.isStream(items) ? items : Stream.fromIterable(items)
        const left = tracker.skip === 0 ? given : Stream.drop(given, tracker.skip)
        const linger = Duration.toMillis(Duration.fromInputUnsafe(options.linger ?? defaults.linger))
        const outcomes = windows(generated(left, operation, batching.input, most), {
          linger,
          most,
          run
        }).pipe(
          Stream.map((held) => cut(tracker.number(held), batching)),
          flat,
          Stream.map((batch) => ordered(batch, sender.take(batch))),
          Stream.mapEffect((sent) => sent, { concurrency: options.concurrency ?? defaults.concurrency }),
          Stream.map(tracker.pass),
          flat
        )
        return orHalted(outcomes, run, tracker)
      })
    return Object.assign(operation, { many, batching })
  }
)
