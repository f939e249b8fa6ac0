/** A 429 that means “this job is running” holds back the calls that would start it too, and nobody else (B1). */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Exit, Fiber, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import { type AnyFailureClass, failuresOf } from "../../src/contract/Failure.ts"
import { operations } from "../../src/contract/Operation.ts"
import { contains } from "../../src/contract/Signature.ts"
import { define } from "../../src/contract/Vendor.ts"
import { make, fromJson, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Deadline from "../../src/policy/Deadline.ts"
import { laws } from "../../src/testing/laws.ts"
import * as Shop from "../shop/shop.ts"

/** An inventory is being taken. */
class Counting extends failuresOf(Shop.dialect)<Counting>()("Shop.Counting", {
  signature: { status: 429, body: { message: contains("counting") } },
  category: "conflict",
  retry: { otherwise: "1 minute" },
  holds: "operation",
  means: "An inventory is being taken.",
  remedy: "Wait for its end.",
  see: "made up"
}) {}

const vendor = define({ ...Shop.vendor, failures: [Counting, ...Shop.failures] })
const operation = operations<Shop.Always>()(Shop.ShopApi, vendor)
const facts = {
  method: "POST",
  input: Schema.Struct({ aisle: Schema.String }),
  output: Schema.Unknown,
  idempotent: false
} as const
/** Its refusals can be told from others, and are for all aisles. */
const count = operation("count", () => ({ ...facts, path: "/count/{aisle}", fails: [Counting] }))
/** The same for each aisle by itself. */
const countAisle = operation("countAisle", () => ({
  ...facts,
  path: "/aisle/{aisle}",
  fails: [Counting],
  job: "aisle"
}))
/** Its refusals look like those of a rate limit. */
const clean = operation("clean", () => ({ ...facts, path: "/clean/{aisle}", job: true }))

const counting = fromJson(429, {}, { message: "counting goes on" })

/** A shop that is refused what `refuses` says, and notes what was path of it, and when (s). */
const shop = (refuses: (path: string, now: number) => Wire | undefined) => {
  const seen: Array<string> = []
  const wire = Shop.transport((_method, { pathname }) =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      seen.push(`${pathname} ${now / 1000}`)
      return refuses(pathname, now) ?? Shop.order(1)
    })
  )
  const layer = Layers.layerNoTransport(Shop.ShopApi, vendor, { auth: Auth.none })
  return { seen, layer: Layer.provide(layer, wire.layer) }
}

const until =
  (prefix: string, millis: number, wire: Wire) =>
  (path: string, now: number): Wire | undefined =>
    path.startsWith(prefix) && now < millis ? wire : undefined

/** The first call, then the others a second later, and how they end. */
const after = (
  first: Effect.Effect<unknown, unknown, Shop.ShopApi>,
  ...others: ReadonlyArray<Effect.Effect<unknown, unknown, Shop.ShopApi>>
) =>
  Effect.gen(function* () {
    const one = yield* Effect.forkChild(Effect.exit(first))
    yield* TestClock.adjust("1 second")
    const rest = yield* Effect.forEach(others, (call) => Effect.forkChild(Effect.exit(call)))
    yield* TestClock.adjust("10 minutes")
    return yield* Effect.forEach([one, ...rest], Fiber.join)
  })

const read = Shop.getOrder({ id: "a" })

