/** One function reads answers: what a call fails with is what `explain` says of the same answer. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Redacted, Result, Schema } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { compile } from "../../src/contract/compile.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { read } from "../../src/contract/read.ts"
import { withoutSecrets } from "../../src/contract/redact.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import { explain } from "../../src/diagnose/Diagnose.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"

const answers: ReadonlyArray<Wire> = [
  ...[Shop.BadRequest, Shop.TokenExpired, Shop.Closed, Shop.Broken, Shop.TooMany].map((one) =>
    forge(one, {})
  ),
  forge(Shop.SoldOut, { article: "tea" }),
  forge(Shop.Closed, {}, { status: 503 }),
  make(502, { "retry-after": "7" }, "<html>Bad gateway</html>"),
  make(418, {}, ""),
  fromJson(409, {}, { message: "sold out" }),
  make(200, {}, "<html>"),
  fromJson(200, {}, { id: 1 }),
  make(302, { location: "/elsewhere" }, "")
]

const seen = ({
  category,
  delivery,
  notBefore,
  tag,
  vendorMessage
}: {
  readonly category: string | null
  readonly delivery: string | null
  readonly notBefore: unknown
  readonly tag: string | null
  readonly vendorMessage: string | null
}) => [tag, category, delivery, vendorMessage, notBefore !== null]

it.effect("a call and explain agree about every answer, for a read and for a write", () =>
  Effect.forEach(answers, (wire) =>
    Effect.gen(function* () {
      const { layer } = Shop.transport(() => wire)
      const calls: ReadonlyArray<readonly [AnyOperation, Effect.Effect<unknown, AnyFailure, Shop.ShopApi>]> =
        [
          [Shop.getOrder, Shop.getOrder({ id: "a" })],
          [Shop.placeOrder, Shop.placeOrder({ article: "tea", count: 1 })]
        ]
      for (const [operation, call] of calls) {
        const failure = yield* Effect.flip(Policy.once(call)).pipe(Effect.provide(Shop.layer(layer)))
        const explained = yield* explain(Shop.vendor, wire, { operation })
        assert.deepStrictEqual(
          seen({
            tag: failure._tag,
            category: failure.category,
            delivery: failure.delivery,
            vendorMessage: failure.vendorMessage ?? null,
            notBefore: failure.notBefore ?? null
          }),
          seen(explained)
        )
        if (explained.vendorMessage === null && failure._tag !== "Unreadable" && wire.text !== "")
          assert.include(wire.text, failure.excerpt ?? "no excerpt")
      }
    })
  )
)

it("recognizes by the answer as it came, and shows it without secrets", () => {
  const raw = fromJson(400, {}, { message: "e: sold out, e", article: "tea" })
  const contract = compile(Shop.vendor, Shop.placeOrder)
  // A password may be a word of the answer.
  const shown = () => withoutSecrets(raw, ["e"])
  const found = read(
    { vendor: Shop.vendor, contract, call: () => ({ vendor: "Shop", operation: "Shop.placeOrder" }) },
    raw,
    shown
  )
  assert.strictEqual(found._tag, "Failure")
  if (found._tag !== "Failure") return
  assert.strictEqual(found.failure._tag, "Shop.SoldOut")
  assert.strictEqual(found.failure.vendorMessage, "<redacted>: sold out, <redacted>")
})

it.effect("never shows a secret that the answer echoes, wherever it stands", () => {
  const key = "key-1234567890"
  const echo = fromJson(418, { "x-request-id": key }, { message: `your key ${key}`, deep: [{ [key]: key }] })
  const { layer } = Shop.transport(() => echo)
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Shop.getOrder({ id: "a" }))
    assert.notInclude(JSON.stringify([failure, failure.message, failure.call]), key)
    assert.include(failure.message, "<redacted>")
  }).pipe(Effect.provide(Shop.layer(layer, {}, Auth.bearer(Redacted.make(key)))))
})

it.effect("keeps Retry-After of any status as a floor for that call", () => {
  const wire = Shop.transport(() =>
    wire.requests.length === 1 ? make(503, { "retry-after": "20" }, "") : Shop.order(1)
  )
  return Effect.gen(function* () {
    const { attempts } = yield* Shop.getOrder.withResponse({ id: "a" })
    assert.deepStrictEqual(
      attempts.map(({ ended, kind, waited }) => [kind, ended, waited]),
      [
        ["first", "Shop.Closed", 20_000],
        ["retry", "ok", undefined]
      ]
    )
  }).pipe(Effect.provide(Shop.layer(wire.layer)), withTime)
})

const withTime = <A, E>(effect: Effect.Effect<A, E>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect)
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

it("a status that an operation gives as its result is a success of it, and of no other", () => {
  const own = Shop.operation("openCounter", () => ({
    method: "GET",
    path: "/counter",
    input: Schema.Struct({}),
    output: Schema.Struct({ headers: Schema.Struct({ location: Schema.String }) }),
    succeeds: [302],
    from: "response",
    idempotent: true
  }))
  const wire = make(302, { location: "https://shop.example/counter/7" }, "")
  const readBy = (operation: AnyOperation) => {
    const contract = compile(Shop.vendor, operation)
    const call = () => ({ vendor: "Shop", operation: operation.tag })
    return read({ vendor: Shop.vendor, contract, call }, wire, () => wire)
  }
  assert.deepStrictEqual(Result.getOrThrow(readBy(own)), {
    headers: { location: "https://shop.example/counter/7" }
  })
  assert.isTrue(Result.isFailure(readBy(Shop.getOrder)))
})
