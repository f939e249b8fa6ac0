/** What Xtremepush answers, in whatever spelling: faults A1, A7, A10. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Stream } from "effect"
import { TestClock } from "effect/testing"
import { recognize } from "../../src/contract/Catalogue.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import { done, project } from "../vendors/xtremepush/project.ts"

/** What becomes of a call after all its waits. */
const ending = <A, E, R>(call: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(call)
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

const attemptsOf = ({ attempts }: AnyFailure) =>
  attempts.map(({ at, ended, waited }) => [at.epochMilliseconds, ended, waited])

describe("a 4XX that the page does not list is an issue on the client side", () => {
  it.effect.each([402, 406, 409, 411, 412, 415, 418, 422, 451, 499])("%s", (status) => {
    const { layer, sent } = project(() =>
      fromJson(status, {}, { code: status, message: "No", success: false })
    )
    return Effect.gen(function* () {
      const failure = yield* ending(Effect.flip(Xtremepush.infoTask({ id: 7 })))
      assert.deepStrictEqual(
        [failure._tag, failure.category, failure.delivery, failure.vendorMessage, sent.length],
        ["Xtremepush.ClientError", "invalid", "Refused", "No", 1]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("a refusal under HTTP 200 counts, however it is spelled", () => {
  const refusal = { message: "Something is wrong", success: false }
  const rows: ReadonlyArray<readonly [string, unknown, string]> = [
    ["success as a text", { ...refusal, success: "false" }, "Xtremepush.Unsuccessful"],
    ["success as a text in capitals", { ...refusal, success: "FALSE" }, "Xtremepush.Unsuccessful"],
    ["success as 0", { ...refusal, success: 0 }, "Xtremepush.Unsuccessful"],
    ["success as the text 0", { ...refusal, success: "0" }, "Xtremepush.Unsuccessful"],
    ["a code as a text", { ...refusal, success: "false", code: "400" }, "Xtremepush.BadRequest"],
    ["a code alone", { code: "404", message: "Not Found" }, "Xtremepush.NotFound"],
    ["a code with spaces", { code: " 405 " }, "Xtremepush.MethodNotAllowed"],
    ["a code that contradicts the flag", { success: true, code: "403" }, "Xtremepush.Forbidden"],
    ["a code of a fault", { success: 0, code: "503" }, "Xtremepush.Overloaded"],
    ["a code of a fault that is not listed", { code: "507" }, "Xtremepush.ServerFault"],
    ["a code of the client's that is not listed", { code: "422" }, "Xtremepush.ClientError"],
    ["a rate limit", { success: "false", code: "429" }, "Xtremepush.RateLimited"],
    ["a bad token", { success: 0, code: "400", message: "apptoken is invalid." }, "Xtremepush.InvalidToken"],
    ["an OTP", { success: 0, code: "200", error: "Incorrect OTP" }, "Xtremepush.IncorrectOtp"]
  ]
  it.each(rows)("%s", (_, body, tag) => {
    assert.strictEqual(recognize(Xtremepush.failures, fromJson(200, {}, body))?._tag, tag)
  })

  const successes: ReadonlyArray<readonly [string, unknown]> = [
    ["flags and codes as texts", { success: "true", code: "200", message: "ok" }],
    ["1", { success: 1, code: 200 }],
    ["no flag", { code: 202 }],
    ["no words", { success: true, code: null, message: null }]
  ]
  it.effect.each(successes)("a success stays one: %s", ([, body]) => {
    const { layer } = project(() => fromJson(200, {}, body))
    return Effect.provide(Xtremepush.hitEvent({ userId: "u1", event: "order" }), layer)
  })

  it.effect("a list whose flag is a text is a list", () => {
    const { layer } = project(() => fromJson(200, {}, { success: "true", code: "200", data: [{ id: "7" }] }))
    return Effect.gen(function* () {
      const [campaign] = yield* Xtremepush.listCampaigns({})
      assert.strictEqual(campaign?.id, 7)
    }).pipe(Effect.provide(layer))
  })
})

describe("a 429 is refused for now", () => {
  const tooMany = (headers: Record<string, string> = {}): Wire =>
    fromJson(429, headers, { code: 429, message: "Too Many Requests", success: false })
  const hit = Xtremepush.hitEvent({ userId: "u1", event: "order" })
  const tag = "Xtremepush.RateLimited"

  it.effect("and asked again after 30 seconds, twice", () => {
    const { layer, sent } = project(() => tooMany())
    return Effect.gen(function* () {
      const failure = yield* ending(Effect.flip(hit))
      assert.deepStrictEqual(attemptsOf(failure), [
        [0, tag, 30_000],
        [30_000, tag, 30_000],
        [60_000, tag, undefined]
      ])
      assert.deepStrictEqual([failure.delivery, sent.length], ["Refused", 3])
    }).pipe(Effect.provide(layer))
  })

  it.effect("or when its header says, sooner or later", () => {
    const { layer } = project(() => tooMany({ "retry-after": "5" }))
    return Effect.gen(function* () {
      const failure = yield* ending(Effect.flip(hit))
      assert.deepStrictEqual(
        attemptsOf(failure).map(([at]) => at),
        [0, 5_000, 10_000]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("a policy can change it", () => {
    const { layer, sent } = project(() => tooMany())
    return Effect.gen(function* () {
      yield* ending(Effect.flip(Policy.override({ limited: Policy.never })(hit)))
      assert.strictEqual(sent.length, 1)
    }).pipe(Effect.provide(layer))
  })

  it.effect("each one is an alert in the journal", () => {
    const entries: Array<Journal.Entry> = []
    let calls = 0
    const { layer } = project(() => (calls++ === 0 ? tooMany() : done))
    return Effect.gen(function* () {
      yield* ending(hit)
      assert.deepStrictEqual(
        entries.map(({ level, tag }) => [level, tag]),
        [["Error", tag]]
      )
    }).pipe(Effect.provide(layer), Effect.provideService(Journal.Current, Journal.into(entries)))
  })

  it.effect("and loses no event of a batch", () => {
    let calls = 0
    const { layer, sent } = project(() => (calls++ < 5 ? tooMany() : done))
    const events = Array.from({ length: 1_000 }, (_, n) => ({ userId: `u${n}`, event: "order" }))
    return Effect.gen(function* () {
      const outcomes = yield* ending(Stream.runCollect(Xtremepush.hitEvents.many(events)))
      assert.deepStrictEqual(
        [outcomes.length, [...new Set(outcomes.map(({ outcome }) => outcome))], sent.length],
        [1_000, ["accepted"], 6]
      )
    }).pipe(Effect.provide(layer))
  })
})

it.effect("a gateway's page under any 4XX or 5XX keeps its words", () => {
  const { layer } = project(() => make(403, {}, "<html><h1>Blocked by the firewall</h1></html>"))
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Xtremepush.infoTask({ id: 7 }))
    assert.strictEqual(failure._tag, "Xtremepush.Forbidden")
    assert.include(failure.message, "Blocked by the firewall")
  }).pipe(Effect.provide(layer))
})
