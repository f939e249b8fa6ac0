import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { layerMemory } from "../../../src/durable/outbox/memory.ts"
import { OutboxStore } from "../../../src/durable/outbox/store.ts"
import { Walk } from "./walk.ts"

// More by `FAULTLINE_WALKS=10000`.
const walks = Number(process.env["FAULTLINE_WALKS"] ?? 60)

it.effect(
  "no interleaving leaves the table, loses an item, or sends what may have been done",
  () =>
    Effect.forEach(
      Array.from({ length: walks }, (_, index) => index + 1),
      (seed) =>
        Effect.gen(function* () {
          const walk = new Walk(yield* OutboxStore, seed)
          yield* walk.run(150)
          assert.deepStrictEqual(walk.problems, [], `seed ${seed}`)
        }).pipe(Effect.provide(layerMemory, { local: true })),
      { discard: true }
    ),
  600_000
)
