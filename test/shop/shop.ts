/** A small made-up vendor that the tests of the core talk to. */
import { Context, Duration, Effect, Layer, Redacted, Schema } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import * as Auth from "../../src/pipeline/Auth.ts"
import { body, failuresOf, header } from "../../src/contract/Failure.ts"
import { operations, type Service } from "../../src/contract/Operation.ts"
import * as Policy from "../../src/policy/Policy.ts"
import { contains } from "../../src/contract/Signature.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import { define, type Vendor } from "../../src/contract/Vendor.ts"
import { fromJson, RetryAfter, type Wire } from "../../src/contract/Wire.ts"

export const dialect = {
  vendor: "Shop",
  messageAt: ["message"],
  requestId: "x-request-id",
  frame: ({ vendorMessage }: { vendorMessage: string }) => ({ message: vendorMessage })
} as const
const Failure = failuresOf(dialect)
const see = "https://shop.example/docs"

/** The article is sold out. */
export class SoldOut extends Failure<SoldOut>()("Shop.SoldOut", {
  signature: { status: 400, body: { message: contains("sold out") } },
  carries: { article: body("article", Schema.String) },
  category: "conflict",
  retry: "never",
  means: "The article is sold out.",
  remedy: "Choose another article.",
  see
}) {}

/** The request is wrong. */
export class BadRequest extends Failure<BadRequest>()("Shop.BadRequest", {
  signature: { status: 400 },
  category: "invalid",
  retry: "never",
  means: "The shop did not understand the request.",
  remedy: "Correct the request.",
  see
}) {}

/** The token has expired. */
export class TokenExpired extends Failure<TokenExpired>()("Shop.TokenExpired", {
  signature: { status: 401 },
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The token has expired.",
  remedy: "Fetch a new token.",
  see
}) {}

/** Too many requests. */
export class TooMany extends Failure<TooMany>()("Shop.TooMany", {
  signature: { status: 429 },
  carries: { retryAfter: Schema.optionalKey(header("retry-after", RetryAfter)) },
  category: "rate-limited",
  retry: { after: "retryAfter", otherwise: "1 second" },
  means: "Too many requests.",
  remedy: "Slow down.",
  see
}) {}

/** The shop is closed for a moment; nothing was ordered. */
export class Closed extends Failure<Closed>()("Shop.Closed", {
  signature: { status: 503 },
  category: "unavailable",
  retry: "safe",
  means: "The shop is closed for a moment.",
  remedy: "Come back soon.",
  see
}) {}

/** The shop broke down; the order may have been taken. */
export class Broken extends Failure<Broken>()("Shop.Broken", {
  signature: { status: "5xx" },
  category: "unavailable",
  retry: "if-idempotent",
  means: "The shop broke down.",
  remedy: "Ask the shop whether it has your order.",
  see
}) {}

export const failures = [SoldOut, BadRequest, TokenExpired, TooMany, Closed, Broken] as const
export const always = [BadRequest, TokenExpired, TooMany, Closed, Broken] as const
export type Always = InstanceType<(typeof always)[number]>

export class ShopApi extends Context.Service<ShopApi, Service>()("test/Shop") {}

export const vendor = define({
  name: "Shop",
  dialect,
  failures,
  always,
  hosts: { main: "https://shop.example" },
  settings: ["shopId"],
  advice: {
    passing: Policy.exponential({ base: "1 second", times: 3 }),
    limited: Policy.exponential({ base: "1 second", factor: 3, times: 3 }),
    jitter: "none",
    attemptTimeout: Duration.seconds(10),
    deadline: Duration.minutes(5),
    source: see
  }
})
export const operation = operations<Always>()(ShopApi, vendor)

export interface Order extends Schema.Schema.Type<typeof OrderFields> {}
const OrderFields = Schema.Struct({ id: Schema.String, count: Schema.Int })
export const Order = Schema.Opaque<Order>()(OrderFields)

export const placeOrder = operation("placeOrder", () => ({
  method: "POST",
  path: "/shops/{shopId}/orders",
  input: Schema.Struct({
    article: Schema.NonEmptyString,
    count: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 50 }))
  }),
  output: Order,
  fails: [SoldOut],
  idempotent: false
}))
export const getOrder = operation("getOrder", () => ({
  method: "GET",
  path: "/orders/{id}",
  input: Schema.Struct({ id: Schema.String, fields: Schema.optionalKey(Schema.Array(Schema.String)) }),
  output: Order,
  idempotent: true
}))
export const putOrder = operation("putOrder", () => ({
  method: "PUT",
  path: "/orders/{id}",
  input: Schema.Struct({ id: Schema.String, count: Schema.Int }),
  output: Order,
  idempotent: true
}))
export const getToken = operation("getToken", () => ({
  method: "POST",
  path: "/token",
  input: Schema.Struct({}),
  output: Schema.Struct({ token: Schema.RedactedFromValue(Schema.String), seconds: Schema.Finite }),
  idempotent: true
}))

export const tokenAuth = Auth.token({
  operation: getToken,
  input: {},
  credentials: Auth.basic("me", Redacted.make("s3cret-password")),
  read: (output: { token: Redacted.Redacted; seconds: number }) => ({
    value: output.token,
    expiresIn: Duration.seconds(output.seconds)
  }),
  renewBefore: "30 seconds"
})

/** A transport that answers from a function; `calls` counts the requests. */
export const transport = (
  answer: (
    method: string,
    url: URL,
    headers: Record<string, string>,
    body: string
  ) => Wire | Effect.Effect<Wire>
) => {
  const requests: Array<string> = []
  const layer = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      requests.push(`${request.method} ${url.pathname}${url.search}`)
      const text = request.body._tag === "Uint8Array" ? new TextDecoder().decode(request.body.body) : ""
      const wire = answer(request.method, url, { ...request.headers }, text)
      return Effect.map(Effect.isEffect(wire) ? wire : Effect.succeed(wire), ({ headers, status, text }) =>
        HttpClientResponse.fromWeb(
          request,
          new Response(text === "" ? null : text, { status, headers: { ...headers } })
        )
      )
    })
  )
  return { layer, requests }
}

export const key = Redacted.make("key-1234567890")
export const layer = (
  wire: Layer.Layer<HttpClient.HttpClient>,
  options: Layers.Options = {},
  auth: Auth.Auth = Auth.bearer(key),
  more: Vendor["failures"] = []
): Layer.Layer<ShopApi, never> =>
  Layer.orDie(
    Layers.layerNoTransport(
      ShopApi,
      { ...vendor, failures: [...more, ...failures] },
      { auth, settings: { shopId: "s 1" } },
      options
    )
  ).pipe(Layer.provide(wire))

export const order = (count: number) => fromJson(200, {}, { id: "o1", count })
