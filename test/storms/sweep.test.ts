/** The default policy is never worse than no retries: a brownout behind a limit at every load and timeout, and where nothing is wrong. */
import { assert, describe, it } from "@effect/vitest"
import type { Model, ServerOptions } from "./server.ts"
import { run, type Scenario } from "./storm.ts"

const loads = [0.3, 0.5, 0.7, 0.9]
const timeouts = [200, 500, 1000, 2000]
const noon = 1_785_000_000_000

const notWorse = (scenario: Scenario, says: string) => {
  const with_ = run(scenario)
  const without = run(scenario, "none")
  assert.isAtLeast(with_.ok, without.ok, `${says}: ${with_.ok} with, ${without.ok} without`)
  return with_
}

describe("never worse than no retries", () => {
  for (const model of ["fixed", "sliding", "bucket"] satisfies ReadonlyArray<Model>) {
    it(`through a brownout behind a ${model} window of 120 per second, at every load and timeout`, () => {
      for (const load of loads) {
        for (const timeout of timeouts) {
          const limits = { model, headers: "retry-after", limit: 120, per: 1000 } as const
          const server = { capacity: 150, limits, trouble: { from: 3000, to: 6000, share: 0.1 } }
          const scenario = {
            server,
            rate: 150 * load,
            lasts: 12_000,
            deadline: 5000,
            timeout,
            seed: timeout,
            phase: noon + 300
          }
          const { traffic } = notWorse(scenario, `load ${load}, timeout ${timeout}`)
          assert.isAtMost(traffic, 1.1)
        }
      }
    }, 60_000)
  }
})

describe("no harm where nothing is wrong", () => {
  const calm = (server: Omit<ServerOptions, "seed">, timeout = 10_000): Scenario => ({
    server,
    rate: 100,
    lasts: 10_000,
    deadline: 10_000,
    timeout,
    seed: 1
  })

  it("but answers take very different times", () => {
    for (const [median, sigma] of [
      [20, 1.2],
      [100, 0.7],
      [100, 1.2],
      [400, 0.7],
      [400, 1.2]
    ] as const) {
      const { traffic } = notWorse(calm({ thinking: { median, sigma } }), `median ${median}, sigma ${sigma}`)
      assert.isAtMost(traffic, 1.01)
    }
  })

  it("but a share of the calls fails whatever the load", () => {
    for (const flaky of [0.02, 0.1, 0.3]) {
      const server = { flaky, thinking: { median: 100, sigma: 0.5 } }
      const { traffic } = notWorse(calm(server), `${flaky} fail`)
      // The budget pays for a tenth, and the reserve of one per second.
      assert.isAtMost(traffic, 1.13)
    }
  })

  it("but a share of the answers comes after the timeout", () => {
    for (const median of [200, 400, 600]) {
      notWorse(calm({ thinking: { median, sigma: 0.7 } }, 1000), `median ${median}`)
    }
  })

  it("but demand stays above capacity: as many get through as the server can serve", () => {
    const server = { capacity: 150 }
    const { traffic, ok } = notWorse(
      { ...calm(server, 2000), rate: 300, lasts: 20_000, deadline: 5000 },
      "300 of 150 per second"
    )
    // In 25 s it can serve 3,750 of the 6,000 calls.
    assert.isAtLeast(ok, 0.6)
    assert.isAtMost(traffic, 0.64)
  })
})
