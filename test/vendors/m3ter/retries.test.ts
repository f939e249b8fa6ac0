import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Fiber, Random } from "effect"
import { TestClock } from "effect/testing"
import * as Policy from "../../../src/policy/Policy.ts"
import * as Retry from "../../../src/policy/Retry.ts"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { atOnce, ended, m3ter, attemptsOf, token } from "./m3ter.ts"

const vendorMessage = (status: number, message: string, headers: Record<string, string> = {}) =>
  fromJson(status, headers, { message })
const stale = vendorMessage(403, "Unauthorized")
const account = fromJson(200, {}, { id: "a1" })
const measurement = {
  uid: "u-1",
  meter: "api",
  account: "acme",
  ts: DateTime.makeUnsafe(0),
  measure: { calls: 3 }
}

it.effect("waits 1 s, then 3 s, then longer each time after a 429, and gives up after six attempts", () => {
  const { layer, sent } = m3ter([vendorMessage(429, "Too Many Requests")])
  return Effect.gen(function* () {
    const failure = yield* ended(Effect.flip(M3ter.listAccounts({})))
    assert.deepStrictEqual(attemptsOf(failure.attempts), [
      [0, "M3ter.RateLimited", 1],
      [1, "M3ter.RateLimited", 3],
      [4, "M3ter.RateLimited", 9],
      [13, "M3ter.RateLimited", 27],
      [40, "M3ter.RateLimited", 81],
      [121, "M3ter.RateLimited", undefined]
    ])
    assert.strictEqual(sent.length, 6)
  }).pipe(Effect.provide(layer))
})

it.effect(
  "asks no sooner than 1 s after a 429, then no sooner than 3 s more, and goes on when it is let in",
  () => {
    const { layer, sent } = m3ter([vendorMessage(429, ""), vendorMessage(429, ""), account])
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(M3ter.getAccount({ id: "a1" }))
      const seen: Array<number> = []
      for (const millis of [999, 101, 2899, 201]) {
        yield* TestClock.adjust(millis)
        seen.push(sent.length)
      }
      assert.deepStrictEqual(seen, [1, 2, 2, 3])
      assert.strictEqual((yield* Fiber.join(fiber)).id, "a1")
    }).pipe(Effect.provide(layer))
  }
)

it.effect(
  "never undercuts a Retry-After, in seconds or as a date, and never shortens its own wait for one",
  () => {
    const { layer } = m3ter([
      vendorMessage(429, "", { "retry-after": "10" }),
      vendorMessage(429, "", { "retry-after": "Thu, 01 Jan 1970 00:01:00 GMT" }),
      vendorMessage(429, "", { "retry-after": "2" }),
      vendorMessage(404, "gone")
    ])
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
      assert.deepStrictEqual(attemptsOf(failure.attempts), [
        [0, "M3ter.RateLimited", 10],
        [10, "M3ter.RateLimited", 50],
        [60, "M3ter.RateLimited", 9],
        [69, "M3ter.NotFound", undefined]
      ])
    }).pipe(Effect.provide(layer))
  }
)

it.effect("retries a write after a 429, because nothing was done", () => {
  const { layer, sent } = m3ter([vendorMessage(429, ""), fromJson(200, {}, { id: "p1" })])
  return Effect.gen(function* () {
    assert.strictEqual((yield* ended(M3ter.createProduct({ name: "Storage", code: "storage" }))).id, "p1")
    assert.strictEqual(sent.length, 2)
  }).pipe(Effect.provide(layer))
})

