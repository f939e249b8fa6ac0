/** A storm that a vendor's own pipeline goes through: its real layer in virtual time. */
import { Clock, Duration, Effect, Exit, Random } from "effect"
import { HttpClient } from "effect/http"
import { runVirtual } from "../../../test/storms/clock.ts"
import * as Telemetry from "../../../src/pipeline/Telemetry.ts"
import { random } from "../../../test/storms/random.ts"
import { calm, type Cell } from "./cells.ts"
import { answerable } from "./possible.ts"
import { type Limited, Server, type ServerOptions } from "./server.ts"
import { answerOf, type Rig, rigs } from "./rigs.ts"
import { type Fared, figures, noon, recoveryOf } from "./storm.ts"

/** What serves 75 calls a second, or as many as the vendor declares. A call is late that is answered this much (ms) later than was possible, or by a larger share of its wait. */
const capacity = 75
const longestWindow = 10_000
const late = { millis: 1000, share: 0.05 }

/** Calls per second that the vendor's quotas let through. */
const declared = ({ quotas }: Rig): number =>
  Math.min(...quotas.map(({ limit, per }) => limit / Duration.toSeconds(Duration.fromInputUnsafe(per))))

/** The limit of the vendor's shortest window, where a storm is long enough to meet it; else one that nobody declares. */
const limitOf = ({ quotas: [quota] }: Rig): Pick<Limited, "limit" | "per"> => {
  const per = quota === undefined ? Infinity : Duration.toMillis(Duration.fromInputUnsafe(quota.per))
  return quota === undefined || per > longestWindow ? figures : { limit: quota.limit, per }
}

const serverOf = (cell: Cell, rig: Rig, start: number): ServerOptions => {
  if (cell.model !== "capacity")
    return { capacity: Infinity, limited: { ...cell, ...limitOf(rig), model: cell.model } }
  const from = start + calm.before * 1000
  const how = cell.how === "refusing" ? "refusing" : "silent"
  const trouble = { from, to: from + cell.outage * 1000, share: 0, how, cold: 0 } as const
  return { capacity: Math.min(capacity, declared(rig)), trouble }
}

/** A client whose requests take half of the round trip each way, more or less; what the server does not answer never ends. */
const clientOf = (server: Server, rtt: number, chance: () => number) => {
  const way = () => Effect.sleep((rtt / 2) * (1 + figures.jitter * (2 * chance() - 1)))
  return HttpClient.make((request) =>
    Effect.gen(function* () {
      yield* way()
      const now = yield* Clock.currentTimeMillis
      const answer = server.answer(0, now)
      if (answer === undefined) return yield* Effect.never
      yield* Effect.sleep(Math.max(0, answer.at - now))
      yield* way()
      const { headers, status } = answer
      // Each vendor documents 500 for a server that is down.
      const down = { status: status === 503 ? 500 : status, headers, text: "{}" }
      return answerOf(request, status === 200 ? { ...down, text: `{"ok":true}` } : down)
    })
  )
}

const seeded = (chance: () => number) => ({
  nextDoubleUnsafe: chance,
  nextIntUnsafe: () => Math.floor(chance() * Number.MAX_SAFE_INTEGER)
})

/** Runs one storm of the family `vendors`. `recovery`: until calls are answered within a second of when they could be. */
export const vendorStorm = (cell: Cell, seed: number): Fared => {
  if (cell.vendor === "standard") throw new Error("a cell of vendors names its vendor")
  const rig: Rig = rigs[cell.vendor]
  const chance = random(seed)
  const start = noon + Math.floor(chance() * 1000)
  const options = serverOf(cell, rig, start)
  const server = new Server(options, start + (cell.lasts - figures.last) * 1000)
  const { capacity: served, limited } = options
  const rate = cell.load * (limited === undefined ? served : (1000 * limited.limit) / limited.per)
  const arrivals = Array.from(
    { length: Math.round(rate * cell.lasts) },
    (_, index) => start + (index * 1000) / rate
  )
  const answered: Array<number> = []
  const calls = Effect.gen(function* () {
    const call = yield* rig.build(clientOf(server, cell.rtt, chance))
    yield* Effect.forEach(
      arrivals,
      (at, index) =>
        Effect.gen(function* () {
          yield* Effect.sleep(at - start)
          const exit = yield* Effect.exit(call)
          answered[index] = Exit.isSuccess(exit) ? yield* Clock.currentTimeMillis : Infinity
        }),
      { concurrency: "unbounded", discard: true }
    )
  })
  const quiet = Effect.provideService(calls, Telemetry.Current, Telemetry.none)
  runVirtual(Effect.scoped(Effect.provideService(quiet, Random.Random, seeded(chance))), start)
  const deadline = Duration.toMillis(rig.vendor.advice.deadline)
  const could = answerable(arrivals, options, deadline, cell.rtt * (1 - figures.jitter))
  const prompt = answered.map((at, index) => {
    const [best, came] = [could[index] ?? 0, arrivals[index] ?? 0]
    return at <= best + Math.max(late.millis, late.share * (best - came))
  })
  const calledAt = arrivals.map((at) => ({ at }))
  return {
    calls: arrivals.length,
    possible: could.filter(Number.isFinite).length,
    ok: answered.filter(Number.isFinite).length,
    sent: server.received,
    refused: server.refused,
    accepted: server.accepted,
    late: server.late,
    recovery: options.trouble === undefined ? 0 : recoveryOf(calledAt, prompt, options.trouble.to),
    probes: cell.outage > 5 ? server.probes / (cell.outage - 5) : 0
  }
}
