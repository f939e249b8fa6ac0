/** Spans by OpenTelemetry's conventions, and what happens in between as events on the span of the call. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Option, Schema, type Tracer } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import { define } from "../../src/contract/Vendor.ts"
import { operations } from "../../src/contract/Operation.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import type * as Layers from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"
import { attributesOf, eventsOf, tracing } from "../shop/spans.ts"

const read = Shop.getOrder({ id: "a" })

const named = (spans: ReadonlyArray<Tracer.NativeSpan>, name: string) =>
  spans.filter((span) => span.name === name)

const passing = <A, E, R>(call: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(call))
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

/** Runs a program with a tracer, over a shop that answers so. */
const traced = (
  answer: (nth: number, path: string) => Wire | Effect.Effect<Wire>,
  options: Layers.Options = {},
  auth: Auth.Auth = Auth.none
) => {
  const { spans, tracer } = tracing()
  let nth = 0
  const wire = Shop.transport((_, { pathname }) =>
    answer(pathname === "/token" ? nth : nth++, pathname)
  ).layer
  const run = <A, E>(program: Effect.Effect<A, E, Shop.ShopApi>) =>
    passing(program.pipe(Effect.provide(Shop.layer(wire, options, auth)), Effect.withTracer(tracer)))
  return { spans, run }
}

/** A stage with a span of its own. */
const mine: Pipeline.AttemptStage = {
  of: "attempt",
  name: "mine",
  around: (_, next) => (one) => Effect.withSpan(next(one), "mine")
}

const operation = operations<Shop.Always>()(Shop.ShopApi, define(Shop.vendor))
const search = operation("search", () => ({
  method: "GET",
  path: "/people/{name}",
  input: Schema.Struct({ name: Schema.String, email: Schema.String, limit: Schema.Int, page: Schema.Int }),
  output: Shop.Order,
  personal: ["name"],
  idempotent: true
}))

describe("the span of a request", () => {
  it.effect("has what the conventions require, and of its address only what is of nobody", () => {
    const { run, spans } = traced(() => make(200, { "x-request-id": "r-7" }, `{"id":"o1","count":1}`))
    return Effect.gen(function* () {
      yield* run(search({ name: "anna", email: "anna@example.com", limit: 10, page: 2 }))
      const [span] = named(spans, "GET /people/{name}")
      assert.strictEqual(span?.kind, "client")
      assert.deepStrictEqual(span && attributesOf(span), {
        "http.request.method": "GET",
        "server.address": "shop.example",
        "server.port": 443,
        "url.full": "https://shop.example/people/<personal>?email=REDACTED&limit=10&page=2",
        "url.template": "/people/{name}",
        "faultline.attempt": "first",
        "http.response.status_code": 200,
        "http.response.header.x-request-id": ["r-7"]
      })
    })
  })

  it.effect("says why it failed, and how often the request was sent before", () => {
    const { run, spans } = traced((nth) => (nth === 0 ? forge(Shop.Closed, {}) : Effect.never))
    return Effect.gen(function* () {
      yield* run(read)
      const seen = [
        "error.type",
        "faultline.reason",
        "http.response.status_code",
        "http.request.resend_count"
      ]
      assert.deepStrictEqual(
        named(spans, "GET /orders/{id}").map((span) => seen.map((name) => attributesOf(span)[name])),
        [
          ["Shop.Closed", undefined, 503, undefined],
          ["NoAnswer", "timeout", undefined, 1],
          ["NoAnswer", "timeout", undefined, 2],
          ["NoAnswer", "timeout", undefined, 3]
        ]
      )
    })
  })

  it.effect("is marked where it is a hedge, which repeats the request beside it", () => {
    const { run, spans } = traced(
      (nth) => Effect.as(Effect.sleep(nth < 30 ? "20 millis" : "5 seconds"), Shop.order(1)),
      { hedge: true }
    )
    return Effect.gen(function* () {
      yield* run(Effect.forEach(Array.from({ length: 31 }), () => read))
      const [slow, hedge] = named(spans, "GET /orders/{id}").slice(30).map(attributesOf)
      assert.deepStrictEqual(
        [slow, hedge].map((one) => [
          one?.["faultline.attempt"],
          one?.["faultline.hedge"],
          one?.["http.request.resend_count"]
        ]),
        [
          ["first", undefined, undefined],
          ["hedge", true, 1]
        ]
      )
      assert.strictEqual(hedge?.["error.type"], "interrupted")
    })
  })
})

