import { assert, describe, it } from "@effect/vitest"
import { Cause, Clock, Data, Deferred, Duration, Effect, Exit, Fiber, Random } from "effect"
import { TestClock } from "effect/testing"
import { OutOfTime } from "../../src/contract/Common.ts"
import * as Limit from "../../src/policy/Limit.ts"

class Refused extends Data.TaggedError("Refused")<{ readonly hints: Limit.RateHints }> {}

const read: Limit.Read = (exit, elapsed) => {
  const error = Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined
  return error instanceof Refused ? { _tag: "Limited", hints: error.hints } : Limit.readDefault(exit, elapsed)
}

const quota: Limit.Quota = { name: "test", limit: 50, per: "1 second", scope: "organization", source: "test" }
const minute: Limit.Quota = { ...quota, name: "minute", limit: 10, per: "1 minute" }

/** Notes when each call runs. */
const log = () => {
  const runs: Array<readonly [name: string, at: number]> = []
  const note = (name: string) =>
    Effect.map(Clock.currentTimeMillis, (at) => void runs.push([name, Math.round(at)]))
  return { runs, names: () => runs.map(([name]) => name), note }
}

const fork = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.forkChild(effect, { startImmediately: true })

describe("a queue", () => {
  it.effect("lets calls go at the rate of its quotas, in the order they arrived", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [quota] })
      const { note, runs } = log()
      for (let n = 0; n < 100; n++) yield* fork(limit.run(note(String(n))))
      yield* TestClock.adjust("999 millis")
      assert.isAtMost(runs.length, 50)
      assert.isAtLeast(runs.length, 49)
      yield* TestClock.adjust("5 seconds")
      assert.deepStrictEqual(
        runs.map(([name]) => name),
        Array.from({ length: 100 }, (_, n) => String(n))
      )
      for (const [, from] of runs) {
        assert.isAtMost(runs.filter(([, at]) => at >= from && at < from + 1000).length, 50)
      }
    })
  )

  it.effect("is fair between keys: the backfill of one does not delay the message of another", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [quota] })
      const { names, note } = log()
      for (let n = 0; n < 1000; n++) yield* fork(limit.run(note("backfill"), { key: "big" }))
      yield* fork(limit.run(note("send"), { key: "small" }))
      yield* TestClock.adjust("100 millis")
      assert.isBelow(names().indexOf("send"), 6)
    })
  )

  it.effect("lets a key wait for its own quota while others go", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [{ ...minute, each: "key" }] })
      const { note, runs } = log()
      for (let n = 0; n < 3; n++) yield* fork(limit.run(note("a"), { key: "a" }))
      yield* fork(limit.run(note("b"), { key: "b" }))
      yield* TestClock.adjust("1 minute")
      assert.deepStrictEqual(
        runs.map(([name, at]) => `${name} ${Math.floor(at / 1000)}`),
        ["a 0", "b 0", "a 5", "a 11"]
      )
    })
  )

  it.effect("holds all calls back when one is refused, and takes that call first", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ read })
      const { note, runs } = log()
      yield* TestClock.setTime(1_700_000_000_000)
      const now = yield* Clock.currentTimeMillis
      const refusal = new Refused({ hints: { retryAt: now + 5000 } })
      const error = yield* Effect.flip(limit.run(Effect.fail(refusal), { arrived: now }))
      assert.strictEqual(error, refusal)
      assert.strictEqual((yield* limit.standing).heldUntil, now + 5000)
      yield* fork(limit.run(note("other"), { arrived: now + 1 }))
      yield* fork(limit.run(note("retry"), { arrived: now }))
      yield* TestClock.adjust("4999 millis")
      assert.deepStrictEqual(runs, [])
      yield* TestClock.adjust("2 seconds")
      assert.deepStrictEqual(
        runs.map(([name]) => name),
        ["retry", "other"]
      )
      assert.isUndefined((yield* limit.standing).heldUntil)
    })
  )

  it.effect("keeps the longest hold that the server asked for, whichever refusal arrives last", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ read })
      const refused = (retryAt: number, after: Duration.Input) =>
        fork(Effect.exit(limit.run(Effect.delay(Effect.fail(new Refused({ hints: { retryAt } })), after))))
      yield* refused(30_000, "1 second")
      yield* refused(5000, "2 seconds")
      yield* fork(Effect.exit(limit.run(Effect.delay(Effect.fail(new Refused({ hints: {} })), "3 seconds"))))
      yield* TestClock.adjust("3 seconds")
      assert.strictEqual((yield* limit.standing).heldUntil, 30_000)
      yield* limit.hint({ retryAt: 4000 })
      assert.strictEqual((yield* limit.standing).heldUntil, 30_000)
    })
  )

  it.effect("tries single calls, in pauses that grow, after refusals that do not say when", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ read })
      const at: Array<number> = []
      const call = Effect.andThen(
        Effect.map(Clock.currentTimeMillis, (now) => at.push(now)),
        Effect.fail(new Refused({ hints: {} }))
      )
      const fiber = yield* fork(Effect.all(Array.from({ length: 40 }, () => Effect.exit(limit.run(call)))))
      yield* TestClock.adjust("10 minutes")
      yield* Fiber.join(fiber)
      const gaps = at.slice(1).map((one, index) => one - (at[index] ?? 0))
      assert.isBelow(gaps[0] ?? NaN, 30)
      assert.isAtLeast(Math.min(...gaps.filter((_, index) => (at[index] ?? 0) > 1100)), 350)
      assert.isAtLeast(gaps.at(-1) ?? NaN, 2000)
    }).pipe(Random.withSeed("pauses are drawn"))
  )

  it.effect("is corrected by hints from elsewhere", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make()
      const { note, runs } = log()
      yield* limit.hint({ retryAt: 3000 })
      yield* limit.hint({ limit: 2, remaining: 2, resetAt: 10_000, window: 10_000 })
      for (let n = 0; n < 4; n++) yield* fork(limit.run(note("call")))
      yield* TestClock.adjust("20 seconds")
      assert.deepStrictEqual(
        runs.map(([, at]) => Math.round(at / 1000)),
        [3, 8, 13, 18]
      )
    })
  )

  it.effect("keeps its rate and its deadlines when the wall clock jumps", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_700_000_000_000)
      const limit = yield* Limit.make({ quotas: [minute] })
      const { note, runs } = log()
      yield* limit.run(note("first"))
      yield* TestClock.setTime(1_600_000_000_000)
      yield* fork(limit.run(note("second"), { deadline: 1_600_000_010_000 }))
      yield* TestClock.adjust("7 seconds")
      assert.strictEqual(runs.length, 2)
      yield* limit.hint({ retryAt: 1_600_000_060_000 })
      const refusal = yield* Effect.flip(limit.run(Effect.void, { deadline: 1_600_000_030_000 }))
      assert.strictEqual(Duration.toSeconds(refusal.readyIn!), 53)
    })
  )

  it.effect("limits what is under way, and an attempt that ends lets the next go", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ inFlight: { start: 2, most: 2 } })
      const { names, note } = log()
      const gate = yield* Deferred.make<void>()
      for (let n = 0; n < 4; n++)
        yield* fork(limit.run(Effect.andThen(note(String(n)), Deferred.await(gate))))
      assert.deepStrictEqual(names(), ["0", "1"])
      assert.deepInclude(yield* limit.standing, { waiting: 2, inFlight: 2, inFlightLimit: 2 })
      yield* Deferred.succeed(gate, undefined)
      yield* Effect.yieldNow
      assert.deepStrictEqual(names(), ["0", "1", "2", "3"])
    })
  )

  it.effect("serves thousands of calls that end at once without growing the stack", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ inFlight: { start: 1, most: 1 }, waiting: Infinity })
      const gate = yield* Deferred.make<void>()
      let served = 0
      const first = yield* fork(limit.run(Deferred.await(gate)))
      for (let n = 0; n < 5000; n++) yield* fork(limit.run(Effect.sync(() => served++)))
      yield* Deferred.succeed(gate, undefined)
      yield* Fiber.join(first)
      yield* Effect.yieldNow
      assert.strictEqual(served, 5000)
    })
  )
})

