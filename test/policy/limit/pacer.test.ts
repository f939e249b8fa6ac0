import { assert, describe, it } from "@effect/vitest"
import { longestHold, Pacer } from "../../../src/policy/limit/pacer.ts"
import type { Quota } from "../../../src/policy/limit/quota.ts"
import { random } from "../../storms/random.ts"

const quota: Quota = { name: "test", limit: 50, per: "1 second", scope: "a workspace", source: "test" }
const make = (...quotas: ReadonlyArray<Quota>) => new Pacer(quotas, random(1))
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

describe("a refusal that names a time", () => {
  it("holds all calls back until then, where it is two seconds or more", () => {
    const pacer = make()
    pacer.sent("", 0)
    pacer.limited({ retryAt: 2000, rounded: true }, 0, 0)
    assert.strictEqual(pacer.heldUntil, 2000)
  })

  it("holds them back for less where the time is exact", () => {
    const pacer = make()
    pacer.sent("", 0)
    pacer.limited({ retryAt: 300 }, 0, 0)
    assert.strictEqual(pacer.readyAt(0), 300)
  })

  it("of one whole second is tried within the second: it may be almost a second too long", () => {
    const pacer = make()
    pacer.sent("", 0)
    pacer.limited({ retryAt: 1000, rounded: true }, 0, 0)
    assert.isAbove(pacer.readyAt(0), 10)
    assert.isBelow(pacer.readyAt(0), 30)
  })

  it("holds them back until a reset, where it names no other time", () => {
    const pacer = make()
    pacer.sent("", 0)
    pacer.limited({ limit: 100, remaining: 0, resetAt: 1_800_000, coarse: true }, 0, 0)
    assert.strictEqual(pacer.heldUntil, 1_800_000)
  })
})

describe("a hold", () => {
  for (const [says, quotas, longest] of [
    ["an hour where nothing is documented", [], longestHold],
    ["the documented window", [{ ...quota, limit: 100, per: "1 day" }], day],
    ["a lock-out that is documented", [{ ...quota, longest: "10 minutes" }], 10 * minute],
    [
      "the longest of several",
      [
        { ...quota, longest: "1 minute" },
        { ...quota, longest: "2 hours" }
      ],
      2 * hour
    ]
  ] as const) {
    it(`is believed up to ${says}`, () => {
      const pacer = make(...quotas)
      pacer.sent("", 0)
      pacer.limited({ retryAt: longest, rounded: true }, 0, 0)
      assert.strictEqual(pacer.heldUntil, longest)
      const other = make(...quotas)
      other.sent("", 0)
      other.limited({ retryAt: 365 * day, rounded: true }, 0, 0)
      assert.isAtMost(Math.abs(other.heldUntil - longest), 0)
    })
  }

  it("that is implausible is tried by single calls past that, and ends with the first that is accepted", () => {
    const pacer = make()
    const tries: Array<number> = []
    pacer.sent("", 0)
    pacer.limited({ retryAt: 365 * day, rounded: true }, 0, 0)
    for (let now = 0; now < 3 * hour; now = Math.max(now + 1, pacer.readyAt(now))) {
      if (pacer.readyAt(now) > now) continue
      tries.push(now)
      pacer.sent("", now)
      if (tries.length < 10) pacer.limited({ retryAt: now + 365 * day, rounded: true }, now, now + 5)
      else break
    }
    assert.strictEqual(tries[0], hour)
    // A tenth of an hour and more between them, not an hour, and not at once.
    for (const [index, at] of tries.entries())
      if (index > 0) assert.closeTo((at - (tries[index - 1] ?? 0)) / (0.1 * at), 1, 0.4)
    pacer.answered({}, tries.at(-1) ?? 0, (tries.at(-1) ?? 0) + 5)
    assert.isAtMost(pacer.readyAt(3 * hour), 3 * hour)
  })
})

describe("a declared quota", () => {
  it("is learned to be lower by its refusals, not at the first", () => {
    const pacer = make(quota)
    pacer.sent("", 0)
    pacer.limited({}, 0, 5)
    assert.isAtMost(pacer.readyAt(100), 100)
  })

  it("keeps the burst that it documents", () => {
    const pacer = make({ ...quota, limit: 2, burst: 20 })
    let sent = 0
    for (; pacer.readyAt(0) <= 0; sent++) pacer.sent("", 0)
    assert.strictEqual(sent, 20)
  })

  it("is not exceeded because headers state more", () => {
    const pacer = make({ ...quota, limit: 10 })
    pacer.sent("", 0)
    pacer.answered({ limit: 100, remaining: 99, window: 1000 }, 0, 5)
    let sent = 0
    for (let now = 1000; now < 2000; now++)
      if (pacer.readyAt(now) <= now) {
        pacer.sent("", now)
        sent++
      }
    assert.isAtMost(sent, 10)
  })
})

describe("a wait that the vendor documents", () => {
  const advised: Quota = { ...quota, longest: "1 minute", backoff: { first: "1 second", factor: 3 } }

  it("holds all calls back after a refusal that does not say when, longer each time in a row", () => {
    const pacer = make(advised)
    const pauses: Array<number> = []
    for (let n = 0, now = 0; n < 6; n++) {
      pacer.sent("", now)
      pacer.limited({}, now, now)
      pauses.push(pacer.heldUntil - now)
      now = Math.max(now, pacer.heldUntil)
    }
    assert.deepStrictEqual(pauses, [1000, 3000, 9000, 27_000, 60_000, 60_000])
  })

  it("is one for the calls that were under way together, and begins anew after an answer", () => {
    const pacer = make(advised)
    pacer.limited({}, 0, 10)
    pacer.limited({}, 5, 20)
    assert.strictEqual(pacer.heldUntil, 1010)
    pacer.answered({}, 1010, 1020)
    pacer.limited({}, 1030, 1040)
    assert.strictEqual(pacer.heldUntil, 2040)
  })

  it("gives way to one that the refusal names", () => {
    const pacer = make(advised)
    pacer.limited({ retryAt: 400 }, 0, 10)
    assert.strictEqual(pacer.heldUntil, 400)
  })
})
