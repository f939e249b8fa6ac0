/** A worker in a process of its own, until it is killed. */
import { Cause, Effect, Layer } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { boxOf, configOf, say, times, vendorLayer, withSkew } from "./config.ts"
import { operationsOf } from "./jobs.ts"

const config = configOf()

// Something that takes long and lets nothing else run.
process.on("SIGUSR2", () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, config.block)
})
const { keyed, often, once } = operationsOf(config.count)
const worker = Outbox.worker(config.idle ? [keyed] : [once, often, keyed], {
  concurrency: 4,
  deadline: times.deadline,
  linger: times.linger,
  poll: "100 millis"
}).pipe(Layer.provide(vendorLayer(config.url)), Layer.provide(boxOf(config)))

const program = Effect.scoped(
  Effect.gen(function* () {
    yield* Layer.build(worker)
    say({ ready: true })
    return yield* Effect.never
  })
)
Effect.runCallback(withSkew(config.skew)(program), {
  onExit: (exit) => say({ problem: exit._tag === "Failure" ? Cause.pretty(exit.cause) : "it ended" })
})