describe("refuses", () => {
  it.effect("at once what cannot make its deadline, and says when it could have run", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [minute] })
      for (let n = 0; n < 6; n++) yield* fork(limit.run(Effect.void))
      const refusal = yield* Effect.flip(limit.run(Effect.void, { deadline: 20_000 }))
      assert.instanceOf(refusal, OutOfTime)
      assert.strictEqual(Duration.toSeconds(refusal.deadline), 20)
      const readyIn = Duration.toSeconds(refusal.readyIn!)
      assert.isTrue(readyIn > 34 && readyIn < 37, String(readyIn))
      const { note, runs } = log()
      yield* fork(limit.run(note("call"), { deadline: 40_000 }))
      yield* TestClock.adjust("1 minute")
      assert.closeTo(runs[0]![1] / 1000, readyIn, 1)
    })
  )

  it.effect("those that wait when a refusal by the server makes them late, and only those", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ read, inFlight: { start: 1, most: 1 } })
      const gate = yield* Deferred.make<void, Refused>()
      yield* fork(Effect.exit(limit.run(Deferred.await(gate))))
      const urgent = yield* fork(Effect.flip(limit.run(Effect.void, { deadline: 5000 })))
      const later = yield* fork(limit.run(Effect.void, { deadline: 60_000 }))
      yield* Deferred.fail(gate, new Refused({ hints: { retryAt: 30_000 } }))
      const refusal = yield* Fiber.join(urgent)
      assert.strictEqual(yield* Clock.currentTimeMillis, 0)
      assert.strictEqual(refusal._tag === "OutOfTime" && Duration.toSeconds(refusal.readyIn!), 30)
      yield* TestClock.adjust("30 seconds")
      yield* Fiber.join(later)
    })
  )

  it.effect("at its deadline what waits for a slow server", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ inFlight: { start: 1, most: 1 } })
      yield* fork(limit.run(Effect.never))
      const call = yield* fork(Effect.exit(limit.run(Effect.void, { deadline: 1500 })))
      yield* TestClock.adjust("1499 millis")
      assert.isUndefined(call.pollUnsafe())
      yield* TestClock.adjust("1 millis")
      assert.isTrue(Exit.isFailure(yield* Fiber.join(call)))
      assert.strictEqual((yield* limit.standing).waiting, 0)
    })
  )

  it.effect("what would be cut short: the time that answers take counts", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ inFlight: { start: 1, most: 1 } })
      const slow = Effect.sleep("2 seconds")
      const warm = yield* fork(Effect.all([limit.run(slow), limit.run(slow), limit.run(slow)]))
      yield* TestClock.adjust("6 seconds")
      yield* Fiber.join(warm)
      const refusal = yield* Effect.flip(limit.run(slow, { deadline: 7500 }))
      assert.strictEqual(refusal._tag, "OutOfTime")
      const fits = yield* fork(limit.run(slow, { deadline: 8500 }))
      yield* TestClock.adjust("2 seconds")
      yield* Fiber.join(fits)
    })
  )

  it.effect("one more than may wait", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ waiting: 2, inFlight: { start: 1, most: 1 } })
      for (let n = 0; n < 3; n++) yield* fork(limit.run(Effect.never))
      const refusal = yield* Effect.flip(limit.run(Effect.void))
      assert.strictEqual(refusal._tag, "OutOfTime")
      assert.isUndefined(refusal.readyIn)
    })
  )
})

