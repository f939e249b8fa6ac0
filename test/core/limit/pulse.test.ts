import { assert, describe, it } from "@effect/vitest"
import { Pulse } from "../../../src/core/limit/pulse.ts"

const fed = (count: number, took: number, bound = false, pulse = new Pulse(30_000), from = 0) => {
  for (let n = 0; n < count; n++) pulse.add(took, bound, from + n * 10)
  return pulse
}

describe("how long answers take", () => {
  it("is their mean, the quickest, and what nearly all keep", () => {
    const pulse = fed(50, 100)
    for (let n = 0; n < 50; n++) pulse.add(n % 2 === 0 ? 80 : 120, false, 500 + n * 10)
    assert.strictEqual(pulse.usual(), 100)
    assert.strictEqual(pulse.takes().least, 80)
    assert.closeTo(pulse.takes().most, 140, 1)
  })

  it("is hardly moved by answers that our own load may have made late", () => {
    const pulse = fed(200, 20)
    assert.isBelow(fed(200, 200, true, pulse, 2000).usual(), 40)
    assert.isAbove(fed(200, 200, false, pulse, 4000).usual(), 80)
  })

  it("lately is the mean of about ten", () => {
    const pulse = fed(100, 20)
    assert.closeTo(fed(10, 220, false, pulse, 1000).recent, 20 + 200 * (1 - 0.9 ** 10), 1)
  })

  it("is forgotten after its memory", () => {
    const pulse = fed(100, 500)
    assert.strictEqual(fed(1, 20, false, pulse, 60_000).usual(), 20)
    assert.strictEqual(pulse.takes().least, 20)
  })

  it("is nothing before the first", () => {
    assert.deepStrictEqual([new Pulse(1000).usual(), new Pulse(1000).recent], [0, 0])
  })
})
