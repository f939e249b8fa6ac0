/** What the log of an application has of its calls: one line for each that ended badly, and nothing of those that went well. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Logger, Redacted, References } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import type { Recorded } from "../../src/contract/Vendor.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

interface Line {
  readonly level: string
  readonly message: string
  readonly annotations: Readonly<Record<string, unknown>>
}

type Answers = ReadonlyArray<Wire | Effect.Effect<never>>

const shop = (answers: Answers, records: ReadonlyArray<Recorded> = [], options = {}) => {
  let next = 0
  const { layer } = Shop.transport(() => answers[Math.min(next++, answers.length - 1)] ?? Shop.order(1))
  const connection = { auth: Auth.bearer(Redacted.make("k-1234567890")), settings: { shopId: "s1" } }
  const vendor = { ...Shop.vendor, records }
  return Layer.orDie(Layers.layerNoTransport(Shop.ShopApi, vendor, connection, options)).pipe(
    Layer.provide(layer)
  )
}

const read = Shop.getOrder({ id: "a" })
const write = Shop.placeOrder({ article: "tea", count: 1 })

/** The lines of a call, of every level, on virtual time. */
const logged = (
  call: Effect.Effect<unknown, unknown, Shop.ShopApi>,
  layer: Layer.Layer<Shop.ShopApi>,
  end: (fiber: Fiber.Fiber<unknown, unknown>) => Effect.Effect<unknown> = () => TestClock.adjust("1 hour")
) => {
  const lines: Array<Line> = []
  const logger = Logger.make(({ fiber, logLevel, message }) => {
    const annotations = fiber.getRef(References.CurrentLogAnnotations)
    lines.push({ level: logLevel, message: [message].flat().join(" "), annotations })
  })
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(call))
    yield* end(fiber)
    yield* Fiber.await(fiber)
    return lines
  }).pipe(
    Effect.provide([layer, Logger.layer([logger])]),
    Effect.provideService(References.MinimumLogLevel, "Trace")
  )
}

const levels = (lines: ReadonlyArray<Line>) => lines.map(({ level }) => level)
const identified = { "x-request-id": "r-77" }
const broken = make(500, identified, `{"message":"oops"}`)
const closed = forge(Shop.Closed, {})

it.effect("a call that succeeds is no line", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* logged(read, shop([Shop.order(1)])), [])
  })
)

describe("a call that ended badly is one line", () => {
  it.effect(
    "with its tag, operation, delivery, attempts, request id, call id and time, and never a body",
    () =>
      Effect.gen(function* () {
        const lines = yield* logged(
          write,
          shop([make(400, identified, `{"message":"no tea","secret":"<b>"}`)])
        )
        assert.lengthOf(lines, 1)
        const [{ annotations, level, message } = { annotations: {}, level: "", message: "" }] = lines
        assert.strictEqual(level, "Warn")
        assert.match(
          message,
          /^Shop\.placeOrder failed with Shop\.BadRequest \(HTTP 400\)\..* Correct the request\.$/
        )
        const { "faultline.call.id": id, ...rest } = annotations
        assert.match(String(id), /^[0-9a-f-]{36}$/)
        assert.deepStrictEqual(rest, {
          "faultline.vendor": "Shop",
          "faultline.operation": "Shop.placeOrder",
          "error.type": "Shop.BadRequest",
          "http.response.status_code": 400,
          "faultline.delivery": "Refused",
          "faultline.attempts": 1,
          "faultline.seconds": 0,
          "faultline.request.id": "r-77"
        })
      })
  )

  it.effect("without the body's beginning, which its failure quotes", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(read).pipe(Effect.provide(shop([make(418, {}, "<p>a teapot</p>")])))
      assert.include(String(failure), "a teapot")
      const [line] = yield* logged(read, shop([make(418, {}, "<p>a teapot</p>")]))
      assert.match(line?.message ?? "", /^Shop\.getOrder failed with Unrecognized/)
      assert.notInclude(JSON.stringify(line), "teapot")
    })
  )

  it.effect("with why no answer came", () =>
    Effect.gen(function* () {
      const lines = yield* logged(write, shop([Effect.never]))
      assert.deepStrictEqual(levels(lines), ["Error"])
      assert.strictEqual(lines[0]?.annotations["faultline.reason"], "timeout")
      assert.strictEqual(lines[0]?.annotations["faultline.seconds"], 10)
    })
  )

  it.effect("after its retries, which are Debug", () =>
    Effect.gen(function* () {
      const lines = yield* logged(read, shop([closed]))
      assert.deepStrictEqual(levels(lines), ["Debug", "Debug", "Debug", "Warn"])
      assert.strictEqual(
        lines[1]?.message,
        "Shop.getOrder is retried in 2000 ms after Shop.Closed: a fault that may pass."
      )
      assert.strictEqual(lines[3]?.annotations["faultline.attempts"], 4)
      assert.lengthOf(new Set(lines.map(({ annotations }) => annotations["faultline.call.id"])), 1)
    })
  )

  it.effect("where the input was refused", () =>
    Effect.gen(function* () {
      const lines = yield* logged(Shop.placeOrder({ article: "tea", count: 999 }), shop([]))
      assert.deepStrictEqual(levels(lines), ["Warn"])
      assert.strictEqual(lines[0]?.annotations["faultline.delivery"], "NotSent")
    })
  )

  it.effect("at Debug where its caller interrupted it", () =>
    Effect.gen(function* () {
      const lines = yield* logged(write, shop([Effect.never]), (fiber) =>
        Effect.andThen(TestClock.adjust("1 second"), Fiber.interrupt(fiber))
      )
      assert.deepStrictEqual(levels(lines), ["Debug"])
      assert.strictEqual(
        lines[0]?.message,
        "Shop.placeOrder was interrupted by its caller; it may or may not have been done."
      )
    })
  )

  it.effect("at Error where it died of a fault in the program, whose words may hold anything", () =>
    Effect.gen(function* () {
      const dying: Pipeline.AttemptStage = {
        of: "attempt",
        name: "dying",
        around: () => () => Effect.die(new Error("Ada Lovelace"))
      }
      const options = { pipeline: Pipeline.insert(dying, { before: "queue" }) }
      const lines = yield* logged(read, shop([], [], options))
      assert.deepStrictEqual(levels(lines), ["Error"])
      assert.match(lines[0]?.message ?? "", /^Shop\.getOrder died of a fault in the program/)
      assert.notInclude(JSON.stringify(lines), "Lovelace")
    })
  )
})

