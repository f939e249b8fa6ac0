import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { transport } from "../../shop/shop.ts"
import { ended, over, token } from "./m3ter.ts"

interface Spec {
  readonly startDate?: string
  readonly endDate?: string
  readonly accountIds?: ReadonlyArray<string>
  readonly meterIds?: ReadonlyArray<string>
  readonly limit?: number
  readonly groups?: unknown
}

interface Row {
  readonly time: number
  readonly account: string
  readonly meter: string
}

const start = Date.parse("2026-11-01T00:00:00Z")
const hour = 3_600_000
const at = (hours: number) => DateTime.makeUnsafe(start + hours * hour)
const day = { startDate: at(0), endDate: at(24) }

// A row every hour for each of four accounts on each of two meters.
const accounts = ["a", "b", "c", "d"]
const rows: ReadonlyArray<Row> = Array.from({ length: 24 }, (_, index) => index).flatMap((index) =>
  accounts.flatMap((account) => ["m", "n"].map((meter) => ({ time: start + index * hour, account, meter })))
)

/** m3ter's answer: the most recent rows first, the start included and the end not. */
const answerTo = ({ accountIds, endDate, limit = 20_000, meterIds, startDate }: Spec) => {
  const found = rows
    .filter(
      ({ time }) =>
        time >= Date.parse(startDate ?? "1970-01-01") && time < Date.parse(endDate ?? "9999-12-31")
    )
    .filter(
      ({ account, meter }) => (accountIds?.includes(account) ?? true) && (meterIds?.includes(meter) ?? true)
    )
    .toSorted((one, other) => other.time - one.time)
  return { data: found.slice(0, limit), hasMoreData: found.length > limit }
}

/** Usage queries whose answers may have `most` rows. */
const explorer = (most: number) => {
  const requested: Array<Spec> = []
  const wire = transport((_method, url, _headers, body) => {
    if (url.pathname.endsWith("/oauth/token")) return token("token")
    const query = JSON.parse(body) as Spec
    requested.push(query)
    const answer = answerTo(query)
    return answer.data.length > most ? make(413, {}, "") : fromJson(200, {}, answer)
  })
  return { requested, layer: over(wire.layer) }
}

const plain = (usage: M3ter.Usage): unknown => JSON.parse(JSON.stringify(usage))
const sum = [{ meterId: "m", fieldCode: "bytes", fieldType: "MEASURE", function: "SUM" }] as const

const asOne = (query: Spec) => JSON.parse(JSON.stringify(answerTo(query)))
const iso = (date: DateTime.Utc) => DateTime.formatIso(date)
const wireDay = { startDate: iso(day.startDate), endDate: iso(day.endDate) }

