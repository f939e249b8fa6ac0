import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { available, postgresServer } from "../sql/postgresServer.ts"
import { broken } from "./balance.ts"
import { run } from "./conductor.ts"

describe.skipIf(!available())("in PostgreSQL", () => {
  it.live(
    "with workers and producers killed, clocks wrong and the database stopped at once, the ledger balances",
    () =>
      Effect.gen(function* () {
        const server = yield* postgresServer()
        const restart = Effect.andThen(server.stop, Effect.andThen(Effect.sleep("1 second"), server.start))
        const record = yield* Effect.promise(() =>
          run({
            store: server.url,
            seed: 31,
            kills: 6,
            workers: 2,
            count: 75,
            skew: 10,
            meanwhile: () => Effect.runPromise(restart)
          })
        )
        assert.deepStrictEqual(broken(record), [])
        assert.ok(record.acked > 500)
      }),
    120_000
  )
})
