/** Each call as one row, for a journal that keeps calls. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Logger } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import { firstBytes } from "../../src/pipeline/journal/rows.ts"
import { version } from "../../src/pipeline/sender.ts"
import * as Shop from "../shop/shop.ts"

const tea = Shop.placeOrder({ article: "tea", count: 1 })

const answering = (...wires: ReadonlyArray<Wire | Effect.Effect<Wire>>) => {
  let next = 0
  return Shop.layer(Shop.transport(() => wires[Math.min(next++, wires.length - 1)] ?? Shop.order(1)).layer)
}

/** The rows of a call. */
const rowsOf = <A>(
  call: Effect.Effect<A, AnyFailure, Shop.ShopApi>,
  layer: Layer.Layer<Shop.ShopApi>,
  { bodies, interruptAfter }: { readonly bodies?: "whole"; readonly interruptAfter?: string } = {}
) => {
  const rows: Array<Journal.Row> = []
  const calls = Journal.rows((row) => void rows.push(row), bodies === undefined ? {} : { bodies })
  return Effect.gen(function* () {
    yield* TestClock.setTime(1_000_000)
    const fiber = yield* Effect.forkChild(Effect.exit(call))
    if (interruptAfter === "2 seconds") {
      yield* TestClock.adjust("2 seconds")
      yield* Fiber.interrupt(fiber)
    }
    yield* TestClock.adjust("1 hour")
    yield* Fiber.await(fiber)
    return rows
  }).pipe(Effect.provideService(Journal.Current, { ...Journal.into([]), calls }), Effect.provide(layer))
}

/** The only row of a call, in JSON without its id. */
const rowOf = (...given: Parameters<typeof rowsOf>) =>
  Effect.map(rowsOf(...given), (rows) => {
    assert.lengthOf(rows, 1)
    const { call, ...row } = JSON.parse(JSON.stringify(rows[0]))
    assert.lengthOf(call, 36)
    return row
  })

const at = "1970-01-01T00:16:40.000Z"
const request = {
  method: "POST",
  url: "https://shop.example/shops/s%201/orders",
  headers: { accept: "application/json", "user-agent": `faultline/${version}` },
  body: `{"article":"tea","count":1}`
}

