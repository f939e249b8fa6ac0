/** Tokens are remembered as long as an answer may still speak of them, and forgotten soon after their end. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { SeenTokens } from "../../src/pipeline/auth/seenTokens.ts"
import { fromJson, make } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"

it("12,000 tokens over a layer's life are never more than a few at once", () => {
  const seen = new SeenTokens(["always"])
  const minute = 60_000
  for (let index = 0; index < 12_000; index++) {
    seen.add(`token-${index}`, index * minute + minute, index * minute)
    assert.isAtMost(seen.all(index * minute).length, 14)
    assert.include(seen.all(index * minute), `token-${index}`)
  }
  assert.deepStrictEqual(seen.all(12_000 * minute + 3_600_000), ["always"])
})

it("tokens that were refused long before their end are forgotten too", () => {
  const seen = new SeenTokens([])
  for (let index = 0; index < 12_000; index++) {
    const now = index * 1_000
    seen.add(`token-${index}`, now + 18_000_000, now)
    seen.refused(`token-${index}`, now + 500)
    // However quickly they are refused: each that is remembered is searched for in every answer.
    assert.isAtMost(seen.all(now + 500).length, 24)
    assert.include(seen.all(now + 500), `token-${index}`)
  }
})

it("the list of secrets is the same one as long as nothing has changed", () => {
  const seen = new SeenTokens(["always"])
  seen.add("a", 1_000, 0)
  assert.strictEqual(seen.all(1), seen.all(600_999))
  assert.notStrictEqual(seen.all(1), seen.all(601_000))
})

it.effect(
  "a token is hidden while it is in use and for a while after its end, and then no longer searched for",
  () => {
    let answered = 0
    const wire = Shop.transport((_method, url) =>
      url.pathname === "/token"
        ? fromJson(200, {}, { token: `token-number-${++answered}`, seconds: 600 })
        : make(418, {}, "token-number-1 and token-number-2")
    )
    const excerpt = Effect.map(Effect.flip(Shop.getOrder({ id: "a" })), (failure) => failure.excerpt)
    return Effect.gen(function* () {
      assert.strictEqual(yield* excerpt, "<redacted> and token-number-2")
      yield* TestClock.adjust("11 minutes")
      assert.strictEqual(yield* excerpt, "<redacted> and <redacted>")
      yield* TestClock.adjust("9 minutes")
      assert.strictEqual(yield* excerpt, "token-number-1 and <redacted>")
    }).pipe(Effect.provide(Shop.layer(wire.layer, {}, Shop.tokenAuth)))
  }
)

it.effect("what buys the token is never forgotten", () => {
  const wire = Shop.transport((_method, url) =>
    url.pathname === "/token"
      ? fromJson(200, {}, { token: "t-1234567", seconds: 600 })
      : make(418, {}, "s3cret-password")
  )
  return Effect.gen(function* () {
    yield* TestClock.adjust("10 hours")
    const failure = yield* Effect.flip(Shop.getOrder({ id: "a" }))
    assert.strictEqual(failure.excerpt, "<redacted>")
  }).pipe(Effect.provide(Shop.layer(wire.layer, {}, Shop.tokenAuth)))
})