describe("leaks nothing", () => {
  it.effect("when waiting calls are interrupted: they leave the queue", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [minute] })
      const { names, note } = log()
      yield* limit.run(note("first"))
      const gone = yield* fork(limit.run(note("gone")))
      yield* fork(limit.run(note("next")))
      yield* Fiber.interrupt(gone)
      yield* TestClock.adjust("7 seconds")
      assert.deepStrictEqual(names(), ["first", "next"])
      assert.deepInclude(yield* limit.standing, { waiting: 0, inFlight: 0 })
    })
  )

  it.effect("when a running call is interrupted, or fails, or dies", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make()
      const running = yield* fork(limit.run(Effect.never))
      assert.strictEqual((yield* limit.standing).inFlight, 1)
      yield* Fiber.interrupt(running)
      yield* Effect.exit(limit.run(Effect.fail("no")))
      yield* Effect.exit(limit.run(Effect.die("no")))
      assert.deepInclude(yield* limit.standing, { waiting: 0, inFlight: 0 })
    })
  )

  it.effect("when reading the end of an attempt throws", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({
        read: () => {
          throw new Error("cannot read")
        }
      })
      assert.isTrue(Exit.hasDies(yield* Effect.exit(limit.run(Effect.void))))
      assert.strictEqual((yield* limit.standing).inFlight, 0)
    })
  )

  it.effect("at any moment of interruption", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ quotas: [quota], inFlight: { start: 3, most: 3 } })
      for (let at = 0; at < 60; at++) {
        const calls = yield* Effect.forEach(Array.from({ length: 6 }), () =>
          fork(limit.run(Effect.sleep("25 millis")))
        )
        yield* TestClock.adjust(Duration.millis(at * 3))
        yield* Fiber.interruptAll(calls)
        assert.deepInclude(yield* limit.standing, { waiting: 0, inFlight: 0 })
      }
    })
  )

  it.effect("and sleeps only while a call waits", () =>
    Effect.gen(function* () {
      let sleeping = 0
      const clock = yield* Clock.Clock
      const counting: Clock.Clock = Object.assign(Object.create(clock), {
        sleep: (duration: Duration.Duration) =>
          Effect.acquireUseRelease(
            Effect.sync(() => void sleeping++),
            () => clock.sleep(duration),
            () => Effect.sync(() => void sleeping--)
          )
      })
      const limit = yield* Effect.provideService(Limit.make({ quotas: [minute] }), Clock.Clock, counting)
      yield* limit.run(Effect.void)
      assert.strictEqual(sleeping, 0)
      const waiting = yield* Effect.forEach(Array.from({ length: 5 }), () =>
        fork(limit.run(Effect.void, { deadline: 59_000 }))
      )
      assert.strictEqual(sleeping, 1)
      yield* Fiber.interruptAll(waiting)
      assert.strictEqual(sleeping, 0)
    })
  )
})

