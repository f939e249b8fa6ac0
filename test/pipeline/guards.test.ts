/** Budget, breaker, queue, hedge and deadline at work in the pipeline of a vendor's layer. */
import { assert, it } from "@effect/vitest"
import { Clock, Duration, Effect, Exit, Fiber, Layer, Ref } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import * as Breaker from "../../src/policy/Breaker.ts"
import * as Budget from "../../src/policy/Budget.ts"
import * as Hedge from "../../src/policy/Hedge.ts"
import * as Limit from "../../src/policy/Limit.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as LateAnswers from "../../src/pipeline/LateAnswers.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Reserve from "../../src/pipeline/Reserve.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Retry from "../../src/policy/Retry.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"

it("has its stages in this order", () => {
  assert.deepStrictEqual(
    Pipeline.stages().map(({ name }) => name),
    [
      "observe",
      "encode",
      "deadline",
      "split",
      "retry",
      "journal",
      "auth",
      "hedge",
      "budget",
      "breaker",
      "queue",
      "timeout",
      "wire"
    ]
  )
  for (const { does, because } of Pipeline.stages()) assert.isTrue(does !== "" && because !== "")
})

it.effect("stops retries when the budget is spent, and says what was not retried", () => {
  const wire = Shop.transport(() => forge(Shop.Closed, {}))
  return Effect.gen(function* () {
    const calls = yield* Effect.forkChild(
      Effect.forEach(Array.from({ length: 30 }), () => Effect.flip(Shop.getOrder({ id: "a" })), {
        concurrency: "unbounded"
      })
    )
    yield* TestClock.adjust("1 minute")
    const failures = yield* Fiber.join(calls)
    const spent = failures.filter(({ _tag }) => _tag === "BudgetSpent")
    assert.isAbove(spent.length, 0)
    assert.include(spent[0]?.message ?? "", "It failed with Shop.Closed")
    assert.isBelow(wire.requests.length, 30 * 4)
  }).pipe(
    Effect.provide(
      Shop.layer(wire.layer, {
        budget: { share: 0, reserve: 0.2 },
        pipeline: Pipeline.without("queue", "breaker")
      })
    )
  )
})

it.effect("opens the circuit after failures that last, refuses at once, and says when to come again", () => {
  const wire = Shop.transport(() => forge(Shop.Closed, {}))
  return Effect.gen(function* () {
    for (let turn = 0; turn < 3; turn++) {
      yield* Effect.flip(Policy.once(Shop.getOrder({ id: "a" })))
      yield* TestClock.adjust("1 second")
    }
    const sent = wire.requests.length
    const refused = yield* Effect.flip(Shop.getOrder({ id: "a" }))
    assert.deepStrictEqual(
      [refused._tag, refused.delivery, refused.operation, wire.requests.length],
      ["CircuitOpen", "NotSent", "Shop.getOrder", sent]
    )
    if (refused._tag === "CircuitOpen") assert.isAbove(Duration.toMillis(refused.retryAfter), 0)
  }).pipe(
    Effect.provide(
      Shop.layer(wire.layer, {
        breaker: { failures: 2, patience: "1 millis", openDuration: "1 minute" },
        pipeline: Pipeline.without("queue")
      })
    )
  )
})

it.effect("does not count a refusal for now, nor a refusal of the input, against the vendor", () => {
  const answers = [
    forge(Shop.TooMany, {}),
    forge(Shop.BadRequest, {}),
    forge(Shop.SoldOut, { article: "tea" })
  ]
  const wire = Shop.transport(() => answers[wire.requests.length % 3]!)
  return Effect.gen(function* () {
    for (let turn = 0; turn < 12; turn++) {
      const failure = yield* Effect.flip(Policy.once(Shop.placeOrder({ article: "tea", count: 1 })))
      assert.notStrictEqual(failure._tag, "CircuitOpen")
      yield* TestClock.adjust("1 second")
    }
  }).pipe(
    Effect.provide(
      Shop.layer(wire.layer, {
        breaker: { failures: 2, patience: "1 millis" },
        pipeline: Pipeline.without("queue")
      })
    )
  )
})

