import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import * as Alerts from "../../src/pipeline/Alerts.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, line } from "./sale.ts"

const ran = (time: "1 second" | "1 minute" | "20 minutes") =>
  Effect.andThen(Effect.yieldNow, TestClock.adjust(time))

/** Every alert as `kind scope state count`. */
const board = (seen: Array<string>) =>
  Alerts.layer({
    hook: ({ count, kind, scope, state }) =>
      Effect.sync(() => void seen.push(`${kind} ${scope} ${state} ${count}`))
  })

it.effect("an outage is one alert when it begins and one when it is over", () => {
  const seen: Array<string> = []
  let down = true
  const wire = Shop.transport(() => (down ? fromJson(503, {}, { message: "closed" }) : fromJson(200, {}, {})))
  const worker = Outbox.worker([addLines]).pipe(Layer.provide(Shop.layer(wire.layer)))
  return Effect.gen(function* () {
    yield* Outbox.enqueueAll(
      addLines,
      ["a", "b", "c", "d"].map((one) => line(one))
    )
    yield* Layer.build(Layer.merge(worker, Outbox.alerts()))
    yield* ran("1 minute")
    yield* ran("20 minutes")
    assert.deepStrictEqual(
      seen.filter((one) => one.startsWith("held")),
      ["held Shop.addLines/a begins 1"]
    )
    assert.include(seen, "aging Shop.addLines/a begins 1")
    down = false
    yield* ran("20 minutes")
    assert.include(seen, "held Shop.addLines/a ends 1")
    assert.isTrue(seen.some((one) => one.startsWith("aging Shop.addLines/a ends")))
  }).pipe(Effect.scoped, Effect.provide(Layer.mergeAll(Outbox.layerMemory(), board(seen))))
})

it.effect("items in doubt are one episode, until the last is resolved", () => {
  const seen: Array<string> = []
  const wire = Shop.transport(() => fromJson(500, {}, { message: "broken" }))
  const worker = Outbox.worker([addLines]).pipe(Layer.provide(Shop.layer(wire.layer)))
  return Effect.gen(function* () {
    yield* Outbox.enqueueAll(
      addLines,
      ["a", "b"].map((one) => line(one)),
      { id: ({ article }) => article }
    )
    yield* Layer.build(Layer.merge(worker, Outbox.alerts()))
    yield* ran("1 minute")
    const unknown = () => seen.filter((one) => one.startsWith("unknown")).map((one) => one.split(" ")[2])
    assert.deepStrictEqual(unknown(), ["begins"])
    yield* Outbox.resolve("a", "delivered", { by: "me", because: "seen" })
    yield* ran("1 minute")
    assert.deepStrictEqual(unknown(), ["begins"])
    yield* Outbox.resolve("b", "dead", { by: "me", because: "not there" })
    yield* ran("1 minute")
    assert.deepStrictEqual(unknown(), ["begins", "ends"])
  }).pipe(Effect.scoped, Effect.provide(Layer.mergeAll(Outbox.layerMemory(), board(seen))))
})

it.effect("a paused lane with something in it is said, and its resumption too", () => {
  const seen: Array<string> = []
  return Effect.gen(function* () {
    yield* Outbox.enqueue(addLines, line("a"))
    yield* Outbox.pause({ vendor: "Shop" }, { by: "me", because: "stock-taking" })
    yield* Layer.build(Outbox.alerts())
    yield* ran("1 minute")
    yield* Outbox.resume({ vendor: "Shop" })
    yield* ran("1 minute")
    assert.deepStrictEqual(
      seen.map((one) => one.split(" ").slice(0, 3).join(" ")),
      ["paused Shop.addLines/a begins", "paused Shop.addLines/a ends"]
    )
  }).pipe(Effect.scoped, Effect.provide(Layer.mergeAll(Outbox.layerMemory(), board(seen))))
})

it.effect("a call that succeeds does not end the trouble of a lane that has its operation's name", () => {
  const seen: Array<string> = []
  const shop = Shop.layer(Shop.transport(() => fromJson(200, {}, { id: "o1", count: 1 })).layer)
  return Effect.gen(function* () {
    yield* Outbox.enqueue(Shop.placeOrder, { article: "a", count: 1 })
    yield* Outbox.pause({ vendor: "Shop" }, { by: "me", because: "stock-taking" })
    yield* Layer.build(Outbox.alerts())
    yield* ran("1 minute")
    yield* Shop.placeOrder({ article: "b", count: 1 })
    yield* ran("1 minute")
    assert.deepStrictEqual(seen, ["paused Shop.placeOrder begins 1"])
  }).pipe(Effect.scoped, Effect.provide(Layer.mergeAll(Outbox.layerMemory(), board(seen), shop)))
})
