/** The shapes that an operation's form carries: credentials, places of fields, bodies, answers, headers, settings. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted, Schema } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import { operations } from "../../src/contract/Operation.ts"
import { define } from "../../src/contract/Vendor.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"

interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

const bytes = new Uint8Array([0, 1, 2, 250, 255])

const recording = (answer: (seen: Seen) => Response) => {
  const seen: Array<Seen> = []
  const layer = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const body = request.body._tag === "Uint8Array" ? request.body.body : new Uint8Array()
      const one = { method: request.method, url: url.href, headers: { ...request.headers }, body }
      seen.push(one)
      return Effect.sync(() => HttpClientResponse.fromWeb(request, answer(one)))
    })
  )
  return { seen, layer }
}

const vendor = define({
  ...Shop.vendor,
  settings: ["shopId", "branding"],
  records: [{ status: "4xx", level: "Info" }]
})
const operation = operations<Shop.Always>()(Shop.ShopApi, vendor)
const text = (seen: Seen | undefined) => new TextDecoder().decode(seen?.body)

const layerOf = (
  { layer }: { readonly layer: Layer.Layer<HttpClient.HttpClient> },
  settings: Record<string, string> = { shopId: "s1", branding: "blue" }
) =>
  Layers.layerNoTransport(Shop.ShopApi, vendor, {
    auth: Auth.bearer(Redacted.make("secret-key")),
    settings
  }).pipe(Layer.provide(layer))

const ok = () => new Response("{}", { status: 200 })

describe("credentials", () => {
  const anonymous = operation("ping", () => ({
    method: "GET",
    path: "/ping",
    input: Schema.Struct({}),
    output: Schema.Unknown,
    idempotent: true,
    anonymous: true
  }))

  it.effect("are not sent with an anonymous call", () => {
    const wire = recording(ok)
    return Effect.gen(function* () {
      yield* anonymous({})
      yield* Shop.getOrder({ id: "a" }).pipe(Effect.exit)
      assert.deepStrictEqual(
        wire.seen.map(({ headers }) => headers["authorization"]),
        [undefined, "Bearer secret-key"]
      )
    }).pipe(Effect.provide(layerOf(wire)))
  })
})

describe("fields", () => {
  it.effect("that the input does not have are refused by name, and nothing is sent", () => {
    const wire = recording(ok)
    return Effect.gen(function* () {
      const given = { id: "a", shopId: "another shop" }
      const failure = yield* Effect.flip(Shop.getOrder(given))
      assert.strictEqual(failure._tag, "InvalidInput")
      if (failure._tag === "InvalidInput")
        assert.deepStrictEqual(
          failure.complaints.map(({ path }) => path),
          ["shopId"]
        )
      assert.deepStrictEqual(wire.seen, [])
    }).pipe(Effect.provide(layerOf(wire)))
  })

  it.effect("go to the path, a header, the query and the body, each to one place", () => {
    const wire = recording(ok)
    const place = operation("place", () => ({
      method: "POST",
      path: "/shops/{shopId}/things/{id}",
      input: Schema.Struct({
        id: Schema.String,
        trace: Schema.optionalKey(Schema.String),
        dry: Schema.Boolean,
        count: Schema.Int
      }),
      output: Schema.Unknown,
      headers: { "x-trace": "{trace}", "x-brand": "{branding}" },
      query: ["dry"],
      idempotent: false
    }))
    return Effect.gen(function* () {
      yield* place({ id: "a/b", trace: "t-1", dry: true, count: 2 })
      yield* place({ id: "a", dry: false, count: 3 })
      const [first, second] = wire.seen
      assert.strictEqual(first?.url, "https://shop.example/shops/s1/things/a%2Fb?dry=true")
      assert.deepStrictEqual([first?.headers["x-trace"], first?.headers["x-brand"]], ["t-1", "blue"])
      assert.strictEqual(text(first), `{"count":2}`)
      assert.isUndefined(second?.headers["x-trace"])
      const broken = yield* Effect.flip(place({ id: "a", trace: "two\nlines", dry: true, count: 1 }))
      assert.strictEqual(broken._tag, "InvalidInput")
    }).pipe(Effect.provide(layerOf(wire)))
  })
})

describe("settings", () => {
  it.effect("that an operation needs and the layer lacks are named before anything is sent", () => {
    const wire = recording(ok)
    const needy = operation("needy", () => ({
      method: "GET",
      path: "/needy",
      input: Schema.Struct({}),
      output: Schema.Unknown,
      idempotent: true,
      needs: ["branding"]
    }))
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(needy({}))
      assert.strictEqual(failure._tag, "Misconfigured")
      assert.include(failure.message, "Shop.needy needs it")
      assert.deepStrictEqual([failure.delivery, wire.seen.length], ["NotSent", 0])
      yield* Shop.getOrder({ id: "a" }).pipe(Effect.exit)
      assert.strictEqual(wire.seen.length, 1)
    }).pipe(Effect.provide(layerOf(wire, { shopId: "s1" })))
  })

  it.effect("that the vendor does not have are refused when the layer is built", () => {
    const wire = recording(ok)
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(Layer.build(layerOf(wire, { shopId: "s1", colour: "red" })))
      assert.strictEqual(failure.setting, "colour")
    }).pipe(Effect.scoped)
  })
})

describe("bodies", () => {
  const input = Schema.Struct({ id: Schema.String, why: Schema.optionalKey(Schema.String) })

  it.effect("are left out where there is none, and sent with a DELETE that has fields", () => {
    const wire = recording(ok)
    const poke = operation("poke", () => ({
      method: "POST",
      path: "/things/{id}/poke",
      input: Schema.Struct({ id: Schema.String }),
      output: Schema.Unknown,
      body: "none",
      idempotent: true
    }))
    const remove = operation("remove", () => ({
      method: "DELETE",
      path: "/things/{id}",
      input,
      output: Schema.Unknown,
      idempotent: true
    }))
    return Effect.gen(function* () {
      yield* poke({ id: "a" })
      yield* remove({ id: "a", why: "old" })
      yield* remove({ id: "a" })
      assert.deepStrictEqual(wire.seen.map(text), ["", `{"why":"old"}`, ""])
      assert.isUndefined(wire.seen[0]?.headers["content-type"])
    }).pipe(Effect.provide(layerOf(wire)))
  })

  it.effect("are sent with a DELETE without any of its fields where the vendor wants one", () => {
    const wire = recording(ok)
    const facts = {
      method: "DELETE",
      path: "/things/{id}",
      input,
      output: Schema.Unknown,
      idempotent: true
    } as const
    const insisting = operation("insisting", () => ({ ...facts, body: "required" }))
    return Effect.gen(function* () {
      yield* insisting({ id: "a" })
      yield* insisting({ id: "a", why: "old" })
      assert.deepStrictEqual(wire.seen.map(text), ["{}", `{"why":"old"}`])
      assert.strictEqual(wire.seen[0]?.headers["content-type"], "application/json")
    }).pipe(Effect.provide(layerOf(wire)))
  })

  it.effect("are forms and bytes where the operation says so", () => {
    const wire = recording(ok)
    const form = operation("form", () => ({
      method: "POST",
      path: "/form",
      input: Schema.Struct({ name: Schema.String, tags: Schema.Array(Schema.String) }),
      output: Schema.Unknown,
      content: "form",
      idempotent: false
    }))
    const image = operation("image", () => ({
      method: "PUT",
      path: "/image/{id}",
      input: Schema.Struct({ id: Schema.String, file: Schema.Uint8Array }),
      output: Schema.Unknown,
      body: "file",
      content: "image/png",
      idempotent: true
    }))
    return Effect.gen(function* () {
      yield* form({ name: "a b&c", tags: ["x", "y"] })
      yield* image({ id: "a", file: bytes })
      const [first, second] = wire.seen
      assert.strictEqual(text(first), "name=a+b%26c&tags=x&tags=y")
      assert.include(first?.headers["content-type"], "application/x-www-form-urlencoded")
      assert.deepStrictEqual([...(second?.body ?? [])], [...bytes])
      assert.strictEqual(second?.headers["content-type"], "image/png")
    }).pipe(Effect.provide(layerOf(wire)))
  })
})

describe("answers", () => {
  const file = operation("file", () => ({
    method: "GET",
    path: "/file",
    input: Schema.Struct({}),
    output: Schema.Uint8Array,
    answer: "bytes",
    idempotent: true
  }))
  const csv = operation("csv", () => ({
    method: "GET",
    path: "/csv",
    input: Schema.Struct({}),
    output: Schema.String,
    answer: "text",
    idempotent: true
  }))

  it.effect("are bytes and text where the operation says so", () => {
    const wire = recording(
      ({ url }) => new Response(url.endsWith("file") ? bytes : `"a";1\n`, { status: 200 })
    )
    return Effect.gen(function* () {
      assert.deepStrictEqual([...(yield* file({}))], [...bytes])
      assert.strictEqual(yield* csv({}), `"a";1\n`)
    }).pipe(Effect.provide(layerOf(wire)))
  })

  it.effect("are recognized as failures whatever they are read as", () => {
    const wire = recording(() => Response.json({ message: "no" }, { status: 400 }))
    return Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(file({})))._tag, "Shop.BadRequest")
    }).pipe(Effect.provide(layerOf(wire)))
  })

  it.effect("show no secret of theirs, neither in a failure nor in the journal", () => {
    const wire = recording(() =>
      Response.json({ error: "odd", agent: { controlKey: "k-123" } }, { status: 418 })
    )
    const entries: Array<Journal.Entry> = []
    const secret = operation("secret", () => ({
      method: "GET",
      path: "/secret",
      input: Schema.Struct({}),
      output: Schema.Unknown,
      secrets: ["controlKey"],
      idempotent: true
    }))
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(secret({}))
      assert.include(failure.excerpt, "odd")
      assert.notInclude(JSON.stringify([failure, failure.message, entries]), "k-123")
      assert.strictEqual(entries.length, 1)
    }).pipe(Effect.provideService(Journal.Current, Journal.into(entries)), Effect.provide(layerOf(wire)))
  })
})

describe("with its response", () => {
  it.effect("a success tells status, request id, remaining quota, and its attempts", () => {
    const wire = recording(() =>
      Response.json(
        { id: "o1", count: 1 },
        { status: 200, headers: { "x-request-id": "r-9", "x-ratelimit-remaining": "41" } }
      )
    )
    return Effect.gen(function* () {
      const { attempts, remaining, requestId, status, value } = yield* Shop.getOrder.withResponse({ id: "a" })
      assert.deepStrictEqual({ ...value }, { id: "o1", count: 1 })
      assert.deepStrictEqual([status, requestId, remaining], [200, "r-9", 41])
      assert.deepStrictEqual(
        attempts.map(({ ended, kind, status }) => [kind, ended, status]),
        [["first", "ok", 200]]
      )
    }).pipe(Effect.provide(layerOf(wire)))
  })
})

describe("two accounts of one vendor", () => {
  it.effect("are two layers, each with its own credentials and settings", () => {
    const wire = recording(() => Response.json({ id: "o1", count: 1 }))
    const account = (shopId: string, key: string) =>
      Layers.layerNoTransport(Shop.ShopApi, vendor, {
        auth: Auth.bearer(Redacted.make(key)),
        settings: { shopId, branding: "b" }
      }).pipe(Layer.provide(wire.layer))
    const order = Shop.placeOrder({ article: "tea", count: 1 })
    return Effect.gen(function* () {
      yield* Effect.provide(order, account("one", "key-one"))
      yield* Effect.provide(order, account("two", "key-two"))
      assert.deepStrictEqual(
        wire.seen.map(({ headers, url }) => [new URL(url).pathname, headers["authorization"]]),
        [
          ["/shops/one/orders", "Bearer key-one"],
          ["/shops/two/orders", "Bearer key-two"]
        ]
      )
    })
  })
})
