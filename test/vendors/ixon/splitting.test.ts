import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect } from "effect"
import { make } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { ended, layer, portal, success } from "./portal.ts"

type Source = Ixon.DataQuery["sources"][number]
type Query = NonNullable<Source["tags"][number]["queries"]>[number]

interface Wire {
  readonly source: { readonly publicId: string }
  readonly start: string
  readonly end: string
  readonly tags: ReadonlyArray<{
    readonly queries: ReadonlyArray<{
      readonly ref: string
      readonly step?: number
      readonly order: string
      readonly limit?: number
    }>
  }>
}

const minute = 60_000
const midnight = Date.parse("2026-01-01T00:00:00Z")
const at = (minutes: number) => DateTime.makeUnsafe(midnight + minutes * minute)
const iso = (moment: number) => new Date(moment).toISOString()
const source = (id: string, queries: ReadonlyArray<Query>, hours = 4): Source => ({
  source: { publicId: id.padEnd(12, "0") },
  start: at(0),
  end: at(hours * 60),
  tags: queries.map((query, id) => ({ id, queries: [query] }))
})

interface Point {
  readonly time: string
  readonly values: Readonly<Record<string, number | null>>
}

/** What one query brings: a value every minute, or the sum of those in each step. `closed`: the end belongs to it. */
const valuesOf = (
  { limit = 5_000, order, step }: Wire["tags"][number]["queries"][number],
  start: number,
  end: number,
  closed: boolean
) => {
  const minutes = Array.from(
    { length: Math.ceil((end - start) / minute) + (closed ? 1 : 0) },
    (_, index) => start + index * minute
  )
  const spans = new Map<number, number>()
  for (const moment of minutes) {
    const from = step === undefined ? moment : Math.floor(moment / (step * 1000)) * step * 1000
    spans.set(from, (spans.get(from) ?? 0) + (moment - midnight) / minute)
  }
  const all = [...spans].toSorted(([one], [other]) => (order === "desc" ? other - one : one - other))
  return all.slice(0, limit)
}

/** IXON's answer about a source: rows by time, with the values of all its queries. */
const seriesOf = ({ end, source, start, tags }: Wire, closed: boolean) => {
  const queries = tags.flatMap(({ queries }) => queries)
  const rows = new Map<number, Record<string, number | null>>()
  for (const query of queries) {
    for (const [time, value] of valuesOf(query, Date.parse(start), Date.parse(end), closed))
      rows.set(time, { ...rows.get(time), [query.ref]: value })
  }
  const turn = queries[0]?.order === "desc" ? -1 : 1
  const points = [...rows]
    .toSorted(([one], [other]) => turn * (one - other))
    .map(([time, values]): Point => ({ time: iso(time), values }))
  return { source, start, end, timeZone: "UTC", points }
}

/** A portal whose queries may be about so many hours of sources. */
const historian = (mostHours: number, closed = false) => {
  const sent: Array<ReadonlyArray<Wire>> = []
  const { transport } = portal(({ body }) => {
    const sources = body as ReadonlyArray<Wire>
    sent.push(sources)
    const hours = sources.reduce(
      (sum, { end, start }) => sum + (Date.parse(end) - Date.parse(start)) / (60 * minute),
      0
    )
    return hours > mostHours
      ? make(504, {}, "")
      : success(
          sources.map((one) => seriesOf(one, closed)),
          null,
          201
        )
  })
  return { sent, layer: layer(transport) }
}

const ask = (mostHours: number, sources: ReadonlyArray<Source>, closed = false) => {
  const { sent, layer } = historian(mostHours, closed)
  return Effect.map(Effect.provide(ended(Ixon.queryData({ sources })), layer), ({ data }) => ({
    sent,
    data: JSON.parse(JSON.stringify(data)) as ReadonlyArray<{
      readonly points: ReadonlyArray<Point>
      readonly start: string
      readonly end: string
    }>
  }))
}

const raw: Query = { ref: "raw", postAggr: "raw", order: "asc" }
const sum: Query = { ref: "sum", postAggr: "sum", step: 300, order: "asc" }