describe("a usage query whose answer is too large (413)", () => {
  it.effect("is asked for by halves of its time, the later first, and answered as one", () => {
    const { requested, layer } = explorer(100)
    return Effect.gen(function* () {
      const usage = yield* ended(M3ter.queryUsage(day))
      assert.deepStrictEqual(plain(usage), asOne(wireDay))
      assert.deepStrictEqual(requested, [
        wireDay,
        { startDate: iso(at(12)), endDate: iso(at(24)) },
        { startDate: iso(at(0)), endDate: iso(at(12)) }
      ])
    }).pipe(Effect.provide(layer))
  })

  it.effect("is halved again and again, and no row comes twice or is missing", () => {
    const { layer } = explorer(9)
    return Effect.gen(function* () {
      assert.deepStrictEqual(plain(yield* ended(M3ter.queryUsage(day))), asOne(wireDay))
    }).pipe(Effect.provide(layer))
  })

  it.effect.each([1, 40, 95, 96, 97, 128, 191, 192, 193])(
    "keeps its limit of %d rows, the most recent, and says whether there are more",
    (limit) => {
      // Every limit is too large until it is a part.
      const { layer } = explorer(Math.min(64, Math.max(0, limit - 1)) || 1)
      return Effect.gen(function* () {
        assert.deepStrictEqual(
          plain(yield* ended(M3ter.queryUsage({ ...day, limit }))),
          asOne({ ...wireDay, limit })
        )
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect("goes no further back than where rows are missing already", () => {
    const requested: Array<Spec> = []
    const wire = transport((_method, url, _headers, body) => {
      if (url.pathname.endsWith("/oauth/token")) return token("token")
      const query = JSON.parse(body) as Spec
      requested.push(query)
      // The most rows of an answer are few here, and each of them is large.
      const whole = query.startDate === wireDay.startDate && query.endDate === wireDay.endDate
      return whole ? make(413, {}, "") : fromJson(200, {}, answerTo({ ...query, limit: 30 }))
    })
    return Effect.gen(function* () {
      const usage = yield* ended(M3ter.queryUsage(day))
      assert.deepStrictEqual(plain(usage), asOne({ ...wireDay, limit: 30 }))
      assert.strictEqual(requested.length, 2)
    }).pipe(Effect.provide(over(wire.layer)))
  })

  it.effect("is asked for by halves of its accounts where it has no time, and then of its meters", () => {
    const { requested, layer } = explorer(24)
    return Effect.gen(function* () {
      const usage = yield* ended(M3ter.queryUsage({ accountIds: ["a", "b", "c", "a"], meterIds: ["m", "n"] }))
      assert.strictEqual(usage.data.length, 3 * 48)
      assert.isFalse(usage.hasMoreData)
      assert.deepStrictEqual(requested[1], { accountIds: ["a", "b"], meterIds: ["m", "n"] })
      assert.deepStrictEqual(
        requested.filter(({ accountIds, meterIds }) => accountIds?.length === 1 && meterIds?.length === 1)
          .length,
        6
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("is asked for by halves of its accounts where what is aggregated is grouped by account", () => {
    const { requested, layer } = explorer(100)
    const groups = [{ groupType: "ACCOUNT" }, { groupType: "TIME", frequency: "DAY" }] as const
    return Effect.gen(function* () {
      yield* ended(M3ter.queryUsage({ ...day, accountIds: accounts, aggregations: sum, groups }))
      assert.deepStrictEqual(
        requested.map(({ accountIds, endDate, startDate }) => [accountIds, startDate, endDate]),
        [
          [accounts, wireDay.startDate, wireDay.endDate],
          [["a", "b"], wireDay.startDate, wireDay.endDate],
          [["c", "d"], wireDay.startDate, wireDay.endDate]
        ]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("a usage query that parts cannot answer", () => {
  const filters = [{ meterId: "m", fieldCode: "region", values: ["eu"] }]
  const whole: ReadonlyArray<readonly [why: string, query: M3ter.UsageQuery]> = [
    ["sums over time", { ...day, aggregations: sum }],
    ["sums over accounts", { ...day, accountIds: accounts, aggregations: sum }],
    [
      "sums over accounts by day",
      { ...day, accountIds: accounts, aggregations: sum, groups: [{ groupType: "TIME", frequency: "DAY" }] }
    ],
    [
      "sums by account over meters",
      { meterIds: ["m", "n"], aggregations: sum, groups: [{ groupType: "ACCOUNT" }] }
    ],
    ["the most recent of several accounts", { accountIds: accounts, limit: 100 }],
    ["meters with a filter on one of them", { meterIds: ["m", "n"], dimensionFilters: filters }],
    ["no time and no lists", {}]
  ]

  it.effect.each(whole)("fails unbroken: %s", ([, query]) => {
    const { requested, layer } = explorer(0)
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.queryUsage(query)))
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, requested.length],
        ["M3ter.ResponseTooLarge", "Refused", 1]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("fails naming the account, the meter and the second that is too large by itself", () => {
    const { layer } = explorer(0)
    return Effect.gen(function* () {
      const query = {
        startDate: at(0),
        endDate: DateTime.add(at(0), { seconds: 2 }),
        accountIds: ["a", "b"],
        meterIds: ["m"]
      }
      const failure = yield* ended(Effect.flip(M3ter.queryUsage(query)))
      assert.strictEqual(
        failure.call?.unsplit,
        `It cannot be made smaller: {"startDate":"2026-11-01T00:00:00.000Z","endDate":"2026-11-01T00:00:01.000Z","accountIds":["a"],"meterIds":["m"]}`
      )
    }).pipe(Effect.provide(layer))
  })
})
