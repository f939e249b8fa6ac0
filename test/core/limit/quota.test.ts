import { assert, describe, it } from "@effect/vitest"
import { Pace } from "../../../src/core/limit/pace.ts"
import { paced, type Quota } from "../../../src/core/limit/quota.ts"
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
  const spacing = paced(of)
  const times: Array<number> = []
  let now = 0
  while (now < windows * Number(of.per)) {
    now = Math.max(now, spacing.readyAt(now, 0)) + lateness()
    spacing.sent(now)
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
        const times = sends(quota(limit, per), 3, () => chance() * per * 0.009)
        assert.isAtMost(fullest(times, per), limit)
      }
      assert.isAtLeast(sends(quota(limit, per), 20, () => 0).length, Math.floor(limit * 20 * 0.98))
    })
  }

  it("is released evenly, without a burst at the beginning", () => {
    const [first = 0, second = 0, third = 0] = sends(quota(50, 1000), 1, () => 0)
    assert.isAtLeast(second - first, 11)
    assert.closeTo(third - second, 20.2, 0.1)
  })

  it("makes up for a late timer, but not for an idle time", () => {
    const spacing = paced(quota(50, 1000))
    spacing.sent(0)
    spacing.sent(1000)
    spacing.sent(1020)
    assert.isAtLeast(spacing.readyAt(1020, 0), 1030)
  })

  it("allows the burst that is documented", () => {
    const times = sends(quota(1, 1000, { burst: 10 }), 20, () => 0)
    assert.deepStrictEqual(times.slice(0, 11).map(Math.round), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1010])
  })

  it("counts with the others of its queue: the narrowest decides", () => {
    const pace = new Pace([quota(50, 1000), quota(60, 60_000)])
    pace.sent("", 0)
    assert.closeTo(pace.readyAt(0), 1010 - 540, 1)
  })

  it("that counts for each key holds back that key only, and idle keys are forgotten", () => {
    const pace = new Pace([quota(10, 60_000, { each: "key" })])
    pace.sent("a", 0)
    assert.isAbove(pace.keyed.readyAt("a", 0), 5000)
    assert.isAtMost(pace.keyed.readyAt("b", 0), 0)
    assert.isAtMost(pace.readyAt(0), 0)
    for (let n = 0; n < 10_000; n++) pace.sent(`k${n}`, n * 10_000)
    assert.isBelow(pace.keyed.size, 600)
  })
})
