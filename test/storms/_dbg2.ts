import { Clock, Effect, Random } from "effect"
import { runVirtual } from "./clock.ts"
import { standard } from "./policy.ts"
import * as Server from "./server.ts"
import { random } from "./random.ts"
const DEBUG = true; const [phase, seed] = process.argv.slice(2).map(Number) as [number, number]
const next = random(seed ^ 0x5eed)
runVirtual(Effect.scoped(Effect.gen(function* () {
  const server = Server.make({ limits: { model: "fixed", headers: "retry-after", limit: 50, per: 1000 }, seed })
  const p = yield* standard(2000)
  let ends: Record<string, number> = {}
  yield* Effect.forkChild(Effect.gen(function* () {
    let r = 0
    for (let t = 0; t < 200; t++) {
      yield* Effect.sleep(100)
      if (server.received() !== r || Object.keys(ends).length) console.log((t + 1) * 100, server.received() - r, JSON.stringify(yield* p.limit.standing), server.received(), JSON.stringify(ends))
      r = server.received()
      ends = {}
    }
  }))
  yield* Effect.forEach(Array.from({ length: 1000 }, (_, i) => i), (i) => Effect.gen(function* () {
    yield* Effect.sleep(i * 10)
    const arrived = yield* Clock.currentTimeMillis
    const exit = yield* Effect.exit(p.call(server.request, arrived, arrived + 10_000))
    const name = exit._tag === "Success" ? "ok" : String((exit.cause.reasons[0] as any)?.error?._tag)
    ends[name] = (ends[name] ?? 0) + 1
  }), { concurrency: "unbounded", discard: true })
}).pipe(Effect.provideService(Random.Random, { nextDoubleUnsafe: next, nextIntUnsafe: () => 1 }))), 1_700_000_000_000 + phase)
