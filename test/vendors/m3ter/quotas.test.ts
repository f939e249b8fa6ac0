import type { QuotaClass } from "../../../src/contract/Quota.ts"
import { assert, describe, it } from "@effect/vitest"
import { Clock, DateTime, Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { operationsOf } from "../../../src/diagnose/Diagnose.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { transport } from "../../shop/shop.ts"
import { atOnce, ended, over, token } from "./m3ter.ts"

const object = fromJson(200, {}, { id: "a1" })
const measurement = { meter: "storage", account: "acme", ts: DateTime.makeUnsafe(0) }
const { getAccount, getToken, queryUsage, submitMeasurements } = M3ter

/** m3ter as a clock sees it: when which path was asked, and with which token. */
const watched = (
  answer: (path: string, count: number, bearer: string) => Wire = () => object,
  options: Partial<M3ter.Options> = {}
) => {
  const sent: Array<{ readonly at: number; readonly path: string }> = []
  let issued = 0
  const wire = transport((_method, url, headers) =>
    Effect.map(Clock.currentTimeMillis, (at) => {
      const path = url.pathname.split("/").slice(3).join("/")
      const count = sent.push({ at, path: path === "" ? "token" : path })
      if (path === "") return token(`token-${++issued}`)
      return answer(path, count, headers["authorization"] ?? "")
    })
  )
  const times = (path: RegExp) => sent.filter((one) => path.test(one.path)).map(({ at }) => at)
  return { times, layer: over(wire.layer, options) }
}

/** The most calls in any stretch of so many ms. */
const most = (times: ReadonlyArray<number>, millis: number) => {
  let first = 0
  return times.reduce((most, at, index) => {
    while (at - (times[first] ?? at) >= millis) first++
    return Math.max(most, index - first + 1)
  }, 0)
}

const patient = { policy: { deadline: Duration.hours(1) } }

describe("the quotas", () => {
  it("are the documented ones", () => {
    const documented = Object.entries<QuotaClass>(M3ter.vendor.quotas).map(([name, { quotas, within }]) => [
      name,
      quotas.map(({ burst, limit, name, per }) => [name, limit, per, burst]),
      within
    ])
    const config = [
      ["m3ter/config/organization", 50, "1 second", undefined],
      ["m3ter/config/address", 20_000, "5 minutes", undefined]
    ]
    assert.deepStrictEqual(documented, [
      ["config", config, undefined],
      [
        "ingest",
        [
          ["m3ter/ingest/organization", 50, "1 second", undefined],
          ["m3ter/ingest/address", 5_000, "5 minutes", undefined]
        ],
        undefined
      ],
      ["data-explorer", [["m3ter/data-explorer", 1, "1 second", 10]], "config"],
      ["data-explorer-v2", [["m3ter/data-explorer-v2", 2, "1 second", 20]], "config"],
      ["token", config, undefined]
    ])
  })

  it("are named by every operation", () => {
    for (const { spec, tag } of operationsOf(M3ter)) {
      assert.isTrue(
        typeof spec.quota === "string" && Object.hasOwn(M3ter.vendor.quotas ?? {}, spec.quota),
        tag
      )
    }
    assert.strictEqual(getToken.spec.quota, "token")
    assert.strictEqual(submitMeasurements.spec.quota, "ingest")
    assert.strictEqual(queryUsage.spec.quota, "data-explorer-v2")
  })
})

describe("calls at once", () => {
  it.effect("leave evenly: never more than 50 a second, and nearly that", () => {
    const { layer, times } = watched(undefined, patient)
    return Effect.gen(function* () {
      yield* ended(atOnce(150, getAccount({ id: "a1" })))
      const all = times(/^accounts/)
      assert.strictEqual(all.length, 150)
      assert.isAtMost(most(all, 1000), 50)
      assert.isBelow(all.at(-1) ?? 0, 3_100)
    }).pipe(Effect.provide(layer))
  })

  it.effect("of measurements keep to 5,000 in any five minutes from this address", () => {
    const { layer, times } = watched(undefined, patient)
    // One in 60 ms is 5,000 in 300 s; what goes early at first is within the 1 % that is kept back.
    const earliest = (index: number) => index * (300_000 / (5_000 * 0.99)) - 300_000 * 0.01
    return Effect.gen(function* () {
      yield* ended(atOnce(150, submitMeasurements({ measurements: [measurement] })))
      const all = times(/^measurements/)
      assert.strictEqual(all.length, 150)
      assert.isAtMost(most(all, 1000), 50)
      for (const [index, at] of all.entries()) assert.isAtLeast(at, earliest(index))
    }).pipe(Effect.provide(layer))
  })

  it.effect("of the Data Explorer are 20 at first, then 2 a second", () => {
    const { layer, times } = watched(undefined, patient)
    return Effect.gen(function* () {
      yield* ended(atOnce(40, queryUsage({})))
      const all = times(/^usage/)
      assert.strictEqual(all.filter((at) => at < 500).length, 20)
      assert.strictEqual(all.length, 40)
      assert.isAtLeast(all.at(-1) ?? 0, 10_000)
      for (const [index, at] of all.entries())
        if (index > 20) assert.isAtLeast(at - (all[index - 1] ?? 0), 500)
    }).pipe(Effect.provide(layer))
  })

  it.effect("of the Data Explorer never bunch behind calls that are not answered", () => {
    const sent: Array<number> = []
    const wire = transport((_method, url) =>
      Effect.gen(function* () {
        if (!url.pathname.includes("usage")) return token("t")
        const count = sent.push(yield* Clock.currentTimeMillis)
        return count >= 4 && count <= 15 ? yield* Effect.never : fromJson(200, {}, { data: [] })
      })
    )
    return Effect.gen(function* () {
      yield* ended(
        Effect.forEach(Array.from({ length: 60 }), () => Effect.exit(queryUsage({})), {
          concurrency: "unbounded"
        })
      )
      assert.isAbove(sent.length, 60)
      assert.isAtMost(most(sent, 1_000), 22)
      assert.isAtMost(most(sent, 10_000), 40)
    }).pipe(Effect.provide(over(wire.layer, patient)))
  })

  it.effect("of the Data Explorer count among those of the Config API", () => {
    const { layer, times } = watched(undefined, patient)
    return Effect.gen(function* () {
      yield* ended(
        Effect.all([atOnce(20, queryUsage({})), atOnce(100, getAccount({ id: "a1" }))], {
          concurrency: "unbounded"
        })
      )
      assert.isAtMost(most(times(/^(usage|accounts)/), 1000), 50)
    }).pipe(Effect.provide(layer))
  })

  it.effect(
    "that cannot make their deadline are refused at once, and learn when they could have gone",
    () => {
      const { layer, times } = watched(undefined, { policy: { deadline: Duration.seconds(1) } })
      return Effect.gen(function* () {
        const exits = yield* ended(
          atOnce(100, Effect.flip(Effect.andThen(getAccount({ id: "a1" }), Effect.fail("went")))),
          "2 seconds"
        )
        const late = exits.flatMap((one) => (typeof one === "string" ? [] : [one]))
        assert.strictEqual(late.length + times(/^accounts/).length, 100)
        assert.isAtLeast(late.length, 50)
        for (const failure of late) {
          assert.deepStrictEqual([failure._tag, failure.delivery], ["OutOfTime", "NotSent"])
          if (failure._tag === "OutOfTime") assert.isDefined(failure.readyIn)
        }
      }).pipe(Effect.provide(layer))
    }
  )
})

describe("a 429", () => {
  const limited = make(429, {}, "")

  it.effect("holds back every caller of that quota, not only the one that was refused", () => {
    const { layer, times } = watched((_, count) => (count === 2 ? limited : object))
    return Effect.gen(function* () {
      const early = yield* Effect.forkChild(atOnce(10, getAccount({ id: "a1" })))
      yield* TestClock.adjust("500 millis")
      const later = yield* Effect.forkChild(M3ter.listMeters({}))
      yield* TestClock.adjust("499 millis")
      assert.deepStrictEqual(times(/^(accounts|meters)/), [0])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(early)
      yield* Fiber.join(later)
      assert.isAtLeast(times(/^accounts/)[1] ?? 0, 1000)
      assert.isAtLeast(times(/^meters/)[0] ?? 0, 1000)
      assert.strictEqual(times(/^accounts/).length, 11)
    }).pipe(Effect.provide(layer))
  })

  it.effect("holds back longer where m3ter says so, whatever the caller's own wait", () => {
    const { layer, times } = watched((_, count) =>
      count === 2 ? make(429, { "retry-after": "20" }, "") : object
    )
    return Effect.gen(function* () {
      const calls = yield* Effect.forkChild(atOnce(3, getAccount({ id: "a1" })))
      yield* TestClock.adjust("19999 millis")
      assert.deepStrictEqual(times(/^accounts/), [0])
      yield* TestClock.adjust("4 minutes")
      yield* Fiber.join(calls)
      assert.isAtLeast(times(/^accounts/)[1] ?? 0, 20_000)
    }).pipe(Effect.provide(layer))
  })

  it.effect("of the Ingest API does not hold back the Config API", () => {
    const { layer, times } = watched((path, count) =>
      path === "measurements" && count === 2 ? limited : object
    )
    return Effect.gen(function* () {
      const submitted = yield* Effect.forkChild(submitMeasurements({ measurements: [measurement] }))
      yield* TestClock.adjust("100 millis")
      yield* getAccount({ id: "a1" })
      assert.deepStrictEqual([times(/^accounts/), times(/^measurements/)], [[100], [0]])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(submitted)
    }).pipe(Effect.provide(layer))
  })
})

describe("the request for a token", () => {
  const stale = fromJson(403, {}, { message: "Unauthorized" })

  it.effect("does not stand in line behind those who wait for it", () => {
    const { layer, times } = watched(
      (_path, _count, bearer) => (bearer === "Bearer token-1" ? stale : object),
      patient
    )
    return Effect.gen(function* () {
      yield* ended(atOnce(100, getAccount({ id: "a1" })))
      const [first, second, ...others] = times(/^token/)
      assert.deepStrictEqual([first, others], [0, []])
      assert.isBelow(second ?? Number.POSITIVE_INFINITY, 50)
    }).pipe(Effect.provide(layer))
  })

  it.effect("needs no place of those who wait for it, however few there are", () => {
    const options = { ...patient, limit: { inFlight: { start: 1, most: 1 } } }
    const { layer, times } = watched(
      (_path, _count, bearer) => (bearer === "Bearer token-1" ? stale : object),
      options
    )
    return Effect.gen(function* () {
      const calls = yield* ended(Effect.exit(atOnce(20, getAccount({ id: "a1" }))))
      assert.strictEqual(calls._tag, "Success")
      assert.strictEqual(times(/^token/).length, 2)
    }).pipe(Effect.provide(layer))
  })
})
