import { assert, it } from "@effect/vitest"
import { Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Retry from "../../src/policy/Retry.ts"
import * as Shop from "../shop/shop.ts"

const same = <A>(value: A, times = 20) => Array.from({ length: times }, () => value)

it("simulates the waits of a policy without running anything", () => {
  const { advice: policy } = Shop.vendor
  assert.deepStrictEqual(Retry.simulate(policy, same(new Shop.Closed())), [1000, 2000, 4000])
  assert.deepStrictEqual(Retry.simulate(policy, same(new Shop.Broken()), { idempotent: false }), [])
  assert.deepStrictEqual(
    Retry.simulate(policy, same(new Shop.Broken()), { idempotent: true }),
    [1000, 2000, 4000]
  )
  assert.deepStrictEqual(
    Retry.simulate(policy, same(new Shop.TooMany({ retryAfter: Duration.seconds(2) }))),
    [2000, 3000, 9000]
  )
  assert.deepStrictEqual(Retry.simulate(policy, same(new Shop.TokenExpired())), [0])
  assert.deepStrictEqual(Retry.simulate(policy, same(new Shop.SoldOut({ article: "tea" }))), [])
})

it("starts no attempt past the deadline, and gives up at once on a wait that goes past it", () => {
  const policy = { ...Shop.vendor.advice, deadline: Duration.seconds(5) }
  assert.deepStrictEqual(Retry.simulate(policy, same(new Shop.Closed())), [1000, 2000])
  assert.deepStrictEqual(
    Retry.simulate(policy, same(new Shop.TooMany({ retryAfter: Duration.minutes(10) }))),
    []
  )
})

it("scales waits, but not the vendor's own times", () => {
  const policy = Policy.scale(Shop.vendor.advice, 0.001)
  assert.deepStrictEqual(Retry.simulate(policy, same(new Shop.Closed())), [1, 2, 4])
  assert.deepStrictEqual(
    Retry.simulate(policy, same(new Shop.TooMany({ retryAfter: Duration.seconds(2) }))),
    [2000, 2000, 2000]
  )
})

it("makes waits one after another", () => {
  const policy = Policy.make({ passing: Policy.waits("0 seconds", "30 seconds"), jitter: "none" })
  assert.deepStrictEqual(Retry.simulate(policy, same(new Shop.Closed())), [0, 30_000])
})

it.effect("overrides the policy for the calls inside an effect", () => {
  const wire = Shop.transport(() => forge(Shop.Closed, {}))
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Policy.once(Shop.getOrder({ id: "a" })))
    assert.strictEqual(failure.attempts.length, 1)
    const fiber = yield* Effect.forkChild(
      Effect.flip(Shop.getOrder({ id: "a" }).pipe(Policy.override({ passing: Policy.waits("1 minute") })))
    )
    yield* TestClock.adjust("1 minute")
    assert.deepStrictEqual(
      (yield* Fiber.join(fiber)).attempts.map(({ waited }) => waited),
      [60_000, undefined]
    )
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})

it("plans for a vendor that is down: how long a call waits", () => {
  const outage = (more: Partial<Policy.Policy>) => {
    const policy = { ...Shop.vendor.advice, ...more }
    return Duration.toSeconds(Policy.plan(Shop.getOrder, { policy, failures: Shop.always }).outage)
  }
  assert.deepStrictEqual(
    [
      outage({}),
      outage({ failFast: false }),
      outage({ failFast: true }),
      outage({ failFast: Duration.seconds(20) }),
      outage({ failFast: Duration.hours(1) })
    ],
    [300, 300, 0, 20, 300]
  )
})

it("plans the worst case before anything runs, and warns where layers multiply", () => {
  const plan = Policy.plan(Shop.getOrder, {
    policy: Shop.vendor.advice,
    failures: Shop.always,
    around: 3,
    budget: 0.1
  })
  assert.deepStrictEqual(
    [plan.attempts, plan.amplification, plan.budgeted, Duration.toSeconds(plan.wall)],
    [4, 12, 1.1 * 3, 3 * (1 + 3 + 9 + 40)]
  )
  assert.match(plan.warnings.join(), /3 attempts around the call × 4 inside it are 12 requests/)
  const write = Policy.plan(Shop.placeOrder, { policy: Shop.vendor.advice, failures: [Shop.Broken] })
  assert.deepStrictEqual(
    write.timelines.map(({ attempts, tag }) => [tag, attempts.length]),
    [
      ["Shop.Broken", 1],
      ["NotSent", 4],
      ["DeliveryUnknown", 1]
    ]
  )
})

it.effect("the outermost override is applied first, in either form", () =>
  Effect.gen(function* () {
    const seen = Effect.map(Effect.service(Policy.Change), (change) =>
      change(Policy.make({ source: "layer" }))
    )
    const doubled = (policy: Policy.Policy) => ({ ...policy, deadline: Duration.times(policy.deadline, 2) })
    const policy = yield* seen.pipe(
      Policy.override(doubled),
      Policy.override({ deadline: Duration.seconds(5), source: "outer" })
    )
    assert.deepStrictEqual([Duration.toSeconds(policy.deadline), policy.source], [10, "outer"])
    const same = yield* Policy.override(Policy.override(seen, doubled), {
      deadline: Duration.seconds(5),
      source: "outer"
    })
    assert.deepStrictEqual([Duration.toSeconds(same.deadline), same.source], [10, "outer"])
    assert.strictEqual((yield* Policy.once(seen)).passing, Policy.never)
    assert.strictEqual((yield* seen).source, "layer")
  })
)

it("scales in either form", () => {
  const policy = Policy.make({ passing: Policy.waits("1 second", "10 seconds") })
  const closed = same(new Shop.Closed())
  assert.deepStrictEqual(Retry.simulate(Policy.scale(policy, 2), closed), [2000, 20_000])
  assert.deepStrictEqual(Retry.simulate(Policy.scale(2)(policy), closed), [2000, 20_000])
})

it("plans for the idempotency that is given, and says where assuming it may do a call twice", () => {
  const attempts = (options: Partial<Policy.PlanOptions>) =>
    Policy.plan(Shop.placeOrder, { policy: Shop.vendor.advice, failures: [Shop.Broken], ...options })
  assert.strictEqual(attempts({ idempotent: true }).attempts, 4)
  assert.deepStrictEqual(
    attempts({ idempotent: true }).timelines.map(({ tag }) => tag),
    ["Shop.Broken", "NotSent", "NoAnswer"]
  )
  const assumed = attempts({ assumeIdempotent: true })
  assert.match(assumed.warnings.join(), /may be carried out twice/)
  assert.strictEqual(assumed.timelines[0]?.attempts.length, 4)
})
