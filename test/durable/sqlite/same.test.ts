import { assert, it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { layerMemory } from "../../../src/durable/outbox/memory.ts"
import { layerSqlite } from "../../../src/durable/outbox/sqlite.ts"
import { OutboxStore } from "../../../src/durable/outbox/store.ts"
import { freshFile } from "./files.ts"
import { ranked } from "./ranked.ts"
import { draws, seen, stepOf } from "./steps.ts"

const rounds = Number(process.env["FAULTLINE_ROUNDS"] ?? 6)
const storeIn = (layer: typeof layerMemory | ReturnType<typeof layerSqlite>) =>
  Effect.map(Layer.build(layer), (context) => Context.get(context, OutboxStore))

// When an item that has ended was due means nothing.
const plainly = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "ended" in value ? { ...value, due: 0 } : value
const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null, plainly))

it.live(
  "answers every command as the plainest store does, whatever comes before it",
  () =>
    Effect.gen(function* () {
      for (let round = 0; round < rounds; round++) {
        const draw = draws(round + 1)
        const plain = yield* storeIn(layerMemory)
        const file = ranked(yield* storeIn(layerSqlite({ file: yield* freshFile, reserve: 0 })))
        let now = 1_000
        for (let count = 0; count < 300; count++) {
          now += draw.below(15)
          const step = stepOf(draw, now)
          const [wanted, found] = [clean(yield* step(plain)), clean(yield* step(file))]
          const at = `round ${round}, step ${count}: ${step.toString().slice(0, 120)}`
          assert.deepStrictEqual(found, wanted, at)
          const view = draw.below(1e6)
          assert.deepStrictEqual(
            clean(yield* seen(file, draws(view), now)),
            clean(yield* seen(plain, draws(view), now)),
            at
          )
        }
      }
    }).pipe(Effect.scoped),
  120_000
)
