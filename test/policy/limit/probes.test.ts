/** Who is sent to find out whether a server that is down is back, and what becomes of those who wait. */
import { assert, describe, it } from "@effect/vitest"
import { Cause, Clock, Data, Duration, Effect, Exit, Fiber } from "effect"
import { TestClock } from "effect/testing"
import * as Limit from "../../../src/policy/Limit.ts"

class Down extends Data.TaggedError("Down")<{ readonly hints?: Limit.RateHints }> {}

const read: Limit.Read = (exit, elapsed) => {
  const error = Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined
  return error instanceof Down
    ? { _tag: "Failing", hints: error.hints ?? {} }
    : Limit.readDefault(exit, elapsed)
}

const fork = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.forkChild(effect, { startImmediately: true })

/** A server that is down until it is told otherwise, and a queue that knows it. */
const server = (options: Limit.Options = {}) =>
  Effect.gen(function* () {
    const limit = yield* Limit.make({ read, ...options })
    const sent: Array<string> = []
    let up = false
    const call = (name: string) =>
      Effect.suspend((): Effect.Effect<string, Down> => {
        sent.push(name)
        return up ? Effect.succeed(name) : Effect.fail(new Down({}))
      })
    for (let n = 0; n < 3; n++) yield* Effect.exit(limit.run(call("first")))
    sent.length = 0
    return { call, limit, sent, recover: () => (up = true) }
  })

/** Sends a call until it gets through or is refused, as `Retry` does with one that failed while the server was down. */
const insisting = (
  { call, limit }: Effect.Success<ReturnType<typeof server>>,
  name: string,
  ticket: Limit.Ticket
): Effect.Effect<string, unknown> =>
  Effect.suspend(() => {
    let down = false
    const run = limit.run(call(name), ticket, (exit) => {
      down = true
      return exit
    })
    return Effect.catch(run, (error) =>
      down
        ? insisting({ call, limit } as never, name, { ...ticket, probes: (ticket.probes ?? 0) + 1 }) // as: the rest is not used
        : Effect.fail(error)
    )
  })

describe("while a server is down", () => {
  it.effect("calls wait for their own deadline, and take turns as probes", () =>
    Effect.gen(function* () {
      const down = yield* server()
      const calls = yield* Effect.forEach(["a", "b", "c"], (name, arrived) =>
        fork(insisting(down, name, { arrived, deadline: 60_000 }))
      )
      yield* TestClock.adjust("2 seconds")
      assert.deepStrictEqual(down.sent.slice(0, 6), ["a", "b", "c", "a", "b", "c"])
      assert.isAtMost(down.sent.length, 9)
      yield* TestClock.adjust("40 seconds")
      down.recover()
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(yield* Effect.forEach(calls, Fiber.join), ["a", "b", "c"])
    })
  )

  it.effect("one that may not be carried out twice is sent last, and only once while others wait", () =>
    Effect.gen(function* () {
      const down = yield* server()
      yield* fork(Effect.exit(insisting(down, "write", { arrived: 0, idempotent: false, deadline: 60_000 })))
      yield* fork(Effect.exit(insisting(down, "read", { arrived: 1, idempotent: true, deadline: 60_000 })))
      yield* TestClock.adjust("2 seconds")
      assert.deepStrictEqual([...new Set(down.sent)], ["read"])
      yield* TestClock.adjust("30 seconds")
      assert.strictEqual(down.sent.filter((name) => name === "write").length, 1)
    })
  )

  it.effect("one that may not be carried out twice is sent where nobody else can be", () =>
    Effect.gen(function* () {
      const down = yield* server()
      yield* fork(Effect.exit(down.limit.run(down.call("write"), { idempotent: false, deadline: 60_000 })))
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(down.sent, ["write"])
    })
  )

  it.effect("keys take turns", () =>
    Effect.gen(function* () {
      const down = yield* server()
      for (const name of ["a1", "a2", "a3", "b1"])
        yield* fork(Effect.exit(insisting(down, name, { key: name[0] ?? "", deadline: 60_000 })))
      yield* TestClock.adjust("600 millis")
      assert.deepStrictEqual(down.sent.slice(0, 2), ["a1", "b1"])
    })
  )

  it.effect("a probe that failed keeps its place in a full queue", () =>
    Effect.gen(function* () {
      const pauses = { firstPause: 5000, longestPause: 5000 }
      const { limit } = yield* server({ waiting: 1, inFlight: pauses })
      const slow = Effect.delay(Effect.fail(new Down({})), "1 second")
      let down = false
      const probe = limit.run(slow, { deadline: 60_000 }, (exit) => {
        down = true
        return exit
      })
      const again = limit.run(Effect.succeed("served"), { arrived: 0, deadline: 60_000, probes: 1 })
      const call = yield* fork(Effect.catch(probe, () => again))
      yield* TestClock.adjust("5500 millis")
      yield* fork(limit.run(Effect.void, { deadline: 60_000 }))
      assert.strictEqual((yield* limit.standing).waiting, 1)
      yield* TestClock.adjust("10 seconds")
      assert.deepStrictEqual([down, yield* Fiber.join(call)], [true, "served"])
    })
  )

  it.effect("the queue says since when, and no longer when it is over", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(5000)
      const down = yield* server()
      assert.deepInclude(yield* down.limit.standing, { probing: true, downSince: 5000 })
      down.recover()
      yield* TestClock.adjust("1 second")
      yield* down.limit.run(down.call("a"))
      assert.deepInclude(yield* down.limit.standing, { probing: false, downSince: undefined })
    })
  )

  it.effect(
    "the pause that it asks for holds back everyone, and refuses at once who cannot wait for it",
    () =>
      Effect.gen(function* () {
        const limit = yield* Limit.make({ read, inFlight: { start: 1, most: 1 } })
        const hints = { retryAt: 20_000 }
        yield* fork(Effect.exit(limit.run(Effect.delay(Effect.fail(new Down({ hints })), "1 second"))))
        const urgent = yield* fork(Effect.flip(limit.run(Effect.void, { deadline: 15_000 })))
        const patient = yield* fork(limit.run(Clock.currentTimeMillis, { deadline: 60_000 }))
        yield* TestClock.adjust("1 second")
        const refusal = yield* Fiber.join(urgent)
        assert.strictEqual(refusal._tag === "OutOfTime" && Duration.toSeconds(refusal.readyIn!), 19)
        yield* TestClock.adjust("30 seconds")
        assert.strictEqual(yield* Fiber.join(patient), 20_000)
      })
  )
})

