/** A store in PostgreSQL whose clock is that of its commands, for tests that choose their times. */
import { Effect } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { make } from "../../../src/durable/outbox/sql.ts"
import type { Commands } from "../../../src/durable/outbox/store.ts"

const timed =
  <A extends { readonly now: number }, B, E>(
    at: (now: number) => Effect.Effect<unknown>,
    command: (command: A) => Effect.Effect<B, E>
  ) =>
  (given: A): Effect.Effect<B, E> =>
    Effect.andThen(at(given.now), command(given))

/** The store, with tables of this name. */
export const clocked = (table: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    const clock = `${table}_clock`
    yield* sql.unsafe(`CREATE TABLE ${clock} AS SELECT 0::bigint AS ms`)
    const store = yield* make({ table }, `(SELECT ms FROM ${clock})`)
    const at = (now: number) => Effect.orDie(sql.unsafe(`UPDATE ${clock} SET ms = ${now}`))
    const commands: Commands = {
      ...store,
      add: timed(at, store.add),
      claim: timed(at, store.claim),
      intent: timed(at, store.intent),
      settle: timed(at, store.settle),
      release: timed(at, store.release),
      reap: timed(at, store.reap),
      adopt: timed(at, store.adopt),
      lanes: timed(at, store.lanes),
      move: timed(at, store.move),
      pause: timed(at, store.pause),
      stats: timed(at, store.stats),
      sweep: timed(at, store.sweep)
    }
    return commands
  })
