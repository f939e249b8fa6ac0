import { assert, describe, it } from "@effect/vitest"
import { type Ending, Flight, flightDefaults } from "../../../src/core/limit/flight.ts"

/** Runs rounds in which as many calls as may leave at once, and all come back `took` ms later. */
const rounds = (
  flight: Flight,
  from: number,
  count: number,
  took: number,
  ending: (n: number) => Ending = () => "answered"
) => {
  let now = from
  let n = 0
  for (let round = 0; round < count; round++) {
    const trips = []
    while (flight.readyAt() <= now && trips.length < 1000) trips.push(flight.leave(now, "op"))
    now += took
    for (const trip of trips) flight.back(trip, now, ending(n++))
    if (trips.length === 0) now = Math.max(now, Math.min(flight.readyAt(), now + took))
  }
  return now
}

const warm = () => {
  const flight = new Flight()
  return { flight, now: rounds(flight, 0, 5, 100) }
}

describe("the in-flight limit", () => {
  it("lets eight go at first, and grows by half each round while answers are good and it is used", () => {
    const flight = new Flight()
    for (let n = 0; n < 8; n++) flight.leave(0, "op")
    assert.strictEqual(flight.readyAt(), Infinity)
    assert.isAtLeast(warm().flight.limit, flightDefaults.start * 1.5 ** 5)
  })

  it("does not grow unused", () => {
    const flight = new Flight()
    for (let now = 0; now < 10_000; now += 100) flight.back(flight.leave(now, "op"), now + 50, "answered")
    assert.strictEqual(flight.limit, flightDefaults.start)
  })

  it("is halved when most calls fail, once for the calls that left together", () => {
    const { flight, now } = warm()
    const before = flight.limit
    rounds(flight, now, 1, 100, () => "failing")
    assert.strictEqual(flight.limit, before / 2)
  })

  it("is halved when answers come three times as late as usual, but not below half of its start", () => {
    const { flight, now } = warm()
    const before = flight.limit
    const then = rounds(flight, now, 2, 1000)
    assert.isAtMost(flight.limit, before * 0.6)
    rounds(flight, then, 20, 5000)
    assert.isAtLeast(flight.limit, flightDefaults.start * flightDefaults.cut)
  })

  it("is not cut by a vendor that always fails a few", () => {
    const { flight, now } = warm()
    rounds(flight, now, 20, 100, (n) => (n % 5 === 0 ? "failing" : "answered"))
    assert.strictEqual(flight.limit, flightDefaults.most)
  })

  it("is not cut by refusals, nor by calls that were given up", () => {
    const { flight, now } = warm()
    const before = flight.limit
    const then = rounds(flight, now, 3, 100, () => "limited")
    rounds(flight, then, 3, 100, () => "ignored")
    assert.strictEqual(flight.limit, before)
    assert.strictEqual(flight.active, 0)
  })

  it("takes no bad sign from a call that its own deadline cut short before it was late", () => {
    const { flight, now } = warm()
    for (let n = 0; n < 20; n++) flight.back(flight.leave(now, "op"), now + 120, "failing", true)
    assert.isFalse(flight.out)
    for (let n = 0; n < 20; n++) flight.back(flight.leave(now, "op"), now + 400, "failing", true)
    assert.isTrue(flight.out)
  })

  it("compares answers with those of their own kind", () => {
    const { flight, now } = warm()
    const before = flight.limit
    for (let n = 0; n < 30; n++) flight.back(flight.leave(now, "export"), now + 5000, "answered")
    assert.isAtLeast(flight.limit, before)
    assert.deepStrictEqual(flight.takes("unknown"), { least: 0, most: 0 })
    assert.strictEqual(flight.takes("export").least, 5000)
  })
})

describe("in an outage", () => {
  const out = () => {
    const { flight, now } = warm()
    for (let n = 0; n < 3; n++) flight.back(flight.leave(now, "op"), now, "failing")
    return { flight, now }
  }

  it("single calls try whether the server is back, in growing pauses, whether or not the last came back", () => {
    const { flight, now } = out()
    assert.isTrue(flight.out)
    const tries: Array<number> = []
    for (let n = 0; n < 6; n++) {
      tries.push(flight.readyAt() - now)
      flight.leave(flight.readyAt(), "op")
    }
    assert.deepStrictEqual(tries, [50, 150, 350, 600, 850, 1100])
  })

  it("the first answer ends it, and what was sent before tells nothing more", () => {
    const { flight, now } = out()
    const old = Array.from({ length: 8 }, () => flight.leave(now + 60, "op"))
    flight.back(flight.leave(now + 1000, "op"), now + 1050, "answered")
    assert.isFalse(flight.out)
    const limit = flight.limit
    for (const trip of old) flight.back(trip, now + 1200, "failing")
    assert.isFalse(flight.out)
    assert.strictEqual(flight.limit, limit)
  })
})
