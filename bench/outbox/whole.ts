/**
 * The outbox as a whole: events for Braze are enqueued in a file of SQLite (`synchronous=FULL`), and a worker sends them in 75s through
 * Braze's whole pipeline to a server on this machine. `npm run example bench/outbox/whole.ts [records] [runs]` prints medians: records
 * a second, how busy the main thread is and how long it was held up, memory, and how long an event takes from `enqueue` to the wire.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { monitorEventLoopDelay, performance } from "node:perf_hooks"
import { Effect, Layer, Stream } from "effect"
import * as Outbox from "../../src/durable/Outbox.ts"
import * as Transport from "../../src/pipeline/Transport.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { median } from "../processes/median.ts"
import { braze } from "../vendors.ts"
import { type Came, startVendor } from "./vendor.ts"

const event = (name: string, n: number) => ({
  event: {
    externalId: `user-${n}`,
    name,
    time: "2026-11-25T09:00:00Z",
    properties: { order: n, total: 12.5, currency: "EUR", articles: ["a-17", "b-23"], city: "Lisbon" }
  }
})

const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6)

/** What an effect took of the main thread. */
const measured = <A, E, R>(records: number, effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const [before, began] = [performance.eventLoopUtilization(), performance.now()]
    yield* effect
    const seconds = (performance.now() - began) / 1_000
    const { utilization } = performance.eventLoopUtilization(before)
    delay.disable()
    return {
      perSecond: Math.round(records / seconds),
      busy: Math.round(utilization * 100),
      longestGap: Math.round(delay.max / 1e6)
    }
  })

const drained = Effect.map(Outbox.stats, ({ all }) => all.open).pipe(
  Effect.delay("20 millis"),
  Effect.repeat({ until: (open) => open === 0 })
)

/** From `enqueue` to the wire (ms), of one event at a time. */
const latencies = (came: Map<string, (at: number) => void>) =>
  Effect.forEach(Array.from({ length: 200 }), (_, n) =>
    Effect.gen(function* () {
      const name = `single-${n}`
      const arrival = new Promise<number>((resolve) => void came.set(name, resolve))
      const began = performance.timeOrigin + performance.now()
      yield* Outbox.enqueue(Braze.trackUsers, event(name, n))
      const at = yield* Effect.promise(() => arrival)
      yield* Effect.sleep("5 millis")
      return at - began
    })
  )

const run = (records: number, url: string, came: Map<string, (at: number) => void>) =>
  Effect.gen(function* () {
    const events = Stream.map(Stream.range(1, records), (n) => event("ordered", n))
    const enqueued = yield* measured(records, Outbox.enqueueAll(Braze.trackUsers, events))
    const before = megabytes()
    const layer = braze(url).pipe(Layer.provide(Transport.layer))
    yield* Layer.build(Outbox.worker([Braze.trackUsers], { concurrency: 8 }).pipe(Layer.provide(layer)))
    const sent = yield* measured(records, drained)
    const { all } = yield* Outbox.stats
    if (all.delivered !== records) throw new Error(`not all were delivered: ${JSON.stringify(all)}`)
    const grown = megabytes() - before
    const waits = (yield* latencies(came)).toSorted((one, other) => one - other)
    const wire = { median: waits[100] ?? 0, p99: waits[198] ?? 0 }
    return { enqueued, sent, grown, wire }
  }).pipe(Effect.scoped)

const main = async (): Promise<void> => {
  const [records = 100_000, runs = 3] = process.argv.slice(2).map(Number)
  const waiting = new Map<string, (at: number) => void>()
  const vendor = await startVendor(({ at, name }: Came) => waiting.get(name)?.(at))
  const all: Array<Effect.Success<ReturnType<typeof run>>> = []
  for (let n = 0; n < runs; n++) {
    const folder = mkdtempSync(join(tmpdir(), "faultline-bench-"))
    const box = Outbox.layerSqlite({ file: join(folder, "outbox.db") })
    all.push(await Effect.runPromise(Effect.provide(run(records, vendor.url, waiting), box)))
    rmSync(folder, { recursive: true, force: true })
  }
  const of = (read: (one: (typeof all)[number]) => number): string =>
    Number(median(all.map(read)).toFixed(1)).toLocaleString("en")
  console.log(`${records.toLocaleString("en")} events, medians of ${runs} runs`)
  console.log(`enqueueAll: ${of(({ enqueued }) => enqueued.perSecond)} events/s`)
  console.log(
    `sent in 75s: ${of(({ sent }) => sent.perSecond)} events/s, main thread ${of(({ sent }) => sent.busy)} % busy, longest gap ${of(({ sent }) => sent.longestGap)} ms`
  )
  console.log(`memory: ${of(({ grown }) => grown)} MB more after sending them`)
  console.log(
    `from enqueue to the wire: median ${of(({ wire }) => wire.median)} ms, p99 ${of(({ wire }) => wire.p99)} ms`
  )
  await vendor.close()
}

await main()
