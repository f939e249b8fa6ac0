/** What processes that share a quota tell each other about the rate they have learned. Two learned rates stand for two processes. */
import { assert, describe, it } from "@effect/vitest"
import { LearnedRate } from "../../../src/policy/limit/learnedRate.ts"
import type { Quota } from "../../../src/policy/limit/quota.ts"
import { SharedRate } from "../../../src/policy/limit/sharedRate.ts"
import type { Learned } from "../../../src/policy/limit/store.ts"
import { random } from "../../storms/random.ts"

const quota: Quota = { name: "shop", limit: 100, per: "1 second", scope: "a shop", source: "test" }

/** A process; its declared rate is 100 a second. */
const process = (seed: number) => {
  const learned = new LearnedRate(random(seed), 100)
  return { learned, shared: new SharedRate(learned, [quota]) }
}
type Process = ReturnType<typeof process>

/** The store, with the rule of the script in Redis. */
const store = () => {
  let known: Learned | undefined
  const newer = (mine: Learned) =>
    known === undefined || mine.cuts > known.cuts || (mine.cuts === known.cuts && mine.rate > known.rate)
  return {
    expire: () => {
      known = undefined
    },
    known: () => known,
    /** Tells and asks, and what happens meanwhile. */
    ask: ({ shared }: Process, now: number, meanwhile = () => {}) => {
      const { mine } = shared
      if (mine !== undefined && newer(mine)) known = mine
      const found = known
      meanwhile()
      if (found !== undefined) shared.found(found, now)
    }
  }
}

/** One of five calls that left at `at` is refused: the rate is cut by a fifth. */
const refuse = ({ learned }: Process, at: number, now = at + 5) => {
  for (let n = 0; n < 4; n++) learned.answered(at, now)
  learned.refused(at, now, false)
}

/** Calls that wait for the rate are all answered. */
const good = ({ learned }: Process, from: number, to: number) => {
  for (let now = from; now < to; now += 50) {
    learned.boundAt = now
    learned.answered(now, now)
  }
}

const both = () => ({ one: process(1), other: process(2), shared: store() })

