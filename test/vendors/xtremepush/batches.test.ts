import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import { done, project, type Sent } from "./project.ts"

const refused = fromJson(
  400,
  {},
  {
    code: 400,
    errors: { user_id: ["User ID is invalid."] },
    message: "Profile is not imported",
    success: false
  }
)
const invalidToken = fromJson(400, {}, { code: 400, message: "apptoken is invalid.", success: false })

const rowsOf = ({ body }: Sent): ReadonlyArray<ReadonlyArray<unknown>> =>
  Array.isArray(body["rows"]) ? body["rows"] : []
const eventsOf = ({ body }: Sent): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  Array.isArray(body["events"]) ? body["events"] : []

const summary = <Item, Error extends { readonly _tag: string }>(
  outcomes: ReadonlyArray<{
    readonly index: number
    readonly item: Item
    readonly outcome: string
    readonly failure?: Error
  }>
) => outcomes.map(({ failure, index, outcome }) => [index, outcome, failure?._tag])

describe("importProfiles.many", () => {
  it.effect(
    "makes tables of records, one for each set of columns, and sends nothing for what is left out",
    () => {
      const { layer, sent } = project(() => done)
      const profiles: ReadonlyArray<Xtremepush.Profile> = [
        { user_id: "u1", email: "ada@example.com", email_subscription: 1, vip: true },
        { user_id: "u2", city: null },
        { vip: false, email_subscription: 0, email: "eve@example.com", user_id: 3, city: undefined }
      ]
      return Effect.gen(function* () {
        const outcomes = yield* Stream.runCollect(
          Xtremepush.importProfiles.many(profiles, { concurrency: 1 })
        )
        assert.deepStrictEqual(sent, [
          {
            method: "import/profile",
            body: {
              columns: ["email", "email_subscription", "user_id", "vip"],
              rows: [
                ["ada@example.com", 1, "u1", true],
                ["eve@example.com", 0, 3, false]
              ]
            }
          },
          { method: "import/profile", body: { columns: ["city", "user_id"], rows: [[null, "u2"]] } }
        ])
        assert.deepStrictEqual(summary(outcomes), [
          [0, "accepted", undefined],
          [2, "accepted", undefined],
          [1, "accepted", undefined]
        ])
        assert.deepStrictEqual(
          outcomes.map(({ item }) => item["user_id"]),
          ["u1", 3, "u2"]
        )
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect("cuts to 10,000 rows, from an array or a stream, and takes a 202", () => {
    const accepted = fromJson(202, {}, { code: 202, success: true, model: { id: 12 } })
    const { layer, sent } = project(() => accepted)
    const profiles = Stream.map(Stream.range(1, 20_001), (id) => ({ user_id: id }))
    return Effect.gen(function* () {
      const count = yield* Stream.runCount(
        Stream.filter(Xtremepush.importProfiles.many(profiles), ({ outcome }) => outcome === "accepted")
      )
      assert.strictEqual(count, 20_001)
      assert.deepStrictEqual(
        sent.map((one) => rowsOf(one).length),
        [10_000, 10_000, 1]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("splits a refused table until only the bad record is refused", () => {
    const { layer, sent } = project((one) => (rowsOf(one).some(([, id]) => id === "bad") ? refused : done))
    const profiles = ["a", "b", "bad", "c"].map((id) => ({ city: "Dublin", user_id: id }))
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(Xtremepush.importProfiles.many(profiles))
      assert.deepStrictEqual(summary(outcomes), [
        [0, "accepted", undefined],
        [1, "accepted", undefined],
        [2, "refused", "Xtremepush.InvalidFields"],
        [3, "accepted", undefined]
      ])
      assert.deepStrictEqual(
        outcomes[2]?.failure?.complaints.map(({ message, path }) => [path, message]),
        [["user_id", "User ID is invalid."]]
      )
      assert.deepStrictEqual(
        sent.map((one) => rowsOf(one).length),
        [4, 2, 2, 1, 1]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("refuses alone what breaks a documented rule, and does not send it", () => {
    const { layer, sent } = project(() => done)
    const profiles = [
      { user_id: "u1", mobile_number: "353850123456", sms_subscription: 1 },
      { user_id: "u2", mobile_number: "+353850123456", sms_subscription: 1 },
      { user_id: "u3", email: "eve@example.com" }
    ]
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(Xtremepush.importProfiles.many(profiles))
      assert.deepStrictEqual(summary(outcomes), [
        [0, "accepted", undefined],
        [1, "refused", "InvalidInput"],
        [2, "refused", "InvalidInput"]
      ])
      assert.deepStrictEqual(sent.flatMap(rowsOf), [["353850123456", 1, "u1"]])
    }).pipe(Effect.provide(layer))
  })
})

describe("hitEvents.many", () => {
  const orders = (count: number, userOf: (index: number) => string | number = () => "u1") =>
    Array.from({ length: count }, (_, index) => ({ userId: userOf(index), event: "order", value: index }))

  it.effect("cuts to 1,000 events", () => {
    const { layer, sent } = project(() => done)
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(Xtremepush.hitEvents.many(orders(2_500)))
      assert.deepStrictEqual(
        outcomes.map(({ index, outcome }) => [index, outcome]),
        Array.from({ length: 2_500 }, (_, index) => [index, "accepted"])
      )
      assert.deepStrictEqual(
        sent.map((one) => eventsOf(one).length),
        [1_000, 1_000, 500]
      )
      assert.deepStrictEqual(eventsOf(sent[2] ?? { method: "", body: {} })[0], {
        user_id: "u1",
        event: "order",
        value: 2_000
      })
    }).pipe(Effect.provide(layer))
  })

  it.effect("keeps the order of each user's events, and lets other users go on", () => {
    const arrived: Array<string> = []
    let underWay = 0
    let most = 0
    let turns = 200
    const { layer } = project((one) =>
      Effect.gen(function* () {
        most = Math.max(most, ++underWay)
        // The earlier a request, the longer it takes: only waiting for it keeps the order.
        turns -= 20
        for (let turn = 0; turn < turns; turn++) yield* Effect.yieldNow
        underWay--
        for (const { user_id: user, value } of eventsOf(one))
          arrived.push(`${String(user)} ${String(value).padStart(4)}`)
        return done
      })
    )
    return Effect.gen(function* () {
      // Each thousand is of one user; users take turns.
      const events = orders(8_000, (index) => Math.floor(index / 1_000) % 3)
      yield* Stream.runDrain(Xtremepush.hitEvents.many(events, { concurrency: 8 }))
      assert.strictEqual(arrived.length, 8_000)
      for (const user of ["0", "1", "2"]) {
        const own = arrived.filter((one) => one.startsWith(user))
        assert.deepStrictEqual(own, own.toSorted())
      }
      assert.strictEqual(most, 3)
    }).pipe(Effect.provide(layer))
  })

  const unclear: ReadonlyArray<readonly [name: string, wire: Wire, tag: string]> = [
    ["a fault", make(500, {}, ""), "Xtremepush.InternalFault"],
    ["a broken gateway", make(504, {}, "<html></html>"), "Xtremepush.GatewayTimeout"]
  ]
  it.effect.each(unclear)("calls events unknown after %s, and sends them once", ([, wire, tag]) => {
    const { layer, sent } = project(() => wire)
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(Xtremepush.hitEvents.many(orders(3)))
      assert.deepStrictEqual(
        summary(outcomes),
        [0, 1, 2].map((index) => [index, "unknown", tag])
      )
      assert.strictEqual(sent.length, 1)
    }).pipe(Effect.provide(layer))
  })

  it.effect("splits for a bad event, and not for a bad token", () => {
    const { layer, sent } = project((one) => {
      const events = eventsOf(one)
      if (events.some(({ event }) => event === "stolen")) return invalidToken
      return events.some(({ event }) => event === "bad") ? refused : done
    })
    const events = ["order", "bad", "order"].map((event) => ({ userId: "u1", event }))
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(Xtremepush.hitEvents.many(events))
      assert.deepStrictEqual(summary(outcomes), [
        [0, "accepted", undefined],
        [1, "refused", "Xtremepush.InvalidFields"],
        [2, "accepted", undefined]
      ])
      sent.length = 0
      const stolen = yield* Stream.runCollect(
        Xtremepush.hitEvents.many([{ userId: "u1", event: "stolen" }, ...events])
      )
      assert.deepStrictEqual(
        summary(stolen),
        [0, 1, 2, 3].map((index) => [index, "refused", "Xtremepush.InvalidToken"])
      )
      assert.strictEqual(sent.length, 1)
    }).pipe(Effect.provide(layer))
  })

  it.effect("refuses alone an event of nobody", () => {
    const { layer, sent } = project(() => done)
    const events = ["u1", " ", "u3"].map((userId) => ({ userId, event: "order" }))
    return Effect.gen(function* () {
      const outcomes = yield* Stream.runCollect(Xtremepush.hitEvents.many(events))
      assert.deepStrictEqual(summary(outcomes), [
        [0, "accepted", undefined],
        [1, "refused", "InvalidInput"],
        [2, "accepted", undefined]
      ])
      assert.deepStrictEqual(
        sent.flatMap(eventsOf).map((one) => one["user_id"]),
        ["u1", "u3"]
      )
    }).pipe(Effect.provide(layer))
  })
})
