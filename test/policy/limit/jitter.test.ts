import { assert, describe, it } from "@effect/vitest"
import { Jitter } from "../../../src/policy/limit/jitter.ts"
import { random } from "../../storms/random.ts"

const measured = (rtt: number, share: number) => {
  const [jitter, chance] = [new Jitter(), random(1)]
  const way = () => (rtt / 2) * (1 + share * (2 * chance() - 1))
  for (let n = 0; n < 1000; n++) jitter.answered(way() + way())
  return jitter
}

describe("the margin of a window", () => {
  it("is half a percent where nothing is known, and where the network is even", () => {
    assert.strictEqual(new Jitter().margin(1000), 5)
    assert.strictEqual(measured(50, 0).margin(60_000), 300)
  })

  it("is the spread of one way where both ways are uneven", () => {
    // One way takes 70 to 130 ms.
    assert.closeTo(measured(200, 0.3).margin(1000), 60, 15)
  })

  it("is never more than a tenth", () => {
    assert.strictEqual(measured(2000, 0.9).margin(1000), 100)
  })
})
