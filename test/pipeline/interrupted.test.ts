/** What an observer is handed of a call that was given up: how far it had got. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import type { Wire } from "../../src/contract/Wire.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

const write = Shop.placeOrder({ article: "tea", count: 1 })
const read = Shop.getOrder({ id: "a" })

/** The delivery of a call that is interrupted after so long, by what each of its requests is answered. */
const given = (
  call: Effect.Effect<unknown, unknown, Shop.ShopApi>,
  answers: ReadonlyArray<Wire | Effect.Effect<Wire>>,
  auth?: typeof Shop.tokenAuth
) => {
  const facts: Array<Telemetry.CallEnded> = []
  const observer: Telemetry.Observer = {
    observe: (fact) =>
      Effect.sync(
        () => void (fact._tag === "CallEnded" && fact.operation !== "Shop.getToken" && facts.push(fact))
      )
  }
  let sent = 0
  const wire = Shop.transport(() => answers[sent++] ?? Effect.never)
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(call))
    yield* TestClock.adjust("500 millis")
    yield* Fiber.interrupt(fiber)
    const [ended] = facts
    return [ended?.outcome, ended?.delivery, sent]
  }).pipe(
    Effect.provideService(Telemetry.Current, observer),
    Effect.provide(Shop.layer(wire.layer, {}, auth))
  )
}

it.effect("on its way, nobody knows of a write, and a read did nothing", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* given(write, [Effect.never]), ["interrupted", "Unknown", 1])
    assert.deepStrictEqual(yield* given(read, [Effect.never]), ["interrupted", "Refused", 1])
  })
)

it.effect("while it waits after a refusal, it was refused", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* given(write, [forge(Shop.Closed, {})]), ["interrupted", "Refused", 1])
  })
)

it.effect("while it waits for a credential, nothing was sent", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* given(write, [Effect.never], Shop.tokenAuth), ["interrupted", "NotSent", 1])
  })
)
