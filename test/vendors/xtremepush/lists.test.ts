import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Stream } from "effect"
import { TestClock } from "effect/testing"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import { project, type Sent } from "./project.ts"

/** A list of so many rows, as the server pages it: `offset` rows left out, `limit` rows given. */
const listing =
  (count: number) =>
  ({ body: { limit, offset = 0 } }: Sent): Wire => {
    const all = Array.from({ length: count }, (_, index) => ({ id: index + 1, title: `Row ${index + 1}` }))
    return fromJson(
      200,
      {},
      {
        code: 200,
        success: true,
        data: all.slice(Number(offset), limit === undefined ? undefined : Number(offset) + Number(limit))
      }
    )
  }

const idsOf = (rows: ReadonlyArray<{ readonly id?: number | null }>) => rows.map(({ id }) => id)
const from1to = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

it.effect("reads a list page by page until a page is empty, and always says how long a page is", () => {
  const { layer, sent } = project(listing(120))
  return Effect.gen(function* () {
    assert.deepStrictEqual(idsOf(yield* Stream.runCollect(Xtremepush.listCampaigns.stream({}))), from1to(120))
    assert.deepStrictEqual(sent, [
      { method: "list/campaign", body: { limit: 50 } },
      { method: "list/campaign", body: { limit: 50, offset: 50 } },
      { method: "list/campaign", body: { limit: 50, offset: 100 } },
      { method: "list/campaign", body: { limit: 50, offset: 120 } }
    ])
  }).pipe(Effect.provide(layer))
})

it.effect("asks once more where the last page is full, and ends", () => {
  const { layer, sent } = project(listing(100))
  return Effect.gen(function* () {
    assert.strictEqual((yield* Stream.runCollect(Xtremepush.listLocations.stream({}))).length, 100)
    assert.deepStrictEqual(
      sent.map(({ body }) => body["offset"]),
      [undefined, 50, 100]
    )
  }).pipe(Effect.provide(layer))
})

it.effect("keeps the question through all pages, with the caller's own limit and offset", () => {
  const { layer, sent } = project(listing(9))
  const question = { condition: [["active", "=", 1]], select: ["id"], order: ["id DESC"] } as const
  return Effect.gen(function* () {
    const rows = yield* Stream.runCollect(
      Xtremepush.listCampaigns.stream({ ...question, limit: 3, offset: 2 })
    )
    assert.deepStrictEqual(idsOf(rows), [3, 4, 5, 6, 7, 8, 9])
    assert.deepStrictEqual<unknown>(
      sent.map(({ body }) => body),
      [2, 5, 8, 9].map((offset) => ({ ...question, limit: 3, offset }))
    )
  }).pipe(Effect.provide(layer))
})

it.effect("reads lazily", () => {
  const { layer, sent } = project(listing(500))
  return Effect.gen(function* () {
    yield* Stream.runDrain(Stream.take(Xtremepush.listLocations.stream({}), 60))
    assert.strictEqual(sent.length, 2)
  }).pipe(Effect.provide(layer))
})

it.effect("retries the page that failed and no other, and goes on from a position", () => {
  let broken = 2
  const { layer, sent } = project((one) =>
    one.body["offset"] === 50 && broken-- > 0 ? make(502, {}, "<html>Bad Gateway</html>") : listing(70)(one)
  )
  return Effect.gen(function* () {
    const reading = yield* Effect.forkChild(Stream.runCollect(Xtremepush.listCampaigns.pages({})))
    yield* TestClock.adjust("30 seconds")
    const pages = yield* Fiber.join(reading)
    assert.deepStrictEqual(
      sent.map(({ body }) => body["offset"]),
      [undefined, 50, 50, 50, 70]
    )
    assert.deepStrictEqual(
      pages.map(({ at, items, next }) => [at, items.length, next]),
      [
        [{ limit: 50 }, 50, { offset: 50, limit: 50 }],
        [{ offset: 50, limit: 50 }, 20, { offset: 70, limit: 50 }],
        [{ offset: 70, limit: 50 }, 0, undefined]
      ]
    )
    const rest = yield* Stream.runCollect(Xtremepush.listCampaigns.stream({}, pages[0]?.next))
    assert.deepStrictEqual(idsOf(rest), from1to(70).slice(50))
  }).pipe(Effect.provide(layer))
})

it.effect("says how long a page is in a call of its own, too", () => {
  const { layer, sent } = project(listing(3))
  return Effect.gen(function* () {
    yield* Xtremepush.listCampaigns({})
    yield* Xtremepush.listCampaigns({ limit: 1_000 })
    assert.deepStrictEqual(
      sent.map(({ body }) => body),
      [{ limit: 50 }, { limit: 1_000 }]
    )
  }).pipe(Effect.provide(layer))
})
