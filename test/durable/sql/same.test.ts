/** The store in memory is the plain form of the state machine. What is written in SQL does the same, command by command. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { layerMemory } from "../../../src/durable/outbox/memory.ts"
import { type Commands, OutboxStore } from "../../../src/durable/outbox/store.ts"
import { make } from "../../../src/durable/outbox/sql.ts"
import { available, clientOf, postgresServer } from "./postgresServer.ts"
import { commandOf, numbers } from "./random.ts"

const inMemory = Effect.map(Effect.scoped(Layer.build(layerMemory)), (context) => context)

const clocked = (prefix: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    const clock = `${prefix}_clock`
    yield* sql.unsafe(`CREATE TABLE ${clock} (ms bigint)`)
    yield* sql.unsafe(`INSERT INTO ${clock} VALUES (0)`)
    const store = yield* make({ table: prefix }, `(SELECT ms FROM ${clock})`)
    return { store, at: (ms: number) => sql.unsafe(`UPDATE ${clock} SET ms = ${ms}`) }
  })

const seen = (store: Commands, now: number) =>
  Effect.gen(function* () {
    const items = yield* store.list({ limit: 1_000 })
    const lanes = yield* store.lanes({ now })
    const { all } = yield* store.stats({ now })
    const places = new Map(items.map(({ id, seq }) => [id, seq]))
    return {
      items: items.map(({ seq: _, ...rest }) => rest),
      lanes,
      all,
      placeOf: (id: string) => places.get(id) ?? 0
    }
  })

const run = (seed: number, steps: number) =>
  Effect.gen(function* () {
    const plain = yield* Effect.map(inMemory, (context) => context.mapUnsafe.get(OutboxStore.key) as Commands)
    const { at, store } = yield* clocked(`seed_${seed}`)
    const draw = numbers(seed)
    const requests: Array<string> = []
    let now = 1_000
    let [expected, found] = [yield* seen(plain, now), yield* seen(store, now)]
    for (let step = 0; step < steps; step++) {
      now += draw(900)
      yield* at(now)
      const command = commandOf({ draw, now, requests })
      const words = `seed ${seed}, step ${step}`
      assert.deepStrictEqual(
        yield* command(store, found.placeOf),
        yield* command(plain, expected.placeOf),
        words
      )
      ;[expected, found] = [yield* seen(plain, now), yield* seen(store, now)]
      assert.deepStrictEqual(
        [found.items, found.lanes, found.all],
        [expected.items, expected.lanes, expected.all],
        words
      )
    }
  })

describe("the outbox in PostgreSQL", () => {
  it.live(
    "does what the store in memory does, for commands in any order",
    () =>
      available()
        ? Effect.gen(function* () {
            const { url } = yield* postgresServer()
            yield* Effect.provide(
              Effect.forEach(Array.from({length: 40}, (_, i) => i + 1), (seed) => run(seed, 150), { discard: true }),
              clientOf(url)
            )
          })
        : Effect.void,
    60_000
  )
})
