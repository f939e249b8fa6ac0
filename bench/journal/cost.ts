/**
 * What a journal that keeps calls costs a call: `npm run example bench/journal/cost.ts [calls]`. CPU time of the thread that calls, and
 * of the whole process, per call over a stub, beside the same calls without a journal; one call in twenty fails. The two take turns, and
 * medians are given.
 */
import { Duration, Effect, Layer } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Vendor from "../../src/pipeline/layer.ts"
import * as JournalStore from "../../src/durable/JournalStore.ts"
import { median } from "../processes/median.ts"
import { ask, BenchApi, vendor } from "../vendor.ts"

const calls = Number(process.argv[2] ?? 5_000)
const rounds = 9

let answered = 0
const stub = HttpClient.make((request) =>
  Effect.sync(() =>
    HttpClientResponse.fromWeb(
      request,
      answered++ % 20 === 0
        ? Response.json({ error: "no such thing", detail: "x".repeat(1_500) }, { status: 404 })
        : Response.json({ ok: true })
    )
  )
)

const policy = { attemptTimeout: Duration.seconds(10), deadline: Duration.seconds(10) }
const api = Vendor.layerNoTransport(
  BenchApi,
  vendor,
  { auth: Auth.none, hosts: { main: "http://localhost" } },
  { policy }
).pipe(Layer.provide(Layer.succeed(HttpClient.HttpClient, stub)))

const one = Effect.ignore(ask({ id: "1" }))

/** A breath after every hundred calls, as calls that are really sent have many. */
const all = Effect.forEach(
  Array.from({ length: calls }, (_, index) => index),
  (index) => (index % 100 === 0 ? Effect.andThen(Effect.sleep(1), one) : one),
  { discard: true }
)

const measured = <A, E, R>(work: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const [thread, whole] = [process.threadCpuUsage(), process.cpuUsage()]
    yield* work
    const [after, process_] = [process.threadCpuUsage(thread), process.cpuUsage(whole)]
    return {
      thread: (after.user + after.system) / calls,
      process: (process_.user + process_.system) / calls
    }
  })

const program = (file: string) =>
  Effect.gen(function* () {
    const plain = measured(all)
    const kept = measured(
      Effect.gen(function* () {
        yield* all
        yield* (yield* JournalStore.JournalStore).flush
      })
    )
    const [without, withOne]: Array<Array<{ thread: number; process: number }>> = [[], []]
    const journal = yield* Layer.build(JournalStore.layer({ file }))
    yield* all
    for (let round = 0; round < rounds; round++) {
      without!.push(yield* plain)
      withOne!.push(yield* Effect.provideContext(kept, journal))
    }
    const { drops, ...stats } = yield* Effect.provideContext(JournalStore.stats, journal)
    const of = (what: "thread" | "process") =>
      median(withOne!.map((one) => one[what])) - median(without!.map((one) => one[what]))
    const size = statSync(file).size + (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0)
    console.log(`a call without a journal: ${median(without!.map((one) => one.thread)).toFixed(1)} µs`)
    console.log(
      `a journal adds: ${of("thread").toFixed(1)} µs on the calling thread, ${of("process").toFixed(1)} µs in all`
    )
    console.log(`${stats.calls} calls kept, ${drops.successes + drops.failures} dropped`)
    console.log(
      `bytes per call: ${Math.round(size / stats.calls)} on disk, ${Math.round(stats.bytes / stats.calls)} counted`
    )
  })

const folder = mkdtempSync(join(tmpdir(), "journal-"))
await Effect.runPromise(
  program(join(folder, "journal.db")).pipe(
    Effect.provide(api),
    Effect.scoped,
    Effect.ensuring(Effect.sync(() => rmSync(folder, { recursive: true })))
  )
)