describe("it is Error", () => {
  it.effect("where nobody knows whether it was done", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(levels(yield* logged(write, shop([broken]))), ["Error"])
      assert.deepStrictEqual(levels(yield* logged(read, shop([make(400, {}, "")]))), ["Warn"])
    })
  )

  it.effect("where a person must do something", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(levels(yield* logged(read, shop([forge(Shop.TokenExpired, {})]))), ["Error"])
    })
  )

  it.effect("where the vendor advises it, which may also be less", () =>
    Effect.gen(function* () {
      for (const level of ["Info", "Warn", "Error", "Fatal"] as const) {
        const lines = yield* logged(write, shop([make(400, {}, "")], [{ status: 400, level }]))
        assert.deepStrictEqual(levels(lines), [level])
        const unknown = yield* logged(write, shop([broken], [{ status: "5xx", level }]))
        assert.deepStrictEqual(levels(unknown), [level === "Fatal" ? level : "Error"])
      }
    })
  )

  it.effect("where it gave up, and the vendor advises it then", () =>
    Effect.gen(function* () {
      const lines = yield* logged(read, shop([closed], [{ status: "gave up", level: "Error" }]))
      assert.strictEqual(lines.at(-1)?.level, "Error")
    })
  )
})

describe("nothing is said twice:", () => {
  const records: ReadonlyArray<Recorded> = [
    { status: "4xx", level: "Error" },
    { status: "5xx", level: "Warn" }
  ]

  it.effect("a journal that nobody asked for writes no line", () =>
    Effect.gen(function* () {
      const lines = yield* logged(read, shop([closed, make(400, {}, "")], records))
      assert.deepStrictEqual(levels(lines), ["Debug", "Error"])
      assert.deepStrictEqual(levels(yield* logged(read, shop([closed, Shop.order(1)], records))), ["Debug"])
    })
  )

  it.effect("one that writes answers does so at Debug, and not how the call ended", () =>
    Effect.gen(function* () {
      const gaveUp: Recorded = { status: "gave up", level: "Error" }
      const call = Effect.provideService(read, Journal.Current, Journal.log)
      const lines = yield* logged(call, shop([closed], [...records, gaveUp]))
      assert.lengthOf(
        lines.filter(({ message }) => /was answered 503 \(Shop\.Closed\)/.test(message)),
        4
      )
      assert.deepStrictEqual(
        levels(lines).filter((level) => level !== "Debug"),
        ["Error"]
      )
      assert.strictEqual(lines[0]?.annotations["advised"], "Warn")
    })
  )

  it.effect("and nothing at all where nobody observes", () =>
    Effect.gen(function* () {
      const call = Effect.provideService(write, Telemetry.Current, Telemetry.all(Telemetry.metrics))
      assert.deepStrictEqual(yield* logged(call, shop([fromJson(400, {}, {})])), [])
    })
  )
})
