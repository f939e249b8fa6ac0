/** The id of a call: one for its failure, its entries and its row; made only where there is one of these. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Random } from "effect"
import { TestClock } from "effect/testing"
import { forge } from "../../src/contract/Catalogue.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import { timedUuid } from "../../src/pipeline/uuid.ts"
import * as Shop from "../shop/shop.ts"

const sevenOf = (id: string | undefined) =>
  assert.match(id ?? "", /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

/** The moment (Unix ms) in an id. */
const momentOf = (id: string | undefined) => parseInt((id ?? "").replace("-", "").slice(0, 12), 16)

const scripted = (...wires: ReadonlyArray<Wire>) => {
  let next = 0
  return Shop.transport(() => wires[Math.min(next++, wires.length - 1)] ?? Shop.order(1)).layer
}

const failing = <A, R>(call: Effect.Effect<A, AnyFailure, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(call))
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

/** Counts how often chance is asked for a number. */
const counting = () => {
  const counts = { drawn: 0 }
  const random = {
    nextDoubleUnsafe: () => (counts.drawn++, 0.5),
    nextIntUnsafe: () => (counts.drawn++, 1)
  }
  return { counts, random }
}

describe("the id of a call", () => {
  it.effect("is in the report of its failure and its JSON, and names when the call began", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_800_000_000_000)
      const failure = yield* failing(Shop.placeOrder({ article: "tea", count: 1 }))
      sevenOf(failure.call?.id)
      assert.strictEqual(momentOf(failure.call?.id), 1_800_000_000_000)
      assert.strictEqual(JSON.parse(JSON.stringify(failure)).call, failure.call?.id)
      assert.isAbove(failure.attempts.length, 1)
    }).pipe(Effect.provide(Shop.layer(scripted(forge(Shop.Closed, {})))))
  )

  it.effect("is there where nothing was sent: bad input", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Shop.placeOrder({ article: "", count: 51 }))
      sevenOf(failure.call?.id)
    }).pipe(Effect.provide(Shop.layer(scripted(Shop.order(1)))))
  )

  it.effect("is another for each call, and the same for a seed", () => {
    const two = Effect.all([1, 2].map(() => failing(Shop.getOrder({ id: "a" })))).pipe(
      Effect.map((failures) => failures.map(({ call }) => call?.id)),
      Effect.provide(Shop.layer(scripted(make(400, {}, "no")))),
      Effect.andThen((ids) => Effect.as(TestClock.setTime(0), ids))
    )
    return Effect.gen(function* () {
      const [once, twice, other] = yield* Effect.all(
        ["a", "a", "b"].map((seed) => Random.withSeed(two, seed))
      )
      assert.strictEqual(new Set(once).size, 2)
      assert.deepStrictEqual(once, twice)
      assert.notDeepEqual(once, other)
    })
  })

  it.effect("of a failure to get credentials is that of the call for them, which has the request", () => {
    const rows: Array<Journal.Row> = []
    const wire = Shop.transport(() => fromJson(400, {}, { message: "no such client" })).layer
    return Effect.gen(function* () {
      const failure = yield* failing(Shop.getOrder({ id: "a" }))
      const [token, order] = rows
      assert.deepStrictEqual([token?.operation, order?.operation], ["Shop.getToken", "Shop.getOrder"])
      assert.strictEqual(failure.call?.id, token?.call)
      assert.notStrictEqual(order?.call, token?.call)
      assert.strictEqual(order?.tag, failure._tag)
    }).pipe(
      Effect.provideService(Journal.Current, {
        ...Journal.into([]),
        calls: Journal.rows((row) => void rows.push(row))
      }),
      Effect.provide(Shop.layer(wire, {}, Shop.tokenAuth))
    )
  })

  it.effect("is not made for a success that no journal keeps", () => {
    const { counts, random } = counting()
    return Effect.gen(function* () {
      yield* Shop.placeOrder({ article: "tea", count: 1 })
      assert.strictEqual(counts.drawn, 0)
      yield* Effect.flip(Shop.placeOrder({ article: "", count: 1 }))
      assert.isAbove(counts.drawn, 0)
    }).pipe(Effect.provide(Shop.layer(scripted(Shop.order(1)))), Effect.provideService(Random.Random, random))
  })

  it("sorts by its moment, to the millisecond, from 1970 to the year 10889", () => {
    const { random } = counting()
    const moments = [0, 1, 65_535, 65_536, 1_800_000_000_000, 1_800_000_000_001, 2 ** 48 - 1]
    const ids = moments.map((moment) => timedUuid(random, moment))
    assert.deepStrictEqual(ids.toSorted(), ids)
    assert.deepStrictEqual(ids.map(momentOf), moments)
    for (const id of [...ids, timedUuid(random, -5), timedUuid(random, 2 ** 50)]) sevenOf(id)
  })
})
