import { Clock, Effect, Random } from "effect"
import { runVirtual } from "./clock.ts"
import { standard } from "./policy.ts"
import * as Server from "./server.ts"
import { random } from "./random.ts"
const [util, timeout, seed, base] = process.argv.slice(2).map(Number) as [number, number, number, number]
const next = random(seed ^ 0x5eed)
runVirtual(Effect.scoped(Effect.gen(function* () {
  const server = Server.make({ capacity: 150, ...(base ? { network: { base, spread: base / 2 } } : {}), trouble: { from: 8000, to: 11000, share: 0.1 }, seed })
  const p = yield* standard(timeout)
  let ends: Record<string, number> = {}
  const total = 1.5 * util * 25
  yield* Effect.forkChild(Effect.gen(function* () {
    for (let t = 0; t < 120; t++) {
      yield* Effect.sleep(250)
      const s = yield* p.limit.standing
      console.log((t + 1) * 250, JSON.stringify(s), server.received(), JSON.stringify(ends), (yield* p.budget.balance).toFixed(1))
      ends = {}
    }
  }))
  yield* Effect.forEach(Array.from({ length: total }, (_, i) => i), (i) => Effect.gen(function* () {
    yield* Effect.sleep((i * 1000) / (1.5 * util))
    const arrived = yield* Clock.currentTimeMillis
    const req = Effect.tap(Effect.onInterrupt(server.request, () => Effect.sync(() => { ends["intr"] = (ends["intr"] ?? 0) + 1 })), () => Effect.void)
    const exit = yield* Effect.exit(p.call(req, arrived, arrived + 5000))
    const name = exit._tag === "Success" ? "ok" : String((exit.cause.reasons[0] as any)?.error?._tag)
    ends[name] = (ends[name] ?? 0) + 1
  }), { concurrency: "unbounded", discard: true })
}).pipe(Effect.provideService(Random.Random, { nextDoubleUnsafe: next, nextIntUnsafe: () => 1 }))))
