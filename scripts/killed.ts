/**
 * Kills workers and producers of an outbox at any length:
 * `npm run killed -- --kills 200 --store sqlite --workers 3 --batch 75 --seed 1`. `--store postgres` starts a PostgreSQL for it, which
 * is stopped at once in the middle and comes back after 4 s; `--skew` sets clocks wrong by up to so many seconds; `--blind` leaves out
 * what is written down before a request is sent, so that things are done twice. It prints the figures, and what does not balance.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Effect } from "effect"
import { broken, figuresOf } from "../test/durable/killed/balance.ts"
import { type Plan, run } from "../test/durable/killed/conductor.ts"
import { serveStore } from "../test/durable/killed/remote.ts"
import { postgresServer } from "../test/durable/sql/postgresServer.ts"

const usage =
  "npm run killed -- [--kills 200] [--store sqlite|postgres|memory] [--workers 3] [--batch 75|1] [--skew 0] [--seed 1] [--blind]"

type Planned = Omit<Plan, "store">

const inFile = async (plan: Planned) => {
  const folder = mkdtempSync(join(tmpdir(), "faultline-killed-"))
  try {
    return await run({ ...plan, store: join(folder, "outbox.db") })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const inPostgres = (plan: Planned) =>
  Effect.gen(function* () {
    const server = yield* postgresServer({ settings: [] })
    const restart = server.stop.pipe(Effect.andThen(Effect.sleep("4 seconds")), Effect.andThen(server.start))
    const meanwhile = () => Effect.runPromise(restart)
    return yield* Effect.promise(() => run({ ...plan, store: server.url, meanwhile }))
  }).pipe(Effect.scoped, Effect.runPromise)

// One in fifty answers of the store is lost.
const inMemory = async (plan: Planned) => {
  const store = await serveStore(plan.seed, 0.02)
  try {
    return await run({ ...plan, store: store.name })
  } finally {
    await store.close()
  }
}

const stores: Readonly<Record<string, typeof inFile>> = {
  sqlite: inFile,
  postgres: inPostgres,
  memory: inMemory
}

const main = async (): Promise<number> => {
  const text = { type: "string" } as const
  const { values } = parseArgs({
    options: {
      kills: { ...text, default: "200" },
      store: { ...text, default: "sqlite" },
      workers: { ...text, default: "3" },
      batch: { ...text, default: "75" },
      skew: { ...text, default: "0" },
      seed: { ...text, default: "1" },
      blind: { type: "boolean", default: false }
    }
  })
  const [kills, workers, count, skew, seed] = [
    values.kills,
    values.workers,
    values.batch,
    values.skew,
    values.seed
  ].map(Number)
  const within = stores[values.store]
  if (!kills || !workers || !count || skew === undefined || seed === undefined || within === undefined)
    throw new Error(`This cannot be done: ${process.argv.slice(2).join(" ")}`)
  const record = await within({
    kills,
    workers,
    count,
    skew,
    seed,
    blind: values.blind,
    report: (line) => console.log(line)
  })
  console.log(figuresOf(record))
  const problems = broken(record)
  for (const problem of problems) console.log(`BROKEN ${problem}`)
  if (problems.length === 0) console.log("the ledger balances")
  return problems.length === 0 ? 0 : 1
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  return 2
})
