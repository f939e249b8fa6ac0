import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { NotSent } from "../../../src/contract/Common.ts"
import * as Retry from "../../../src/policy/Retry.ts"
import type * as CallReport from "../../../src/contract/CallReport.ts"
import { make, type Wire } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { layer, portal, refusal, success } from "./portal.ts"

const shown = (attempts: ReadonlyArray<CallReport.AttemptReport>) =>
  attempts.map(({ at, ended, waited }) => [
    at.epochMilliseconds / 1000,
    ended,
    waited === undefined ? undefined : waited / 1000
  ])

/** The failure of a call that is given all the time it wants, and how many requests it made. */
const failing = <A, E>(
  call: Effect.Effect<A, E, Ixon.IxonApi>,
  answer: (count: number) => Wire | Effect.Effect<Wire>,
  options: Partial<Ixon.ServiceAccountOptions> = {}
) =>
  Effect.gen(function* () {
    const { sent, transport } = portal((_, count) => answer(count))
    const fiber = yield* Effect.forkChild(Effect.flip(Effect.provide(call, layer(transport, options))))
    yield* TestClock.adjust("1 hour")
    return { failure: yield* Fiber.join(fiber), requests: sent.length }
  })

/** More time than the default five minutes. */
const patient = { policy: { jitter: "none", deadline: Duration.minutes(20) } } as const

const data = Ixon.queryData({ sources: [{ source: { publicId: "S0S0S0S0S0S0" }, tags: [{ id: 1 }] }] })

describe("a production incident (500)", () => {
  it.effect("is waited out with growing pauses", () =>
    Effect.gen(function* () {
      const { sent, transport } = portal((_, count) => (count < 4 ? make(500, {}, "") : success([])))
      const fiber = yield* Effect.forkChild(Effect.provide(Ixon.listAgents({}), layer(transport)))
      yield* TestClock.adjust("6999 millis")
      assert.strictEqual(sent.length, 3)
      yield* TestClock.adjust("1 milli")
      assert.deepStrictEqual((yield* Fiber.join(fiber)).data, [])
      assert.strictEqual(sent.length, 4)
    })
  )

  it.effect("that lasts is given up after six retries, with a report of each", () =>
    Effect.gen(function* () {
      const { failure, requests } = yield* failing(data, () => make(500, {}, ""))
      assert.deepStrictEqual(shown(failure.attempts), [
        [0, "Ixon.ProductionIncident", 1],
        [1, "Ixon.ProductionIncident", 2],
        [3, "Ixon.ProductionIncident", 4],
        [7, "Ixon.ProductionIncident", 8],
        [15, "Ixon.ProductionIncident", 16],
        [31, "Ixon.ProductionIncident", 30],
        [61, "Ixon.ProductionIncident", undefined]
      ])
      assert.strictEqual(requests, 7)
    })
  )

  it("is not retried where it could do something twice", () => {
    const failure = new Ixon.ProductionIncident({})
    assert.strictEqual(failure.delivery, "Unknown")
    assert.deepStrictEqual(Retry.simulate(Ixon.vendor.advice, [failure, failure], { idempotent: false }), [])
    assert.deepStrictEqual(
      Retry.simulate(Ixon.vendor.advice, [failure, failure], { idempotent: true }),
      [1000, 2000]
    )
  })
})

describe("a gateway timeout (504)", () => {
  it.effect("is not retried unchanged", () =>
    Effect.gen(function* () {
      const { failure, requests } = yield* failing(data, () => make(504, {}, ""))
      assert.deepStrictEqual([failure._tag, requests], ["Ixon.GatewayTimeout", 1])
    })
  )

  it.effect("of a write leaves open whether it was done", () =>
    Effect.gen(function* () {
      const { failure, requests } = yield* failing(Ixon.deleteAccessToken({ publicId: "T0T0T0T0T0T0" }), () =>
        make(504, {}, "")
      )
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, requests],
        ["Ixon.GatewayTimeout", "Unknown", 1]
      )
      assert.include(failure.message, "It may or may not have been done.")
    })
  )

  it.effect("is waited for: an answer after 65 seconds is read", () =>
    Effect.gen(function* () {
      const { failure, requests } = yield* failing(data, () =>
        Effect.delay(Effect.succeed(make(504, {}, "")), "65 seconds")
      )
      assert.deepStrictEqual([failure._tag, requests], ["Ixon.GatewayTimeout", 1])
    })
  )
})

