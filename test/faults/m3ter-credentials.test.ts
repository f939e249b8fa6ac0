/** What m3ter says of keys, secrets and tokens, in whatever words: faults A9, A15. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import { ended, m3ter } from "../vendors/m3ter/m3ter.ts"

const html =
  "<html><head><title>403 Forbidden</title></head><body>Access to this page is blocked</body></html>"

describe("a request for a token that is refused means that the key or the secret is wrong", () => {
  const answers: ReadonlyArray<readonly [string, Wire]> = [
    ["401 without a body", make(401, {}, "")],
    ["403 without a body", make(403, {}, "")],
    ["401 of OAuth", fromJson(401, {}, { error: "invalid_client", error_description: "Bad client" })],
    ["403 in m3ter's form", fromJson(403, {}, { message: "Forbidden" })],
    ["403 that speaks of a token", fromJson(403, {}, { message: "Unauthorized: token expired" })],
    ["401 in HTML", make(401, {}, html)],
    ["403 as plain text", make(403, {}, "Invalid API key")],
    ["403 of AWS", fromJson(403, {}, { Message: "Access denied" })]
  ]
  it.effect.each(answers)("%s", ([, wire]) => {
    const { layer, requested, sent } = m3ter([], {}, [wire])
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(M3ter.getAccount({ id: "a1" }))
      assert.deepStrictEqual(
        [failure._tag, failure.operation, failure.category, failure.retry],
        ["M3ter.CredentialsRefused", "M3ter.getToken", "unauthenticated", "never"]
      )
      assert.match(failure.remedy, /M3TER_API_KEY and M3TER_API_SECRET/)
      assert.notMatch(failure.message, /organization id/)
      assert.deepStrictEqual([requested.length, sent.length], [1, 0])
    }).pipe(Effect.provide(layer))
  })
})

describe("a token that is not taken is renewed, once", () => {
  const stale: ReadonlyArray<readonly [string, Wire]> = [
    ["401 without a body", make(401, {}, "")],
    ["401 in HTML", make(401, {}, html)],
    ["401 in m3ter's form", fromJson(401, {}, { message: "No" })],
    ["403 Unauthorized as plain text", make(403, { "content-type": "text/plain" }, "Unauthorized\n")],
    ["403 Unauthorised", fromJson(403, {}, { message: "The call is unauthorised." })],
    ["403 with `Message`", fromJson(403, {}, { Message: "The incoming token has expired" })],
    ["403 with `error`", fromJson(403, {}, { error: "unauthorized" })],
    ["403 about the bearer token", fromJson(403, {}, { message: "The bearer token has expired" })],
    ["403 about an invalid token", fromJson(403, {}, { errors: [{ message: "Invalid access token" }] })]
  ]
  it.effect.each(stale)("%s", ([, wire]) => {
    const { layer, requested, sent } = m3ter([wire, fromJson(200, {}, { id: "a1" }), wire])
    return Effect.gen(function* () {
      assert.strictEqual((yield* ended(M3ter.getAccount({ id: "a1" }))).id, "a1")
      assert.deepStrictEqual(
        sent.map(({ authorization }) => authorization),
        ["Bearer token-1", "Bearer token-2"]
      )
      // It lasts: the call ends with it after one more token, and does not go on for ever.
      const failure = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, requested.length, sent.length],
        ["M3ter.TokenExpired", "Refused", 3, 4]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("by a write as well: it was refused before anything was done", () => {
    const { layer, sent } = m3ter([make(401, {}, ""), fromJson(200, {}, { id: "p1" })])
    return Effect.gen(function* () {
      yield* ended(M3ter.createProduct({ name: "Storage", code: "storage" }))
      assert.strictEqual(sent.length, 2)
    }).pipe(Effect.provide(layer))
  })
})

describe("a 403 of unclear wording renews a token that is old", () => {
  const unclear: ReadonlyArray<readonly [string, Wire]> = [
    ["without a body", make(403, {}, "")],
    ["in HTML", make(403, {}, html)],
    ["in m3ter's form", fromJson(403, {}, { message: "Forbidden" })]
  ]
  it.effect.each(unclear)("%s", ([, wire]) => {
    const good = fromJson(200, {}, { id: "a1" })
    const { layer, requested, sent } = m3ter([good, wire, good, wire])
    return Effect.gen(function* () {
      yield* M3ter.getAccount({ id: "a1" })
      yield* TestClock.adjust("2 minutes")
      yield* ended(M3ter.getAccount({ id: "a1" }))
      assert.deepStrictEqual([requested.length, sent.length], [2, 3])
      // The new token is young: the same answer is now about the call.
      const failure = yield* ended(Effect.flip(M3ter.getAccount({ id: "a1" })))
      assert.deepStrictEqual(
        [failure._tag, failure.category, requested.length, sent.length],
        ["M3ter.Forbidden", "forbidden", 2, 4]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("the life of a token is read leniently", () => {
  const tokenWith = (more: object) => fromJson(200, {}, { access_token: "t", token_type: "Bearer", ...more })
  const lives: ReadonlyArray<readonly [string, object, goodFor: number]> = [
    ["a number", { expires_in: 18_000 }, 17_700],
    ["a text", { expires_in: "18000" }, 17_700],
    ["a text with a fraction", { expires_in: " 18000.0 " }, 17_700],
    ["nothing", {}, 150],
    ["null", { expires_in: null }, 150],
    ["a word", { expires_in: "later" }, 150],
    ["zero", { expires_in: 0 }, 150],
    ["a negative number", { expires_in: -1 }, 150]
  ]
  it.effect.each(lives)("%s", ([, more, seconds]) => {
    const { layer, requested } = m3ter([fromJson(200, {}, { id: "a1" })], {}, [tokenWith(more)])
    return Effect.gen(function* () {
      yield* M3ter.getAccount({ id: "a1" })
      yield* TestClock.adjust(`${seconds - 1} seconds`)
      yield* M3ter.getAccount({ id: "a1" })
      assert.strictEqual(requested.length, 1)
      yield* TestClock.adjust("2 seconds")
      yield* M3ter.getAccount({ id: "a1" })
      assert.strictEqual(requested.length, 2)
    }).pipe(Effect.provide(layer))
  })
})

it.effect("explain tells a refused key from a refused call", () =>
  Effect.gen(function* () {
    const of = (wire: Wire, operation?: typeof M3ter.getToken | typeof M3ter.getAccount) =>
      Effect.map(
        Diagnose.explain(M3ter.vendor, wire, operation === undefined ? {} : { operation }),
        ({ tag }) => tag
      )
    const refused = make(403, {}, "")
    assert.strictEqual(yield* of(refused, M3ter.getToken), "M3ter.CredentialsRefused")
    assert.strictEqual(yield* of(refused, M3ter.getAccount), "M3ter.Forbidden")
    assert.strictEqual(yield* of(refused), "M3ter.Forbidden")
    assert.strictEqual(yield* of(make(401, {}, ""), M3ter.getToken), "M3ter.CredentialsRefused")
    assert.strictEqual(yield* of(make(401, {}, ""), M3ter.getAccount), "M3ter.TokenExpired")
  })
)
