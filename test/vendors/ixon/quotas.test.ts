import type { QuotaClass } from "../../../src/contract/Quota.ts"
import { assert, describe, it } from "@effect/vitest"
import { Clock, Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { operationsOf } from "../../../src/diagnose/Diagnose.ts"
import { make, type Wire } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { type Sent, ended, layer, loginLayer, makesToken, portal, refusal, success } from "./portal.ts"

/** IXON as a clock sees it: when it was asked, logins apart from the others. */
const watched = (answer: (sent: Sent, count: number) => Wire = () => success([])) => {
  const calls: Array<number> = []
  const logins: Array<number> = []
  const { transport } = portal((sent) =>
    Effect.map(Clock.currentTimeMillis, (at) => {
      if (!makesToken(sent)) return answer(sent, calls.push(at))
      const issued = logins.push(at)
      return success(
        { publicId: "T0T0T0T0T0T0", secretId: `issued-${issued}`.padEnd(32, "-") },
        undefined,
        201
      )
    })
  )
  return { calls, logins, transport }
}

const atOnce = <A, E, R>(times: number, effect: Effect.Effect<A, E, R>) =>
  Effect.all(
    Array.from({ length: times }, () => effect),
    { concurrency: "unbounded" }
  )

/** The most calls in any stretch of so many ms. */
const most = (times: ReadonlyArray<number>, millis: number) => {
  let first = 0
  return times.reduce((most, at, index) => {
    while (at - (times[first] ?? at) >= millis) first++
    return Math.max(most, index - first + 1)
  }, 0)
}

const limited = make(429, {}, "")
const hour = { policy: { deadline: Duration.hours(1) } }

describe("the quotas", () => {
  it("are the documented ones, for calls and for logins", () => {
    const address = [
      ["ixon/address/burst", 250, "5 seconds"],
      ["ixon/address/average", 4_800, "2 minutes"]
    ]
    const documented = Object.entries<QuotaClass>(Ixon.vendor.quotas).map(([name, { quotas, within }]) => [
      name,
      quotas.map(({ limit, name, per }) => [name, limit, per]),
      within
    ])
    assert.deepStrictEqual(documented, [
      ["source-ip", address, undefined],
      ["login", address, undefined]
    ])
  })

  it("are named by every operation", () => {
    for (const { spec, tag } of operationsOf(Ixon)) {
      assert.strictEqual(spec.quota, tag === "Ixon.createAccessToken" ? "login" : "source-ip", tag)
    }
  })

  it.effect("let calls leave evenly: never 250 in 5 seconds, and no more than 40 a second for long", () => {
    const { calls, transport } = watched()
    // 4,800 in 120 s are one in 25 ms; what goes early at first is within the 1 % that is kept back.
    const earliest = (index: number) => index * (120_000 / (4_800 * 0.99)) - 120_000 * 0.01
    return Effect.gen(function* () {
      yield* ended(atOnce(300, Ixon.listAgents({})))
      assert.strictEqual(calls.length, 300)
      assert.isAtMost(most(calls, 5_000), 250)
      for (const [index, at] of calls.entries()) assert.isAtLeast(at, earliest(index))
      assert.isBelow(calls.at(-1) ?? 0, 7_600)
    }).pipe(Effect.provide(layer(transport)))
  })
})

describe("a 429, which shuts the address out for 10 minutes", () => {
  it.effect("sends nothing more for 10 minutes, whoever calls, and says when it could have gone", () => {
    const { calls, transport } = watched((_, count) => (count === 2 ? limited : success([])))
    return Effect.gen(function* () {
      const failures = yield* ended(
        Effect.forEach([1, 2, 3, 4, 5], () => Effect.flip(Ixon.listAgents({})), {
          concurrency: "unbounded"
        }).pipe(Effect.exit)
      )
      assert.strictEqual(failures._tag, "Failure")
      assert.strictEqual(calls.length, 2)
      const failure = yield* Effect.flip(Ixon.listCompanies({}))
      assert.deepStrictEqual([failure._tag, failure.delivery, calls.length], ["OutOfTime", "NotSent", 2])
      if (failure._tag === "OutOfTime")
        assert.approximately(Duration.toMinutes(failure.readyIn ?? 0), 10, 0.1)
      yield* TestClock.adjust("598 seconds")
      assert.strictEqual(
        (yield* Effect.flip(Effect.timeout(Ixon.listAgents({}), "0 millis")))._tag,
        "TimeoutError"
      )
      assert.strictEqual(calls.length, 2)
      yield* TestClock.adjust("2 seconds")
      yield* ended(Ixon.listAgents({}))
      assert.strictEqual(calls.length, 3)
    }).pipe(Effect.provide(layer(transport)))
  })

  it.effect("is waited out by calls that have the time, and none leaves before", () => {
    const { calls, transport } = watched((_, count) => (count === 1 ? limited : success([])))
    return Effect.gen(function* () {
      const early = yield* Effect.forkChild(atOnce(5, Ixon.listAgents({})))
      yield* TestClock.adjust("5 minutes")
      const later = yield* Effect.forkChild(Ixon.listCompanies({}))
      yield* TestClock.adjust("299 seconds")
      assert.deepStrictEqual(calls, [0])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(early)
      yield* Fiber.join(later)
      assert.strictEqual(calls.length, 7)
      assert.isAtLeast(calls[1] ?? 0, 600_000)
    }).pipe(Effect.provide(layer(transport, hour)))
  })

  it.effect("does not make the next ten minutes slow as well", () => {
    const { calls, transport } = watched((_, count) => (count === 1 ? limited : success([])))
    return Effect.gen(function* () {
      yield* Effect.flip(Ixon.listAgents({}))
      yield* TestClock.adjust("10 minutes")
      yield* ended(atOnce(100, Ixon.listAgents({})))
      assert.isBelow((calls.at(-1) ?? 0) - 600_000, 4_000)
    }).pipe(Effect.provide(layer(transport)))
  })
})

describe("the login", () => {
  const stale = refusal(401, { message: "Invalid value", propertyName: "Authorization" })
  const staleAtFirst = ({ headers }: Sent) =>
    headers["authorization"]?.includes("issued-1-") ? stale : success([])

  it.effect("does not stand in line behind those who wait for it", () => {
    const { logins, transport } = watched(staleAtFirst)
    return Effect.gen(function* () {
      yield* ended(atOnce(100, Ixon.listAgents({})))
      assert.strictEqual(logins.length, 2)
      assert.isBelow(logins[1] ?? Number.POSITIVE_INFINITY, 50)
    }).pipe(Effect.provide(loginLayer(transport, hour)))
  })

  it.effect("needs no place of those who wait for it, however few there are", () => {
    const { calls, logins, transport } = watched(staleAtFirst)
    return Effect.gen(function* () {
      yield* ended(atOnce(10, Ixon.listAgents({})))
      assert.deepStrictEqual([logins.length, calls.length >= 11], [2, true])
    }).pipe(Effect.provide(loginLayer(transport, { ...hour, limit: { inFlight: { start: 1, most: 1 } } })))
  })

  it.effect("is tried once while the address is shut out, not once for each caller", () => {
    let tried = 0
    const { transport } = portal(() => {
      tried++
      return limited
    })
    return Effect.gen(function* () {
      const first = yield* ended(Effect.flip(Ixon.listAgents({})))
      assert.deepStrictEqual(
        [first._tag, first.operation, first.delivery],
        ["Ixon.RateLimited", "Ixon.createAccessToken", "NotSent"]
      )
      for (let caller = 0; caller < 10; caller++) {
        const next = yield* ended(Effect.flip(Ixon.listAgents({})))
        assert.deepStrictEqual([next._tag, next.delivery], ["OutOfTime", "NotSent"])
      }
      assert.strictEqual(tried, 1)
    }).pipe(Effect.provide(loginLayer(transport)))
  })
})
