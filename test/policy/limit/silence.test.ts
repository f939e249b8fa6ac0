/** A server that takes calls and does not answer, while each call may wait for its answer for a minute. */
import { assert, describe, it } from "@effect/vitest"
import { AdaptiveConcurrency } from "../../../src/policy/limit/adaptiveConcurrency.ts"
import { Pacer } from "../../../src/policy/limit/pacer.ts"
import { Queue } from "../../../src/policy/limit/queue.ts"
import { Readiness } from "../../../src/policy/limit/readiness.ts"
import type { Waiter } from "../../../src/policy/limit/waiter.ts"
import { concurrencyDefaults } from "../../../src/policy/limit/concurrencyOptions.ts"

const waiter = (entered: number, now: number): Waiter => ({
  key: "",
  kind: "op",
  arrived: now,
  entered,
  deadline: Infinity,
  allotted: Infinity,
  failFast: Infinity,
  idempotent: true,
  probes: 0,
  inFlight: undefined,
  resume: () => undefined
})

/** A call that is sent into an outage, alone or while another waits that has gone when it ends: whether it goes back to its place. */
const goesBack = (company: boolean): boolean => {
  const concurrency = new AdaptiveConcurrency()
  for (let n = 0; n < 3; n++) concurrency.release(concurrency.acquire(0, "op"), 10, "failing")
  const queue = new Queue(new Readiness(new Pacer([], () => 0.5), concurrency, false), 10)
  const [probe, other] = [waiter(0, 20), waiter(1, 20)]
  queue.enter(probe, 20)
  if (company) queue.enter(other, 20)
  queue.pump(queue.wakeAt(20))
  assert.isTrue(probe.inFlight?.probe)
  queue.leave(other, 100)
  return queue.done(probe, { ending: "failing", hints: {} }, 60_000)
}

const { start } = concurrencyDefaults

/** Has seen answers of the kind that take so long. */
const used = (took: number, kind = "op") => {
  const concurrency = new AdaptiveConcurrency()
  for (let n = 0; n < 20; n++)
    concurrency.release(concurrency.acquire(n * took, kind), (n + 1) * took, "answered")
  return { concurrency, now: 20 * took }
}

const fill = (concurrency: AdaptiveConcurrency, now: number, kind = "op") =>
  Array.from({ length: Math.floor(concurrency.limit) }, () => concurrency.acquire(now, kind))

describe("silence", () => {
  it("of all calls in flight, for a second and three times as long as usual, is an outage since they left", () => {
    for (const [took, silent] of [
      [50, 1000],
      [2000, 10_500]
    ] as const) {
      const { concurrency, now } = used(took)
      fill(concurrency, now)
      const at = concurrency.readyAt()
      assert.isAtLeast(at - now, Math.max(1000, 3 * took))
      assert.isAtMost(at - now, silent)
      assert.isFalse(concurrency.isReady(at - 1))
      assert.isFalse(concurrency.outage.on)
      assert.isFalse(concurrency.isReady(at))
      assert.isTrue(concurrency.outage.on)
      assert.strictEqual(concurrency.outage.since, now)
      assert.strictEqual(concurrency.readyAt(), at + concurrencyDefaults.firstPause)
    }
  })

  it("is none while one call after another comes back, however slowly the others do", () => {
    const { concurrency, now } = used(50)
    fill(concurrency, now)
    for (let n = 1; n < 20; n++) {
      const last = concurrency.acquire(now + n * 900, "op")
      concurrency.isReady(now + n * 900 + 890)
      assert.isFalse(concurrency.outage.on)
      concurrency.release(last, now + n * 900 + 890, "answered")
    }
  })

  it("is judged by the slowest kind that is known", () => {
    const { concurrency, now } = used(50)
    for (let n = 0; n < 20; n++)
      concurrency.release(concurrency.acquire(now, "export"), now + 20_000, "answered")
    const then = now + 20_000
    fill(concurrency, then)
    assert.isAtLeast(concurrency.readyAt(), then + 60_000)
  })

  it("means nothing where nobody knows how long answers take, nor where there is room for more calls", () => {
    const unknown = new AdaptiveConcurrency()
    for (let n = 0; n < start; n++) unknown.acquire(0, "op")
    assert.strictEqual(unknown.readyAt(), Infinity)
    const { concurrency, now } = used(50)
    concurrency.acquire(now, "op")
    assert.isTrue(concurrency.isReady(now + 60_000))
    assert.isFalse(concurrency.outage.on)
  })

  it("ends with one answer: those that are lost hold no places, and take none away when their time has run out", () => {
    const { concurrency, now } = used(50)
    const lost = fill(concurrency, now)
    concurrency.isReady(concurrency.readyAt())
    const probe = concurrency.acquire(concurrency.readyAt(), "op")
    concurrency.release(probe, probe.at + 50, "answered")
    assert.isFalse(concurrency.outage.on)
    assert.strictEqual(concurrency.places.taken, 0)
    assert.isTrue(concurrency.isReady(probe.at + 50))
    const again = fill(concurrency, probe.at + 50)
    for (const call of lost) concurrency.release(call, now + 60_000, "failing")
    assert.strictEqual(concurrency.places.taken, again.length)
    assert.isFalse(concurrency.outage.on)
  })

  it("halves the limit, for a server that is only slow would otherwise get twice as many at once", () => {
    const { concurrency, now } = used(50)
    const before = concurrency.limit
    fill(concurrency, now)
    concurrency.isReady(concurrency.readyAt())
    assert.strictEqual(concurrency.limit, before / 2)
  })

  it("costs a call nothing that was sent for others, although they have gone when it ends; one for itself is its own", () => {
    assert.isTrue(goesBack(true))
    assert.isFalse(goesBack(false))
  })
})
