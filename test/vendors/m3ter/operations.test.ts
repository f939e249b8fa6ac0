import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { ended, m3ter, orgId } from "./m3ter.ts"

type Failed = Effect.Error<
  ReturnType<typeof M3ter.createMeter | typeof M3ter.listMeters | typeof M3ter.submitMeasurements>
>
type Call = Effect.Effect<unknown, Failed, M3ter.M3terApi>

const id = "06f6b50c-a868-4ca6-b287-448e507d5248"
const config = `https://api.m3ter.com/organizations/${orgId}`
const moment = DateTime.makeUnsafe("2026-11-22T10:00:00Z")

const dataField = { category: "MEASURE", code: "bytes", name: "Bytes", unit: "By" } as const
const derivedField = { category: "COST", code: "price", name: "Price", calculation: "bytes * 2" } as const
const meter = { name: "Storage", code: "storage", dataFields: [dataField], derivedFields: [derivedField] }
const product = { name: "Disk", code: "disk" }
const account = { name: "Acme", code: "acme 1", emailAddress: "ops@acme.example" }

describe("sends", () => {
  const requests: ReadonlyArray<readonly [what: string, call: Call, line: string, body?: unknown]> = [
    ["meters, all of them", M3ter.listMeters({}), `GET ${config}/meters`],
    [
      "meters, a page, lists as repeated keys",
      M3ter.listMeters({
        pageSize: 100,
        nextToken: "n=1",
        productId: ["p"],
        ids: ["a", "b,c"],
        codes: ["x y"]
      }),
      `GET ${config}/meters?pageSize=100&nextToken=n%3D1&ids=a&ids=b%2Cc&productId=p&codes=x+y`
    ],
    ["a meter", M3ter.getMeter({ id }), `GET ${config}/meters/${id}`],
    ["a new meter", M3ter.createMeter(meter), `POST ${config}/meters`, meter],
    [
      "a meter's update, its id in the path alone",
      M3ter.updateMeter({ ...meter, id, version: 3, customFields: { tier: "gold", rank: 1.5 } }),
      `PUT ${config}/meters/${id}`,
      { version: 3, ...meter, customFields: { tier: "gold", rank: 1.5 } }
    ],
    ["accounts", M3ter.listAccounts({ codes: ["a", "b"] }), `GET ${config}/accounts?codes=a&codes=b`],
    ["an account", M3ter.getAccount({ id: "a/b c" }), `GET ${config}/accounts/a%2Fb%20c`],
    ["a new account", M3ter.createAccount(account), `POST ${config}/accounts`, account],
    [
      "an account's update",
      M3ter.updateAccount({
        ...account,
        id,
        version: 1,
        address: { addressLine1: "1 Main St", country: "GB" },
        billEpoch: "2026-01-31",
        autoGenerateStatementMode: "JSON",
        creditApplicationOrder: ["BALANCE", "PREPAYMENT"],
        daysBeforeBillDue: 30
      }),
      `PUT ${config}/accounts/${id}`,
      {
        version: 1,
        ...account,
        address: { addressLine1: "1 Main St", country: "GB" },
        billEpoch: "2026-01-31",
        autoGenerateStatementMode: "JSON",
        creditApplicationOrder: ["BALANCE", "PREPAYMENT"],
        daysBeforeBillDue: 30
      }
    ],
    ["products", M3ter.listProducts({ pageSize: 200 }), `GET ${config}/products?pageSize=200`],
    ["a product", M3ter.getProduct({ id }), `GET ${config}/products/${id}`],
    ["a new product", M3ter.createProduct(product), `POST ${config}/products`, product],
    [
      "a product's update",
      M3ter.updateProduct({ ...product, id, version: 2 }),
      `PUT ${config}/products/${id}`,
      { version: 2, ...product }
    ],
    [
      "a usage query",
      M3ter.queryUsage({
        startDate: moment,
        endDate: DateTime.add(moment, { hours: 1 }),
        meterIds: [id],
        dimensionFilters: [{ meterId: id, fieldCode: "region", values: ["eu"] }],
        aggregations: [{ meterId: id, fieldCode: "bytes", fieldType: "MEASURE", function: "SUM" }],
        groups: [
          { groupType: "ACCOUNT" },
          { groupType: "DIMENSION", meterId: id, fieldCode: "region" },
          { groupType: "TIME", frequency: "DAY" }
        ],
        limit: 20_000
      }),
      `POST ${config}/usage/query`,
      {
        startDate: "2026-11-22T10:00:00.000Z",
        endDate: "2026-11-22T11:00:00.000Z",
        meterIds: [id],
        dimensionFilters: [{ meterId: id, fieldCode: "region", values: ["eu"] }],
        aggregations: [{ meterId: id, fieldCode: "bytes", fieldType: "MEASURE", function: "SUM" }],
        groups: [
          { groupType: "ACCOUNT" },
          { groupType: "DIMENSION", meterId: id, fieldCode: "region" },
          { groupType: "TIME", frequency: "DAY" }
        ],
        limit: 20_000
      }
    ],
    [
      "measurements, to the Ingest host",
      M3ter.submitMeasurements({
        measurements: [
          { uid: "u-1", meter: "storage", account: "acme 1", ts: moment, measure: { bytes: -1.5 } }
        ]
      }),
      `POST https://ingest.m3ter.com/organizations/${orgId}/measurements`,
      {
        measurements: [
          {
            uid: "u-1",
            meter: "storage",
            account: "acme 1",
            ts: "2026-11-22T10:00:00.000Z",
            measure: { bytes: -1.5 }
          }
        ]
      }
    ]
  ]

  for (const [what, call, line, body] of requests) {
    it.effect(what, () => {
      const { layer, sent } = m3ter([fromJson(200, {}, { id })])
      return Effect.gen(function* () {
        yield* call
        assert.deepStrictEqual(
          sent.map((one) => [
            one.line,
            one.authorization,
            one.body === "" ? undefined : JSON.parse(one.body)
          ]),
          [[line, "Bearer token-1", body]]
        )
        assert.strictEqual(sent[0]?.contentType, body === undefined ? undefined : "application/json")
      }).pipe(Effect.provide(layer))
    })
  }
})

