/**
 * Chaos at any length. `npm run chaos -- --seeds 100000` plays seeds 1 to 100,000 (`--from` begins later) on all processors, and
 * prints a line for each that breaks an invariant; `npm run chaos -- --seed 12345` plays one, and tells how each call ended.
 */
import { parseArgs } from "node:util"
import { isMainThread, workerData } from "node:worker_threads"
import { Effect, Exit } from "effect"
import { broken } from "../test/chaos/invariants.ts"
import { play } from "../test/chaos/run.ts"
import { scheduleOf } from "../test/chaos/schedule.ts"
import { replay, verdictOn } from "../test/chaos/verdict.ts"
import { playAll, work } from "./seeds.ts"

const usage = "npm run chaos -- [--seeds <how many>] [--from <first>] | --seed <one>"

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
  const script = new URL(import.meta.url)
  return (await (values.seed === undefined ? playAll({ from, count }, { script, replay }) : playOne(one)))
    ? 0
    : 1
}

if (isMainThread) {
  process.exitCode = await main().catch((error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    return 2
  })
} else await work(workerData, (seed) => Effect.runPromise(verdictOn(seed)))