describe("a passing fault", () => {
  const faults = [
    [500, "M3ter.ServerFault"],
    [502, "M3ter.BadGateway"],
    [504, "M3ter.GatewayTimeout"]
  ] as const

  it.effect.each(faults)("%s: a read is retried with waits that double", ([status, tag]) => {
    const { layer, sent } = m3ter([make(status, {}, "<html></html>")], { policy: { jitter: "none" } })
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
      assert.deepStrictEqual(attemptsOf(failure.attempts), [
        [0, tag, 1],
        [1, tag, 2],
        [3, tag, 4],
        [7, tag, 8],
        [15, tag, undefined]
      ])
      assert.deepStrictEqual([sent.length, failure.delivery], [5, "Refused"])
    }).pipe(Effect.provide(layer))
  })

  it.effect.each(faults)(
    "%s: a create or an update is not retried, and may have been applied",
    ([status, tag]) => {
      const { layer, sent } = m3ter([make(status, {}, "")])
      return Effect.gen(function* () {
        const created = yield* ended(Effect.flip(M3ter.createProduct({ name: "Storage", code: "storage" })))
        const updated = yield* ended(
          Effect.flip(
            M3ter.updateProduct({ id: "p".repeat(36), version: 1, name: "Storage", code: "storage" })
          )
        )
        assert.deepStrictEqual([created._tag, created.delivery], [tag, "Unknown"])
        assert.deepStrictEqual([updated._tag, updated.delivery], [tag, "Unknown"])
        assert.strictEqual(sent.length, 2)
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect("spreads the waits, so that callers do not come back at once", () => {
    const { layer } = m3ter([make(502, {}, "")])
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
      const waits = failure.attempts.flatMap(({ waited }) => (waited === undefined ? [] : [waited]))
      assert.strictEqual(waits.length, 4)
      waits.forEach((wait, index) => assert.isTrue(wait >= 0 && wait <= 1000 * 2 ** index))
      assert.notDeepEqual(waits, [1000, 2000, 4000, 8000])
    }).pipe(Random.withSeed("m3ter"), Effect.provide(layer))
  })

  it.effect("sends measurements again with the same uids", () => {
    const { layer, sent } = m3ter([make(504, {}, ""), fromJson(200, {}, { result: "accepted" })])
    return Effect.gen(function* () {
      const accepted = yield* ended(M3ter.submitMeasurements({ measurements: [measurement] }))
      assert.strictEqual(accepted.result, "accepted")
      assert.deepStrictEqual([sent.length, sent[0]?.body], [2, sent[1]?.body])
    }).pipe(Effect.provide(layer))
  })
})

it.effect.each([
  [400, "M3ter.BadRequest"],
  [403, "M3ter.Forbidden"],
  [404, "M3ter.NotFound"],
  [413, "M3ter.ResponseTooLarge"]
] as const)("%s is not retried, not even for a read", ([status, tag]) => {
  const { requested, layer, sent } = m3ter([vendorMessage(status, "No")])
  return Effect.gen(function* () {
    const failure = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
    assert.deepStrictEqual(
      [failure._tag, failure.attempts.length, sent.length, requested.length],
      [tag, 1, 1, 1]
    )
  }).pipe(Effect.provide(layer))
})

