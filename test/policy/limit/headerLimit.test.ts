import { assert, describe, it } from "@effect/vitest"
import { HeaderLimit } from "../../../src/policy/limit/headerLimit.ts"
import { Sends } from "../../../src/policy/limit/sends.ts"

const make = () => {
  const sends = new Sends()
  const headerLimit = new HeaderLimit(sends, (window) => window)
  const send = (at: number) => {
    sends.sent(at)
    headerLimit.sent(at)
  }
  return { headerLimit, send }
}

const interval = (headerLimit: HeaderLimit, send: (at: number) => void, at: number) => {
  send(at)
  send(at)
  return headerLimit.readyAt(at, 0) - at
}

describe("a limit known from headers", () => {
  it("limits nothing before the first headers, nor where the window is unknown", () => {
    const { headerLimit } = make()
    assert.strictEqual(headerLimit.readyAt(0, 0), -Infinity)
    headerLimit.update({ limit: 50, remaining: 3 }, 0, 0)
    headerLimit.update({ remaining: 3, resetAt: 500 }, 0, 0)
    headerLimit.update({ limit: 0, resetAt: 500 }, 0, 0)
    assert.strictEqual(headerLimit.readyAt(0, 0), -Infinity)
  })

  it("is released evenly, at 99 % of the declared rate", () => {
    const { headerLimit, send } = make()
    headerLimit.update({ limit: 50, remaining: 49, resetAt: 1000, window: 1000 }, 0, 0)
    assert.closeTo(interval(headerLimit, send, 0), 2 * 20.2 - 9, 0.1)
  })

  it("takes a reset in whole seconds for up to a second too late", () => {
    // A sliding second that is rounded up to a whole one reads as almost two.
    const { headerLimit } = make()
    headerLimit.update({ limit: 50, remaining: 49, resetAt: 1999, coarse: true }, 0, 0)
    assert.strictEqual(headerLimit.window, 1000)
  })

  it("learns the window of a minute from the longest time to a reset", () => {
    const { headerLimit } = make()
    headerLimit.update({ limit: 250, remaining: 100, resetAt: 20_000, coarse: true }, 0, 0)
    assert.strictEqual(headerLimit.window, 20_000)
    headerLimit.update({ limit: 250, remaining: 249, resetAt: 79_500, coarse: true }, 20_100, 20_200)
    assert.strictEqual(headerLimit.window, 60_000)
  })

  it("never lets more go in a window than it holds", () => {
    const { headerLimit, send } = make()
    for (let n = 0; n < 10; n++) send(n)
    headerLimit.update({ limit: 10, remaining: 0, resetAt: 1000, window: 1000 }, 9, 10)
    assert.strictEqual(headerLimit.readyAt(10, 0), 1000)
  })

  it("spreads what others leave over the rest of the window", () => {
    const { headerLimit, send } = make()
    send(0)
    headerLimit.update({ limit: 100, remaining: 10, resetAt: 30_000, window: 60_000 }, 0, 0)
    assert.closeTo(headerLimit.readyAt(0, 0), 30_000 / (10 * 0.99), 1)
    headerLimit.update({ limit: 100, remaining: 0, resetAt: 30_000, window: 60_000 }, 0, 0)
    assert.strictEqual(headerLimit.readyAt(1000, 0), 30_000)
    assert.isAtMost(headerLimit.readyAt(30_000, 0), 30_000)
  })

  it("begins anew when the server names another limit", () => {
    const { headerLimit } = make()
    headerLimit.update({ limit: 250, remaining: 100, resetAt: 60_000 }, 0, 0)
    headerLimit.update({ limit: 10, remaining: 9, resetAt: 1000 }, 0, 0)
    assert.strictEqual(headerLimit.window, 1000)
  })
})
