/** Nothing is uncounted: calls begun are calls counted, and requests sent are attempts counted, whatever happens to them. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Random } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import { make, type Wire } from "../../src/contract/Wire.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

type Step = "ok" | "closed" | "broken" | "stale" | "late" | "odd" | "unreadable" | "silent" | "slow"
const steps: ReadonlyArray<Step> = [
  "ok",
  "closed",
  "broken",
  "stale",
  "late",
  "odd",
  "unreadable",
  "silent",
  "slow"
]

const answers: Record<Exclude<Step, "silent" | "slow" | "late">, Wire> = {
  ok: Shop.order(1),
  closed: forge(Shop.Closed, {}),
  broken: forge(Shop.Broken, {}),
  stale: forge(Shop.TokenExpired, {}),
  odd: make(418, {}, "teapot"),
  unreadable: make(200, {}, "<html>")
}

const answerOf = (step: Step): Wire | Effect.Effect<Wire> => {
  if (step === "silent") return Effect.never
  if (step === "slow") return Effect.as(Effect.sleep("7 seconds"), answers.ok)
  if (step === "late") return Effect.as(Effect.sleep("15 seconds"), answers.ok)
  return answers[step]
}

type Way = "read" | "write" | "bad input" | "deadline" | "interrupted" | "defect"
const ways: ReadonlyArray<Way> = ["read", "write", "bad input", "deadline", "interrupted", "defect"]

const callBy = (way: Way): Effect.Effect<unknown, unknown, Shop.ShopApi> => {
  if (way === "write") return Shop.placeOrder({ article: "tea", count: 1 })
  if (way === "bad input") return Shop.placeOrder({ article: "", count: 99 })
  if (way === "deadline") return Shop.getOrder({ id: "a" }).pipe(Deadline.within("3 seconds"))
  if (way === "defect")
    return Shop.getOrder({ id: "a" }).pipe(Effect.tap(() => Effect.die("the caller's own")))
  return Shop.getOrder({ id: "a" })
}

const run = (seed: number) =>
  Effect.gen(function* () {
    const facts: Array<Telemetry.Fact> = []
    const observer: Telemetry.Observer = { observe: (fact) => Effect.sync(() => void facts.push(fact)) }
    const pick = <A>(from: ReadonlyArray<A>) =>
      Effect.map(Random.nextIntBetween(0, from.length - 1), (at) => from[at]!)
    let begun = 0
    const script = yield* Effect.forEach(Array.from({ length: 200 }), () => pick(steps))
    const tokens = { issued: 0 }
    const wire = Shop.transport((_, url) =>
      url.pathname === "/token"
        ? make(200, {}, JSON.stringify({ token: `t${tokens.issued++}`, seconds: 600 }))
        : answerOf(script[wire.requests.length % script.length]!)
    )
    const calls = Effect.gen(function* () {
      for (let turn = 0; turn < 12; turn++) {
        const way = yield* pick(ways)
        begun++
        const fiber = yield* Effect.forkChild(Effect.exit(callBy(way)))
        yield* TestClock.adjust(way === "interrupted" ? "500 millis" : "10 minutes")
        if (way === "interrupted") yield* Fiber.interrupt(fiber)
        else yield* Fiber.join(fiber)
      }
    })
    const hedge = seed % 2 === 0 ? { hedge: { atLeast: 2 } } : {}
    yield* Effect.scoped(
      Effect.provideService(
        Effect.provide(calls, Shop.layer(wire.layer, hedge, Shop.tokenAuth)),
        Telemetry.Current,
        observer
      )
    )
    const counted = (tag: Telemetry.Fact["_tag"]) => facts.filter((fact) => fact._tag === tag)
    const mine = counted("CallEnded").filter(({ operation }) => operation !== "Shop.getToken")
    assert.strictEqual(mine.length, begun, `seed ${seed}: calls begun`)
    assert.strictEqual(counted("AttemptEnded").length, wire.requests.length, `seed ${seed}: requests sent`)
  }).pipe(Random.withSeed(seed))

it.effect("calls begun are calls counted, requests sent are attempts counted", () =>
  Effect.forEach(
    Array.from({ length: 40 }, (_, seed) => seed),
    run,
    { discard: true }
  )
)

it.effect("a hedge is counted as a hedge, and deposits nothing in the budget", () => {
  let slow = false
  const wire = Shop.transport(() =>
    Effect.as(Effect.sleep(slow && wire.requests.length % 2 === 1 ? "5 seconds" : "20 millis"), Shop.order(1))
  )
  const kinds: Array<string> = []
  const observer: Telemetry.Observer = {
    observe: (fact) => Effect.sync(() => void (fact._tag === "AttemptEnded" && kinds.push(fact.kind)))
  }
  let deposits = 0
  const budget = {
    deposit: Effect.sync(() => void deposits++),
    withdraw: Effect.succeed(true),
    balance: Effect.succeed(1)
  }
  return Effect.gen(function* () {
    for (let turn = 0; turn < 21; turn++) {
      slow = turn === 20
      const fiber = yield* Effect.forkChild(Shop.getOrder({ id: "a" }))
      yield* TestClock.adjust("100 millis")
      yield* Fiber.join(fiber)
    }
    assert.deepStrictEqual(
      [kinds.filter((kind) => kind === "hedge").length, kinds.length, deposits],
      [1, 22, 21]
    )
  }).pipe(
    Effect.provideService(Telemetry.Current, observer),
    Effect.provide(Shop.layer(wire.layer, { hedge: true, budget }))
  )
})
