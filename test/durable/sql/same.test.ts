/** The store in memory is the plain form of the state machine. What is written in SQL does the same, command by command. */
import { assert, describe } from "@effect/vitest"
import { Effect, Struct } from "effect"
import { layerMemory } from "../../../src/durable/outbox/memory.ts"
import { type Commands, OutboxStore } from "../../../src/durable/outbox/store.ts"
import { Walk } from "../model/walk.ts"
import { clocked } from "./clocked.ts"
import { withStore } from "./items.ts"
import { commandOf, numbers } from "./random.ts"

const inMemory = Effect.provide(
  Effect.map(OutboxStore, (store) => store),
  layerMemory,
  { local: true }
)

const seen = (store: Commands, now: number) =>
  Effect.gen(function* () {
    const items = yield* store.list({ limit: 1_000 })
    const lanes = yield* store.lanes({ now })
    const { all } = yield* store.stats({ now })
    const places = new Map(items.map(({ id, seq }) => [id, seq]))
    return {
      items: items.map(Struct.omit(["seq"])),
      lanes,
      all,
      placeOf: (id: string) => places.get(id) ?? 0
    }
  })

const run = (seed: number, steps: number) =>
  Effect.gen(function* () {
    const plain = yield* inMemory
    const store = yield* clocked(`seed_${seed}`)
    const draw = numbers(seed)
    const requests: Array<string> = []
    let now = 1_000
    let [expected, found] = [yield* seen(plain, now), yield* seen(store, now)]
    for (let step = 0; step < steps; step++) {
      now += draw(900)
      const command = commandOf({ draw, now, requests, items: expected.items })
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

// More by `FAULTLINE_WALKS=1000`.
const seeds = Array.from(
  { length: Math.ceil(Number(process.env["FAULTLINE_WALKS"] ?? 60) / 20) },
  (_, index) => index + 1
)

describe("the outbox in PostgreSQL", () => {
  withStore("does what the store in memory does, for commands in any order", () =>
    Effect.forEach(seeds, (seed) => run(seed, 100), { discard: true })
  )

  withStore("leaves no way of the state machine in any interleaving, whatever the clocks say", () =>
    Effect.forEach(
      seeds,
      (seed) =>
        Effect.gen(function* () {
          const walk = new Walk(yield* clocked(`walk_${seed}`), seed)
          yield* walk.run(100)
          assert.deepStrictEqual(walk.problems, [], `seed ${seed}`)
        }),
      { discard: true }
    )
  )
})