describe("calls that fail fast", () => {
  const calling = (down: Effect.Success<ReturnType<typeof server>>, name: string, failFast: number) =>
    fork(Effect.exit(down.limit.run(down.call(name), { failFast, deadline: 60_000 })))

  it.effect(
    "are refused at once with the time of the next probe, and one of them is sent when that is due",
    () =>
      Effect.gen(function* () {
        const down = yield* server()
        const refused = yield* Effect.flip(down.limit.run(down.call("a"), { failFast: 0, deadline: 60_000 }))
        assert.strictEqual(refused._tag === "OutOfTime" && Duration.toMillis(refused.readyIn!), 50)
        yield* TestClock.adjust("50 millis")
        for (const name of ["b", "c", "d"]) yield* calling(down, name, 0)
        assert.deepStrictEqual(down.sent, ["b"])
        assert.strictEqual((yield* down.limit.standing).waiting, 0)
      })
  )

  it.effect("wait until the server has been down for so long", () =>
    Effect.gen(function* () {
      const down = yield* server()
      const [patient] = yield* Effect.forEach(["patient", "too"], (name) =>
        fork(Effect.exit(insisting(down, name, { deadline: 60_000 })))
      )
      yield* TestClock.adjust("1 second")
      // The patient call is always in line before it.
      const fast = yield* fork(
        Effect.flip(down.limit.run(down.call("fast"), { arrived: 5000, failFast: 5000, probes: 99 }))
      )
      yield* TestClock.adjust("3999 millis")
      assert.isUndefined(fast.pollUnsafe())
      yield* TestClock.adjust("1 millis")
      assert.strictEqual((yield* Fiber.join(fast))._tag, "OutOfTime")
      assert.isUndefined(patient?.pollUnsafe())
    })
  )

  it.effect("and those in line are refused when it is known to be down", () =>
    Effect.gen(function* () {
      const limit = yield* Limit.make({ read, inFlight: { start: 1, most: 1, least: 1 } })
      for (let n = 0; n < 2; n++) yield* Effect.exit(limit.run(Effect.fail(new Down({}))))
      yield* fork(Effect.exit(limit.run(Effect.delay(Effect.fail(new Down({})), "1 second"))))
      const waiting = yield* fork(Effect.flip(limit.run(Effect.void, { failFast: 0, deadline: 60_000 })))
      assert.isUndefined(waiting.pollUnsafe())
      yield* TestClock.adjust("1 second")
      assert.strictEqual((yield* Fiber.join(waiting))._tag, "OutOfTime")
    })
  )
})