describe("a data query that takes too long (504)", () => {
  it.effect("is asked for by halves of its sources, answered in their order", () =>
    Effect.gen(function* () {
      const sources = ["A", "B", "C", "D", "E"].map((id) => source(id, [{ ref: "x" }]))
      const { sent, data } = yield* ask(8, sources)
      assert.deepStrictEqual(data, (yield* ask(100, sources)).data)
      assert.deepStrictEqual(
        sent.map((one) => one.map(({ source }) => source.publicId[0]).join("")),
        ["ABCDE", "ABC", "AB", "C", "DE"]
      )
    })
  )

  it.effect("about a single source is asked for by halves of its time, and answered as one series", () =>
    Effect.gen(function* () {
      const sources = [source("A", [raw])]
      const { sent, data } = yield* ask(2, sources)
      assert.deepStrictEqual(data, (yield* ask(100, sources)).data)
      assert.deepStrictEqual(
        sent.map(([one]) => [one?.start, one?.end]),
        [
          [iso(midnight), iso(midnight + 240 * minute)],
          [iso(midnight), iso(midnight + 120 * minute)],
          [iso(midnight + 120 * minute), iso(midnight + 240 * minute)]
        ]
      )
    })
  )

  const orders = ["asc", "desc"] as const
  const ends = [false, true]
  const limits = [undefined, 1, 100, 119, 120, 121, 200, 239, 240, 241]
  const cases = orders.flatMap((order) =>
    ends.flatMap((closed) => limits.map((limit) => [order, closed, limit] as const))
  )

  it.effect.each(cases)(
    "brings what the whole would have brought (%s, end included: %s, limit %s)",
    ([order, closed, limit]) =>
      Effect.gen(function* () {
        const more = { order, ...(limit === undefined ? {} : { limit }) }
        const sources = [
          source("A", [
            { ...raw, ...more },
            { ...sum, order }
          ])
        ]
        const { data } = yield* ask(0.5, sources, closed)
        assert.deepStrictEqual(data, (yield* ask(100, sources, closed)).data)
      })
  )

  it.effect("of several sources is halved until the slow one has parts", () =>
    Effect.gen(function* () {
      const sources = [source("A", [raw]), source("B", [sum]), source("C", [raw, sum])]
      assert.deepStrictEqual((yield* ask(1, sources)).data, (yield* ask(100, sources)).data)
    })
  )

  it.effect("has parts that meet at a quarter of an hour, where every time zone's steps begin", () =>
    Effect.gen(function* () {
      const odd = { ...source("A", [raw]), start: at(7), end: at(68) }
      const { sent, data } = yield* ask(0.9, [odd])
      assert.deepStrictEqual(
        sent.map(([one]) => one?.end),
        [iso(midnight + 68 * minute), iso(midnight + 30 * minute), iso(midnight + 68 * minute)]
      )
      assert.strictEqual(data[0]?.points.length, 61)
    })
  )

  it.effect("asks no more of a query that has all the points it may have", () =>
    Effect.gen(function* () {
      const { sent } = yield* ask(2, [source("A", [{ ...raw, ref: "few", limit: 10 }, raw])])
      const refs = sent.map(([one]) =>
        one?.tags.flatMap(({ queries }) => queries.map(({ limit, ref }) => `${ref} ${limit}`))
      )
      assert.deepStrictEqual(refs, [["few 10", "raw undefined"], ["few 10", "raw 5000"], ["raw 4880"]])
      const enough = yield* ask(2, [source("A", [{ ...raw, limit: 10 }])])
      assert.strictEqual(enough.sent.length, 2)
    })
  )
})

describe("a source that has no parts", () => {
  const needs =
    "to be asked for in parts it needs `start` and `end`, and in each query `ref` and the same `order`"
  const { end: _end, ...endless } = source("A", [raw])
  const whole: ReadonlyArray<readonly [why: string, source: Source]> = [
    ["its time has no end", endless],
    ["a tag has no query", { ...source("A", [raw]), tags: [{ id: 1 }] }],
    ["a query has no name", source("A", [{ postAggr: "raw", order: "asc" }])],
    ["a query has no order", source("A", [{ ref: "raw", postAggr: "raw" }])],
    ["queries have two orders", source("A", [raw, { ...raw, ref: "other", order: "desc" }])],
    ["a mean is one value of the whole time", source("A", [{ ref: "mean", postAggr: "mean", order: "asc" }])],
    ["a step is longer than a quarter of an hour", source("A", [{ ...sum, step: 3_600 }])],
    ["a step does not begin where the time does", { ...source("A", [sum]), start: at(1) }],
    ["steps may be more than the limit", source("A", [{ ...sum, limit: 47 }])],
    ["differences need the point before", source("A", [{ ...raw, postTransform: "difference" }])],
    ["a page of points counts from the first", source("A", [{ ...raw, offset: 100 }])],
    ["points outside belong to it", source("A", [{ ...raw, extendedBoundary: true }])],
    ["a step that is no number", source("A", [{ ...sum, step: "5m" }])]
  ]

  it.effect.each(whole)("fails by name: %s", ([, source]) => {
    const { transport, sent } = portal(() => make(504, {}, ""))
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(Ixon.queryData({ sources: [source] })))
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, sent.length],
        ["Ixon.GatewayTimeout", "Refused", 1]
      )
      assert.include(failure.call?.unsplit ?? "", `source A00000000000 from `)
      assert.include(failure.call?.unsplit ?? "", needs)
    }).pipe(Effect.provide(layer(transport)))
  })

  it.effect("is named when a quarter of an hour of it takes too long", () => {
    const { layer } = historian(0.1)
    return Effect.gen(function* () {
      const failure = yield* ended(
        Effect.flip(Ixon.queryData({ sources: [source("A", [raw]), source("B", [raw])] }))
      )
      assert.strictEqual(
        failure.call?.unsplit,
        "It cannot be made smaller: source A00000000000 from 2026-01-01T00:00:00.000Z to 2026-01-01T00:15:00.000Z"
      )
    }).pipe(Effect.provide(layer))
  })
})

it.effect("ends with the deadline where each part takes its minute", () => {
  const { sent, transport } = portal(() => Effect.delay(Effect.succeed(make(504, {}, "")), "60 seconds"))
  return Effect.gen(function* () {
    const sources = Array.from({ length: 1_000 }, (_, index) => source(String(index), [raw]))
    const failure = yield* ended(Effect.flip(Ixon.queryData({ sources })))
    // A fifth could not have been answered in time, and is not sent.
    assert.deepStrictEqual([sent.length, failure._tag], [4, "OutOfTime"])
  }).pipe(Effect.provide(layer(transport, { policy: { jitter: "none", deadline: Duration.minutes(5) } })))
})
