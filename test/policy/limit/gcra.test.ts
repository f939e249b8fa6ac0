import { assert, describe, it } from "@effect/vitest"
import { Pacer } from "../../../src/policy/limit/pacer.ts"
import { gcraOf } from "../../../src/policy/limit/gcra.ts"
import { Jitter } from "../../../src/policy/limit/jitter.ts"
import type { Quota } from "../../../src/policy/limit/quota.ts"
import { random } from "../../storms/random.ts"

const quota = (limit: number, per: number, more: Partial<Quota> = {}): Quota => ({
  name: "test",
  limit,
  per,
  scope: "workspace",
  source: "test",
  ...more
})

/** Sends as soon as it may, `lateness` ms late at most, for `windows` windows. */
const sends = (of: Quota, windows: number, lateness: () => number): ReadonlyArray<number> => {
  const gcra = gcraOf(of, new Jitter())
  const times: Array<number> = []
  let now = 0
  while (now < windows * Number(of.per)) {
    now = Math.max(now, gcra.readyAt(now, 0)) + lateness()
    gcra.sent(now)
    times.push(now)
  }
  return times
}

const fullest = (times: ReadonlyArray<number>, per: number): number =>
  Math.max(...times.map((from, index) => times.slice(index).filter((at) => at < from + per).length))

describe("a documented quota", () => {
  for (const [limit, per] of [
    [1, 60_000],
    [10, 60_000],
    [50, 1000],
    [250, 5000],
    [1000, 60_000]
  ] as const) {
    it(`of ${limit} per ${per} ms is never exceeded in any window, and nearly used up`, () => {
      for (let seed = 1; seed <= 5; seed++) {
        const chance = random(seed)
        const times = sends(quota(limit, per), 3, () => chance() * per * 0.0045)
        assert.isAtMost(fullest(times, per), limit)
      }
      assert.isAtLeast(sends(quota(limit, per), 20, () => 0).length, Math.floor(limit * 20 * 0.98))
    })
  }

  it("is released evenly, without a burst at the beginning", () => {
    const [first = 0, second = 0, third = 0] = sends(quota(50, 1000), 1, () => 0)
    assert.isAtLeast(second - first, 15)
    assert.closeTo(third - second, 20.1, 0.1)
  })

  it("makes up for a late timer, but not for an idle time", () => {
    const gcra = gcraOf(quota(50, 1000), new Jitter())
    gcra.sent(0)
    gcra.sent(1000)
    gcra.sent(1020)
    assert.isAtLeast(gcra.readyAt(1020, 0), 1030)
  })

  it("takes back the last slot in full, and no earlier one", () => {
    const gcra = gcraOf(quota(50, 1000), new Jitter())
    gcra.sent(0)
    const before = gcra.readyAt(20, 0)
    gcra.sent(20)
    gcra.unsent(20)
    assert.strictEqual(gcra.readyAt(20, 0), before)
    gcra.sent(20)
    const after = gcra.readyAt(20, 0)
    gcra.unsent(0)
    assert.strictEqual(gcra.readyAt(20, 0), after)
  })

  it("is not exceeded in any window when slots are given back, however long they were held", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const chance = random(seed)
      const gcra = gcraOf(quota(10, 1000), new Jitter())
      const sent: Array<number> = []
      const held: Array<{ readonly at: number; readonly until: number }> = []
      for (let now = 0; now < 20_000; now++) {
        for (const one of held.filter(({ until }) => until === now)) gcra.unsent(one.at)
        if (gcra.readyAt(now, 0) > now) continue
        gcra.sent(now)
        if (chance() < 0.5) sent.push(now)
        else held.push({ at: now, until: now + Math.ceil(chance() * 300) })
      }
      assert.isAtMost(fullest(sent, 1000), 10, `seed ${seed}`)
    }
  })

  it("counts a call that leaves late when it leaves, unless it is late by less than is forgiven", () => {
    const gcra = gcraOf(quota(10, 1000), new Jitter())
    gcra.sent(0)
    const paced = gcra.readyAt(0, 0)
    gcra.delayed(0, 4.5)
    assert.strictEqual(gcra.readyAt(4.5, 0), paced)
    gcra.delayed(0, 50)
    assert.closeTo(gcra.readyAt(50, 0), paced + 50, 0.1)
  })

  it("allows the burst that is documented", () => {
    const times = sends(quota(1, 1000, { burst: 10 }), 20, () => 0)
    assert.deepStrictEqual(times.slice(0, 11).map(Math.round), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1005])
  })

  it("counts with the others of its queue: the slowest decides", () => {
    const pacer = new Pacer([quota(50, 1000), quota(60, 60_000)], random(1))
    pacer.sent("", 0)
    assert.closeTo(pacer.readyAt(0), 1005 - 270, 1)
  })

  it("that counts for each key holds back that key only, and idle keys are forgotten", () => {
    const pacer = new Pacer([quota(10, 60_000, { each: "key" })], random(1))
    pacer.sent("a", 0)
    assert.isAbove(pacer.keyed.readyAt("a", 0), 5000)
    assert.isAtMost(pacer.keyed.readyAt("b", 0), 0)
    assert.isAtMost(pacer.readyAt(0), 0)
    for (let n = 0; n < 10_000; n++) pacer.sent(`k${n}`, n * 10_000)
    assert.isBelow(pacer.keyed.size, 600)
  })
})
