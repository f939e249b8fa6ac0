/**
 * Calls that outlive the process. What is enqueued is kept when `enqueue` returns; a worker sends it, many items in a request where
 * the vendor takes them, within its limits, again for as long as that can help, and never twice where twice would do harm. An item
 * of which nobody knows whether it was done is `unknown` and stays so until an answer, a documented read, a rule of yours or a
 * person settles it: the outbox does not guess.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlClient } from "effect/sql/SqlClient"
import type * as Stream from "effect/Stream"
import type { InvalidInput } from "../contract/Common.ts"
import * as box from "./outbox/box.ts"
import * as one from "./outbox/enqueue.ts"
import * as many from "./outbox/enqueueAll.ts"
import type { IdConflict, OutboxFull, StoreUnavailable } from "./outbox/errors.ts"
import { layerMemory as memory } from "./outbox/memory.ts"
import * as plain from "./outbox/plain.ts"
import * as sql from "./outbox/sql.ts"
import * as sqlite from "./outbox/sqlite.ts"
import { type Kept, store } from "./outbox/stored.ts"

export { type WatchOptions, alerts } from "./outbox/alerts.ts"
export { type Change, layer, Outbox, type Sealing } from "./outbox/box.ts"
export type { Enqueued, Options, Receipt } from "./outbox/enqueue.ts"
export type { ManyOptions, Receipts, RefusedItem } from "./outbox/enqueueAll.ts"
export { IdConflict, IllegalMove, OutboxFull, StoreUnavailable } from "./outbox/errors.ts"
export { type Filter, get, items, list, type Moment, stats } from "./outbox/find.ts"
export type { Counts, Lane, Pause } from "./outbox/lane.ts"
export { type Ended, isOpen, type Item, type Kind, type Outcome, type State, states } from "./outbox/model.ts"
export { pause, pauses, resume, type Scope } from "./outbox/pauses.ts"
export { type ApisOf, type Workable, worker } from "./outbox/serve.ts"
export { drop, type Reason, requeue, type Requeue, type Resolution, resolve } from "./outbox/steer.ts"
export { replay, type Replayed } from "./outbox/replay.ts"
export type { Stats } from "./outbox/commands.ts"
export { type Commands, OutboxStore } from "./outbox/store.ts"
export type { Plain, PlainOptions } from "./outbox/plain.ts"
export { migrations, schema } from "./outbox/sql/migrate.ts"
export { changes, ended } from "./outbox/watch.ts"
export type { Decision, Doubt, Migrate, WorkerOptions } from "./outbox/worker/options.ts"

/**
 * Takes one item in: an item of an operation that takes many in a request, else its whole input. It is checked against every
 * documented rule, and kept when this returns. The same id with the same input is taken in once.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Braze } from "faultline"
 * import * as Outbox from "faultline/outbox"
 *
 * const event = { event: { externalId: "ada", name: "ordered", time: "2026-11-25T09:00:00Z" } }
 * const program = Effect.gen(function* () {
 *   const receipt = yield* Outbox.enqueue(Braze.trackUsers, event, { id: "order-17" })
 *   const again = yield* Outbox.enqueue(Braze.trackUsers, event, { id: "order-17" })
 *   return `${receipt.outcome} ${again.outcome}`
 * })
 * console.log(await Effect.runPromise(Effect.provide(program, Outbox.layerMemory()))) // queued duplicate
 * ```
 */
export const enqueue: <Op extends Kept>(
  operation: Op,
  item: one.Enqueued<Op>,
  options?: one.Options
) => Effect.Effect<one.Receipt, InvalidInput | IdConflict | OutboxFull | StoreUnavailable, box.Outbox> =
  one.enqueue

/**
 * Takes many items in, from a list or a stream. Those that break a rule, or whose id is taken, are in `refused`, and do not keep the
 * others out.
 */
