/** One of several processes that share a quota: sends calls as fast as it may, and prints when each was sent. */
import { Clock, Effect } from "effect"
import * as Limit from "../../../src/policy/Limit.ts"

const quota: Limit.Quota = {
  name: "shared",
  limit: 100,
  per: "1 second",
  scope: "organization",
  source: "test"
}
const calls = Number(process.argv[2])

const times = await Effect.gen(function* () {
  const limit = yield* Limit.make({ quotas: [quota] })
  return yield* Effect.forEach(Array.from({ length: calls }), () => limit.run(Clock.currentTimeMillis), {
    concurrency: "unbounded"
  })
}).pipe(Effect.provide(Limit.layerRedis), Effect.runPromise)

console.log(JSON.stringify(times))
