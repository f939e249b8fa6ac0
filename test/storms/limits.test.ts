/** Limits of other sizes than in `targets.test.ts`, every part of the server's second, and the rate that a server sees. */
import { assert, describe, it } from "@effect/vitest"
import type { Headers, Model } from "./server.ts"
import { run, type Scenario } from "./storm.ts"

const models: ReadonlyArray<Model> = ["fixed", "sliding", "bucket"]
const noon = 1_785_000_000_000

/** Twice as many calls as the limit allows, for `windows` windows, with as long to live: 100 % is possible. */
const twice = (
  model: Model,
  headers: Headers,
  limit: number,
  per: number,
  windows: number,
  phase: number
): Scenario => ({
  server: { limits: { model, headers, limit, per } },
  rate: (2000 * limit) / per,
  lasts: windows * per,
  deadline: windows * per,
  timeout: 2000,
  seed: phase + 1,
  phase: noon + phase
})

const passes = (scenario: Scenario, says: string) => {
  const { ok, refused, traffic, worst } = run(scenario)
  const found = `${says}: ${ok} at ${traffic}, ${refused} refused`
  assert.isAtLeast(ok, 0.98, found)
  assert.isAtMost(traffic, 1.05, found)
  return worst
}

describe("98 % get through at no more than 1.05 times the traffic", () => {
  for (const model of models) {
    it(`wherever in the second of a ${model} window the storm begins, with only Retry-After`, () => {
      for (let phase = 0; phase < 1000; phase += 90) {
        passes(twice(model, "retry-after", 50, 1000, 10, phase), `phase ${phase}`)
      }
    }, 60_000)

    it(`at 500 per 10 s and 250 per minute in a ${model} window, with only Retry-After`, () => {
      passes(twice(model, "retry-after", 500, 10_000, 2, 3000), "500 per 10 s")
      passes(twice(model, "retry-after", 250, 60_000, 2, 18_000), "250 per minute")
    }, 60_000)
  }
})

// One more is the call that makes up for a late timer, one that a second may begin and end with.
it("no window ever sees more than its limit, and a second never the burst of two, with all headers", () => {
  for (const phase of [0, 500, 990]) {
    assert.isAtMost(passes(twice("fixed", "all", 50, 1000, 10, phase), `phase ${phase}`), 52)
    assert.isAtMost(passes(twice("sliding", "all", 50, 1000, 10, phase), `phase ${phase}`), 50)
  }
})

it("without a policy half of the calls fail: the storm is one", () => {
  for (const model of models) assert.isBelow(run(twice(model, "all", 50, 1000, 10, 0), "none").ok, 0.56)
})
