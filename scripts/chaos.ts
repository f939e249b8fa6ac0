/**
 * Chaos at any length. `npm run chaos -- --seeds 100000` plays seeds 1 to 100,000 (`--from` begins later) on all processors, and
 * prints a line for each that breaks an invariant; `npm run chaos -- --seed 12345` plays one, and tells how each call ended.
 */
import { availableParallelism } from "node:os"
import { parseArgs } from "node:util"
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads"
import { Effect, Exit } from "effect"
import { broken } from "../test/chaos/invariants.ts"
import { play } from "../test/chaos/run.ts"
import { scheduleOf } from "../test/chaos/schedule.ts"
import { verdictOn } from "../test/chaos/verdict.ts"

const usage = "npm run chaos -- [--seeds <how many>] [--from <first>] | --seed <one>"

/** What a worker says after each seed. */
interface Result {
  readonly seed: number
  readonly lines: ReadonlyArray<string>
}

const work = async ({
  first,
  last,
  step
}: {
  readonly first: number
  readonly last: number
  readonly step: number
}) => {
  for (let seed = first; seed <= last; seed += step) {
    const result: Result = { seed, lines: await Effect.runPromise(verdictOn(seed)) }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
    parentPort?.postMessage(result)
  }
}

const playOne = async (seed: number): Promise<boolean> => {
  const schedule = scheduleOf(seed)
  for (const rule of schedule.script) console.log(`rule  ${JSON.stringify(rule)}`)
  for (const { at, by } of schedule.jumps) console.log(`jump  at ${at} ms by ${by} ms`)
  const record = await Effect.runPromise(play(schedule))
  for (const { began, ended, exit, interrupted, planned, request } of record.calls) {
    const end = exit === undefined ? "never ends" : Exit.isSuccess(exit) ? "succeeds" : String(exit.cause)
    const took = ended === undefined ? "?" : Math.round(ended - began)
    console.log(
      `call  at ${planned.at} ms ${request.operation.tag}: ${took} ms${interrupted === undefined ? "" : " interrupted"}, ${end.split("\n")[0]?.slice(0, 160)}`
    )
  }
  const problems = broken(record)
  for (const problem of problems) console.log(`BROKEN ${problem}`)
  console.log(
    problems.length === 0 ? `seed ${seed}: every invariant holds` : `seed ${seed}: ${problems.length} broken`
  )
  return problems.length === 0
}

const playMany = (first: number, count: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const [workers, start] = [Math.min(count, availableParallelism()), performance.now()]
    let [done, failed, running] = [0, 0, workers]
    const show = (text: string) => process.stdout.isTTY && process.stdout.write(`\r\u001b[K${text}`)
    const onMessage = ({ lines }: Result) => {
      done++
      failed += lines.length
      if (lines.length > 0) show("")
      for (const line of lines) console.log(line)
      const rate = done / ((performance.now() - start) / 1000)
      if (done % 10 === 0)
        show(
          `${done} of ${count} seeds, ${failed} failed, ${rate.toFixed(1)}/s, ${Math.ceil((count - done) / rate)} s to go`
        )
    }
    for (let index = 0; index < workers; index++) {
      const worker = new Worker(new URL(import.meta.url), {
        workerData: { first: first + index, last: first + count - 1, step: workers }
      })
      worker.on("message", onMessage).on("error", reject)
      worker.on("exit", () => {
        if (--running > 0) return
        show("")
        console.log(`${done} seeds in ${((performance.now() - start) / 1000).toFixed(1)} s, ${failed} failed`)
        resolve(failed === 0 && done === count)
      })
    }
  })

const isNatural = (value: number) => Number.isSafeInteger(value) && value >= 0

const main = async (): Promise<number> => {
  const text = { type: "string" } as const
  const { values } = parseArgs({
    options: { seed: text, seeds: { ...text, default: "1000" }, from: { ...text, default: "1" } }
  })
  const [one, count, from] = [Number(values.seed ?? 0), Number(values.seeds), Number(values.from)]
  if (![one, count, from].every(isNatural) || count === 0) {
    console.error(`Seeds are whole numbers. ${usage}`)
    return 2
  }
  return (await (values.seed === undefined ? playMany(from, count) : playOne(one))) ? 0 : 1
}

if (isMainThread) {
  process.exitCode = await main().catch((error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    return 2
  })
} else await work(workerData)
