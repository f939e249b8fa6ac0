/** Failures are schemas: they travel over Rpc with what they carry and the report of their call, and arrive as themselves. */
import { assert, it } from "@effect/vitest"
import { Cause, Effect, Equal, Exit, Schema } from "effect"
import { Rpc } from "effect/rpc"
import { forge } from "../../src/contract/Catalogue.ts"
import * as Common from "../../src/contract/Common.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"

const place = Rpc.make("place", {
  payload: { article: Schema.String },
  success: Schema.String,
  error: Schema.Union([Shop.SoldOut, Shop.TooMany, Shop.BadRequest, Common.DeliveryUnknown])
})

/** What goes over the wire: the exit of a procedure as text, written and read by Rpc's own schema. */
const Wire = Schema.fromJsonString(Schema.toCodecJson(Rpc.exitSchema(place)))

it.effect("a failure crosses the wire as itself, with the report of its call", () =>
  Effect.gen(function* () {
    const failure = yield* Effect.flip(Policy.once(Shop.placeOrder({ article: "tea", count: 1 })))
    assert.instanceOf(failure, Shop.SoldOut)
    if (!(failure instanceof Shop.SoldOut)) return
    const text = yield* Schema.encodeEffect(Wire)(Exit.fail(failure))
    const exit = yield* Schema.decodeUnknownEffect(Wire)(text)
    assert.isTrue(Exit.isFailure(exit))
    if (!Exit.isFailure(exit)) return
    const arrived = Cause.squash(exit.cause)
    assert.instanceOf(arrived, Shop.SoldOut)
    assert.isTrue(Equal.equals(arrived, failure))
    assert.strictEqual(arrived.message, failure.message)
    assert.strictEqual(arrived.attempts.length, 1)
  }).pipe(
    Effect.provide(
      Shop.layer(
        Shop.transport(() => forge(Shop.SoldOut, { article: "tea" }, { vendorMessage: "Sold out!" })).layer
      )
    )
  )
)

it("equal failures are equal", () => {
  assert.isTrue(Equal.equals(new Shop.SoldOut({ article: "tea" }), new Shop.SoldOut({ article: "tea" })))
  assert.isFalse(Equal.equals(new Shop.SoldOut({ article: "tea" }), new Shop.SoldOut({ article: "cake" })))
})