describe("reads", () => {
  const answered = (body: unknown) => m3ter([fromJson(200, {}, body)]).layer

  it.effect("a meter, leniently: unknown categories and fields, nulls and absences", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(
        { ...(yield* M3ter.getMeter({ id })) },
        {
          id,
          version: 4,
          name: "Storage",
          dtCreated: moment,
          customFields: { tier: "gold", rank: 1 },
          dataFields: [{ category: "WHEREABOUTS", code: "region" }]
        }
      )
    }).pipe(
      Effect.provide(
        answered({
          id,
          version: 4,
          name: "Storage",
          code: null,
          groupId: null,
          dtCreated: "2026-11-22T10:00:00Z",
          customFields: { tier: "gold", rank: 1 },
          dataFields: [{ category: "WHEREABOUTS", code: "region", unit: null, color: "red" }],
          shape: "round"
        })
      )
    )
  )

  it.effect("an account", () =>
    Effect.gen(function* () {
      const got = yield* M3ter.getAccount({ id })
      assert.deepStrictEqual(
        [got.code, got.address?.country, got.autoGenerateStatementMode, got.creditApplicationOrder],
        ["acme", "GB", "PDF", ["BALANCE", "GIFT"]]
      )
    }).pipe(
      Effect.provide(
        answered({
          id,
          code: "acme",
          address: { country: "GB", addressLine2: null },
          autoGenerateStatementMode: "PDF",
          creditApplicationOrder: ["BALANCE", "GIFT"]
        })
      )
    )
  )

  it.effect("a page and where the next one begins", () =>
    Effect.gen(function* () {
      const page = yield* M3ter.listProducts({})
      assert.deepStrictEqual([page.data.map((one) => one.id), page.nextToken], [["p1", "p2"], "more"])
    }).pipe(Effect.provide(answered({ data: [{ id: "p1" }, { id: "p2", name: "Disk" }], nextToken: "more" })))
  )

  it.effect.each([{ data: [], nextToken: null }, { data: [] }, {}])("an empty page: %j", (body) =>
    Effect.gen(function* () {
      const page = yield* M3ter.listAccounts({})
      assert.deepStrictEqual({ ...page }, { data: [] })
    }).pipe(Effect.provide(answered(body)))
  )

  it.effect("rows of usage as they come, and whether there are more", () =>
    Effect.gen(function* () {
      const usage = yield* M3ter.queryUsage({})
      assert.deepStrictEqual(
        { ...usage },
        { data: [{ account: "a", "bytes.sum": 1.5, day: null }], hasMoreData: true }
      )
    }).pipe(
      Effect.provide(answered({ data: [{ account: "a", "bytes.sum": 1.5, day: null }], hasMoreData: true }))
    )
  )

  it.effect("a page in place of a write's answer as unreadable, which says nothing of what was done", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(M3ter.createProduct(product))
      assert.deepStrictEqual([failure._tag, failure.delivery], ["Unreadable", "Unknown"])
    }).pipe(Effect.provide(m3ter([make(200, {}, "<html>OK</html>")]).layer))
  )
})

