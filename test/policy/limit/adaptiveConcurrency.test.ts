import { assert, describe, it } from "@effect/vitest"
import { AdaptiveConcurrency, type Ending } from "../../../src/policy/limit/adaptiveConcurrency.ts"
import { concurrencyDefaults } from "../../../src/policy/limit/concurrencyOptions.ts"
import { ProbeGate } from "../../../src/policy/limit/probeGate.ts"

/** Runs rounds in which as many calls leave as may, and all end `took` ms later. */
const rounds = (
  concurrency: AdaptiveConcurrency,
  from: number,
  count: number,
  took: number,
  ending: (n: number) => Ending = () => "answered"
) => {
  let now = from
  let n = 0
  for (let round = 0; round < count; round++) {
    const inFlight = []
    while (concurrency.readyAt() <= now && inFlight.length < 1000)
      inFlight.push(concurrency.acquire(now, "op"))
    now += took
    for (const call of inFlight) concurrency.release(call, now, ending(n++))
    if (inFlight.length === 0) now = Math.max(now, Math.min(concurrency.readyAt(), now + took))
  }
  return now
}

const warm = () => {
  const concurrency = new AdaptiveConcurrency()
  return { concurrency, now: rounds(concurrency, 0, 5, 100) }
}

describe("the in-flight limit", () => {
  it("starts at eight, and grows by half each round while answers are good and it is used", () => {
    const concurrency = new AdaptiveConcurrency()
    for (let n = 0; n < 8; n++) concurrency.acquire(0, "op")
    assert.strictEqual(concurrency.readyAt(), Infinity)
    assert.isAtLeast(warm().concurrency.limit, concurrencyDefaults.start * 1.5 ** 5)
  })

  it("does not grow unused", () => {
    const concurrency = new AdaptiveConcurrency()
    for (let now = 0; now < 10_000; now += 100)
      concurrency.release(concurrency.acquire(now, "op"), now + 50, "answered")
    assert.strictEqual(concurrency.limit, concurrencyDefaults.start)
  })

  it("is halved when most calls fail, once for the calls that left together", () => {
    const { concurrency, now } = warm()
    const before = concurrency.limit
    rounds(concurrency, now, 1, 100, () => "failing")
    assert.strictEqual(concurrency.limit, before / 2)
  })

  it("is halved when answers take three times as long as usual, but not below half of its start", () => {
    const { concurrency, now } = warm()
    const before = concurrency.limit
    const then = rounds(concurrency, now, 2, 1000)
    assert.isAtMost(concurrency.limit, before * 0.6)
    rounds(concurrency, then, 20, 5000)
    assert.isAtLeast(concurrency.limit, concurrencyDefaults.start * concurrencyDefaults.cut)
  })

  it("is not cut by a vendor that always fails a few", () => {
    const { concurrency, now } = warm()
    rounds(concurrency, now, 20, 100, (n) => (n % 5 === 0 ? "failing" : "answered"))
    assert.strictEqual(concurrency.limit, concurrencyDefaults.most)
  })

  it("is not cut by refusals, nor by calls that were given up", () => {
    const { concurrency, now } = warm()
    const before = concurrency.limit
    const then = rounds(concurrency, now, 3, 100, () => "limited")
    rounds(concurrency, then, 3, 100, () => "ignored")
    assert.strictEqual(concurrency.limit, before)
    assert.strictEqual(concurrency.places.taken, 0)
  })

  it("sees no overload in a call that its own deadline cut short before it was late", () => {
    const { concurrency, now } = warm()
    for (let n = 0; n < 20; n++)
      concurrency.release(concurrency.acquire(now, "op"), now + 120, "failing", true)
    assert.isFalse(concurrency.outage.on)
    for (let n = 0; n < 20; n++)
      concurrency.release(concurrency.acquire(now, "op"), now + 400, "failing", true)
    assert.isTrue(concurrency.outage.on)
  })

  it("compares answers with those of their own kind", () => {
    const { concurrency, now } = warm()
    const before = concurrency.limit
    for (let n = 0; n < 30; n++)
      concurrency.release(concurrency.acquire(now, "export"), now + 5000, "answered")
    assert.isAtLeast(concurrency.limit, before)
    assert.deepStrictEqual(concurrency.latencies.range("unknown"), { least: 0, most: 0 })
    assert.strictEqual(concurrency.latencies.range("export").least, 5000)
  })
})

