import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { layerMemory } from "../../../src/durable/outbox/memory.ts"
import { layerSqlite } from "../../../src/durable/outbox/sqlite.ts"
import { OutboxStore } from "../../../src/durable/outbox/store.ts"
import { freshFile } from "../sqlite/files.ts"
import { Walk } from "./walk.ts"

// More by `FAULTLINE_WALKS=10000`, from another seed by `FAULTLINE_SEED=7000`.
const walks = Number(process.env["FAULTLINE_WALKS"] ?? 60)
const firstSeed = Number(process.env["FAULTLINE_SEED"] ?? 1)

const walk = (seed: number) =>
  Effect.gen(function* () {
    const walk = new Walk(yield* OutboxStore, seed)
    yield* walk.run(150)
    assert.deepStrictEqual(walk.problems, [], `seed ${seed}`)
  })

const seeds = (count: number) => Array.from({ length: count }, (_, index) => firstSeed + index)

it.effect(
  "no interleaving leaves the table, loses an item, or sends what may have been done",
  () =>
    Effect.forEach(seeds(walks), (seed) => Effect.provide(walk(seed), layerMemory, { local: true }), {
      discard: true
    }),
  600_000
)

it.live(
  "nor does it in a file",
  () =>
    Effect.forEach(
      seeds(Math.ceil(walks / 20)),
      (seed) =>
        Effect.flatMap(freshFile, (file) =>
          Effect.provide(walk(seed), layerSqlite({ file, reserve: 0 }), { local: true })
        ),
      { discard: true }
    ).pipe(Effect.scoped),
  600_000
)
