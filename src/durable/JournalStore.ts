/**
 * A journal on disk: every call as one row, to be found by vendor, operation, tag, category, time and id. It needs Node 22.16 or newer.
 * It neither fails nor slows a call: rows are written by a thread of their own, and what cannot be written is dropped and counted.
 */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Scope } from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Row } from "../pipeline/Journal.ts"
import { JournalUnavailable } from "./journal/backend.ts"
import { boundsOf, type Keeping, made } from "./journal/made.ts"
import { inMemory } from "./journal/memory.ts"
import { JournalStore, type Query, reads, type Stats, type Store } from "./journal/store.ts"

export type { KeptAnswer, KeptAttempt, Row } from "../pipeline/Journal.ts"
export { JournalUnavailable } from "./journal/backend.ts"
export type { Drops } from "./journal/buffer.ts"
export type { Keeping } from "./journal/made.ts"
export { JournalStore, type Moment, type Query, type Stats, type Store } from "./journal/store.ts"

/** Where the journal is, and how much it keeps. */
export interface Options extends Keeping {
  /** Its file, which is made where there is none: `journal.db`. The folder has to be there. */
  readonly file: string
}

const notThere = (file: string): JournalUnavailable =>
  new JournalUnavailable({
    file,
    reason: "missing",
    problem:
      "there is no such file; an application makes it with JournalStore.layer({ file }) of faultline/journal"
  })

const provided = (
  made: Effect.Effect<Context.Context<JournalStore>, JournalUnavailable, Scope>
): Layer.Layer<JournalStore, JournalUnavailable> => Layer.effectContext(made)

/**
 * Keeps the calls of whatever it is provided to in a file. What the journal recorded before, the log by default, it records still.
 *
 * @example
 * ```ts
 * import { Effect, Redacted } from "effect"
 * import { Metrix } from "faultline"
 * import * as JournalStore from "faultline/journal"
 * import { Simulator } from "faultline/testing"
 *
 * const { appId } = Metrix.simulator.credentials
 * const program = Effect.gen(function* () {
 *   const visit = { type: "action" as const, customName: "visit" }
 *   const failure = yield* Effect.flip(Metrix.ingest({ customUserId: "u1", messages: [visit] }))
 *   const store = yield* JournalStore.JournalStore
 *   yield* store.flush
 *   const row = yield* store.get(failure.call?.id ?? "")
 *   return `${row?.operation} ${row?.tag} ${row?.status}`
 * }).pipe(
 *   Effect.provide(Metrix.layerNoTransport({ appId, apiKey: Redacted.make("wrong-key") })),
 *   Effect.provide(Simulator.layer(Metrix.simulator)),
 *   Effect.provide(JournalStore.layer({ file: ":memory:" }))
 * )
 * console.log(await Effect.runPromise(program)) // Metrix.ingest Metrix.Forbidden 403
 * ```
 */
export const layer = ({ file, ...keeping }: Options): Layer.Layer<JournalStore, JournalUnavailable> =>
  provided(
    Effect.gen(function* () {
      const { inFile } = yield* Effect.promise(() => import("./journal/sqlite/backend.ts"))
      return yield* made(yield* inFile({ file }, boundsOf(keeping)), keeping)
    })
  )

/** Keeps calls in memory, for tests with `TestClock`. Nothing outlives the process. */
export const layerMemory = (keeping: Keeping = {}): Layer.Layer<JournalStore> =>
  Layer.effectContext(Effect.suspend(() => made(inMemory(boundsOf(keeping)), keeping)))

/**
 * Opens the journal of another process, to look into it. Fails with `JournalUnavailable`: `missing` where there is no such file.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import * as JournalStore from "faultline/journal"
 *
 * const program = Effect.scoped(JournalStore.open("no-such-journal.db"))
 * const { reason } = await Effect.runPromise(Effect.flip(program))
 * console.log(reason) // missing
 * ```
 */
export const open = (file: string): Effect.Effect<Pick<Store, "find" | "get">, JournalUnavailable, Scope> =>
  Effect.gen(function* () {
    const { existsSync } = yield* Effect.promise(() => import("node:fs"))
    if (!existsSync(file)) return yield* notThere(file)
    const { inFile } = yield* Effect.promise(() => import("./journal/sqlite/backend.ts"))
    return reads(yield* inFile({ file }, boundsOf({})))
  })

/** The calls, the newest first. */
export const find = (query: Query = {}): Stream.Stream<Row, JournalUnavailable, JournalStore> =>
  Stream.unwrap(Effect.map(JournalStore, (store) => store.find(query)))

/** The call with this id; `undefined` where it is not kept, or not any more. */
export const get = (id: string): Effect.Effect<Row | undefined, JournalUnavailable, JournalStore> =>
  Effect.flatMap(JournalStore, (store) => store.get(id))

/** How much is kept, how much waits, and what was dropped. */
export const stats: Effect.Effect<Stats, JournalUnavailable, JournalStore> = Effect.flatMap(
  JournalStore,
  (store) => store.stats
)
