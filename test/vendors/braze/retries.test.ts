/** What happens over time: Braze's retry advice, shown by attempts and virtual time. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Fiber, Random } from "effect"
import { TestClock } from "effect/testing"
import * as Policy from "../../../src/policy/Policy.ts"
import * as Retry from "../../../src/policy/Retry.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { apiKey, layer, moment, rest, success } from "./rest.ts"

const event = { externalId: "u1", name: "bought", time: moment("2026-01-01T00:00:00Z") }
const track = Braze.trackUsers({ events: [event] })
const down = fromJson(503, {}, { message: "Maintenance" })
const limited = (headers: Readonly<Record<string, string>> = {}) =>
  fromJson(429, headers, { message: "Rate limited" })
const plain = { policy: { jitter: "none" } } as const

/** Runs a call against answers, and tells how it ended and after which times (ms) it asked. */
const run = <A, E extends { readonly _tag: string }>(
  call: Effect.Effect<A, E, Braze.BrazeApi>,
  answers: ReadonlyArray<Wire | "silence">,
  options: Parameters<typeof layer>[1] = plain
) =>
  Effect.gen(function* () {
    const braze = rest(...answers)
    const start = yield* Clock.currentTimeMillis
    const fiber = yield* Effect.forkChild(
      Effect.result(Effect.provide(call, layer(braze.transport, options)))
    )
    yield* TestClock.adjust("1 hour")
    const result = yield* Fiber.join(fiber)
    return { result, at: braze.sent.map(({ at }) => at - start), sent: braze.sent }
  })

describe("5XX: exponential backoff, for no message went out", () => {
  it.effect("waits 1, 2, 4 seconds, also for a call that is not idempotent", () =>
    Effect.gen(function* () {
      const { at, result } = yield* run(track, [down, down, down, success])
      assert.strictEqual(result._tag, "Success")
      assert.deepStrictEqual(at, [0, 1_000, 3_000, 7_000])
    })
  )

  it.effect("gives up after five more attempts, with a report of every attempt", () =>
    Effect.gen(function* () {
      const { at, result } = yield* run(track, [down])
      assert.deepStrictEqual(at, [0, 1_000, 3_000, 7_000, 15_000, 31_000])
      if (result._tag !== "Failure") return assert.fail("It succeeded.")
      const { failure } = result
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, failure.attempts.length],
        ["Braze.ServerFault", "Refused", 6]
      )
      assert.deepStrictEqual(
        failure.attempts.map(({ waited }) => waited),
        [1_000, 2_000, 4_000, 8_000, 16_000, undefined]
      )
      assert.include(failure.message, "Tried 6 times over 31.0 s. Nothing was done.")
    })
  )

  it.effect("draws each wait from its whole length, so that callers do not come back together", () =>
    Effect.gen(function* () {
      const { at } = yield* Random.withSeed(run(track, [down], {}), "jitter")
      const waits = at.slice(1).map((time, index) => time - (at[index] ?? 0))
      const most = [1_000, 2_000, 4_000, 8_000, 16_000]
      assert.strictEqual(waits.length, most.length)
      assert.isTrue(waits.every((wait, index) => wait >= 0 && wait <= (most[index] ?? 0)))
      assert.notDeepEqual(waits, most)
    })
  )
})

describe("429: wait for the reset", () => {
  it.effect("asks no sooner than X-Ratelimit-Retry-After says", () =>
    Effect.gen(function* () {
      const { at, result } = yield* run(track, [limited({ "x-ratelimit-retry-after": "20" }), success])
      assert.strictEqual(result._tag, "Success")
      assert.strictEqual(at.length, 2)
      assert.isAtLeast(at[1] ?? 0, 20_000)
      assert.isAtMost(at[1] ?? 0, 25_000)
    })
  )

  it.effect("asks no sooner than the moment of the reset", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_785_000_000_000)
      const { at } = yield* run(track, [limited({ "x-ratelimit-reset": "1785000042" }), success])
      assert.strictEqual(at.length, 2)
      assert.isAtLeast(at[1] ?? 0, 42_000)
      assert.isAtMost(at[1] ?? 0, 47_000)
    })
  )

  it.effect("waits a minute where no header says when", () =>
    Effect.gen(function* () {
      const { at } = yield* run(track, [limited({ "x-ratelimit-reset": "" }), success])
      assert.strictEqual(at.length, 2)
      assert.isAtLeast(at[1] ?? 0, 60_000)
      assert.isAtMost(at[1] ?? 0, 65_000)
    })
  )

  it.effect("does not knock at once on a reset that is just past", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_785_000_000_000)
      const { at } = yield* run(track, [limited({ "x-ratelimit-reset": "1785000000" }), success])
      assert.isAtLeast(at[1] ?? 0, 1_000)
    })
  )

  it.effect("does not wait for a reset that lies past the deadline", () =>
    Effect.gen(function* () {
      const { at, result } = yield* run(track, [limited({ "x-ratelimit-reset": "3600" })])
      assert.deepStrictEqual(at, [0])
      assert.strictEqual(result._tag === "Failure" ? result.failure._tag : "", "Braze.RateLimited")
    })
  )
})

