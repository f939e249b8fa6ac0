/** A circuit breaker around any effect: it opens after failures that last, and lets one call at a time try again. */
import { Data, Effect, Fiber, Stream } from "effect"
import { Breaker } from "faultline"

class Down extends Data.TaggedError("Down") {}

let healthy = false
const ping = Effect.suspend(() => (healthy ? Effect.succeed("pong") : Effect.fail(new Down())))

const program = Effect.gen(function* () {
  const breaker = yield* Breaker.make({
    name: "pinger",
    failures: 3,
    patience: 0,
    openDuration: "200 millis"
  })
  const watching = yield* Effect.forkChild(
    Stream.runForEach(breaker.transitions, ({ from, key, to }) =>
      Effect.sync(() => console.log(`  ${key}: ${from} -> ${to}`))
    ),
    { startImmediately: true }
  )
  const call = breaker.run(ping, { key: "ping" }).pipe(
    Effect.catchTags({
      Down: () => Effect.succeed("down"),
      CircuitOpen: ({ message }) => Effect.succeed(message)
    })
  )

  for (let attempt = 1; attempt <= 4; attempt++) console.log(`call ${attempt}: ${yield* call}`)

  healthy = true
  yield* Effect.sleep("250 millis")
  console.log(`call 5: ${yield* call}`)
  yield* Fiber.interrupt(watching)
})

await Effect.runPromise(Effect.scoped(program))
