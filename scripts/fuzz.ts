/**
 * Fuzzing at any length: answers that no vendor documents and inputs that no schema takes, through every operation, end to end.
 * `npm run fuzz -- --seconds 60` plays seeds that nobody has played before (`--from` says where they begin), and prints a line for
 * each that breaks something; `npm run fuzz -- --seed 12345` plays one, and tells all that is broken.
 */
import { parseArgs } from "node:util"
import { isMainThread, workerData } from "node:worker_threads"
import { Effect } from "effect"
import { play, replay, verdictOn } from "../test/fuzz/play.ts"
import { playAll, work } from "./seeds.ts"

const usage = "npm run fuzz -- [--seconds <how long>] [--from <first seed>] | --seed <one>"

const playOne = async (seed: number): Promise<boolean> => {
  const problems = await Effect.runPromise(play(seed))
  for (const problem of problems) console.log(`BROKEN ${problem}`)
  console.log(`seed ${seed}: ${problems.length === 0 ? "nothing is broken" : `${problems.length} broken`}`)
  return problems.length === 0
}

const isNatural = (value: number) => Number.isSafeInteger(value) && value >= 0

const main = async (): Promise<number> => {
  const text = { type: "string" } as const
  const { values } = parseArgs({ options: { seed: text, seconds: { ...text, default: "30" }, from: text } })
  const [one, seconds] = [Number(values.seed ?? 0), Number(values.seconds)]
  const from = Number(values.from ?? Math.floor(Date.now() / 1000) * 1000)
  if (![one, seconds, from].every(isNatural) || seconds === 0) {
    console.error(`Seeds and seconds are whole numbers. ${usage}`)
    return 2
  }
  const script = new URL(import.meta.url)
  return (await (values.seed === undefined ? playAll({ from, seconds }, { script, replay }) : playOne(one)))
    ? 0
    : 1
}

if (isMainThread) {
  process.exitCode = await main().catch((error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    return 2
  })
} else await work(workerData, (seed) => Effect.runPromise(verdictOn(seed)))