describe("by default", () => {
  it("timeouts and defects are failures of the server, other failures are answers, interruption is neither", () => {
    const tags = [
      Exit.succeed(1),
      Exit.fail("no"),
      Exit.fail(new Cause.TimeoutError()),
      Exit.die("bug"),
      Exit.interrupt(1)
    ].map((exit) => Limit.readDefault(exit, 0)._tag)
    assert.deepStrictEqual(tags, ["Answered", "Answered", "Failing", "Failing", "Ignored"])
  })

  it("the constants are these", () => {
    assert.deepStrictEqual(
      [Limit.waitingDefault, Limit.evenness, Limit.longestHold, Limit.margins, Limit.trialPauses],
      [
        10_000,
        0.99,
        3_600_000,
        { deviations: 3, least: 0.005, most: 0.1 },
        { first: 20, factor: 1.5, early: 100, earlyFor: 1000, late: 500, share: 0.1, longest: 900_000 }
      ]
    )
    assert.deepStrictEqual(Limit.concurrencyDefaults, {
      start: 8,
      least: 1,
      most: 256,
      cut: 0.5,
      faultShare: 0.6,
      lateFactor: 3,
      lateFloor: 40,
      calmFactor: 1.5,
      memory: 30_000,
      outageAfter: 3,
      silence: 1000,
      firstPause: 50,
      longestPause: 250
    })
  })

  it.effect("limits nest: a call that counts against two quotas waits for both", () =>
    Effect.gen(function* () {
      const wide = yield* Limit.make({ quotas: [quota] })
      const inner = yield* Limit.make({ quotas: [minute], inFlight: "unlimited" })
      const { note, runs } = log()
      for (let n = 0; n < 3; n++) yield* fork(inner.run(wide.run(note("both"))))
      yield* fork(wide.run(note("wide")))
      yield* TestClock.adjust("20 seconds")
      assert.deepStrictEqual(
        runs.map(([name, at]) => `${name} ${Math.round(at / 1000)}`),
        ["both 0", "wide 0", "both 6", "both 12"]
      )
    })
  )
})
