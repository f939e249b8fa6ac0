/** When a call has its turn: in its place, for its key, in both queues of its class, and never past its deadline. */
import { assert, it } from "@effect/vitest"
import { Clock, Duration, Effect, Fiber, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Reserve from "../../src/pipeline/Reserve.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Limit from "../../src/policy/Limit.ts"
import * as Shop from "../shop/shop.ts"

const one = { inFlight: { start: 1, least: 1, most: 1 } }
const minute: Limit.Quota = { name: "minute", limit: 1, per: "1 minute", scope: "a shop", source: "made up" }

const vendor = define({
  ...Shop.vendor,
  quotas: {
    default: { quotas: [] },
    keyed: { quotas: [{ ...minute, each: "key" }] },
    narrow: { quotas: [minute], within: "default" }
  }
})
const operation = operations<Shop.Always>()(Shop.ShopApi, vendor)
const facts = { method: "GET", path: "/send/{to}", output: Schema.Unknown, idempotent: true } as const
const To = Schema.Struct({ to: Schema.String })
const send = operation("send", () => ({ ...facts, input: To, quota: "narrow" }))
const sendKeyed = operation("sendKeyed", () => ({ ...facts, input: To, quota: "keyed" }))
const sendEach = operation("sendEach", () => ({
  ...facts,
  input: To,
  quota: "keyed",
  quotaKey: ({ to }: typeof To.Type) => to
}))

/** A shop that notes what is asked of it, and when. */
const shop = (options: Layers.Options = {}, took: Duration.Input = 0) => {
  const seen: Array<string> = []
  const wire = Shop.transport((_method, { pathname }) =>
    Effect.gen(function* () {
      seen.push(`${pathname.split("/").at(-1)} ${(yield* Clock.currentTimeMillis) / 1_000}`)
      yield* Effect.sleep(took)
      return pathname.endsWith("closed") && seen.length === 1 ? forge(Shop.Closed, {}) : Shop.order(1)
    })
  )
  const layer = Layers.layerNoTransport(Shop.ShopApi, vendor, { auth: Auth.none }, options)
  return { seen, layer: Layer.provide(layer, wire.layer) }
}

/** Starts the calls one after another, and lets them all end. */
const inTurn = <E, R>(...calls: ReadonlyArray<Effect.Effect<unknown, E, R>>) =>
  Effect.gen(function* () {
    const fibers = yield* Effect.forEach(calls, (call) =>
      Effect.tap(Effect.forkChild(call), () => TestClock.adjust("100 millis"))
    )
    yield* TestClock.adjust("10 minutes")
    yield* Effect.forEach(fibers, Fiber.join)
  })

it.effect("a call that is sent again returns to its place, before those that came after it", () => {
  const { layer, seen } = shop({ limit: one, budget: { reserve: 1 } }, "3 seconds")
  return Effect.gen(function* () {
    yield* inTurn(...["closed", "b", "c", "d"].map((id) => Shop.getOrder({ id })))
    assert.deepStrictEqual(
      seen.map((one) => one.split(" ")[0]),
      ["closed", "b", "closed", "c", "d"]
    )
  }).pipe(Effect.provide(layer))
})

it.effect(
  "a call that cannot have its turn before its deadline is refused at once, and told when it could",
  () => {
    const { layer, seen } = shop()
    return Effect.gen(function* () {
      yield* send({ to: "a" })
      const failure = yield* Effect.flip(Deadline.within(send({ to: "b" }), "10 seconds"))
      assert.deepStrictEqual([failure._tag, failure.delivery, seen], ["OutOfTime", "NotSent", ["a 0"]])
      if (failure._tag === "OutOfTime")
        assert.isAbove(Duration.toMillis(failure.readyIn ?? Duration.zero), 55_000)
    }).pipe(Effect.provide(layer))
  }
)

it.effect("a limit that counts for each key counts by the input, else by the key that the caller set", () => {
  const { layer, seen } = shop()
  return Effect.gen(function* () {
    yield* inTurn(sendEach({ to: "a" }), sendEach({ to: "b" }), sendEach({ to: "a" }))
    assert.deepStrictEqual(
      seen.map((one) => one.split(" ")).map(([to, at]) => [to, Number(at) > 50]),
      [
        ["a", false],
        ["b", false],
        ["a", true]
      ]
    )
    const from = seen.length
    const now = (yield* Clock.currentTimeMillis) / 1_000
    const keyed = (to: string, key: string) => Limit.forKey(sendKeyed({ to }), key)
    yield* inTurn(keyed("1", "x"), keyed("2", "y"), keyed("3", "x"))
    assert.deepStrictEqual(
      seen
        .slice(from)
        .map((one) => one.split(" "))
        .map(([to, at]) => [to, Number(at) > now + 50]),
      [
        ["1", false],
        ["2", false],
        ["3", true]
      ]
    )
  }).pipe(Effect.provide(layer))
})

it.effect("a call that waits in the queue of its own class holds no place in the wider one", () => {
  const { layer, seen } = shop({ limit: one }, "1 second")
  return Effect.gen(function* () {
    yield* inTurn(send({ to: "a" }), send({ to: "b" }), Shop.getOrder({ id: "c" }))
    const [first, second, third] = seen
    assert.deepStrictEqual([first, second], ["a 0", "c 1"])
    assert.match(third ?? "", /^b (59|60)/)
  }).pipe(Effect.provide(layer))
})

it.effect("calls of a narrower class wait in the wider one with all others", () => {
  const { layer, seen } = shop({ limit: one }, "1 second")
  return Effect.gen(function* () {
    yield* inTurn(Shop.getOrder({ id: "a" }), send({ to: "b" }), Shop.getOrder({ id: "c" }))
    assert.deepStrictEqual(seen, ["a 0", "b 1", "c 2"])
  }).pipe(Effect.provide(layer))
})

it.effect("a reserved place is for the operation that it was reserved for", () =>
  Effect.gen(function* () {
    const limit = yield* Limit.make({ inFlight: { start: 1, least: 1, most: 1 } })
    const wire = Shop.transport(() => Shop.order(1))
    const waiting = Effect.scoped(
      Effect.gen(function* () {
        const permit = yield* Reserve.reserve(Shop.getOrder, { id: "a" })
        const other = Reserve.using(permit)(Shop.placeOrder({ article: "tea", count: 1 }))
        const fiber = yield* Effect.forkChild(other)
        yield* TestClock.adjust("1 second")
        assert.strictEqual(wire.requests.length, 0)
        return fiber
      })
    )
    yield* Effect.gen(function* () {
      const fiber = yield* waiting
      yield* TestClock.adjust("1 second")
      yield* Fiber.join(fiber)
      assert.strictEqual(wire.requests.length, 1)
    }).pipe(Effect.provide(Shop.layer(wire.layer, { limit })))
  })
)
