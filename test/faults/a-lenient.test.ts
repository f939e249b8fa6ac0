/** Answers are read as far as they go: what does not fit is left out and reported, what must be there stays required. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Logger, Redacted, Result, Schema } from "effect"
import { TestClock } from "effect/testing"
import { compile } from "../../src/contract/compile.ts"
import { Salvaged } from "../../src/contract/decode.ts"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import { explain } from "../../src/diagnose/Diagnose.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import * as Shop from "../shop/shop.ts"
import { all } from "../vendors/all.ts"

const key = Redacted.make("key-1234567890")
const answering = (wire: Wire) =>
  Shop.transport((_, url) =>
    url.pathname.endsWith("/oauth/token")
      ? fromJson(200, {}, { access_token: "t-1234567", expires_in: "18000" })
      : url.pathname.endsWith("/access-tokens")
        ? fromJson(200, {}, { data: { secretId: "t-1234567" } })
        : wire
  ).layer

const m3terOver = <A, E>(call: Effect.Effect<A, E, M3ter.M3terApi>, wire: Wire) =>
  Effect.provide(
    call,
    Layer.provide(M3ter.layerNoTransport({ apiKey: key, apiSecret: key, orgId: "o" }), answering(wire))
  )
const ixonOver = <A, E>(call: Effect.Effect<A, E, Ixon.IxonApi>, wire: Wire) =>
  Effect.provide(
    call,
    Layer.provide(
      Ixon.layerNoTransport({
        applicationId: "abcdefghijkl",
        companyId: "1111-2222-3333-4444-5555",
        email: "a@b.example",
        password: key
      }),
      answering(wire)
    )
  )

const account = { id: "a1", name: "One", dtCreated: "2026-01-31T10:00:00Z" }

describe("a field of a list that does not fit is left out, and everything else is there:", () => {
  const odd: ReadonlyArray<readonly [Readonly<Record<string, unknown>>, ReadonlyArray<string>]> = [
    [{ dtCreated: "" }, ["data.1.dtCreated"]],
    [{ dtCreated: "0000-00-00T00:00:00Z" }, ["data.1.dtCreated"]],
    [{ customFields: { a: null, b: "c" } }, []],
    [{ customFields: { a: { deep: 1 }, b: "c" } }, ["data.1.customFields.a"]],
    [{ customFields: [] }, ["data.1.customFields"]],
    [{ address: "nowhere" }, ["data.1.address"]],
    [{ address: { locality: ["x"], country: "NL" } }, ["data.1.address.locality"]],
    [{ version: "7" }, []],
    [{ version: "seven" }, ["data.1.version"]],
    [{ name: 7 }, []],
    [{ creditApplicationOrder: ["PREPAYMENT", { odd: 1 }] }, ["data.1.creditApplicationOrder"]],
    [{ dtCreated: "", version: {}, name: null }, ["data.1.dtCreated", "data.1.version"]]
  ]
  for (const [fields, left] of odd)
    it.effect(`m3ter ${JSON.stringify(fields)}`, () =>
      Effect.gen(function* () {
        const odd = { id: "a2", currency: "EUR", ...fields }
        const wire = fromJson(200, {}, { data: [account, odd], nextToken: "n" })
        const { leftOut, value } = yield* m3terOver(M3ter.listAccounts.withResponse({}), wire)
        assert.deepStrictEqual([...leftOut].toSorted(), left)
        assert.deepStrictEqual(
          value.data.map(({ id }) => id),
          ["a1", "a2"]
        )
        assert.deepStrictEqual([value.data[1]?.currency, value.nextToken], ["EUR", "n"])
      })
    )

  it.effect("ixon, numbers and flags as texts too", () =>
    Effect.gen(function* () {
      const wire = fromJson(
        200,
        {},
        {
          type: "array",
          data: [
            { publicId: "abcdefghijkl", name: { odd: 1 }, custom: "x" },
            { publicId: 7, name: "Two" }
          ],
          moreAfter: null,
          status: "success"
        }
      )
      const { leftOut, value } = yield* ixonOver(Ixon.listCompanies.withResponse({}), wire)
      assert.deepStrictEqual(leftOut, ["data.0.name", "data.0.custom"])
      assert.deepStrictEqual(
        value.data.map(({ name }) => name),
        [undefined, "Two"]
      )
    })
  )
})

describe("what must be there stays required:", () => {
  const wires: ReadonlyArray<unknown> = [
    { data: [account, { name: "no id" }] },
    { data: [account, { id: {}, name: "odd id" }] },
    { data: { id: "a1" } },
    { data: "none" }
  ]
  for (const body of wires)
    it.effect(`m3ter ${JSON.stringify(body).slice(0, 80)}`, () =>
      Effect.gen(function* () {
        const failure = yield* Effect.flip(
          Policy.once(m3terOver(M3ter.listAccounts({}), fromJson(200, {}, body)))
        )
        assert.deepStrictEqual([failure._tag, failure.delivery], ["Unreadable", "Refused"])
        assert.notInclude(failure.message, "do not send it again")
        assert.notInclude(failure.message, "accepted the call")
      })
    )

  it.effect("a list of rows of Xtremepush is not taken for an empty one because it has another form", () =>
    Effect.gen(function* () {
      const call = Xtremepush.listCampaigns({})
      for (const data of [{ id: 1 }, "none", ["none"]]) {
        const over = Effect.provide(call, Xtremepush.layerNoTransport({ appToken: key }))
        const wire = fromJson(200, {}, { success: true, code: 200, data })
        const failure = yield* Effect.flip(Policy.once(over).pipe(Effect.provide(answering(wire))))
        assert.strictEqual(failure._tag, "Unreadable", JSON.stringify(data))
      }
    })
  )
})

describe("a reader of any form", () => {
  const Output = Schema.Struct({
    id: Schema.String,
    count: Schema.optionalKey(Schema.Int),
    rate: Schema.optionalKey(Schema.Finite),
    open: Schema.optionalKey(Schema.Boolean),
    at: Schema.optionalKey(Schema.DateTimeUtcFromString),
    kind: Schema.optionalKey(Schema.Union([Schema.Literals(["a", "b"]), Schema.Finite])),
    tags: Schema.optionalKey(Schema.Array(Schema.String)),
    more: Schema.optionalKey(Schema.Record(Schema.String, Schema.Finite))
  }).pipe(Schema.encodeKeys({ count: "the_count" }))
  const operation = Shop.operation("odd", () => ({
    method: "GET",
    path: "/odd",
    input: Schema.Struct({}),
    output: Output,
    idempotent: true
  }))
  const salvaged = (fields: object) => compile(Shop.vendor, operation).salvage({ id: "x", ...fields })

  it("takes numbers, flags and texts for each other where the meaning is plain", () => {
    const { leftOut, value } = salvaged({
      the_count: " 7 ",
      rate: "1.5e2",
      open: "TRUE",
      kind: "7",
      tags: [1, "b", true]
    })!
    assert.deepStrictEqual(leftOut, [])
    assert.deepStrictEqual(value, {
      id: "x",
      count: 7,
      rate: 150,
      open: true,
      kind: 7,
      tags: ["1", "b", "true"]
    })
    assert.deepStrictEqual(salvaged({ id: 7, open: 0 })?.value, { id: "7", open: false })
  })

  it("leaves out what has no meaning", () => {
    const { leftOut, value } = salvaged({
      the_count: "1.5",
      rate: "",
      open: "perhaps",
      at: "yesterday",
      kind: {},
      tags: ["a", null, "b"],
      more: { a: 1, b: "two", c: "3" }
    })!
    assert.deepStrictEqual(value, { id: "x", tags: ["a", "b"], more: { a: 1, c: 3 } })
    assert.deepStrictEqual([...leftOut].toSorted(), [
      "at",
      "kind",
      "more.b",
      "open",
      "rate",
      "tags.1",
      "the_count"
    ])
  })

  it("keeps 200 notes, and reads on", () => {
    const { leftOut, value } = salvaged({
      more: Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, i % 2 ? 1 : "odd"]))
    })!
    assert.strictEqual(leftOut.length, 200)
    assert.strictEqual(Object.keys(Object(Reflect.get(Object(value), "more"))).length, 2_500)
  })

  it("does not take a field named __proto__ for anything else", () => {
    const { value } = salvaged(JSON.parse(`{"at":"","__proto__":{"count":1},"more":{"__proto__":2,"a":1}}`))!
    assert.isUndefined(Reflect.get(Object(value), "count"))
  })

  it("reads what is valid as ever, for every output of every vendor", () => {
    for (const { operations, vendor } of all)
      for (const one of operations) {
        const { decode, salvage } = compile(vendor, one)
        for (const body of [
          {},
          { data: [] },
          { message: "success" },
          { id: "a", model: { id: 1 } },
          [],
          undefined
        ]) {
          const exact = decode(body)
          if (Result.isFailure(exact)) continue
          const read = salvage(body)
          if (read !== undefined) assert.deepStrictEqual(read, new Salvaged(exact.success, []), one.tag)
        }
      }
  })
})

it.effect("a changed answer is logged once, not for each of its items and calls", () => {
  const lines: Array<unknown> = []
  const logger = Logger.make(({ message }) => void lines.push(message))
  const wire = fromJson(200, {}, { data: [1, 2, 3].map((id) => ({ id: `${id}`, dtCreated: "" })) })
  const call = M3ter.listAccounts({})
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(m3terOver(Effect.all([call, call, call]), wire))
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(fiber)
    const said = lines.flat().filter((line) => String(line).includes("left out"))
    assert.deepStrictEqual(said, [
      "M3ter.listAccounts: fields of the answer did not have their documented form and were left out: data.*.dtCreated"
    ])
  }).pipe(Effect.provide(Logger.layer([logger])))
})

it.effect("explain says what a call would leave out", () =>
  Effect.gen(function* () {
    const wire = fromJson(200, {}, { data: [{ id: "a", dtCreated: "" }] })
    const { leftOut, outcome } = yield* explain(M3ter.vendor, wire, { operation: M3ter.listAccounts })
    assert.deepStrictEqual([outcome, leftOut], ["success", ["data.0.dtCreated"]])
  })
)
