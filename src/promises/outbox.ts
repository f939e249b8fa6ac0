/** The outbox for async/await. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { AnyCall, Service } from "../contract/Operation.ts"
import * as Outbox from "../durable/Outbox.ts"
import { make, type Operated, type Runner } from "./Promises.ts"

/** A client whose operations the outbox carries out: `Promises.of(Braze, Braze.layerConfig())`. */
export type Working = Operated & Pick<Runner<any>, "run"> // any: each client has its own vendor's service

/** How an outbox for async/await is made. */
export interface AsyncOptions extends Outbox.WorkerOptions {
  /** Its file. Default: `faultline-outbox.db`. */
  readonly file?: string
  /** Another store, in place of a file: `Outbox.layerSql()` over a client, `Outbox.layerMemory()` in a test. */
  readonly store?: Layer.Layer<Outbox.Outbox, Outbox.StoreUnavailable>
  /** The clients whose items this process sends. Default: none; it then only takes items in. Dispose of them after the outbox. */
  readonly work?: ReadonlyArray<Working>
}

/** An outbox at work until it is disposed of. */
export interface AsyncOutbox extends Runner<Outbox.Outbox> {
  /** Takes one item in; it is kept when the promise resolves. */
  readonly enqueue: <Op extends AnyCallLike>(
    operation: Op,
    item: Outbox.Enqueued<Op>,
    options?: Outbox.Options
  ) => Promise<Outbox.Receipt>
  /** Takes many in. */
  readonly enqueueAll: <Op extends AnyCallLike>(
    operation: Op,
    items: Iterable<Outbox.Enqueued<Op>> | AsyncIterable<Outbox.Enqueued<Op>>,
    options?: Outbox.ManyOptions<Outbox.Enqueued<Op>>
  ) => Promise<Outbox.Receipts>
  readonly list: (filter?: Outbox.Filter & { readonly limit?: number }) => Promise<ReadonlyArray<Outbox.Item>>
  readonly get: (id: string) => Promise<Outbox.Item | undefined>
  readonly stats: () => Promise<Outbox.Stats>
  /** Waits until the item has come to an end. */
  readonly ended: (id: string) => Promise<Outbox.Item>
  readonly pause: (scope: Outbox.Scope, reason: Outbox.Reason) => Promise<void>
  readonly resume: (scope: Outbox.Scope) => Promise<boolean>
  readonly requeue: (filter: Omit<Outbox.Filter, "state">, how: Outbox.Requeue) => Promise<number>
  readonly resolve: (id: string, to: Outbox.Resolution, reason: Outbox.Reason) => Promise<void>
  readonly replay: (filter: Outbox.Filter) => Promise<Outbox.Replayed>
  readonly drop: (filter: Outbox.Filter, reason: Outbox.Reason) => Promise<number>
}

/** An operation whose items can be enqueued. */
export type AnyCallLike = Parameters<typeof Outbox.enqueue>[0]

type Carried = AnyCall & Outbox.Workable<unknown>

const isCarried = (operation: AnyCall): operation is Carried => "api" in operation

const workerOf = (
  { operations, run }: Working,
  options: Outbox.WorkerOptions
): Layer.Layer<never, Outbox.StoreUnavailable, Outbox.Outbox> => {
  const carried = operations.filter(isCarried)
  const [first] = carried
  if (first === undefined) return Layer.empty
  // The operations of one client share its service.
  const service = Layer.effect(
    first.api,
    Effect.promise((): Promise<Service> => run(first.api))
  )
  return Outbox.worker(carried, options).pipe(Layer.provide(service))
}

const streamOf = <Item>(items: Iterable<Item> | AsyncIterable<Item>): Stream.Stream<Item> =>
  Symbol.asyncIterator in items
    ? Stream.orDie(Stream.fromAsyncIterable(items, (error) => error))
    : Stream.fromIterable(items)

/**
 * An outbox for async/await. It is opened with the first call, or at once where it has work to do.
 *
 * @example
 * ```ts
 * import { Braze, Promises } from "faultline"
 * import * as Outbox from "faultline/outbox"
 *
 * await using braze = Promises.of(Braze, Braze.layerConfig())
 * await using box = Outbox.outbox({ store: Outbox.layerMemory(), work: [braze] })
 * await box.enqueue(
 *   Braze.trackUsers,
 *   { event: { externalId: "ada", name: "ordered", time: "2026-11-25T09:00:00Z" } },
 *   { id: "order-17" }
 * )
 * console.log((await box.ended("order-17")).state) // delivered
 * ```
 */
export const outbox = (options: AsyncOptions = {}): AsyncOutbox => {
  const {
    file,
    store = Outbox.layerSqlite({ file: file ?? "faultline-outbox.db" }),
    work = [],
    ...worker
  } = options
  const workers = work.map((client) => workerOf(client, worker))
  const runner = make(Layer.provideMerge(Layer.mergeAll(Layer.empty, ...workers), store))
  const { run } = runner
  // Opens it now: what waits from earlier is sent without a first call. A failure is the first call's.
  if (work.length > 0) run(Effect.void).catch(() => undefined)
  return {
    ...runner,
    enqueue: (operation, item, options) => run(Outbox.enqueue(operation, item, options)),
    enqueueAll: (operation, items, options) => run(Outbox.enqueueAll(operation, streamOf(items), options)),
    list: (filter) => run(Outbox.list(filter)),
    get: (id) => run(Outbox.get(id)),
    stats: () => run(Outbox.stats),
    ended: (id) => run(Outbox.ended(id)),
    pause: (scope, reason) => run(Outbox.pause(scope, reason)),
    resume: (scope) => run(Outbox.resume(scope)),
    requeue: (filter, how) => run(Outbox.requeue(filter, how)),
    resolve: (id, to, reason) => run(Outbox.resolve(id, to, reason)),
    replay: (filter) => run(Outbox.replay(filter)),
    drop: (filter, reason) => run(Outbox.drop(filter, reason))
  }
}
