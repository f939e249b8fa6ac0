/** The store in memory is the plain form of the state machine. What is written in SQL does the same, command by command. */
import { assert, describe } from "@effect/vitest"
import { Effect } from "effect"
import { Walk } from "../model/walk.ts"
import { clocked } from "./clocked.ts"
import { withStore } from "./items.ts"
import { sameAsInMemory } from "./same.ts"

// More by `FAULTLINE_WALKS=1000`.
const seeds = Array.from(
  { length: Math.ceil(Number(process.env["FAULTLINE_WALKS"] ?? 60) / 20) },
  (_, index) => index + 1
)

describe("the outbox in PostgreSQL", () => {
  withStore("does what the store in memory does, for commands in any order", () =>
    Effect.forEach(
      seeds,
      (seed) => Effect.flatMap(clocked(`seed_${seed}`), (store) => sameAsInMemory(store, seed, 100)),
      { discard: true }
    )
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
