import { assert, describe, it } from "@effect/vitest"
import { Hinted } from "../../../src/core/limit/hinted.ts"
import { Sends } from "../../../src/core/limit/sends.ts"

const make = () => {
  const sends = new Sends()
  const hinted = new Hinted(sends, (window) => window)
  const send = (at: number) => {
    sends.sent(at)
    hinted.sent(at)
  }
  return { hinted, send }
}

const interval = (hinted: Hinted, send: (at: number) => void, at: number) => {
  send(at)
  send(at)
  return hinted.readyAt(at, 0) - at
}

describe("a limit known from headers", () => {
  it("holds nothing back before anything is heard, nor where the window cannot be told", () => {
    const { hinted } = make()
    assert.strictEqual(hinted.readyAt(0, 0), -Infinity)
    hinted.heard({ limit: 50, remaining: 3 }, 0, 0)
    hinted.heard({ remaining: 3, resetAt: 500 }, 0, 0)
    hinted.heard({ limit: 0, resetAt: 500 }, 0, 0)
    assert.strictEqual(hinted.readyAt(0, 0), -Infinity)
  })

  it("is released evenly, at 99 % of the declared rate", () => {
    const { hinted, send } = make()
    hinted.heard({ limit: 50, remaining: 49, resetAt: 1000, window: 1000 }, 0, 0)
    assert.closeTo(interval(hinted, send, 0), 2 * 20.2 - 9, 0.1)
  })

  it("takes a reset in whole seconds for up to a second too late", () => {
    // A sliding second that is rounded up to a whole one reads as almost two.
    const { hinted } = make()
    hinted.heard({ limit: 50, remaining: 49, resetAt: 1999, coarse: true }, 0, 0)
    assert.strictEqual(hinted.window, 1000)
  })

  it("learns the window of a minute from the longest time to a reset", () => {
    const { hinted } = make()
    hinted.heard({ limit: 250, remaining: 100, resetAt: 20_000, coarse: true }, 0, 0)
    assert.strictEqual(hinted.window, 20_000)
    hinted.heard({ limit: 250, remaining: 249, resetAt: 79_500, coarse: true }, 20_100, 20_200)
    assert.strictEqual(hinted.window, 60_000)
  })

  it("never lets more go in a window than it holds", () => {
    const { hinted, send } = make()
    for (let n = 0; n < 10; n++) send(n)
    hinted.heard({ limit: 10, remaining: 0, resetAt: 1000, window: 1000 }, 9, 10)
    assert.strictEqual(hinted.readyAt(10, 0), 1000)
  })

  it("spreads what others leave over the rest of the window", () => {
    const { hinted, send } = make()
    send(0)
    hinted.heard({ limit: 100, remaining: 10, resetAt: 30_000, window: 60_000 }, 0, 0)
    assert.closeTo(hinted.readyAt(0, 0), 30_000 / (10 * 0.99), 1)
    hinted.heard({ limit: 100, remaining: 0, resetAt: 30_000, window: 60_000 }, 0, 0)
    assert.strictEqual(hinted.readyAt(1000, 0), 30_000)
    assert.isAtMost(hinted.readyAt(30_000, 0), 30_000)
  })

  it("begins anew when the server names another limit", () => {
    const { hinted } = make()
    hinted.heard({ limit: 250, remaining: 100, resetAt: 60_000 }, 0, 0)
    hinted.heard({ limit: 10, remaining: 9, resetAt: 1000 }, 0, 0)
    assert.strictEqual(hinted.window, 1000)
  })
})
