/** The facts that observers are handed, and the metrics that are made of them. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Fiber, Metric } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import { make } from "../../src/contract/Wire.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

const read = Shop.getOrder({ id: "a" })

const noting = () => {
  const facts: Array<Telemetry.Fact> = []
  const observer: Telemetry.Observer = { observe: (fact) => Effect.sync(() => void facts.push(fact)) }
  return { facts, observer }
}

const scripted = (...wires: ReadonlyArray<Wire>) => {
  let next = 0
  return Shop.transport((_method, url) =>
    url.pathname === "/token"
      ? fromJson(200, {}, { token: "t", seconds: 600 })
      : (wires[next++] ?? Shop.order(1))
  ).layer
}

const called = (how: (fiber: Fiber.Fiber<unknown, unknown>) => Effect.Effect<unknown>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(read))
    yield* how(fiber)
  })

describe("a call tells", () => {
  it.effect("each attempt and wait as it is, and how it ended", () => {
    const { facts, observer } = noting()
    return Effect.gen(function* () {
      yield* called((fiber) =>
        Effect.andThen(TestClock.adjust("1 minute"), Fiber.join(fiber).pipe(Effect.orDie))
      )
      const mine = facts.filter(
        ({ _tag, operation }) => operation === "Shop.getOrder" && _tag !== "FirstCall"
      )
      assert.deepStrictEqual(
        mine.map((fact) =>
          fact._tag === "AttemptEnded"
            ? `${fact.number} ${fact.kind} ${fact.outcome} ${fact.status} ${fact.server}`
            : fact._tag === "Waiting"
              ? `waiting ${fact.millis} ${fact.reason} after ${fact.after}`
              : fact._tag === "CallEnded"
                ? `${fact.outcome} ${fact.status} after ${fact.attempts} in ${fact.millis}`
                : fact._tag === "Waited"
                  ? `waited ${fact.millis} ${fact.reason}`
                  : fact._tag
        ),
        [
          "0 first Shop.Closed 503 shop.example",
          "waiting 1000 backoff after Shop.Closed",
          "waited 1000 backoff",
          "1 retry Shop.TokenExpired 401 shop.example",
          "waiting 0 credentials after Shop.TokenExpired",
          "2 renewal ok 200 shop.example",
          "ok 200 after 3 in 1000"
        ]
      )
    }).pipe(
      Effect.provideService(Telemetry.Current, observer),
      Effect.provide(
        Shop.layer(scripted(forge(Shop.Closed, {}), forge(Shop.TokenExpired, {})), {}, Shop.tokenAuth)
      )
    )
  })

  it.effect("that it was interrupted, and its attempt too", () => {
    const { facts, observer } = noting()
    return Effect.gen(function* () {
      yield* called((fiber) => Effect.andThen(TestClock.adjust("1 second"), Fiber.interrupt(fiber)))
      assert.deepStrictEqual(
        facts.flatMap((fact) => ("outcome" in fact ? [[fact._tag, fact.outcome]] : [])),
        [
          ["AttemptEnded", "interrupted"],
          ["CallEnded", "interrupted"]
        ]
      )
    }).pipe(
      Effect.provideService(Telemetry.Current, observer),
      Effect.provide(Shop.layer(Shop.transport(() => Effect.never).layer))
    )
  })

  it.effect("that it died", () => {
    const { facts, observer } = noting()
    const broken: Pipeline.AttemptStage = {
      of: "attempt",
      name: "broken",
      around: () => () => Effect.die(new Error("a mistake"))
    }
    return Effect.gen(function* () {
      assert.isTrue(Exit.hasDies(yield* Effect.exit(read)))
      assert.deepStrictEqual(
        facts.flatMap((fact) => ("outcome" in fact ? [[fact._tag, fact.outcome]] : [])),
        [["CallEnded", "defect"]]
      )
    }).pipe(
      Effect.provideService(Telemetry.Current, observer),
      Effect.provide(Shop.layer(scripted(), { pipeline: Pipeline.insert(broken, { before: "queue" }) }))
    )
  })
})

it.effect(
  "a failed call has the failure's sentence without a body, and the vendor's name of the request",
  () => {
    const { facts, observer } = noting()
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Effect.flip(Shop.getOrder({ id: "a" })))
      yield* TestClock.adjust("1 hour")
      const failure = yield* Fiber.join(fiber)
      const [ended] = facts.filter((fact) => fact._tag === "CallEnded")
      const sentence = failure.message.replace(" The body began: “teapot”.", "")
      assert.notStrictEqual(sentence, failure.message)
      assert.deepStrictEqual([ended?.message, ended?.requestId], [sentence, "r-9"])
    }).pipe(
      Effect.provideService(Telemetry.Current, observer),
      Effect.provide(Shop.layer(Shop.transport(() => make(418, { "x-request-id": "r-9" }, "teapot")).layer))
    )
  }
)

it.effect("calls and attempts are counted by how they ended, attempts by their kind as well", () => {
  const of = { vendor: "Shop", operation: "Shop.getOrder" }
  const [calls, attempts] = [
    Telemetry.series(Telemetry.metric.calls),
    Telemetry.series(Telemetry.metric.attempts)
  ]
  const counted = (metric: Metric.Metric<number, unknown>) =>
    Effect.map(Metric.value(metric), (state) =>
      typeof state === "object" && state !== null && "count" in state ? Number(state.count) : Number.NaN
    )
  const counts = Effect.all([
    counted(calls({ ...of, delivery: "Applied" })),
    counted(attempts({ ...of, kind: "first" })),
    counted(attempts({ ...of, kind: "retry" }))
  ])
  return Effect.gen(function* () {
    const before = yield* counts
    yield* called((fiber) =>
      Effect.andThen(TestClock.adjust("1 minute"), Fiber.join(fiber).pipe(Effect.orDie))
    )
    assert.deepStrictEqual(
      (yield* counts).map((count, index) => count - (before[index] ?? 0)),
      [1, 1, 1]
    )
  }).pipe(Effect.provide(Shop.layer(scripted(forge(Shop.Closed, {})))))
})