describe("a rate that one process has learned", () => {
  it("caps the others, and what the store counts for all", () => {
    const { one, other, shared } = both()
    refuse(one, 1000)
    shared.ask(one, 1010)
    shared.ask(other, 1020)
    assert.deepStrictEqual([one.learned.rate, other.learned.rate], [80, 80])
    assert.deepStrictEqual(other.shared.counted(quota), { ...quota, limit: 80 })
    assert.deepStrictEqual(other.shared.counted({ ...quota, name: "other" }).limit, 100)
  })

  it("is what a process that comes late begins with, and it does not grow quickly from there", () => {
    const { one, shared } = both()
    refuse(one, 1000)
    shared.ask(one, 1010)
    const late = process(3)
    shared.ask(late, 20_000)
    assert.strictEqual(late.learned.rate, 80)
    good(late, 20_010, 21_000)
    assert.isBelow(late.learned.rate, 81)
  })

  it("is cut once for refusals that several processes met", () => {
    const { one, other, shared } = both()
    refuse(one, 1000)
    shared.ask(one, 1010)
    shared.ask(other, 1020)
    refuse(other, 1000, 1030)
    assert.strictEqual(other.learned.rate, 80)
    refuse(other, 1040)
    assert.strictEqual(other.learned.rate, 64)
  })

  it("is cut once, too, where they met them at the same time", () => {
    const { one, other, shared } = both()
    refuse(one, 1000)
    refuse(other, 1000)
    for (const each of [one, other, one]) shared.ask(each, 1010)
    assert.deepStrictEqual(
      [shared.known(), one.learned.rate, other.learned.rate],
      [{ cuts: 1, rate: 80 }, 80, 80]
    )
  })

  it("grows for all when one finds out that it may", () => {
    const { one, other, shared } = both()
    refuse(one, 1000)
    shared.ask(one, 1010)
    shared.ask(other, 1020)
    good(one, 1100, 4000)
    assert.isAbove(one.learned.rate, 85)
    shared.ask(one, 4000)
    shared.ask(other, 4010)
    assert.strictEqual(other.learned.rate, one.learned.rate)
  })

  it("is lower after more cuts, whoever made them, although another told a higher one before", () => {
    const { one, other, shared } = both()
    refuse(one, 1000)
    shared.ask(one, 1010)
    shared.ask(other, 1020)
    refuse(one, 2000)
    refuse(one, 3000)
    refuse(other, 3000)
    shared.ask(other, 3010)
    shared.ask(one, 3020)
    shared.ask(other, 3030)
    assert.closeTo(one.learned.rate, 51.2, 1e-9)
    assert.strictEqual(other.learned.rate, one.learned.rate)
  })

  it("is not lost where a refusal comes while the store is asked", () => {
    const { one, shared } = both()
    refuse(one, 1000)
    shared.ask(one, 1010, () => refuse(one, 1020))
    assert.strictEqual(one.learned.rate, 64)
    shared.ask(one, 1030)
    assert.deepStrictEqual(shared.known(), { cuts: 2, rate: 64 })
  })

  it("is not told again by those who only heard it, and so is forgotten", () => {
    const { one, other, shared } = both()
    refuse(one, 1000)
    for (const each of [one, other]) shared.ask(each, 1010)
    shared.expire()
    for (const each of [one, other]) shared.ask(each, 70_000)
    assert.isUndefined(shared.known())
    assert.strictEqual(other.learned.rate, 80)
  })

  it("is learned anew where the store has forgotten it", () => {
    const { one, other, shared } = both()
    refuse(one, 1000)
    for (const each of [one, other]) shared.ask(each, 1010)
    shared.expire()
    const late = process(3)
    refuse(late, 70_000)
    for (const each of [late, one, other]) shared.ask(each, 70_010)
    assert.deepStrictEqual([one.learned.rate, other.learned.rate], [80, 80])
    refuse(other, 80_000)
    for (const each of [other, one, late]) shared.ask(each, 80_010)
    assert.deepStrictEqual([one.learned.rate, late.learned.rate], [64, 64])
  })

  it("is not halved once more by a process that found the server closed, and heard it from another", () => {
    const { one, other, shared } = both()
    for (const { learned } of [one, other])
      for (let n = 0; n < 3; n++) {
        learned.sent(1000)
        learned.refused(1000, 1005, false)
      }
    one.learned.answered(1100, 1105)
    assert.strictEqual(one.learned.rate, 50)
    shared.ask(one, 1110)
    shared.ask(other, 1120)
    other.learned.answered(1130, 1135)
    assert.strictEqual(other.learned.rate, 50)
  })
})

describe("what is asked", () => {
  it("is asked at most four times a second, under the quota that allows the least to all", () => {
    const { learned } = process(1)
    const quotas = [
      { ...quota, name: "day", limit: 1_000_000, per: "1 day" },
      quota,
      { ...quota, name: "each", limit: 1, each: "key" }
    ] as const
    const shared = new SharedRate(learned, quotas)
    assert.strictEqual(shared.quota?.name, "day")
    let asked = 0
    for (let now = 0; now < 1000; now++) if (shared.due(now)) asked++
    assert.strictEqual(asked, 4)
    assert.isFalse(new SharedRate(learned, quotas.slice(2)).due(5000))
  })

  it("spreads calls evenly where a burst is allowed, and less was learned", () => {
    const learned = new LearnedRate(random(1))
    const bucket: Quota = { ...quota, burst: 20 }
    const shared = new SharedRate(learned, [bucket])
    assert.strictEqual(shared.counted(bucket), bucket)
    learned.adopt(30, 1000)
    assert.deepStrictEqual(shared.counted(bucket), { ...quota, limit: 30 })
  })
})
