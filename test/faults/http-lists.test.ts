/** Lists end where the data ends: not at a short page, not at a header that is written differently, and not never. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema, Stream } from "effect"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Pages from "../../src/many/Pages.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import * as Shop from "../shop/shop.ts"
import { project } from "../vendors/xtremepush/project.ts"

const cursors: ReadonlyArray<readonly [header: string, cursor: string | undefined]> = [
  [`<https://rest.example/items?cursor=a>; rel="next"`, "a"],
  [`</items?cursor=a>; rel=next`, "a"],
  [`<?cursor=a>;rel=NEXT`, "a"],
  [`</items?cursor=a>; rel="prev next"`, "a"],
  [`</items?cursor=a>; REL="Next"`, "a"],
  [`</items?cursor=a>; title="one, two; three"; rel="next"`, "a"],
  [`</items?cursor=a>; title="a \\"quoted\\" >, <b>; rel=prev"; rel="next"`, "a"],
  [`</items?cursor=p>; rel="prev", </items?cursor=a>; rel="next"`, "a"],
  [`</items?cursor=p>; rel="prev",</items?cursor=a>;rel="next",`, "a"],
  [`</items?cursor=p>; rel="prev"; rel="next", </items?cursor=a>; rel="next"`, "a"],
  [`</a,b?cursor=a>; rel="next"`, "a"],
  [`</items?cursor=abc%ZZ>; rel="next"`, "abc%ZZ"],
  [`</items?x=%&cursor=a%2Bb%3D>; rel="next"`, "a+b="],
  [`</items?cursor=a#end>; rel="next"`, "a"],
  [`<https://rest.example.comitems?x=1&cursor=a>; rel="next"`, "a"],
  [`garbage, </items?cursor=a>; rel="next"`, "a"],
  [`</items?cursor=a>; rel="next`, undefined],
  [`</items?cursor=a>; rel="nextish"`, undefined],
  [`</items?cursor=a>; title="next"`, undefined],
  [`</items?cursor=>; rel="next"`, undefined],
  [`</items>; rel="next"`, undefined],
  [`</items?cursor=a; rel="next"`, undefined],
  ["<", undefined],
  ["", undefined]
]

describe("a Link header", () => {
  it.each(cursors)("%s", (header, cursor) => {
    assert.strictEqual(Pages.cursorInLink(header), cursor)
  })

  it("is read in linear time, whatever it holds", () => {
    for (const part of ["<", "<a>", `;"`, `<a>;b="\\`, ", ", "<a>;rel=next,"]) {
      const began = performance.now()
      Pages.cursorInLink(part.repeat(100_000 / part.length))
      assert.isBelow(performance.now() - began, 2_000, part)
    }
  })
})

const Row = Schema.Struct({ id: Schema.Int })
const spec = () =>
  ({
    method: "GET",
    path: "/rows",
    input: Schema.Struct({
      offset: Schema.optionalKey(Schema.Int),
      size: Schema.optionalKey(Schema.Int),
      after: Schema.optionalKey(Schema.String)
    }),
    output: Schema.Struct({
      rows: Schema.Array(Row),
      next: Schema.optionalKey(Schema.NullOr(Schema.String))
    }),
    idempotent: true
  }) as const
const rows = Array.from({ length: 250 }, (_, id) => ({ id }))
const items = ({ rows }: { readonly rows: ReadonlyArray<{ readonly id: number }> }) => rows

/** A server that gives the same rows for ever; it ends by itself before long, so that a reader that does not notice ends too. */
const same = () => {
  const wire = Shop.transport(() =>
    fromJson(200, {}, { rows: wire.requests.length > 20 ? [] : rows.slice(0, 3) })
  )
  return wire
}

describe("a list by offset", () => {
  const list = Pages.byOffset(Shop.operation("byOffset", spec), {
    items,
    offset: "offset",
    limit: "size",
    size: 500
  })

  it.effect.each([100, 7, 500, 250, 1])("is whole where the server gives at most %i at a time", (most) => {
    const wire = Shop.transport((_method, url) => {
      const offset = Number(url.searchParams.get("offset") ?? 0)
      return fromJson(200, {}, { rows: rows.slice(offset, offset + most) })
    })
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Stream.runCollect(list.stream({})), rows)
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  })

  it.effect("ends with RepeatedCursor where the server takes no notice of the offset", () => {
    const wire = same()
    return Effect.gen(function* () {
      const read: Array<number> = []
      const failure = yield* Effect.flip(
        Stream.runForEach(list.stream({}), ({ id }) => Effect.sync(() => void read.push(id)))
      )
      assert.deepStrictEqual([failure._tag, read, wire.requests.length], ["RepeatedCursor", [0, 1, 2], 2])
      assert.include(failure.message, `{"offset":3,"size":500}`)
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  })
})

it.effect("Xtremepush's list of 250, of which the server gives 100 at most, is read to its end", () => {
  const { layer, sent } = project(({ body: { offset = 0 } }) =>
    fromJson(200, {}, { code: 200, success: true, data: rows.slice(Number(offset), Number(offset) + 100) })
  )
  return Effect.gen(function* () {
    const read = yield* Stream.runCollect(Xtremepush.listCampaigns.stream({ limit: 500 }))
    assert.strictEqual(read.length, 250)
    assert.deepStrictEqual(
      sent.map(({ body }) => body["offset"]),
      [undefined, 100, 200, 250]
    )
  }).pipe(Effect.provide(layer))
})

describe("a list by token", () => {
  const list = Pages.byToken(Shop.operation("byToken", spec), {
    items,
    token: ({ next }) => next,
    into: "after"
  })

  it.effect.each([null, "", undefined])("ends where the next token is %s", (next) => {
    const wire = Shop.transport(() => fromJson(200, {}, { rows, ...(next === undefined ? {} : { next }) }))
    return Effect.gen(function* () {
      assert.strictEqual((yield* Stream.runCollect(list.stream({}))).length, 250)
      assert.strictEqual(wire.requests.length, 1)
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  })

  it.effect("ends with RepeatedCursor where every token gives the same page", () => {
    const wire = Shop.transport(() =>
      fromJson(
        200,
        {},
        { rows: [{ id: 1 }], next: wire.requests.length > 20 ? null : `t${wire.requests.length}` }
      )
    )
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(Stream.runDrain(list.stream({})))
      assert.deepStrictEqual([failure._tag, wire.requests.length], ["RepeatedCursor", 2])
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  })

  it.effect("goes on past an empty page that names a next one", () => {
    const wire = Shop.transport((_method, url) => {
      const after = url.searchParams.get("after")
      if (after === "b") return fromJson(200, {}, { rows: [{ id: 7 }] })
      return fromJson(200, {}, { rows: [], next: after === null ? "a" : "b" })
    })
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Stream.runCollect(list.stream({})), [{ id: 7 }])
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  })
})

it.effect("a list by number ends with RepeatedCursor where the server takes no notice of the number", () => {
  const list = Pages.byNumber(Shop.operation("byNumber", spec), { items, page: "offset", first: 0, size: 3 })
  const wire = same()
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Stream.runDrain(list.stream({})))
    assert.deepStrictEqual([failure._tag, wire.requests.length], ["RepeatedCursor", 2])
  }).pipe(Effect.provide(Shop.layer(wire.layer)))
})
