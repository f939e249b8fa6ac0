import { assert, describe, it } from "@effect/vitest"
import { Clock, DateTime, Duration, Effect, Fiber, Random, Schedule } from "effect"
import { TestClock } from "effect/testing"
import { CircuitOpen, DeliveryUnknown, NoAnswer, NotSent, Unreadable } from "../../src/contract/Common.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Retry from "../../src/policy/Retry.ts"
import * as Shop from "../shop/shop.ts"

const policy = Policy.make({
  passing: Policy.waits("1 second", "2 seconds"),
  limited: Policy.waits("1 second", "10 seconds"),
  jitter: "none"
})
const idempotent = { idempotent: true }

const fault = new NotSent({ reason: "refused" })
const called = { vendor: "Shop", operation: "Shop.placeOrder" } as const
const notBefore = (at: number) => ({
  call: { ...called, delivery: "Refused" as const, notBefore: DateTime.makeUnsafe(at) }
})

/** The decisions about failures that come one after another, each as soon as the wait before is over. */
const decisions = (
  failures: ReadonlyArray<AnyFailure>,
  options: {
    readonly policy?: Policy.Policy
    readonly situation?: Retry.Situation
    readonly now?: number
  } = {}
) =>
  Effect.gen(function* () {
    const { next } = Retry.decider(options.policy ?? policy, options.situation ?? idempotent)
    const waits: Array<Retry.Wait | undefined> = []
    let now = options.now ?? 0
    for (const failure of failures) {
      const wait = yield* next(failure, now)
      waits.push(wait)
      now += wait?.millis ?? 0
    }
    return waits
  })

const decided = (wait: Retry.Wait | undefined): string =>
  wait === undefined ? "stop" : `${wait.millis} ${wait.why}`

const decide = (...args: Parameters<typeof decisions>) =>
  Effect.map(decisions(...args), (waits) => waits.map(decided))

describe("a decider", () => {
  it.effect("waits after a passing fault as the policy says, and stops when its waits are used up", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* decide([fault, fault, fault]), [
        "1000 passing fault",
        "2000 passing fault",
        "stop"
      ])
    })
  )

  it.effect("counts the waits of each kind by themselves", () =>
    Effect.gen(function* () {
      const limited = new Shop.TooMany({})
      assert.deepStrictEqual(yield* decide([fault, limited, fault, limited]), [
        "1000 passing fault",
        "1000 the vendor's time",
        "2000 passing fault",
        "10000 the vendor's time"
      ])
    })
  )

  it.effect("never waits less than the vendor's time, be it a duration or a moment", () =>
    Effect.gen(function* () {
      const now = 1_700_000_000_000
      const after = new Shop.TooMany({ retryAfter: Duration.seconds(4) })
      const at = new Shop.TooMany({ retryAfter: DateTime.makeUnsafe(now + 4000 + 30_000) })
      const past = new Shop.TooMany({ retryAfter: DateTime.makeUnsafe(now - 30_000) })
      assert.deepStrictEqual(yield* decide([after, at], { now }), [
        "4000 the vendor's time",
        "30000 the vendor's time"
      ])
      assert.deepStrictEqual(yield* decide([past], { now }), ["1000 the vendor's time"])
    })
  )

  it.effect("sends nothing before `notBefore`, whatever the failure says about a retry", () =>
    Effect.gen(function* () {
      const now = 1_700_000_000_000
      const later = notBefore(now + 7000)
      const each = [
        new Shop.Closed(later),
        new Shop.Broken({
          call: { ...later.call, delivery: "Unknown" }
        }),
        new Shop.TooMany(later),
        new Shop.TooMany({ ...later, retryAfter: Duration.seconds(9) }),
        new Shop.TokenExpired(later),
        new Shop.BadRequest(later),
        new Shop.Closed(notBefore(now - 7000))
      ]
      const found = yield* Effect.forEach(each, (failure) => decide([failure], { now }))
      assert.deepStrictEqual(found.flat(), [
        "7000 the vendor's time",
        "7000 the vendor's time",
        "7000 the vendor's time",
        "9000 the vendor's time",
        "7000 new credentials",
        "stop",
        "1000 passing fault"
      ])
    })
  )

  it.effect("draws passing waits between nothing and their length, but never below the floor", () =>
    Effect.gen(function* () {
      const full = {
        ...policy,
        passing: Policy.waits(...Array.from({ length: 200 }, () => "1 second" as const))
      }
      const many = Array.from({ length: 200 }, () => fault)
      const drawn = (yield* decisions(many, {
        policy: { ...full, jitter: "full", deadline: Duration.hours(1) }
      })).map((wait) => wait?.millis ?? NaN)
      assert.isTrue(drawn.every((millis) => millis >= 0 && millis <= 1000))
      assert.closeTo(drawn.reduce((sum, millis) => sum + millis, 0) / drawn.length, 500, 60)
      const floored = yield* decisions(
        Array.from({ length: 20 }, () => new Shop.Closed(notBefore(900))),
        { policy: { ...full, jitter: "full" }, now: 0 }
      )
      assert.isAtLeast(floored[0]?.millis ?? 0, 900)
    }).pipe(Random.withSeed("jitter"))
  )

  it.effect("retries what may have been carried out only where the operation is idempotent", () =>
    Effect.gen(function* () {
      const once = { idempotent: false }
      const found = yield* Effect.forEach(
        [
          [new Shop.Broken(), idempotent],
          [new Shop.Broken(), once],
          [new NoAnswer({ reason: "timeout" }), idempotent],
          [new DeliveryUnknown({ reason: "timeout" }), once],
          [new Shop.TooMany({ call: { ...called, delivery: "Unknown" } }), once],
          [new Shop.Closed({ call: { ...called, delivery: "Unknown" } }), once],
          [new Shop.Broken({ call: { ...called, delivery: "Refused" } }), once],
          [new Unreadable({ problem: "no JSON" }), idempotent]
        ] as const,
        ([failure, situation]) => Effect.map(decide([failure], { situation }), ([wait]) => wait !== "stop")
      )
      assert.deepStrictEqual(found, [true, false, true, false, false, false, true, false])
    })
  )

  it.effect("tries new credentials once, and only where they can be renewed", () =>
    Effect.gen(function* () {
      const expired = new Shop.TokenExpired()
      assert.deepStrictEqual(yield* decide([expired, expired]), ["0 new credentials", "stop"])
      const fixed = { idempotent: true, renewable: () => false }
      assert.deepStrictEqual(yield* decide([expired], { situation: fixed }), ["stop"])
    })
  )

  it.effect("stops where the circuit is open: the breaker decides when to try again", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* decide([new CircuitOpen({ retryAfter: Duration.millis(1) })]), ["stop"])
    })
  )

  it.effect("begins no attempt at or past the deadline", () =>
    Effect.gen(function* () {
      const until = (at: number) => decide([fault], { situation: { idempotent: true, until: at }, now: 5000 })
      assert.deepStrictEqual(yield* until(6000), ["stop"])
      assert.deepStrictEqual(yield* until(6001), ["1000 passing fault"])
      const short = { ...policy, deadline: Duration.millis(2500) }
      assert.deepStrictEqual(yield* decide([fault, fault], { policy: short, now: 5000 }), [
        "1000 passing fault",
        "stop"
      ])
    })
  )

  it.effect("starts a schedule only for the first failure that needs it", () =>
    Effect.gen(function* () {
      const started: Array<string> = []
      const counted = (name: string, waits: Policy.Waits): Policy.Waits =>
        Schedule.fromStep(
          Effect.suspend(() => {
            started.push(name)
            return Schedule.toStep(waits)
          })
        )
      const watched = {
        ...policy,
        passing: counted("passing", policy.passing),
        limited: counted("limited", policy.limited)
      }
      assert.strictEqual(
        yield* Effect.retry(Effect.succeed("done"), Retry.schedule(watched, idempotent)),
        "done"
      )
      yield* decide([new Shop.TokenExpired(), new Shop.SoldOut({ article: "tea" })], { policy: watched })
      assert.deepStrictEqual(started, [])
      yield* decide([fault, fault], { policy: watched })
      assert.deepStrictEqual(started, ["passing"])
    })
  )
})