describe("the token", () => {
  it.effect("is bought once for all callers, with the key and secret, and carried to both hosts", () => {
    const { requested, layer, sent } = m3ter([account])
    return Effect.gen(function* () {
      yield* ended(atOnce(20, M3ter.getAccount({ id: "a1" })))
      yield* M3ter.submitMeasurements({ measurements: [measurement] })
      assert.deepStrictEqual(requested, [
        {
          line: "POST https://api.m3ter.com/oauth/token",
          authorization: `Basic ${btoa("key-0123456789:secret-0123456789")}`,
          contentType: "application/json",
          body: `{"grant_type":"client_credentials"}`
        }
      ])
      assert.strictEqual(sent.length, 21)
      assert.deepStrictEqual([...new Set(sent.map(({ authorization }) => authorization))], ["Bearer token-1"])
    }).pipe(Effect.provide(layer))
  })

  it.effect("is replaced once when m3ter calls it unauthorized, at once, and the call retried once", () => {
    const { requested, layer, sent } = m3ter([stale, account])
    return Effect.gen(function* () {
      assert.strictEqual((yield* ended(M3ter.getAccount({ id: "a1" }), "100 millis")).id, "a1")
      assert.deepStrictEqual(
        sent.map(({ authorization }) => authorization),
        ["Bearer token-1", "Bearer token-2"]
      )
      assert.strictEqual(requested.length, 2)
    }).pipe(Effect.provide(layer))
  })

  it.effect("is replaced for a write as well, because nothing was done", () => {
    const { layer, sent } = m3ter([stale, account])
    return Effect.gen(function* () {
      yield* ended(M3ter.createAccount({ name: "Acme", code: "acme", emailAddress: "ops@acme.example" }))
      assert.strictEqual(sent.length, 2)
    }).pipe(Effect.provide(layer))
  })

  it.effect("is not replaced a second time", () => {
    const { requested, layer, sent } = m3ter([stale])
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
      assert.deepStrictEqual([failure._tag, failure.attempts.length], ["M3ter.TokenExpired", 2])
      assert.deepStrictEqual([sent.length, requested.length], [2, 2])
    }).pipe(Effect.provide(layer))
  })

  it.effect("is renewed 5 minutes before its end, not earlier", () => {
    const { requested, layer } = m3ter([account])
    return Effect.gen(function* () {
      yield* M3ter.getAccount({ id: "a1" })
      yield* TestClock.adjust("294 minutes")
      yield* M3ter.getAccount({ id: "a1" })
      assert.strictEqual(requested.length, 1)
      yield* TestClock.adjust("1 minute")
      yield* M3ter.getAccount({ id: "a1" })
      assert.strictEqual(requested.length, 2)
    }).pipe(Effect.provide(layer))
  })

  it.effect("is not asked for again when the key and secret are refused", () => {
    const { requested, layer, sent } = m3ter([account], {}, [stale])
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
      assert.deepStrictEqual(
        [failure._tag, failure.operation],
        ["M3ter.CredentialsRefused", "M3ter.getToken"]
      )
      assert.deepStrictEqual([requested.length, sent.length], [1, 0])
    }).pipe(Effect.provide(layer))
  })

  it.effect("leaves nothing half done when it cannot be fetched: no write was sent", () => {
    const { layer, sent } = m3ter([], { policy: { passing: Policy.never } }, [make(502, {}, "")])
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(M3ter.createProduct({ name: "Storage", code: "storage" }))
      assert.deepStrictEqual(
        [failure._tag, failure.operation, failure.delivery, sent.length],
        ["M3ter.BadGateway", "M3ter.getToken", "NotSent", 0]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("can be fetched for use elsewhere, for the key and secret", () => {
    const { requested, layer } = m3ter([], {}, [token("mine")])
    return Effect.gen(function* () {
      const got = yield* M3ter.getToken({})
      assert.strictEqual(JSON.stringify(got.accessToken).includes("mine"), false)
      assert.strictEqual(requested.length, 1)
      assert.match(requested[0]?.authorization ?? "", /^Basic /)
    }).pipe(Effect.provide(layer))
  })
})

it("has the vendor's advice as its default policy", () => {
  const limited = Array.from({ length: 9 }, () => new M3ter.RateLimited({}))
  const fault = Array.from({ length: 9 }, () => new M3ter.BadGateway({}))
  const { advice: policy } = M3ter.vendor
  assert.deepStrictEqual(Retry.simulate(policy, limited), [1000, 3000, 9000, 27_000, 81_000])
  assert.deepStrictEqual(Retry.simulate(policy, fault), [1000, 2000, 4000, 8000])
  assert.deepStrictEqual(Retry.simulate(policy, fault, { idempotent: false }), [])
  assert.deepStrictEqual(
    Retry.simulate(policy, [new M3ter.TokenExpired({}), new M3ter.TokenExpired({})]),
    [0]
  )
})