describe("refuses before sending", () => {
  const long = (length: number) => "x".repeat(length)
  const fields = (length: number) =>
    Array.from({ length }, (_, index) => ({ ...dataField, code: `f${index}` }))
  const derived = (length: number) =>
    Array.from({ length }, (_, index) => ({ ...derivedField, code: `d${index}` }))
  const custom = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`k${index}`, index]))
  const withField = (more: object) => M3ter.createMeter({ ...meter, dataFields: [{ ...dataField, ...more }] })
  const withDerived = (more: object) =>
    M3ter.createMeter({ ...meter, derivedFields: [{ ...derivedField, ...more }] })
  const withAddress = (more: object) => M3ter.createAccount({ ...account, address: more })
  const code = "no control characters, and no white space at either end"
  const identifier = "letters, digits, _ and $ only, and no digit first"
  const reference = "an id of 36 characters, not a code"
  const ownId = "an id of m3ter's, not empty"

  const rules: ReadonlyArray<readonly [call: Call, path: string, rule: string]> = [
    [M3ter.listMeters({ pageSize: 0 }), "pageSize", "1 to 100"],
    [M3ter.listMeters({ pageSize: 101 }), "pageSize", "1 to 100"],
    [M3ter.listAccounts({ pageSize: 101 }), "pageSize", "1 to 100"],
    [M3ter.listProducts({ pageSize: 201 }), "pageSize", "1 to 200"],
    [M3ter.getMeter({ id: "" }), "id", ownId],
    [M3ter.getAccount({ id: "." }), "id", ownId],
    [M3ter.getMeter({ id: ".." }), "id", ownId],
    [M3ter.getProduct({ id: "calls" }), "id", reference],
    [M3ter.createMeter({ ...meter, name: "" }), "name", "1 to 200 characters"],
    [M3ter.createMeter({ ...meter, name: long(201) }), "name", "1 to 200 characters"],
    [M3ter.createMeter({ ...meter, code: "" }), "code", "1 to 80 characters"],
    [M3ter.createMeter({ ...meter, code: long(81) }), "code", "1 to 80 characters"],
    [M3ter.createMeter({ ...meter, code: " storage" }), "code", code],
    [M3ter.createMeter({ ...meter, code: "storage " }), "code", code],
    [M3ter.createMeter({ ...meter, code: "sto\trage" }), "code", code],
    [M3ter.createMeter({ ...meter, dataFields: [] }), "dataFields", "1 to 15 data fields"],
    [M3ter.createMeter({ ...meter, dataFields: fields(16) }), "dataFields", "1 to 15 data fields"],
    [
      M3ter.createMeter({ ...meter, derivedFields: derived(16) }),
      "derivedFields",
      "at most 15 derived fields"
    ],
    [M3ter.createMeter({ ...meter, productId: "disk" }), "productId", reference],
    [M3ter.createMeter({ ...meter, groupId: "group" }), "groupId", reference],
    [M3ter.createMeter({ ...meter, customFields: custom }), "customFields", "at most 100 custom fields"],
    [withField({ code: "1st" }), "dataFields.0.code", identifier],
    [withField({ code: "a-b" }), "dataFields.0.code", identifier],
    [withField({ code: long(81) }), "dataFields.0.code", "1 to 80 characters"],
    [withField({ name: long(201) }), "dataFields.0.name", "1 to 200 characters"],
    [withField({ unit: "" }), "dataFields.0.unit", "1 to 50 characters"],
    [withField({ unit: long(51) }), "dataFields.0.unit", "1 to 50 characters"],
    [withDerived({ calculation: "" }), "derivedFields.0.calculation", "1 to 5000 characters"],
    [withDerived({ calculation: long(5001) }), "derivedFields.0.calculation", "1 to 5000 characters"],
    [M3ter.updateMeter({ ...meter, id, version: 0 }), "version", "a whole number from 1"],
    [M3ter.updateMeter({ ...meter, id: "", version: 1 }), "id", ownId],
    [M3ter.createProduct({ ...product, name: long(201) }), "name", "1 to 200 characters"],
    [M3ter.createProduct({ ...product, code: "disk\u0007" }), "code", code],
    [M3ter.updateProduct({ ...product, id, version: 1.5 }), "version", "Expected an integer"],
    [
      M3ter.updateProduct({ ...product, id, version: 1, customFields: custom }),
      "customFields",
      "at most 100 custom fields"
    ],
    [M3ter.createAccount({ ...account, emailAddress: "acme" }), "emailAddress", "an e-mail address"],
    [M3ter.createAccount({ ...account, billEpoch: "31.1.2026" }), "billEpoch", "a day as YYYY-MM-DD"],
    [
      M3ter.createAccount({ ...account, purchaseOrderNumber: long(101) }),
      "purchaseOrderNumber",
      "at most 100 characters"
    ],
    [
      M3ter.createAccount({ ...account, daysBeforeBillDue: 0 }),
      "daysBeforeBillDue",
      "a whole number of days, at least 1"
    ],
    [withAddress({ addressLine1: long(51) }), "address.addressLine1", "at most 50 characters"],
    [withAddress({ addressLine2: long(51) }), "address.addressLine2", "at most 50 characters"],
    [withAddress({ locality: long(101) }), "address.locality", "at most 100 characters"],
    [withAddress({ region: long(51) }), "address.region", "at most 50 characters"],
    [withAddress({ postCode: long(21) }), "address.postCode", "at most 20 characters"],
    [withAddress({ country: long(101) }), "address.country", "at most 100 characters"],
    [M3ter.updateAccount({ ...account, id, version: 1, code: "" }), "code", "1 to 80 characters"],
    [M3ter.queryUsage({ limit: 0 }), "limit", "1 to 20,000"],
    [M3ter.queryUsage({ limit: 20_001 }), "limit", "1 to 20,000"],
    [
      M3ter.queryUsage({ dimensionFilters: [{ meterId: id, fieldCode: "f", values: [] }] }),
      "dimensionFilters.0.values",
      "at least one value"
    ],
    [M3ter.queryUsage({ groups: [{ groupType: "ACCOUNT" }] }), "groups", "only together with aggregations"]
  ]

  for (const [call, path, rule] of rules) {
    it.effect(`${path}: ${rule}`, () => {
      const { requested, layer, sent } = m3ter([fromJson(200, {}, { id })])
      return Effect.gen(function* () {
        const failure = yield* Effect.flip(call)
        assert.strictEqual(failure._tag, "InvalidInput")
        if (failure._tag !== "InvalidInput") return
        assert.deepStrictEqual(
          failure.complaints.map(({ message, path }) => [path, message]),
          [[path, rule]]
        )
        assert.deepStrictEqual([failure.delivery, sent.length, requested.length], ["NotSent", 0, 0])
      }).pipe(Effect.provide(layer))
    })
  }

  it.effect("nothing that just keeps the rules", () => {
    const { layer, sent } = m3ter([fromJson(200, {}, { id })])
    return Effect.gen(function* () {
      const most = { name: long(200), code: `a${long(77)} é`, customFields: { ...custom, k100: undefined } }
      const { k100: _, ...hundred } = custom
      yield* ended(M3ter.createProduct({ ...most, customFields: hundred }))
      yield* ended(
        M3ter.createMeter({ ...meter, code: "x", dataFields: fields(15), derivedFields: derived(15) })
      )
      yield* ended(
        M3ter.createMeter({
          ...meter,
          derivedFields: [],
          dataFields: [{ ...dataField, code: "$größe_1" }]
        })
      )
      yield* ended(M3ter.createAccount({ ...account, daysBeforeBillDue: 1, address: {} }))
      assert.strictEqual(sent.length, 4)
    }).pipe(Effect.provide(layer))
  })
})

it.effect("never sends a version when something is created, and says that there is no such field", () => {
  const { layer, sent } = m3ter([fromJson(200, {}, { id })])
  const copied = { ...product, id, version: 7 }
  return Effect.gen(function* () {
    const refused = yield* Effect.flip(M3ter.createProduct(copied))
    assert.strictEqual(refused._tag, "InvalidInput")
    if (refused._tag === "InvalidInput")
      assert.deepStrictEqual(
        refused.complaints.map(({ path }) => path),
        ["id", "version"]
      )
    assert.strictEqual(sent.length, 0)
    yield* M3ter.createProduct(product)
    assert.deepStrictEqual(JSON.parse(sent[0]?.body ?? ""), product)
  }).pipe(Effect.provide(layer))
})