describe("all else", () => {
  it.effect("is not retried: a fatal 4XX, a rejection, an answer that nobody documented", () =>
    Effect.gen(function* () {
      for (const answer of [
        fromJson(400, {}, { message: "Max Input Length Exceeded" }),
        fromJson(401, {}, { message: "Invalid API key" }),
        fromJson(201, {}, { message: "fatal error message" }),
        make(418, {}, "")
      ]) {
        assert.strictEqual((yield* run(track, [answer])).at.length, 1)
      }
    })
  )

  it.effect("is not retried after silence, where doing it twice counts twice", () =>
    Effect.gen(function* () {
      const { at, result } = yield* run(track, ["silence", success])
      assert.deepStrictEqual(at, [0])
      const failure = result._tag === "Failure" ? result.failure : undefined
      assert.deepStrictEqual([failure?._tag, failure?.delivery], ["DeliveryUnknown", "Unknown"])
      const opted = yield* run(Retry.assumeIdempotent(track), ["silence", success])
      assert.deepStrictEqual(opted.at, [0, 31_000])
    })
  )

  it.effect("is retried after silence, where a second time changes nothing", () =>
    Effect.gen(function* () {
      const call = Braze.deleteUsers({ externalIds: ["u1"] })
      assert.deepStrictEqual((yield* run(call, ["silence", success])).at, [0, 31_000])
    })
  )

  it.effect("stays within five minutes", () =>
    Effect.gen(function* () {
      const { at, result } = yield* run(Braze.listCampaigns({}), ["silence"])
      assert.isBelow(at.at(-1) ?? 0, 300_000)
      assert.strictEqual(result._tag, "Failure")
    })
  )

  it.effect("can be left to the caller", () =>
    Effect.gen(function* () {
      const { at } = yield* run(Policy.once(track), [down, success])
      assert.deepStrictEqual(at, [0])
    })
  )
})

describe("a transactional send", () => {
  const send = Braze.sendTransactional({ campaignId: "c1", recipient: { externalUserId: "u1" } })
  const keys = (sent: ReadonlyArray<{ readonly body: unknown }>) =>
    sent.map(({ body }) => (body as { readonly external_send_id: string }).external_send_id)

  it.effect("is retried with the same idempotency key, which the call generates", () =>
    Effect.gen(function* () {
      const accepted = fromJson(201, {}, { dispatch_id: "d1", status: "sent", metadata: {} })
      const { sent, result } = yield* run(send, ["silence", down, accepted])
      assert.strictEqual(result._tag === "Success" ? result.success.dispatchId : "", "d1")
      assert.strictEqual(sent.length, 3)
      assert.match(keys(sent)[0] ?? "", /^[0-9a-f-]{36}$/)
      assert.strictEqual(new Set(keys(sent)).size, 1)
    })
  )

  it.effect("that was accepted before its answer was lost is reported as done", () =>
    Effect.gen(function* () {
      const queued = fromJson(
        400,
        {},
        { message: "The external reference has been queued.  Please retry to obtain send_id." }
      )
      const { sent, result } = yield* run(send, ["silence", queued])
      assert.strictEqual(sent.length, 2)
      const failure = result._tag === "Failure" ? result.failure : undefined
      assert.deepStrictEqual([failure?._tag, failure?.delivery], ["Braze.AlreadyQueued", "Applied"])
      assert.include(failure?.message, "It was done; do not send it again.")
    })
  )
})

it.effect("shows no secret, though Braze sends the key back", () =>
  Effect.gen(function* () {
    const { result } = yield* run(track, [fromJson(401, {}, { message: `Invalid API key: ${apiKey}` })])
    const failure = result._tag === "Failure" ? result.failure : undefined
    assert.strictEqual(failure?.vendorMessage, "Invalid API key: <redacted>")
    assert.notInclude(`${failure?.message} ${JSON.stringify(failure)} ${failure?.stack}`, apiKey)
  })
)
