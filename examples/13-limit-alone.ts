/** The queue works on any effect: here a made-up service that takes 50 calls a second, and one caller that has no time to wait. */
import { Clock, Effect } from "effect"
import { Limit } from "faultline"

const quota: Limit.Quota = {
  name: "geocoder",
  limit: 50,
  per: "1 second",
  scope: "one account",
  source: "the geocoder's price list"
}

const program = Effect.gen(function* () {
  const limit = yield* Limit.make({ quotas: [quota] })
  const start = yield* Clock.currentTimeMillis
  const locate = (address: number) =>
    limit.run(Effect.as(Effect.sleep("10 millis"), `${address} Main Street`), { key: "tenant-a" })

  yield* Effect.forEach(
    Array.from({ length: 30 }, (_, index) => index),
    locate,
    { concurrency: "unbounded" }
  )
  const took = (yield* Clock.currentTimeMillis) - start
  console.log(`30 calls, one after another, evenly spaced: ${(29_000 / took).toFixed(0)} a second`)

  // Twenty are waiting: a call that must have ended in 100 ms is refused at once, and learns when it could have run.
  yield* Effect.forkChild(
    Effect.forEach(Array.from({ length: 20 }), () => locate(0), { concurrency: "unbounded" }),
    {
      startImmediately: true
    }
  )
  const deadline = (yield* Clock.currentTimeMillis) + 100
  const refused = yield* Effect.flip(limit.run(Effect.void, { key: "tenant-a", deadline }))
  console.log(`${refused._tag}: ${refused.message}`)
  console.log("standing", yield* limit.standing)
})

await Effect.runPromise(program)