it.effect("holds back every caller of a quota after one refusal", () => {
  const times: Array<number> = []
  const wire = Shop.transport(() =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      times.push(now)
      return times.length === 1 ? forge(Shop.TooMany, { retryAfter: Duration.seconds(20) }) : Shop.order(1)
    })
  )
  return Effect.gen(function* () {
    const first = yield* Effect.forkChild(Shop.getOrder({ id: "a" }))
    yield* TestClock.adjust("1 second")
    const others = yield* Effect.forkChild(
      Effect.forEach(["b", "c", "d"], (id) => Shop.getOrder({ id }), { concurrency: "unbounded" })
    )
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(first)
    yield* Fiber.join(others)
    assert.deepStrictEqual(
      times.slice(1).filter((time) => time < 20_000),
      []
    )
    assert.strictEqual(times.length, 5)
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("hedges a slow read where the layer says so, and never a write", () => {
  let slow = false
  const wire = Shop.transport(() =>
    Effect.as(Effect.sleep(slow && wire.requests.length % 2 === 1 ? "5 seconds" : "20 millis"), Shop.order(1))
  )
  return Effect.gen(function* () {
    for (let turn = 0; turn < 20; turn++) {
      const fiber = yield* Effect.forkChild(Shop.getOrder({ id: "a" }))
      yield* TestClock.adjust("50 millis")
      yield* Fiber.join(fiber)
    }
    slow = true
    const before = wire.requests.length
    const read = yield* Effect.forkChild(Shop.getOrder({ id: "a" }))
    yield* TestClock.adjust("100 millis")
    yield* Fiber.join(read)
    assert.strictEqual(wire.requests.length, before + 2)
    const write = yield* Effect.forkChild(Shop.placeOrder({ article: "tea", count: 1 }))
    yield* TestClock.adjust("10 seconds")
    yield* Fiber.join(write)
    assert.strictEqual(wire.requests.length, before + 3)
  }).pipe(Effect.provide(Shop.layer(wire.layer, { hedge: true })))
})

it.effect("ends a call and all that it calls by the earliest deadline around it", () => {
  const wire = Shop.transport(() => Effect.never)
  return Effect.gen(function* () {
    const ended = yield* Ref.make(0)
    const call = Shop.getOrder({ id: "a" }).pipe(
      Effect.flip,
      Effect.tap(() => Effect.flatMap(Clock.currentTimeMillis, (now) => Ref.set(ended, now))),
      Deadline.within("1 hour"),
      Deadline.within("3 seconds")
    )
    const fiber = yield* Effect.forkChild(call)
    yield* TestClock.adjust("1 hour")
    const failure = yield* Fiber.join(fiber)
    assert.deepStrictEqual([failure._tag, yield* Ref.get(ended)], ["NoAnswer", 3_000])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("starts no attempt that could not end in time", () => {
  const wire = Shop.transport(() => fromJson(503, {}, {}))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(
      Shop.getOrder({ id: "a" }).pipe(Effect.flip, Deadline.within("2500 millis"))
    )
    yield* TestClock.adjust("1 hour")
    assert.deepStrictEqual(
      (yield* Fiber.join(fiber)).attempts.map(({ at }) => at.epochMilliseconds),
      [0, 1_000]
    )
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("retries what may be done twice only where the layer says so", () => {
  const wire = Shop.transport(() => (wire.requests.length % 2 === 1 ? forge(Shop.Broken, {}) : Shop.order(1)))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Shop.placeOrder({ article: "tea", count: 1 }))
    yield* TestClock.adjust("1 minute")
    assert.strictEqual((yield* Fiber.join(fiber)).count, 1)
    assert.strictEqual(wire.requests.length, 2)
  }).pipe(Effect.provide(Shop.layer(wire.layer, { assumeIdempotent: true })))
})

it.effect("reports an attempt that may have been applied, whatever ended the call", () => {
  const wire = Shop.transport(() =>
    wire.requests.length === 1 ? forge(Shop.Broken, {}) : forge(Shop.BadRequest, {})
  )
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(
      Effect.flip(Retry.assumeIdempotent(Shop.placeOrder({ article: "tea", count: 1 })))
    )
    yield* TestClock.adjust("1 minute")
    const failure = yield* Fiber.join(fiber)
    assert.deepStrictEqual([failure._tag, failure.delivery], ["Shop.BadRequest", "Unknown"])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it.effect("lets a stage of the pipeline be replaced", () => {
  const seen: Array<string> = []
  const wire = Shop.transport(() => Shop.order(1))
  const journal: Pipeline.AttemptStage<"journal"> = {
    of: "attempt",
    name: "journal",
    does: "notes each attempt",
    because: "Where the usual one stands.",
    around:
      ({ contract }, next) =>
      (attempt) =>
        Effect.andThen(
          Effect.sync(() => void seen.push(contract.operation.tag)),
          next(attempt)
        )
  }
  return Effect.gen(function* () {
    yield* Shop.getOrder({ id: "a" })
    assert.deepStrictEqual(seen, ["Shop.getOrder"])
  }).pipe(Effect.provide(Shop.layer(wire.layer, { pipeline: Pipeline.replace(journal) })))
})

it.effect("lets a stage of one's own be added, and others be left out", () => {
  const seen: Array<string> = []
  const wire = Shop.transport(() => Shop.order(1))
  const note = (name: string): Pipeline.CallStage<string> => ({
    of: "call",
    name,
    around: (_, next) => (call) =>
      Effect.andThen(
        Effect.sync(() => void seen.push(name)),
        next(call)
      )
  })
  const pipeline = (documented: Pipeline.Pipeline) =>
    Pipeline.insert(note("first"), { before: "observe" })(
      Pipeline.insert(note("second"), { after: "encode" })(Pipeline.without("queue", "deadline")(documented))
    )
  return Effect.gen(function* () {
    assert.deepStrictEqual(
      Pipeline.stages(pipeline(Pipeline.documented)).map(({ name }) => name),
      [
        "first",
        "observe",
        "encode",
        "second",
        "split",
        "retry",
        "journal",
        "auth",
        "hedge",
        "budget",
        "breaker",
        "timeout",
        "wire"
      ]
    )
    yield* Shop.getOrder({ id: "a" })
    assert.deepStrictEqual(seen, ["first", "second"])
  }).pipe(Effect.provide(Shop.layer(wire.layer, { pipeline })))
})

it("says which stage it cannot find", () => {
  const bare = Pipeline.without("queue")(Pipeline.documented)
  const stage: Pipeline.AttemptStage = { of: "attempt", name: "mine", around: (_, next) => next }
  assert.throws(() => Pipeline.insert(stage, { before: "queue" })(bare), /no stage queue to put mine beside/)
})

it.effect("takes a ready limit, budget, breaker and hedge", () =>
  Effect.gen(function* () {
    const limit = yield* Limit.make({ inFlight: { start: 1, least: 1, most: 1 } })
    const [budget, breaker, hedge] = [yield* Budget.make(), yield* Breaker.make(), yield* Hedge.make()]
    const wire = Shop.transport(() => Effect.as(Effect.sleep("1 second"), Shop.order(1)))
    const both = Effect.all([Shop.getOrder({ id: "a" }), Shop.getOrder({ id: "b" })], { concurrency: 2 })
    const fiber = yield* Effect.forkChild(
      Effect.provide(both, Shop.layer(wire.layer, { limit, budget, breaker, hedge }))
    )
    yield* TestClock.adjust("500 millis")
    const { inFlight, waiting } = yield* limit.standing
    assert.deepStrictEqual([inFlight, waiting, wire.requests.length], [1, 1, 1])
    yield* TestClock.adjust("10 seconds")
    yield* Fiber.join(fiber)
    assert.isAbove(yield* budget.balance, 9)
  }).pipe(Effect.scoped)
)

it.effect("sends at once with a place that was reserved, and gives back one that is not used", () =>
  Effect.gen(function* () {
    const limit = yield* Limit.make({ inFlight: { start: 1, least: 1, most: 1 } })
    const wire = Shop.transport(() => Shop.order(1))
    const intents: Array<string> = []
    const one = Effect.scoped(
      Effect.gen(function* () {
        const permit = yield* Reserve.reserve(Shop.getOrder, { id: "a" })
        intents.push(`intent ${wire.requests.length}`)
        return yield* Reserve.using(permit)(Shop.getOrder({ id: "a" }))
      })
    )
    const unused = Effect.scoped(Reserve.reserve(Shop.getOrder, { id: "a" }))
    yield* Effect.provide(Effect.andThen(unused, Effect.andThen(one, one)), Shop.layer(wire.layer, { limit }))
    assert.deepStrictEqual(intents, ["intent 0", "intent 1"])
    assert.strictEqual((yield* limit.standing).inFlight, 0)
  })
)

it.effect("lets whoever listens hear an answer that comes after its attempt was given up", () => {
  const wire = Shop.transport(() => Effect.as(Effect.sleep("12 seconds"), Shop.order(7)))
  const late: Array<LateAnswers.Late> = []
  const listener: LateAnswers.Listener = {
    listen: (one) => Effect.sync(() => void late.push(one)),
    within: Duration.seconds(30)
  }
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(Shop.placeOrder({ article: "tea", count: 1 })))
    yield* TestClock.adjust("11 seconds")
    assert.strictEqual((yield* Fiber.join(fiber))._tag, "DeliveryUnknown")
    assert.strictEqual(late.length, 0)
    yield* TestClock.adjust("2 seconds")
    assert.deepStrictEqual(
      late.map(({ exit, operation }) => [operation, Exit.isSuccess(exit)]),
      [["Shop.placeOrder", true]]
    )
  }).pipe(Effect.provideService(LateAnswers.LateAnswers, listener), Effect.provide(Shop.layer(wire.layer)))
})

it.effect("refuses options that cannot be meant, naming them, when the layer is built", () => {
  const wire = Shop.transport(() => Shop.order(1))
  const wrong: ReadonlyArray<readonly [options: Layers.Options, setting: string]> = [
    [{ budget: { share: -1 } }, "share"],
    [{ hedge: { percentile: 2 } }, "percentile"],
    [{ breaker: { failures: 0 } }, "failures"],
    [{ limit: { waiting: 0 } }, "waiting"],
    [{ policy: { attemptTimeout: Duration.zero } }, "attemptTimeout"]
  ]
  return Effect.forEach(wrong, ([options, setting]) =>
    Effect.gen(function* () {
      const built = Layers.layerNoTransport(Shop.ShopApi, Shop.vendor, { auth: Auth.none }, options)
      const failure = yield* Effect.flip(Effect.scoped(Layer.build(Layer.provide(built, wire.layer))))
      assert.deepStrictEqual([failure._tag, failure.setting], ["Misconfigured", setting])
    })
  )
})