export const enqueueAll: <Op extends Kept, E = never, R = never>(
  operation: Op,
  items: Iterable<one.Enqueued<Op>> | Stream.Stream<one.Enqueued<Op>, E, R>,
  options?: many.ManyOptions<one.Enqueued<Op>>
) => Effect.Effect<many.Receipts, E | OutboxFull | StoreUnavailable, box.Outbox | R> = many.enqueueAll

/** Whether an item could be taken in; the failure says what is wrong with it. Nothing is kept. */
export const check = (operation: Kept, item: unknown): Effect.Effect<void, InvalidInput> =>
  Effect.asVoid(store(operation, item))

/** An outbox in memory, for tests with `TestClock`. Nothing outlives the process. */
export const layerMemory = (sealing: Partial<box.Sealing> = {}): Layer.Layer<box.Outbox> =>
  Layer.provide(box.layer(sealing), memory)

/** A file of SQLite, with what seals its inputs. */
export interface FileOptions extends sqlite.SqliteOptions, Partial<box.Sealing> {}

/** Tables in your database, with what seals inputs. */
export interface TableOptions extends sql.SqlOptions, Partial<box.Sealing> {}

const sealingOf = ({ open, seal }: Partial<box.Sealing>): Partial<box.Sealing> => ({
  ...(open === undefined ? {} : { open }),
  ...(seal === undefined ? {} : { seal })
})

/**
 * An outbox in a file of its own, on a thread of its own: what `enqueue` has answered outlives a loss of power. It needs Node 22.16;
 * several processes of one machine may share a file where their SQLite is 3.51.3 or newer (Node 24.14).
 *
 * @example
 * ```ts no-run
 * import { Effect, Layer } from "effect"
 * import { Braze } from "faultline"
 * import * as Outbox from "faultline/outbox"
 *
 * const worker = Outbox.worker([Braze.trackUsers]).pipe(Layer.provide(Braze.layerConfig()))
 * const outbox = Layer.provideMerge(worker, Outbox.layerSqlite({ file: "outbox.db" }))
 * await Effect.runPromise(Effect.provide(Effect.never, outbox))
 * ```
 */
export const layerSqlite = (options: FileOptions): Layer.Layer<box.Outbox, StoreUnavailable> => {
  const { open: _open, seal: _seal, ...file } = options
  return Layer.provide(box.layer(sealingOf(options)), sqlite.layerSqlite(file))
}

/**
 * An outbox in your own database, over Effect's `SqlClient`: many machines share it, and what is enqueued commits or rolls back with the
 * transaction around it. It runs on Node 20.
 */
export const layerSql = (
  options: TableOptions = {}
): Layer.Layer<box.Outbox, StoreUnavailable, SqlClient> => {
  const { open: _open, seal: _seal, ...table } = options
  return Layer.provide(box.layer(sealingOf(options)), sql.layerSqlStore(table))
}

/**
 * A statement that takes an item in, for a transaction of another client than Effect's (`pg`, Prisma, Drizzle, knex): checked as `enqueue`
 * does. Its one row says `queued` or `duplicate` in `added`; the same id with another input is an error of the database that begins
 * with `IdConflict` and ends the transaction. Workers see it once that is committed, at their next look (`poll`).
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Braze } from "faultline"
 * import * as Outbox from "faultline/outbox"
 *
 * const event = { event: { externalId: "ada", name: "ordered", time: "2026-11-25T09:00:00Z" } }
 * const { params, sql } = await Effect.runPromise(
 *   Outbox.statement("pg", Braze.trackUsers, event, { id: "order-17" })
 * )
 * console.log(sql.split("$1").length - 1, params.length) // 1 1
 * ```
 */
export const statement: <Op extends Kept>(
  dialect: "pg",
  operation: Op,
  item: one.Enqueued<Op>,
  options?: plain.PlainOptions
) => Effect.Effect<plain.Plain, InvalidInput | StoreUnavailable> = plain.statement
