/** The store in memory is the plain form of the state machine: another does the same, command by command. */
import { assert } from "@effect/vitest"
import { Effect, Struct } from "effect"
import { layerMemory } from "../../../src/durable/outbox/memory.ts"
import type { Item } from "../../../src/durable/outbox/model.ts"
import { type Commands, OutboxStore } from "../../../src/durable/outbox/store.ts"
import { commandOf, numbers } from "./random.ts"

const inMemory = Effect.provide(
  Effect.map(OutboxStore, (store) => store),
  layerMemory,
  { local: true }
)

// Places differ, and nobody asks when what has ended was due.
const shown = ({ seq: _seq, ...item }: Item) => (item.ended === undefined ? item : Struct.omit(item, ["due"]))

const seen = (store: Commands, now: number) =>
  Effect.gen(function* () {
    const items = yield* store.list({ limit: 1_000 })
    const lanes = yield* store.lanes({ now })
    const { all } = yield* store.stats({ now })
    const places = new Map(items.map(({ id, seq }) => [id, seq]))
    return {
      items: items.map(shown),
      lanes,
      all,
      placeOf: (id: string) => places.get(id) ?? 0
    }
  })

/** Gives both the same commands, and compares all that can be seen of them after each. */
export const sameAsInMemory = (store: Commands, seed: number, steps: number) =>
  Effect.gen(function* () {
    const plain = yield* inMemory
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