describe("in an outage", () => {
  const outage = () => {
    const { concurrency, now } = warm()
    for (let n = 0; n < 3; n++) concurrency.release(concurrency.acquire(now, "op"), now, "failing")
    return { concurrency, now }
  }

  it("single calls probe the server, with growing pauses, whether or not the last was answered", () => {
    const { concurrency, now } = outage()
    assert.isTrue(concurrency.outage.on)
    const probes: Array<number> = []
    for (let n = 0; n < 6; n++) {
      probes.push(concurrency.readyAt() - now)
      concurrency.acquire(concurrency.readyAt(), "op")
    }
    assert.deepStrictEqual(probes, [50, 150, 350, 600, 850, 1100])
  })

  it("the pauses grow to 2.5 % of the outage, and to no more than twice the longest", () => {
    const { concurrency, now } = outage()
    const probes: Array<number> = []
    while (concurrency.readyAt() < now + 60_000) {
      const at = concurrency.readyAt()
      concurrency.release(concurrency.acquire(at, "op"), at, "failing")
      probes.push(concurrency.readyAt() - at)
    }
    assert.strictEqual(probes.filter((pause) => pause === 250).length > 30, true)
    assert.isBelow(Math.max(...probes.slice(0, 40)), 300)
    assert.strictEqual(probes.at(-1), 500)
    assert.isTrue(probes.slice(3).every((pause) => pause >= 250 && pause <= 500))
  })

  it("remembers what is usual, however long it lasts", () => {
    const { concurrency, now } = outage()
    const late = now + 600_000
    concurrency.release(concurrency.acquire(late, "op"), late + 190, "answered")
    assert.strictEqual(concurrency.latencies.range("op").least, 100)
  })

  it("cuts that follow each other do not lower what the limit returns to", () => {
    const { concurrency, now } = warm()
    const half = concurrency.limit / 2
    let at = now
    for (let n = 0; n < 40; n++, at += 100)
      concurrency.release(concurrency.acquire(at, "op"), at + 1, "failing")
    assert.isBelow(concurrency.limit, half)
    at = rounds(concurrency, at + 1000, 6, 100)
    assert.isAtLeast(concurrency.limit, half)
  })

  it("and after it no more calls leave at once than the server takes without a line of its own", () => {
    const { concurrency, now } = warm()
    for (let n = 0; n < 40; n++)
      concurrency.release(concurrency.acquire(now + n * 100, "op"), now + n * 100 + 1, "failing")
    // Answers that come together need a round to show that they are late.
    const then = rounds(concurrency, rounds(concurrency, now + 5000, 4, 100), 1, 190)
    const { limit } = concurrency
    rounds(concurrency, then, 4, 190)
    assert.isBelow(concurrency.limit, limit)
    // Long after the trouble a server may simply have become slower.
    const { concurrency: calm, now: later } = warm()
    const before = calm.limit
    rounds(calm, later, 5, 190)
    assert.isAbove(calm.limit, before)
  })

  it("and after it a share of each call's time is kept in reserve", () => {
    const { concurrency, now } = outage()
    for (let n = 0; n < 10; n++) concurrency.release(concurrency.acquire(now, "op"), now, "failing")
    assert.strictEqual(concurrency.reserve(10_000, now + 1000), 200)
    assert.strictEqual(concurrency.reserve(10_000, now + 31_000), 0)
    concurrency.release(concurrency.acquire(now + 60_000, "op"), now + 60_100, "answered")
    assert.strictEqual(concurrency.reserve(10_000, now + 61_000), 200)
    assert.strictEqual(warm().concurrency.reserve(10_000, 1000), 0)
  })

  it("several queues of one server probe it no more often than one", () => {
    const gate = new ProbeGate(250)
    const queues = Array.from({ length: 3 }, () => new AdaptiveConcurrency({}, gate))
    for (const one of queues) for (let n = 0; n < 3; n++) one.release(one.acquire(0, "op"), 0, "failing")
    const probes: Array<number> = []
    for (let now = 0; now < 20_000; now += 10)
      for (const one of queues)
        if (one.readyAt() <= now) {
          probes.push(now)
          one.release(one.acquire(now, "op"), now, "failing")
        }
    assert.isAbove(probes.length, 40)
    for (const from of probes)
      assert.isAtMost(probes.filter((at) => at >= from && at < from + 1000).length, 4)
    // Once one of them has an answer the others need not take turns.
    const at = 20_500
    for (const [index, one] of queues.entries()) {
      const ending = index === 0 ? "answered" : "failing"
      one.release(one.acquire(at, "op"), at, ending)
      assert.isAtMost(queues[2]?.readyAt() ?? 0, at + 500)
    }
  })

  it("the first answer ends it, and calls that were sent before no longer count", () => {
    const { concurrency, now } = outage()
    const old = Array.from({ length: 8 }, () => concurrency.acquire(now + 60, "op"))
    concurrency.release(concurrency.acquire(now + 1000, "op"), now + 1050, "answered")
    assert.isFalse(concurrency.outage.on)
    const limit = concurrency.limit
    for (const inFlight of old) concurrency.release(inFlight, now + 1200, "failing")
    assert.isFalse(concurrency.outage.on)
    assert.strictEqual(concurrency.limit, limit)
  })
})
