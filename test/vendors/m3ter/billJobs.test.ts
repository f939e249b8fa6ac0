/** The 429 of a new bill job: ten are running, and no more may. It means minutes, and concerns no other call. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { recognize } from "../../../src/contract/Catalogue.ts"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as Simulator from "../../../src/testing/Simulator.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import * as BillJobs from "../../../src/vendors/m3ter/surface/billJobs.ts"
import { attemptsOf, ended, m3ter } from "./m3ter.ts"

const refused = make(429, {}, "")
const job = fromJson(200, {}, { id: "j1", status: "PENDING" })

describe("a 429 of a new bill job", () => {
  it.effect.each([
    ["without a word", make(429, {}, "")],
    ["in words", fromJson(429, {}, { message: "Too many BillJobs running" })],
    ["in the words of any limit", fromJson(429, {}, { message: "Too Many Requests" })],
    ["of a gateway", make(429, { "content-type": "text/html" }, "<html>429</html>")]
  ] as const)("%s means that ten are running", ([, answer]) => {
    const { layer } = m3ter([answer])
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.createBillJob({})))
      assert.deepStrictEqual(
        [failure._tag, failure.category, failure.delivery],
        ["M3ter.TooManyBillJobs", "rate-limited", "Refused"]
      )
      assert.include(failure.message, "no job was started")
      assert.include(failure.message, "`cancelBillJob` stops one")
    }).pipe(Effect.provide(layer))
  })

  it.effect("is tried once a minute, and given up within the five minutes of the call", () => {
    const { layer } = m3ter([refused])
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.createBillJob({})))
      const attempts = attemptsOf(failure.attempts)
      const waits = attempts.flatMap(([, , waited]) => (typeof waited === "number" ? [waited] : []))
      assert.isAtLeast(waits.length, 3)
      for (const wait of waits) assert.isAtLeast(wait, 60)
      for (const wait of waits) assert.isAtMost(wait, 90)
      assert.isAtMost(Number(attempts.at(-1)?.[0]), 300)
    }).pipe(Effect.provide(layer))
  })

  it.effect("passes once a job has ended, and is never tried sooner than a header says", () => {
    const { layer, sent } = m3ter([make(429, { "retry-after": "120" }, ""), job])
    return Effect.gen(function* () {
      const call = yield* Effect.forkChild(M3ter.createBillJob({}))
      yield* TestClock.adjust("119 seconds")
      assert.lengthOf(sent, 1)
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual((yield* Fiber.join(call)).id, "j1")
    }).pipe(Effect.provide(layer))
  })
})

describe("any other 429", () => {
  const others: ReadonlyArray<
    readonly [string, Effect.Effect<unknown, { readonly _tag: string }, M3ter.M3terApi>]
  > = [
    ["getBillJob", M3ter.getBillJob({ id: "j1" })],
    ["recalculateBillJob", BillJobs.recalculateBillJob({ billIds: ["b1"] })],
    ["createProduct", M3ter.createProduct({ name: "n", code: "c" })]
  ]
  it.effect.each(others)("is the limit on requests: %s", ([, call]) => {
    const { layer } = m3ter([refused])
    return Effect.gen(function* () {
      assert.strictEqual((yield* ended(Effect.flip(call)))._tag, "M3ter.RateLimited")
    }).pipe(Effect.provide(layer))
  })

  it("is the limit on requests where nobody knows what was called", () => {
    assert.strictEqual(recognize(M3ter.failures, refused)?._tag, "M3ter.RateLimited")
  })
})

const { apiKey, apiSecret, orgId } = M3ter.simulator.credentials
const simulated = (options: Simulator.Options = {}) =>
  Layer.provideMerge(
    Layer.orDie(
      M3ter.layerNoTransport({ apiKey: Redacted.make(apiKey), apiSecret: Redacted.make(apiSecret), orgId })
    ),
    Simulator.layer(M3ter.simulator, options)
  )

it.effect("the simulated m3ter refuses the eleventh job so, and a script can", () =>
  Effect.gen(function* () {
    const tries = Effect.forEach(Array.from({ length: 11 }), () => M3ter.createBillJob({}))
    const first = yield* Effect.provide(Effect.timeoutOption(tries, "30 seconds"), simulated()).pipe(
      Effect.forkChild
    )
    yield* TestClock.adjust("1 minute")
    assert.strictEqual((yield* Fiber.join(first))._tag, "None")
    const script = [{ on: "M3ter.createBillJob", fault: "failure", tag: "M3ter.TooManyBillJobs" }] as const
    const failure = yield* ended(Effect.provide(Effect.flip(M3ter.createBillJob({})), simulated({ script })))
    assert.strictEqual(failure._tag, "M3ter.TooManyBillJobs")
  })
)