describe("the span of a call", () => {
  it.effect("says how it ended, and has no status of a request", () => {
    const { run, spans } = traced(() => forge(Shop.Broken, {}))
    return Effect.gen(function* () {
      yield* run(Shop.placeOrder({ article: "tea", count: 1 }))
      const [span] = named(spans, "Shop.placeOrder")
      const { "faultline.call.id": id, ...rest } = span === undefined ? {} : attributesOf(span)
      assert.match(String(id), /^[0-9a-f-]{36}$/)
      assert.deepStrictEqual(rest, {
        "faultline.vendor": "Shop",
        "faultline.operation": "Shop.placeOrder",
        "faultline.delivery": "Unknown",
        "faultline.attempts": 1,
        "error.type": "Shop.Broken"
      })
    })
  })

  it.effect("has an event for each wait, when it begins and when it ends", () => {
    const { run, spans } = traced((nth) => (nth === 0 ? forge(Shop.Closed, {}) : Shop.order(1)))
    return Effect.gen(function* () {
      yield* run(read)
      const events = named(spans, "Shop.getOrder").flatMap(eventsOf)
      assert.deepStrictEqual(events, [
        [
          "faultline.waiting",
          0,
          {
            "faultline.wait": "backoff",
            "faultline.after": "Shop.Closed",
            "faultline.seconds": 1,
            "faultline.until": "1970-01-01T00:00:01.000Z"
          }
        ],
        ["faultline.wait", 1_000, { "faultline.wait": "backoff", "faultline.seconds": 1 }]
      ])
    })
  })

  it.effect(
    "has an event where a circuit is open, inside a span of the application as well, and where the budget is spent",
    () => {
      const broken = traced(() => forge(Shop.Broken, {}), {
        breaker: { failures: 1, patience: 0, openDuration: "2 hours" },
        pipeline: Pipeline.insert(mine, { before: "breaker" })
      })
      const spent = traced(() => forge(Shop.Closed, {}), {
        budget: { deposit: Effect.void, withdraw: Effect.succeed(false), balance: Effect.succeed(0) }
      })
      return Effect.gen(function* () {
        yield* broken.run(
          Effect.exit(Shop.placeOrder({ article: "tea", count: 1 })).pipe(Effect.andThen(read))
        )
        yield* spent.run(read)
        const events = [...broken.spans, ...spent.spans]
          .filter(({ name }) => name.startsWith("Shop."))
          .flatMap(eventsOf)
          .filter(([name]) => !/wait/.test(name))
        assert.deepStrictEqual(
          events.map(([name, , attributes]) => [name, attributes]),
          [
            ["faultline.circuit.open", { "faultline.seconds": 7200 }],
            ["faultline.budget.spent", { "faultline.after": "Shop.Closed" }]
          ]
        )
      })
    }
  )
})

describe("the request for a credential", () => {
  const slow = (nth: number, path: string) =>
    path === "/token"
      ? Effect.as(Effect.sleep("2 seconds"), fromJson(200, {}, { token: "t", seconds: 600 }))
      : nth === 1
        ? forge(Shop.TokenExpired, {})
        : Shop.order(1)

  it.effect("has a trace of its own, to which every call links that waited for it", () => {
    const { run, spans } = traced(slow, {}, Shop.tokenAuth)
    return Effect.gen(function* () {
      yield* run(Effect.all([read, read], { concurrency: 2 }))
      const [first, renewed] = named(spans, "Shop.getToken")
      const calls = named(spans, "Shop.getOrder")
      assert.isTrue(first !== undefined && Option.isNone(first.parent))
      assert.deepStrictEqual(
        first?.links.map(({ span }) => span.spanId),
        [calls[0]?.spanId]
      )
      assert.deepStrictEqual(
        calls.map(({ links }) => links.map(({ span }) => span.spanId)),
        [[first?.spanId], [first?.spanId, renewed?.spanId]]
      )
      const [sent] = named(spans, "POST /token")
      assert.strictEqual(sent && Option.getOrUndefined(sent.parent)?.spanId, first?.spanId)
      const renewals = calls.map((call) =>
        eventsOf(call).filter(([name]) => name === "faultline.token.renewed")
      )
      assert.deepStrictEqual(
        renewals.map(({ length }) => length),
        [0, 1]
      )
    })
  })

  it.effect("is not recorded where the call is not for which it is made", () => {
    const { run, spans } = traced(slow, {}, Shop.tokenAuth)
    return Effect.gen(function* () {
      yield* run(read.pipe(Effect.withSpan("not sampled", { sampled: false })))
      assert.isAbove(spans.length, 3)
      assert.isFalse(spans.some(({ sampled }) => sampled))
    })
  })
})
