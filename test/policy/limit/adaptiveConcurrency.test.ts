import { assert, describe, it } from "@effect/vitest"
import { AdaptiveConcurrency, type Ending } from "../../../src/policy/limit/adaptiveConcurrency.ts"
import { concurrencyDefaults } from "../../../src/policy/limit/concurrencyOptions.ts"

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
    assert.strictEqual(concurrency.active, 0)
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
    assert.deepStrictEqual(concurrency.latency("unknown"), { least: 0, most: 0 })
    assert.strictEqual(concurrency.latency("export").least, 5000)
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
