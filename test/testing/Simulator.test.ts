import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer } from "effect"
import { HttpClient } from "effect/http"
import { TestClock } from "effect/testing"
import * as Auth from "../../src/pipeline/Auth.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import * as Vendor from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"
import { simulator } from "./simulator/shop.ts"

const shop = (auth: Auth.Auth) =>
  Layer.orDie(Vendor.layerNoTransport(Shop.ShopApi, Shop.vendor, { auth, settings: { shopId: "s 1" } }))

const world = (
  script: Simulator.Script = [],
  options: Simulator.Options = {},
  auth: Auth.Auth = Shop.tokenAuth
) => Layer.provideMerge(shop(auth), Simulator.layer(simulator, { script, ...options }))

const order = (article = "tea") => Shop.placeOrder({ article, count: 2 })

/** Runs the calls while virtual time passes. */
const inTime = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect)
    yield* TestClock.adjust("1 day")
    return yield* Fiber.join(fiber)
  })

const ledger = Effect.flatMap(Simulator.World, (running) => running.ledger)
const counts = Effect.map(ledger, (entries) => entries.map(({ count, identity }) => [identity, count]))
const ended = Effect.flatMap(Simulator.World, ({ requests }) => requests).pipe(
  Effect.map((all) => all.filter(({ operation }) => operation !== "Shop.getToken").map(({ ended }) => ended))
)
const shown = (failure: AnyFailure) => [
  failure._tag,
  failure.delivery,
  "reason" in failure ? failure.reason : failure.status
]

it.effect("keeps what was created, and counts it in the ledger", () =>
  Effect.gen(function* () {
    const { id } = yield* order()
    assert.deepStrictEqual({ ...(yield* Shop.getOrder({ id })) }, { id, count: 2 })
    assert.deepStrictEqual(yield* counts, [["tea", 1]])
    const [entry] = yield* ledger
    assert.deepStrictEqual(entry, {
      vendor: "Shop",
      operation: "Shop.placeOrder",
      identity: "tea",
      count: 1,
      first: 0,
      last: 0,
      what: { article: "tea", count: 2 }
    })
  }).pipe(Effect.provide(world()))
)

it.effect("refuses in the vendor's words what the vendor refuses", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(shown(yield* Effect.flip(order("sold-out"))), ["Shop.SoldOut", "Refused", 400])
    assert.deepStrictEqual(yield* counts, [])
  }).pipe(Effect.provide(world()))
)

it.effect("refuses a wrong key", () =>
  Effect.gen(function* () {
    const failure = yield* Effect.flip(order())
    assert.deepStrictEqual(shown(failure), ["Shop.TokenExpired", "Refused", 401])
  }).pipe(Effect.provide(world([], {}, Auth.bearer(Shop.key))))
)

it.effect("lets tokens expire", () =>
  Effect.gen(function* () {
    const client = yield* HttpClient.HttpClient
    const authorization = `Basic ${btoa("me:s3cret-password")}`
    const { token } = (yield* (yield* client.post("https://shop.example/token", {
      headers: { authorization }
    })).json) as { token: string }
    const ask = Effect.map(
      client.get("https://shop.example/orders/1", { headers: { authorization: `Bearer ${token}` } }),
      ({ status }) => status
    )
    assert.strictEqual(yield* ask, 200)
    yield* TestClock.adjust("599 seconds")
    assert.strictEqual(yield* ask, 200)
    yield* TestClock.adjust("1 second")
    assert.strictEqual(yield* ask, 401)
  }).pipe(Effect.provide(world()))
)