describe("the schedule of a policy", () => {
  it.effect("makes the decider's waits, and gives them as its output", () =>
    Effect.gen(function* () {
      const begun: Array<number> = []
      const waits: Array<Retry.Wait> = []
      const call = Effect.flatMap(Clock.currentTimeMillis, (now) => {
        begun.push(now)
        return Effect.fail(begun.length === 2 ? new Shop.TooMany({ retryAfter: Duration.seconds(5) }) : fault)
      })
      const schedule = Retry.schedule(policy, idempotent).pipe(
        Schedule.tap(({ output }) => Effect.sync(() => void waits.push(output)))
      )
      const fiber = yield* Effect.forkChild(Effect.flip(Effect.retry(call, schedule)))
      yield* TestClock.adjust("1 minute")
      assert.strictEqual(yield* Fiber.join(fiber), fault)
      assert.deepStrictEqual(begun, [0, 1000, 6000, 8000])
      assert.deepStrictEqual(waits.map(decided), [
        "1000 passing fault",
        "5000 the vendor's time",
        "2000 passing fault"
      ])
    })
  )

  it.effect("starts anew for each call", () =>
    Effect.gen(function* () {
      let attempts = 0
      const schedule = Retry.schedule(policy, idempotent)
      const call = Effect.retry(
        Effect.suspend(() => {
          attempts += 1
          return Effect.fail(fault)
        }),
        schedule
      )
      const fiber = yield* Effect.forkChild(Effect.all([Effect.exit(call), Effect.exit(call)]))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.strictEqual(attempts, 6)
    })
  )
})

describe("a simulation", () => {
  it("takes the whole situation into account", () => {
    const faults = [fault, fault]
    assert.deepStrictEqual(Retry.simulate(policy, faults), [1000, 2000])
    assert.deepStrictEqual(Retry.simulate(policy, faults, { until: 1500 }), [1000])
    assert.deepStrictEqual(Retry.simulate(policy, faults, { until: 1500, now: 1000 }), [])
    assert.deepStrictEqual(Retry.simulate(policy, [new Shop.TokenExpired()], { renewable: () => false }), [])
  })

  it("leaves jitter out", () => {
    assert.deepStrictEqual(Retry.simulate({ ...policy, jitter: "full" }, [fault, fault]), [1000, 2000])
  })
})

it.effect("calls inside the effect may be assumed idempotent, and only those", () =>
  Effect.gen(function* () {
    assert.isFalse(yield* Retry.AssumeIdempotent)
    assert.isTrue(yield* Retry.assumeIdempotent(Effect.service(Retry.AssumeIdempotent)))
    assert.isFalse(yield* Retry.AssumeIdempotent)
  })
)
