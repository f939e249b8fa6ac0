/** No secret is shown: not those that are sent, not those that the vendor sends back, wherever in its answer they stand. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted, Schema } from "effect"
import * as Auth from "../../src/pipeline/Auth.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"

const secret = "key-1234567890"
const read = Shop.getOrder({ id: "a" })
const write = Shop.placeOrder({ article: "tea", count: 1 })

const answering = (wire: Wire, auth?: Auth.Auth) =>
  Effect.provide(Shop.layer(Shop.transport(() => wire).layer, {}, auth))

describe("a secret that the vendor sends back", () => {
  it.effect("in a header is blanked, in a success and in a failure", () => {
    const echo = { "x-request-id": `r-${secret}`, "x-echo": `Bearer ${secret}` }
    return Effect.gen(function* () {
      const { headers, requestId } = yield* answering(fromJson(200, echo, { id: "o1", count: 1 }))(
        Shop.getOrder.withResponse({ id: "a" })
      )
      assert.deepStrictEqual([headers["x-echo"], requestId], ["Bearer <redacted>", "r-<redacted>"])
      const failure = yield* Effect.flip(answering(fromJson(400, echo, { message: "no" }))(read))
      assert.strictEqual(failure.requestId, "r-<redacted>")
    })
  })

  it.effect("in an answer that nobody documents is blanked in its excerpt", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(answering(make(418, {}, `no tea for ${secret}`))(read))
      assert.strictEqual(failure._tag, "Unrecognized")
      assert.strictEqual(failure.excerpt, "no tea for <redacted>")
      assert.notInclude(`${failure.message} ${JSON.stringify(failure)}`, secret)
    })
  )

  it.effect("in an answer that nobody documents is blanked in its words, wherever they stand", () =>
    Effect.gen(function* () {
      for (const body of [
        { message: `no ${secret}` },
        { odd: { detail: `no ${secret}` }, error: `no ${secret}` }
      ]) {
        const failure = yield* Effect.flip(answering(fromJson(418, {}, body))(read))
        assert.strictEqual(failure._tag, "Unrecognized")
        assert.strictEqual(failure.vendorMessage, "no <redacted>")
        assert.notInclude(`${failure.message} ${JSON.stringify(failure)}`, secret)
      }
    })
  )

  it.effect("in an answer that cannot be read is blanked in its excerpt", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(answering(make(200, {}, `<html>no tea for ${secret}</html>`))(read))
      assert.strictEqual(failure._tag, "Unreadable")
      assert.strictEqual(failure.excerpt, "no tea for <redacted>")
    })
  )

  it.effect("does not change what the answer means, where it is a word of it", () => {
    const wire = fromJson(400, {}, { message: "Sorry, sold out.", article: "tea" })
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(answering(wire, Auth.bearer(Redacted.make("sold")))(write))
      assert.strictEqual(failure._tag, "Shop.SoldOut")
      assert.strictEqual(failure.vendorMessage, "Sorry, <redacted> out.")
    })
  })
})

it.effect("a token and what buys it are both secrets, wherever they come back", () => {
  const wire = Shop.transport((_method, url, headers) =>
    url.pathname === "/token"
      ? fromJson(200, {}, { token: "t-987", seconds: 600 })
      : make(418, {}, `no ${headers["authorization"]}, no s3cret-password`)
  )
  return Effect.gen(function* () {
    assert.strictEqual((yield* Effect.flip(read)).excerpt, "no Bearer <redacted>, no <redacted>")
  }).pipe(Effect.provide(Shop.layer(wire.layer, {}, Shop.tokenAuth)))
})

describe("a field that is named like a secret", () => {
  it.effect("is blanked in the excerpt of an answer, whoever's secret it is", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(answering(make(418, {}, `{"odd":1,"password":"hunter2"}`))(read))
      assert.strictEqual(failure.excerpt, `{"odd":1,"password":"<redacted>"}`)
    })
  )

  it.effect("is blanked in the request, in its body and in its query", () => {
    const login = Shop.operation("login", () => ({
      method: "POST",
      path: "/login",
      input: Schema.Struct({ user: Schema.String, password: Schema.String, apiKey: Schema.String }),
      output: Schema.Unknown,
      query: ["apiKey"],
      idempotent: true
    }))
    const given = { user: "me", password: "hunter2", apiKey: "hunter3" }
    return Effect.gen(function* () {
      const { request } = yield* Effect.flip(answering(fromJson(400, {}, {}))(login(given)))
      assert.strictEqual(request?.body, `{"user":"me","password":"<redacted>"}`)
      assert.strictEqual(request?.url, "https://shop.example/login?apiKey=%3Credacted%3E")
    })
  })
})

it.effect(
  "the request is shown as it was before credentials were added, whether or not an answer came",
  () => {
    const auth = Auth.bodyField("app", Redacted.make(secret))
    const sent: Array<string> = []
    const wire = Shop.transport((_method, _url, _headers, body) => {
      sent.push(body)
      return fromJson(400, {}, { message: "no" })
    })
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(write)
      assert.deepStrictEqual(sent, [`{"app":"${secret}","article":"tea","count":1}`])
      assert.strictEqual(failure.request?.body, `{"article":"tea","count":1}`)
    }).pipe(Effect.provide(Shop.layer(wire.layer, {}, auth)))
  }
)