it.effect("refuses bodies that break the input's rules, and paths that nobody documented", () =>
  Effect.gen(function* () {
    const { client } = yield* Simulator.World
    const authorization = `Basic ${btoa("me:s3cret-password")}`
    const { token } = (yield* (yield* client.post("https://shop.example/token", {
      headers: { authorization }
    })).json) as { token: string }
    const headers = { authorization: `Bearer ${token}` }
    const refused = yield* client.post("https://shop.example/shops/1/orders", { headers })
    assert.strictEqual(refused.status, 400)
    assert.match(JSON.stringify(yield* refused.json), /article: Missing key/)
    const nowhere = yield* (yield* client.get("https://shop.example/nowhere", { headers })).json
    assert.match(JSON.stringify(nowhere), /^{"message":"No such page\. The simulator of Shop does not know/)
  }).pipe(Effect.provide(world([], { unexpected: "answer" })))
)

it.effect("answers operations that keep no state with a body that their output can read", () =>
  Effect.gen(function* () {
    const first = yield* Shop.putOrder({ id: "x", count: 1 })
    assert.deepStrictEqual({ ...first }, { ...(yield* Shop.putOrder({ id: "y", count: 2 })) })
  }).pipe(Effect.provide(world()))
)

describe("a script", () => {
  const first = (fault: Simulator.Fault): Simulator.Script => [{ on: "Shop.placeOrder", call: 1, ...fault }]
  const unknown = ["DeliveryUnknown", "Unknown"]
  const cases: ReadonlyArray<readonly [Simulator.Fault, ReadonlyArray<unknown>, number]> = [
    [{ fault: "cut-before" }, [...unknown, "reset"], 0],
    [{ fault: "cut-after" }, [...unknown, "reset"], 1],
    [{ fault: "cut-body" }, [...unknown, "cut-off"], 1],
    [{ fault: "silence" }, [...unknown, "timeout"], 0],
    [{ fault: "silence", applied: true }, [...unknown, "timeout"], 1],
    [{ fault: "slow-answer", by: "1 minute" }, [...unknown, "timeout"], 1],
    [{ fault: "slow-body", over: "1 minute" }, [...unknown, "timeout"], 1],
    [{ fault: "garbage" }, ["Unreadable", "Unknown", 200], 1],
    [{ fault: "failure", tag: "Shop.Broken", status: 502 }, ["Shop.Broken", "Unknown", 502], 0],
    [{ fault: "failure", tag: "Shop.Broken", applied: true }, ["Shop.Broken", "Unknown", 500], 1],
    [
      { fault: "failure", tag: "Shop.SoldOut", fields: { article: "x" }, vendorMessage: "Sold out, alas" },
      ["Shop.SoldOut", "Refused", 400],
      0
    ]
  ]
  for (const [fault, expected, applied] of cases) {
    it.effect(`makes a call meet ${JSON.stringify(fault)}`, () =>
      inTime(
        Effect.gen(function* () {
          assert.deepStrictEqual(shown(yield* Effect.flip(order())), expected)
          assert.strictEqual((yield* ledger).length, applied)
          yield* order("next")
          assert.strictEqual((yield* ledger).length, applied + 1)
        })
      ).pipe(Effect.provide(world(first(fault))))
    )
  }

  it.effect(
    "makes a refused connection one that is known not to have been sent, so that it is tried again",
    () =>
      inTime(
        Effect.gen(function* () {
          yield* order()
          assert.deepStrictEqual(yield* ended, ["Refused", "Refused", 200])
          assert.deepStrictEqual(yield* counts, [["tea", 1]])
        })
      ).pipe(Effect.provide(world([{ on: "Shop.placeOrder", call: [1, 2], fault: "refused" }])))
  )

  it.effect("gives slow answers in time", () =>
    inTime(
      Effect.gen(function* () {
        yield* order()
        yield* order("coffee")
        assert.deepStrictEqual(
          (yield* ledger).map(({ first }) => first),
          [1000, 3000]
        )
      })
    ).pipe(
      Effect.provide(
        world([
          { on: "Shop.placeOrder", call: 1, fault: "slow-answer", by: 2000 },
          { on: "Shop.getToken", call: 1, fault: "slow-body", over: "1 second" }
        ])
      )
    )
  )

  it.effect("counts calls by vendor, by operation or all, and takes the first rule that comes up", () =>
    inTime(
      Effect.gen(function* () {
        for (const article of ["a", "b", "c", "d"]) yield* Effect.exit(order(article))
        assert.deepStrictEqual(yield* ended, [200, "Cut", 503, 200, 200])
      })
    ).pipe(
      Effect.provide(
        world([
          { on: "Shop.placeOrder", call: 2, fault: "cut-after" },
          { on: "Shop", call: 4, times: 1, fault: "failure", tag: "Shop.Closed" },
          { call: 4, fault: "cut-before" }
        ])
      )
    )
  )

  it.effect("stops a rule after so many times, and goes on to the next", () =>
    inTime(
      Effect.gen(function* () {
        for (const article of ["a", "b", "c", "d"]) yield* Effect.exit(order(article))
        assert.deepStrictEqual(yield* ended, ["Cut", "Cut", 400, 200])
      })
    ).pipe(
      Effect.provide(
        world([
          { on: "Shop.placeOrder", times: 2, fault: "cut-before" },
          { on: "Shop.placeOrder", times: 1, fault: "failure", tag: "Shop.BadRequest" }
        ])
      )
    )
  )

  it.effect("draws chances from the seed alone, whatever is called in between", () =>
    Effect.gen(function* () {
      const script: Simulator.Script = [
        { on: "Shop.getOrder", chance: 0.5, fault: "failure", tag: "Shop.BadRequest" }
      ]
      const run = (seed: number, between: boolean) =>
        inTime(
          Effect.gen(function* () {
            for (let call = 0; call < 20; call++) {
              yield* Effect.exit(Shop.getOrder({ id: "a" }))
              if (between) yield* order()
              yield* Effect.sleep("1 second")
            }
            return (yield* Effect.flatMap(Simulator.World, ({ requests }) => requests))
              .filter(({ operation }) => operation === "Shop.getOrder")
              .map(({ ended }) => ended)
          })
        ).pipe(Effect.provide(world(script, { seed }), { local: true }))
      const one = yield* run(7, false)
      assert.deepStrictEqual(yield* run(7, true), one)
      assert.notDeepEqual(yield* run(8, false), one)
      assert.includeMembers(one, [200, 400])
    })
  )

  it.effect("can be added to while the world runs", () =>
    Effect.gen(function* () {
      const { fail } = yield* Simulator.World
      yield* order()
      yield* fail({ on: "Shop.placeOrder", call: 1, fault: "cut-after" })
      assert.strictEqual((yield* Effect.flip(order("coffee")))._tag, "DeliveryUnknown")
      const wrong = yield* Effect.flip(fail({ on: "Shop.placeOrders", fault: "silence" }))
      assert.match(wrong.message, /no vendor or operation Shop\.placeOrders/)
    }).pipe(Effect.provide(world()))
  )

  it.effect("is refused where it cannot be played, and says why", () =>
    Effect.gen(function* () {
      const problems = (script: Simulator.Script) =>
        Effect.map(Effect.flip(Simulator.make(simulator, { script })), (error) => error.problems)
      assert.deepStrictEqual(
        yield* problems([
          { fault: "failure", tag: "Shop.Nonsense" },
          { fault: "failure", tag: "Shop.SoldOut" },
          { fault: "failure", tag: "Shop.SoldOut", fields: { article: 1, color: "red" } },
          { fault: "failure", tag: "Shop.Broken", status: 404 },
          { fault: "slow-body", over: "later" }
        ]),
        [
          "Rule 1: No vendor of this simulator has a failure Shop.Nonsense.",
          "Rule 2: Shop.SoldOut needs its field article.",
          "Rule 3: Shop.SoldOut carries no color.",
          "Rule 3: Shop.SoldOut, article: the value does not fit.",
          "Rule 4: Shop.Broken does not come with status 404.",
          'Rule 5: “later” is not a time: write "2 seconds" or milliseconds.'
        ]
      )
    })
  )

  it.effect("reads from JSON, with waits in words", () =>
    Effect.gen(function* () {
      const script = yield* Simulator.readScript(
        `[{"on":"Shop.placeOrder","call":1,"fault":"failure","tag":"Shop.TooMany","fields":{"retryAfter":"30 seconds"}}]`
      )
      yield* inTime(order()).pipe(
        Effect.andThen(ledger),
        Effect.map(([entry]) => assert.closeTo(entry?.first ?? 0, 30_000, 50)),
        Effect.provide(world(script))
      )
    })
  )
})

describe("a script in JSON is refused with a sentence about", () => {
  const cases: ReadonlyArray<readonly [string, RegExp]> = [
    [`{`, /A script is a JSON list of rules/],
    [`{"fault":"silence"}`, /A script is a JSON list of rules/],
    [`[{"fault":"explode"}]`, /Rule 1: "fault" is one of "failure", .*"garbage"/],
    [`[{"fault":"silence"},{"fault":"slow-body"}]`, /Rule 2: over: Missing key/],
    [`[{"fault":"silence","chance":2}]`, /Rule 1: chance: Expected a value between 0 and 1/],
    [`[{"fault":"silence","cal":2}]`, /Rule 1: cal: Expected no excess property/]
  ]
  for (const [json, expected] of cases) {
    it.effect(json, () =>
      Effect.gen(function* () {
        assert.match((yield* Effect.flip(Simulator.readScript(json))).message, expected)
      })
    )
  }
})

it.effect("a limit fills and empties again", () =>
  Effect.gen(function* () {
    const { client } = yield* Simulator.World
    const authorization = `Basic ${btoa("me:s3cret-password")}`
    const { token } = (yield* (yield* client.post("https://shop.example/token", {
      headers: { authorization }
    })).json) as { token: string }
    const ask = Effect.map(
      client.get("https://shop.example/orders/1", { headers: { authorization: `Bearer ${token}` } }),
      ({ status }) => status
    )
    assert.deepStrictEqual(
      yield* Effect.all(Array.from({ length: 7 }, () => ask)),
      [200, 200, 200, 200, 200, 429, 429]
    )
    yield* TestClock.adjust("1 second")
    assert.strictEqual(yield* ask, 200)
  }).pipe(Effect.provide(world()))
)

it.effect("does not know hosts of other vendors", () =>
  Effect.gen(function* () {
    const other: Simulator.Simulated = {
      ...simulator,
      vendor: { ...Shop.vendor, name: "Other", hosts: { main: "https://other.example" } },
      operations: []
    }
    const { client } = yield* Simulator.make([simulator, other])
    const failure = yield* Effect.flip(client.get("https://third.example/x"))
    assert.match(failure.message, /no host third\.example/)
  })
)
