import { assert, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import type { AnyFailure } from "../../../src/contract/Failure.ts"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import { done, project } from "./project.ts"

it("has a class of its own for each resource, and no figure, for Xtremepush publishes none", () => {
  assert.deepStrictEqual(Xtremepush.vendor.quotas, {
    campaign: { quotas: [] },
    location: { quotas: [] },
    profile: { quotas: [] },
    segment: { quotas: [] },
    list: { quotas: [] },
    event: { quotas: [] },
    tag: { quotas: [] },
    push: { quotas: [] },
    task: { quotas: [] },
    otp: { quotas: [] }
  })
})

it("gives every operation the class of its resource", () => {
  const classes = Object.values(Xtremepush).flatMap((one) =>
    typeof one === "function" && "spec" in one ? [[one.spec.path.split("/").at(-1), one.spec.quota]] : []
  )
  assert.strictEqual(classes.length, 13)
  for (const [resource, quota] of classes) assert.strictEqual(quota, resource)
})

const hit = Xtremepush.hitEvent({ userId: "u1", event: "order" })
const read = Xtremepush.infoCampaign({ id: 7 })

/** The failure of a call after all its waits. */
const ending = <A, E extends AnyFailure, R>(call: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(call))
    yield* TestClock.adjust("10 minutes")
    return yield* Fiber.join(fiber)
  })

it.effect("lets the other resources work while one is broken", () => {
  const model = { code: 200, success: true, model: { id: 7 } }
  const { layer } = project(
    ({ method }) => (method === "hit/event" ? make(500, {}, "") : fromJson(200, {}, model)),
    { breaker: {} }
  )
  return Effect.gen(function* () {
    let last = ""
    for (let calls = 0; calls < 60 && last !== "CircuitOpen"; calls++) {
      yield* TestClock.adjust("1 second")
      const fiber = yield* Effect.forkChild(Effect.flip(hit))
      yield* TestClock.adjust("100 millis")
      last = (yield* Fiber.join(fiber))._tag
    }
    assert.strictEqual(last, "CircuitOpen")
    assert.strictEqual((yield* read).id, 7)
  }).pipe(Effect.provide(layer))
})

it.effect("lets the other resources work while one is silent", () => {
  const { layer, sent } = project(({ method }) =>
    method === "import/profile" ? Effect.never : Effect.succeed(done)
  )
  return Effect.gen(function* () {
    const profiles = Xtremepush.importProfiles({ columns: ["user_id"], rows: [["u1"]] })
    for (let calls = 0; calls < 200; calls++) yield* Effect.forkChild(Effect.exit(profiles))
    yield* TestClock.adjust("10 seconds")
    const before = sent.length
    yield* hit
    assert.strictEqual(sent.length, before + 1)
    assert.isBelow(before, 200)
  }).pipe(Effect.provide(layer))
})

it.effect(
  "asks again twice after a 429, when its header says, and holds no other resource back for it",
  () => {
    const limited = fromJson(429, { "retry-after": "60" }, { code: 429, success: false, message: "" })
    const { layer, sent } = project(({ method }) => (method === "hit/event" ? limited : done))
    return Effect.gen(function* () {
      const failure = yield* ending(hit)
      assert.deepStrictEqual([failure._tag, failure.delivery], ["Xtremepush.RateLimited", "Refused"])
      assert.strictEqual(sent.length, 3)
      yield* Effect.forkChild(Effect.exit(hit))
      yield* Xtremepush.deleteCampaign({ id: 7 })
      assert.deepStrictEqual(sent.at(-1)?.method, "delete/campaign")
    }).pipe(Effect.provide(layer))
  }
)
