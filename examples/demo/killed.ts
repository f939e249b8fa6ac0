/**
 * The process is killed in the middle of the day, twice, with kill -9. What it had taken in is sent by the next one; nothing is sent
 * twice that must not be, and what nobody can know is said to be unknown.
 */
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Effect, Stream } from "effect"
import { Braze } from "faultline"
import * as Outbox from "faultline/outbox"
import { Simulator } from "faultline/testing"
import { seed, slow } from "./faults.ts"
import { imbalances } from "./ledger.ts"
import type { Fate } from "./record.ts"
import { heldBy } from "./world.ts"

/** After how many things that Braze has done the process is killed. */
const kills = [600, 1_800]

/** Runs the sender until it ends, or until it is time to kill it. Succeeds with whether it was killed. */
const run = (
  file: string,
  env: Readonly<Record<string, string>>,
  isTime: Effect.Effect<boolean>
): Effect.Effect<boolean> =>
  Effect.scoped(
    Effect.gen(function* () {
      const sender = fileURLToPath(new URL("sender.ts", import.meta.url))
      const child = spawn(process.execPath, [...process.execArgv, sender, file], {
        env: { ...process.env, ...env },
        stdio: ["ignore", "ignore", "inherit"]
      })
      yield* Effect.addFinalizer(() => Effect.sync(() => child.kill("SIGKILL")))
      const ended = Effect.callback<boolean>((resume) => {
        child.once("exit", () => resume(Effect.succeed(false)))
      })
      const killing: Effect.Effect<boolean> = Effect.flatMap(isTime, (now) =>
        now ? Effect.sync(() => child.kill("SIGKILL")) : Effect.andThen(Effect.sleep("3 millis"), killing)
      )
      return yield* Effect.raceFirst(ended, killing)
    })
  )

const fateOf = ({ id, outcome, state }: Outbox.Item): Fate => ({
  id,
  vendor: "Braze",
  outcome: state === "dead" ? "refused" : state === "delivered" || state === "warned" ? state : "unknown",
  ...(outcome?.tag === undefined ? {} : { why: outcome.tag })
})

/** The part of the demo, with what does not balance. */
export const killed = Effect.gen(function* () {
  const folder = mkdtempSync(join(tmpdir(), "faultline-demo-"))
  yield* Effect.addFinalizer(() => Effect.sync(() => rmSync(folder, { recursive: true, force: true })))
  const file = join(folder, "outbox.db")
  const { env, world } = yield* Simulator.serve([Braze.simulator], { script: slow, seed })
  let count = 0
  for (const after of kills) {
    const isTime = Effect.map(heldBy(world), ({ length }) => length >= after)
    if (yield* run(file, env, isTime)) count++
  }
  yield* run(file, env, Effect.succeed(false))
  const items = yield* Stream.runCollect(Outbox.items()).pipe(Effect.provide(Outbox.layerSqlite({ file })))
  const fates = items.map(fateOf)
  const ids = items.map(({ id }) => id)
  const of = (outcome: Fate["outcome"]) => fates.filter((fate) => fate.outcome === outcome).length
  return {
    kills: count,
    records: ids.length,
    delivered: of("delivered"),
    warned: of("warned"),
    refused: of("refused"),
    unknown: of("unknown"),
    imbalances: imbalances(ids, fates, yield* heldBy(world), () => "once")
  }
}).pipe(Effect.scoped)
