/** A second request for a slow read, sent once the first takes longer than nearly all before it. Works on any effect. */
import { Clock, Duration, Effect } from "effect"
import { Hedge } from "faultline"

let reads = 0
// One read in twenty takes half a second.
const read = Effect.suspend(() => Effect.sleep(++reads % 20 === 0 ? "500 millis" : "5 millis"))

const timed = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const start = yield* Clock.currentTimeMillis
    yield* effect
    return (yield* Clock.currentTimeMillis) - start
  })

const slowest = (each: ReadonlyArray<number>) => Math.max(...each)

const program = Effect.gen(function* () {
  const plain = yield* Effect.forEach(Array.from({ length: 60 }), () => timed(read))
  console.log(`without a hedge: slowest of 60 reads ${slowest(plain)} ms`)

  const hedge = yield* Hedge.make({ percentile: 0.9, atLeast: 20 })
  yield* Effect.forEach(Array.from({ length: 30 }), () => hedge.run(read))
  const before = reads
  const hedged = yield* Effect.forEach(Array.from({ length: 60 }), () => timed(hedge.run(read)))
  const delay = (yield* hedge.delay) ?? Duration.zero
  console.log(
    `with one after ${Duration.format(delay)}: slowest ${slowest(hedged)} ms, ${reads - before} requests for 60 reads`
  )
})

await Effect.runPromise(program)
