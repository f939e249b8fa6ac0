import { assert, describe, it } from "@effect/vitest"
import { LatencyEstimate } from "../../../src/policy/limit/latencyEstimate.ts"

const fed = (count: number, took: number, bound = false, latency = new LatencyEstimate(30_000), from = 0) => {
  for (let n = 0; n < count; n++) latency.add(took, bound, from + n * 10)
  return latency
}

describe("how long answers take", () => {
  it("is their mean, the shortest, and what nearly all stay within", () => {
    const latency = fed(50, 100)
    for (let n = 0; n < 50; n++) latency.add(n % 2 === 0 ? 80 : 120, false, 500 + n * 10)
    assert.strictEqual(latency.usual(), 100)
    assert.strictEqual(latency.range().least, 80)
    assert.closeTo(latency.range().most, 140, 1)
  })

  it("is hardly moved by answers that our own load may have made late", () => {
    const latency = fed(200, 20)
    assert.isBelow(fed(200, 200, true, latency, 2000).usual(), 40)
    assert.isAbove(fed(200, 200, false, latency, 4000).usual(), 80)
  })

  it("lately is the mean of about ten", () => {
    const latency = fed(100, 20)
    assert.closeTo(fed(10, 220, false, latency, 1000).recent, 20 + 200 * (1 - 0.9 ** 10), 1)
  })

  it("is forgotten after its memory", () => {
    const latency = fed(100, 500)
    assert.strictEqual(fed(1, 20, false, latency, 60_000).usual(), 20)
    assert.strictEqual(latency.range().least, 20)
  })

  it("is nothing before the first", () => {
    assert.deepStrictEqual([new LatencyEstimate(1000).usual(), new LatencyEstimate(1000).recent], [0, 0])
  })
})
