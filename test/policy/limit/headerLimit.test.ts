import { assert, describe, it } from "@effect/vitest"
import { HeaderLimit } from "../../../src/policy/limit/headerLimit.ts"

describe("a limit known from headers", () => {
  it("is unknown before the first headers, and where the window is", () => {
    const headerLimit = new HeaderLimit()
    assert.isFalse(headerLimit.update({ limit: 50, remaining: 3 }, 0))
    assert.isFalse(headerLimit.update({ remaining: 3, resetAt: 500 }, 0))
    assert.isFalse(headerLimit.update({ limit: 0, resetAt: 500 }, 0))
    assert.isUndefined(headerLimit.window)
  })

  it("says once that it changed", () => {
    const headerLimit = new HeaderLimit()
    assert.isTrue(headerLimit.update({ limit: 50, remaining: 49, resetAt: 1000, window: 1000 }, 0))
    assert.isFalse(headerLimit.update({ limit: 50, remaining: 48, resetAt: 1000, window: 1000 }, 20))
    assert.isTrue(headerLimit.update({ limit: 60, remaining: 48, resetAt: 1000, window: 1000 }, 40))
    assert.strictEqual(headerLimit.limit, 60)
  })

  it("takes a reset in whole seconds for up to a second too late", () => {
    // A sliding second that is rounded up to a whole one reads as almost two.
    const headerLimit = new HeaderLimit()
    headerLimit.update({ limit: 50, remaining: 49, resetAt: 1999, coarse: true }, 0)
    assert.strictEqual(headerLimit.window, 1000)
  })

  it("learns the window of a minute from the longest time to a reset", () => {
    const headerLimit = new HeaderLimit()
    headerLimit.update({ limit: 250, remaining: 100, resetAt: 20_000, coarse: true }, 0)
    assert.strictEqual(headerLimit.window, 20_000)
    headerLimit.update({ limit: 250, remaining: 249, resetAt: 79_500, coarse: true }, 20_200)
    assert.strictEqual(headerLimit.window, 60_000)
  })

  it("begins anew when the server names another limit", () => {
    const headerLimit = new HeaderLimit()
    headerLimit.update({ limit: 250, remaining: 100, resetAt: 60_000 }, 0)
    headerLimit.update({ limit: 10, remaining: 9, resetAt: 1000 }, 0)
    assert.strictEqual(headerLimit.window, 1000)
  })
})