describe("the row of a call", () => {
  it.effect("that succeeds at once has figures only", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* rowOf(tea, answering(Shop.order(1))), {
        at,
        vendor: "Shop",
        operation: "Shop.placeOrder",
        millis: 0,
        status: 200,
        attempts: [{ kind: "first", at, millis: 0, ended: "ok", status: 200 }]
      })
    })
  )

  it.effect("that is refused has the request, the answer, the verdict, and whether it was done", () =>
    Effect.gen(function* () {
      const answer = fromJson(400, { "x-request-id": "r-1" }, { message: "Sold out", article: "tea" })
      const { message, ...row } = yield* rowOf(tea, answering(answer))
      assert.include(message, "Shop.placeOrder failed with Shop.SoldOut (HTTP 400).")
      assert.deepStrictEqual(row, {
        at,
        vendor: "Shop",
        operation: "Shop.placeOrder",
        millis: 0,
        tag: "Shop.SoldOut",
        category: "conflict",
        status: 400,
        attempts: [
          {
            kind: "first",
            at,
            millis: 0,
            ended: "Shop.SoldOut",
            status: 400,
            answer: {
              headers: { "content-type": "application/json", "x-request-id": "r-1" },
              body: `{"message":"Sold out","article":"tea"}`
            }
          }
        ],
        retry: "never",
        delivery: "Refused",
        requestId: "r-1",
        // The name of the key's variable, in the place of the key.
        request: { ...request, headers: { ...request.headers, authorization: "Bearer $SHOP_BEARER" } }
      })
    })
  )

  it.effect("that succeeds after retries has each attempt with its answer and its wait", () =>
    Effect.gen(function* () {
      const row = yield* rowOf(tea, answering(forge(Shop.Closed, {}), make(429, {}, "slow"), Shop.order(1)))
      assert.deepStrictEqual(
        row.attempts.map((one: Journal.KeptAttempt) => [
          one.kind,
          one.ended,
          one.status,
          one.waited,
          one.why,
          one.answer?.body
        ]),
        [
          ["first", "Shop.Closed", 503, 1000, "passing fault", `{"message":"Closed"}`],
          ["retry", "Shop.TooMany", 429, 1000, "the vendor's time", "slow"],
          ["retry", "ok", 200, undefined, undefined, undefined]
        ]
      )
      assert.deepStrictEqual([row.tag, row.status, row.millis], [undefined, 200, 2000])
      assert.deepStrictEqual(row.request, request)
    })
  )

  it.effect("that is interrupted says how far it had come, and that nobody knows whether it was done", () =>
    Effect.gen(function* () {
      const layer = answering(forge(Shop.Closed, {}), Effect.never)
      const row = yield* rowOf(tea, layer, { interruptAfter: "2 seconds" })
      assert.deepStrictEqual(
        row.attempts.map((one: Journal.KeptAttempt) => [one.kind, one.ended, one.millis]),
        [
          ["first", "Shop.Closed", 0],
          ["retry", "interrupted", 1000]
        ]
      )
      assert.deepStrictEqual([row.tag, row.delivery, row.millis], ["interrupted", "Unknown", 2000])
      assert.deepStrictEqual(row.request, request)
      const waiting = yield* rowOf(tea, answering(fromJson(429, { "retry-after": "9" }, {})), {
        interruptAfter: "2 seconds"
      })
      assert.deepStrictEqual([waiting.tag, waiting.delivery], ["interrupted", "Refused"])
    })
  )

  it.effect("that dies names the fault, and none of its words", () =>
    Effect.gen(function* () {
      const row = yield* rowOf(tea, answering(Effect.die(new TypeError("token hunter2"))))
      assert.deepStrictEqual(
        [row.tag, row.message],
        ["defect", "The call died of a fault in the program (TypeError)."]
      )
      assert.notInclude(JSON.stringify(row), "hunter2")
    })
  )

  it.effect("with bad input says that nothing was sent", () =>
    Effect.gen(function* () {
      const row = yield* rowOf(Shop.placeOrder({ article: "", count: 1 }), answering(Shop.order(1)))
      assert.deepStrictEqual(
        [row.tag, row.category, row.delivery, row.attempts, row.request],
        ["InvalidInput", "invalid", "NotSent", [], undefined]
      )
    })
  )

  it.effect("names the item that it was made for", () =>
    Effect.gen(function* () {
      const row = yield* rowOf(Effect.provideService(tea, Journal.Item, "order-7"), answering(Shop.order(1)))
      assert.strictEqual(row.item, "order-7")
    })
  )

  it.effect("has of a long answer the first 64 kB, and says that it was longer", () =>
    Effect.gen(function* () {
      const row = yield* rowOf(tea, answering(make(400, {}, "é".repeat(50_000))))
      const [{ answer }] = row.attempts
      assert.strictEqual(answer.cut, true)
      assert.strictEqual(new TextEncoder().encode(answer.body).length, 64_000)
      assert.strictEqual(firstBytes("a😀", 4), "a")
    })
  )

  it.effect("has neither secrets nor personal data; whole, the personal data alone", () => {
    const mail = Shop.placeOrder({ article: "ada@example.com", count: 1 })
    const answer = fromJson(
      400,
      { "set-cookie": "sid=hunter2" },
      { message: "no ada@example.com", password: "hunter2" }
    )
    return Effect.gen(function* () {
      const hidden = JSON.stringify(yield* rowOf(mail, answering(answer)))
      assert.notMatch(hidden, /hunter2|key-1234567890|no ada/)
      const whole = JSON.stringify(yield* rowOf(mail, answering(answer), { bodies: "whole" }))
      assert.include(whole, "no ada@example.com")
      assert.notMatch(whole, /hunter2|key-1234567890/)
    })
  })

  it.effect("has no key of the layer's, where an input holds it, whatever became of the call", () => {
    const secret = Shop.placeOrder({ article: "key-1234567890", count: 1 })
    return Effect.gen(function* () {
      for (const bodies of [undefined, "whole"] as const)
        for (const layer of [
          answering(forge(Shop.Closed, {}), Shop.order(1)),
          answering(Effect.die("broken")),
          answering(make(400, {}, "no"))
        ]) {
          const row = yield* rowOf(secret, layer, bodies === undefined ? {} : { bodies })
          assert.notInclude(JSON.stringify(row), "key-1234567890")
          assert.include(row.request.body, "<redacted>")
        }
    })
  })
})

describe("a journal that keeps calls", () => {
  it.effect("that throws does no harm to the call, and is told once for it", () => {
    const lines: Array<unknown> = []
    const calls = () => {
      throw new RangeError("secret words")
    }
    return Effect.gen(function* () {
      assert.deepStrictEqual({ ...(yield* tea) }, { id: "o1", count: 1 })
      assert.strictEqual(lines.length, 1)
      assert.match(String(lines[0]), /did not keep a call of Shop\.placeOrder: it threw RangeError/)
      assert.notInclude(String(lines[0]), "secret words")
    }).pipe(
      Effect.provideService(Journal.Current, { ...Journal.into([]), calls }),
      Effect.provide(
        Layer.mergeAll(
          answering(Shop.order(1)),
          Logger.layer([Logger.make(({ message }) => void lines.push(message))])
        )
      )
    )
  })

  it.effect("is given each call once, each with an id of its own", () =>
    Effect.gen(function* () {
      const twice = yield* rowsOf(Effect.andThen(tea, tea), answering(Shop.order(1)))
      assert.strictEqual(new Set(twice.map(({ call }) => call)).size, 2)
    })
  )
})
