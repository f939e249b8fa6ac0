/** One load on an outbox in a file, in a process of its own: `sqliteLoad.ts callers FILE`. What was measured goes to stdout as JSON. */
import { Context, Effect, Layer } from "effect"
import { accessSync, statSync } from "node:fs"
import { monitorEventLoopDelay, performance } from "node:perf_hooks"
import { layerSqlite } from "../../src/durable/outbox/sqlite.ts"
import { type Commands, OutboxStore } from "../../src/durable/outbox/store.ts"
import { drain, enqueueAll, enqueueEach } from "./loads.ts"

export interface Measured {
  readonly records: number
  readonly seconds: number
  /** Of both threads, in seconds. */
  readonly cpu: number
  /** The share of the time in which the event loop was busy, and the longest time for which it was held up (ms). */
  readonly busy: number
  readonly gap: number
  readonly bytes?: number
  readonly note?: string
}

/** A mark for whoever traces this process: a file that is looked for, and is not there. */
const mark = (word: string): void => {
  try {
    accessSync(`/faultline-${word}`)
  } catch {
    // It never is.
  }
}

const measured = <E>(records: number, load: Effect.Effect<unknown, E>): Effect.Effect<Measured, E> =>
  Effect.gen(function* () {
    const delays = monitorEventLoopDelay({ resolution: 1 })
    delays.enable()
    mark("begin")
    const [used, began, loop] = [process.cpuUsage(), performance.now(), performance.eventLoopUtilization()]
    yield* load
    const seconds = (performance.now() - began) / 1_000
    const { system, user } = process.cpuUsage(used)
    mark("end")
    const busy = performance.eventLoopUtilization(loop).utilization
    return { records, seconds, cpu: (system + user) / 1e6, busy, gap: delays.max / 1e6 }
  })

const memory = (): number => Math.round(process.memoryUsage.rss() / 1e6)

const million = (store: Commands) =>
  Effect.gen(function* () {
    yield* enqueueAll(store, 0, 100_000)
    const before = memory()
    yield* enqueueAll(store, 100_000, 900_000)
    const filled = memory()
    const tenths: Array<number> = []
    const whole = yield* measured(
      1_000_000,
      Effect.forEach(Array.from({ length: 10 }), () =>
        Effect.map(measured(100_000, drain(store, 100_000, 75, 16)), ({ seconds }) => tenths.push(seconds))
      )
    )
    const [first = 1, last = 1] = [tenths[0], tenths.at(-1)]
    const note = `${before} MB at 100,000, ${filled} MB at a million, ${memory()} MB drained; last tenth ${(first / last).toFixed(2)} of the first`
    return { ...whole, note }
  })

const loads: Readonly<Record<string, (store: Commands) => Effect.Effect<Measured, unknown>>> = {
  one: (store) => measured(1_000, enqueueEach(store, 0, 1_000, 1)),
  callers: (store) => measured(40_000, enqueueEach(store, 0, 40_000, 64)),
  all: (store) => measured(200_000, enqueueAll(store, 0, 200_000)),
  again: (store) =>
    Effect.andThen(enqueueAll(store, 0, 200_000), measured(200_000, enqueueAll(store, 0, 200_000))),
  batches: (store) =>
    Effect.andThen(enqueueAll(store, 0, 75_000), measured(75_000, drain(store, 75_000, 75, 16))),
  single: (store) =>
    Effect.andThen(enqueueAll(store, 0, 10_000), measured(10_000, drain(store, 10_000, 1, 64))),
  million
}

const [name = "", file = ""] = process.argv.slice(2)
const load = loads[name]
if (load !== undefined) {
  const program = Effect.gen(function* () {
    const store = Context.get(yield* Layer.build(layerSqlite({ file })), OutboxStore)
    const found = yield* load(store)
    return { found, records: (yield* store.stats({ now: 0 })).all.enqueued }
  })
  const { found, records } = await Effect.runPromise(Effect.scoped(program))
  console.log(JSON.stringify({ ...found, bytes: statSync(file).size / records }))
}