describe("a network error", () => {
  it.effect("is retried with growing pauses, and the failure says how often and for how long", () =>
    Effect.gen(function* () {
      const { failure, requests } = yield* failing(Ixon.listAgents({}), () => Effect.never, patient)
      assert.deepStrictEqual(shown(failure.attempts), [
        [0, "NoAnswer", 1],
        [71, "NoAnswer", 2],
        [143, "NoAnswer", 4],
        [217, "NoAnswer", 8],
        [295, "NoAnswer", 16],
        [381, "NoAnswer", 30],
        [481, "NoAnswer", undefined]
      ])
      assert.strictEqual(requests, 7)
      assert.include(failure.message, "Tried 7 times over 551.0 s.")
    })
  )

  it.effect("after a write says, when it is given up, that the outcome is unknown", () =>
    Effect.gen(function* () {
      const { failure } = yield* failing(
        Ixon.deleteAccessToken({ publicId: "T0T0T0T0T0T0" }),
        () => Effect.never,
        patient
      )
      assert.deepStrictEqual([failure._tag, failure.delivery], ["NoAnswer", "Unknown"])
      assert.include(failure.message, "It may or may not have been done.")
    })
  )

  it("that kept the request from being sent is retried whatever the operation", () => {
    const failure = new NotSent({ reason: "refused" })
    const never = Array.from({ length: 9 }, () => failure)
    assert.deepStrictEqual(
      Retry.simulate(Ixon.vendor.advice, never, { idempotent: false }),
      [1000, 2000, 4000, 8000, 16_000, 30_000]
    )
  })
})

describe("a rate limit (429)", () => {
  it.effect("is given up at once, for it lasts longer than the call may, and says for how long", () =>
    Effect.gen(function* () {
      const { failure, requests } = yield* failing(Ixon.listAgents({}), () => make(429, {}, ""))
      assert.deepStrictEqual([failure._tag, failure.delivery, requests], ["Ixon.RateLimited", "Refused", 1])
      assert.deepStrictEqual(shown(failure.attempts), [[0, "Ixon.RateLimited", undefined]])
      assert.include(failure.message, "10 minutes")
      const limited = new Ixon.RateLimited({})
      assert.deepStrictEqual(limited.retry, { after: Duration.minutes(10) })
    })
  )

  it("is waited out where the call has the time", () => {
    const failure = new Ixon.RateLimited({})
    const long = { ...Ixon.vendor.advice, deadline: Duration.hours(1) }
    assert.deepStrictEqual(Retry.simulate(long, [failure, failure, failure]), [600_000, 600_000])
  })
})

describe("a refusal", () => {
  it.effect("of the request is not retried", () =>
    Effect.gen(function* () {
      for (const wire of [
        refusal(400, { message: "Required header", propertyName: "Api-Company" }),
        refusal(400, { message: "Invalid value", propertyName: "Api-Company" }),
        refusal(400, { message: "Too many", propertyName: "sources" }),
        refusal(401, { message: "2FA is required" })
      ]) {
        assert.strictEqual((yield* failing(data, () => wire)).requests, 1)
      }
    })
  )
})

it("rests on figures that are meant", () => {
  const { attemptTimeout, deadline, jitter } = Ixon.vendor.advice
  assert.deepStrictEqual(
    [Duration.toSeconds(attemptTimeout), Duration.toSeconds(deadline), jitter],
    [70, 300, "full"]
  )
})