describe("a refusal that says that a job is running", () => {
  it.effect("holds back its own operation, and no other call of the same quota", () => {
    const { layer, seen } = shop(until("/count", 30_000, counting))
    return Effect.gen(function* () {
      const ends = yield* after(count({ aisle: "1" }), read, count({ aisle: "2" }))
      assert.isTrue(ends.every(Exit.isSuccess))
      assert.deepStrictEqual(
        seen.map((one) => one.replace(/\..*/, "")),
        ["/count/1 0", "/orders/a 1", "/count/1 60", "/count/2 60"]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("holds back only the same job where the operation names what it is of", () => {
    const { layer, seen } = shop(until("/aisle/1", 30_000, counting))
    return Effect.gen(function* () {
      yield* after(countAisle({ aisle: "1" }), countAisle({ aisle: "2" }), countAisle({ aisle: "1" }))
      assert.deepStrictEqual(
        seen.map((one) => one.replace(/\..*/, "")),
        ["/aisle/1 0", "/aisle/2 1", "/aisle/1 60", "/aisle/1 60"]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect(
    "refuses at once, with the time that is left, what cannot have its turn before its deadline",
    () => {
      const { layer, seen } = shop(until("/count", 30_000, counting))
      return Effect.gen(function* () {
        const late = count({ aisle: "2" }).pipe(Deadline.within("20 seconds"), Effect.flip)
        const [, end] = yield* after(count({ aisle: "1" }), late)
        assert.include(String(end), "OutOfTime")
        assert.notInclude(seen.join(), "/count/2")
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect("is found to be over by one call at a time", () => {
    const { layer, seen } = shop(until("/count", 100_000, counting))
    const others = Array.from({ length: 5 }, (_, aisle) => count({ aisle: `${aisle}` }))
    return Effect.gen(function* () {
      const ends = yield* after(count({ aisle: "first" }), ...others)
      assert.isTrue(ends.every(Exit.isSuccess))
      const refused = seen.filter((one) => Number(one.split(" ")[1]) < 100)
      assert.lengthOf(refused, 2, refused.join())
    }).pipe(Effect.provide(layer))
  })

  it.effect("several at once are each heard at once", () => {
    const { layer } = shop(until("/count", 1e9, counting))
    return Effect.gen(function* () {
      const calls = ["1", "2", "3"].map((aisle) =>
        count({ aisle }).pipe(Deadline.within("30 seconds"), Effect.exit)
      )
      const fiber = yield* Effect.forkChild(Effect.all(calls, { concurrency: 3 }))
      yield* TestClock.adjust(0)
      const ends = yield* Fiber.join(fiber)
      assert.deepStrictEqual(
        ends.map((end) => String(end).match(/Shop\.Counting/)?.[0]),
        ["Shop.Counting", "Shop.Counting", "Shop.Counting"]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("a 429 that may mean that a job is running, or that a limit is used up", () => {
  const limited = (headers: Readonly<Record<string, string>> = {}) =>
    make(429, { "retry-after": "60", ...headers }, "")

  it.effect("holds back its own operation alone where nothing shows that a limit is used up", () => {
    const { layer, seen } = shop(until("/clean", 30_000, limited({ "x-ratelimit-remaining": "700" })))
    return Effect.gen(function* () {
      yield* after(clean({ aisle: "1" }), read, clean({ aisle: "2" }))
      assert.deepStrictEqual(
        seen.map((one) => one.replace(/\..*/, "")),
        ["/clean/1 0", "/orders/a 1", "/clean/1 60", "/clean/2 60"]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect.each([
    ["its headers show a limit that is used up", clean, limited({ "x-ratelimit-remaining": "0" })],
    ["the operation starts no job", count, limited()]
  ] as const)("holds back all calls of the quota where %s", ([, call, wire]) => {
    const { layer, seen } = shop(until("/c", 30_000, wire))
    return Effect.gen(function* () {
      yield* after(call({ aisle: "1" }), read)
      assert.deepStrictEqual(
        seen.slice(1).map((one) => Number(one.split(" ")[1]) >= 60),
        [true, true]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("the laws", () => {
  it.effect("find a failure that does not say whom it holds back, and one that does so in vain", () => {
    const Failure = failuresOf(Shop.dialect)
    const facts = { means: "m", remedy: "r", see: "s", category: "conflict" } as const
    class Silent extends Failure<Silent>()("Shop.Silent", {
      ...facts,
      signature: { status: 429 },
      retry: "never"
    }) {}
    class Vain extends Failure<Vain>()("Shop.Vain", { ...facts, retry: "never", holds: "operation" }) {}
    return Effect.gen(function* () {
      const broken = (failure: AnyFailureClass) =>
        Effect.map(laws(define({ ...Shop.vendor, failures: [failure], always: [] }), []), (all) =>
          all.filter(({ law }) => law === "it says whom it holds back").map(({ found }) => found)
        )
      assert.deepStrictEqual(yield* broken(Counting), [])
      assert.deepStrictEqual(yield* broken(Silent), [
        "it is a 429 of the category conflict, and does not say whom it holds back"
      ])
      assert.deepStrictEqual(yield* broken(Vain), [
        "it holds its operation back, and its retry is never",
        "it holds calls back, and never comes as an answer"
      ])
    })
  })

  it.effect("find an operation whose job is of a field that it does not have", () => {
    const misspelled = { tag: "Shop.odd", spec: { ...countAisle.spec, job: "shlef" } }
    return Effect.gen(function* () {
      assert.deepStrictEqual(
        (yield* laws(vendor, [misspelled])).map(({ found }) => found),
        ["`job` names what the input does not have: shlef"]
      )
    })
  })
})
