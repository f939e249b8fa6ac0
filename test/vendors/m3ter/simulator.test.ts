import { assert, it } from "@effect/vitest"
import { ConfigProvider, DateTime, Effect, Fiber, Layer, Redacted } from "effect"
import { HttpBody } from "effect/http"
import { TestClock } from "effect/testing"
import * as Simulator from "../../../src/testing/Simulator.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { simulator, type SimulatorOptions, simulatorWith } from "../../../src/vendors/m3ter/simulator.ts"

const { apiKey, apiSecret, orgId } = simulator.credentials

const world = (
  options: SimulatorOptions = {},
  given: { readonly apiKey?: string; readonly orgId?: string } = {},
  script: Simulator.Script = []
) =>
  Layer.provideMerge(
    Layer.orDie(
      M3ter.layerNoTransport({
        apiKey: Redacted.make(given.apiKey ?? apiKey),
        apiSecret: Redacted.make(apiSecret),
        orgId: given.orgId ?? orgId
      })
    ),
    Simulator.layer(simulatorWith(options), { script })
  )

const inTime = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect)
    yield* TestClock.adjust("10 minutes")
    return yield* Fiber.join(fiber)
  })

const measurement = (uid: string, ts = "2026-11-22T09:30:00Z") => ({
  uid,
  meter: "api_calls",
  account: "acme",
  ts: DateTime.makeUnsafe(ts),
  measure: { calls: 3 }
})
const requests = Effect.flatMap(Simulator.World, ({ requests }) => requests)
const counts = Effect.flatMap(Simulator.World, ({ ledger }) =>
  Effect.map(ledger, (entries) => entries.map(({ count, identity }) => [identity, count]))
)

it.effect("creates objects with a version, reads them back, and replaces them only in that version", () =>
  inTime(
    Effect.gen(function* () {
      const product = yield* M3ter.createProduct({ name: "Calls", code: "calls" })
      assert.deepStrictEqual([product.version, product.code], [1, "calls"])
      const updated = yield* M3ter.updateProduct({
        id: product.id,
        version: 1,
        name: "API calls",
        code: "calls"
      })
      assert.deepStrictEqual([updated.version, updated.name], [2, "API calls"])
      assert.deepStrictEqual({ ...(yield* M3ter.getProduct({ id: product.id })) }, { ...updated })
      const late = yield* Effect.flip(
        M3ter.updateProduct({ id: product.id, version: 1, name: "Late", code: "calls" })
      )
      assert.deepStrictEqual(
        [late._tag, late.vendorMessage],
        ["M3ter.BadRequest", "Product has version 2, not 1"]
      )
      const twice = yield* Effect.flip(M3ter.createProduct({ name: "Other", code: "calls" }))
      assert.strictEqual(twice._tag, "M3ter.BadRequest")
      assert.strictEqual(
        (yield* Effect.flip(M3ter.getProduct({ id: "c".repeat(36) })))._tag,
        "M3ter.NotFound"
      )
      assert.deepStrictEqual(yield* counts, [
        ["calls", 1],
        [`${product.id} version 2`, 1]
      ])
    })
  ).pipe(Effect.provide(world()))
)

it.effect("lists newest first, in pages, and by code", () =>
  inTime(
    Effect.gen(function* () {
      for (const code of ["a", "b", "c"])
        yield* M3ter.createAccount({ name: code, code, emailAddress: `${code}@example.com` })
      const first = yield* M3ter.listAccounts({ pageSize: 2 })
      assert.deepStrictEqual(
        first.data.map(({ code }) => code),
        ["c", "b"]
      )
      const second = yield* M3ter.listAccounts({ pageSize: 2, nextToken: first.nextToken ?? "" })
      assert.deepStrictEqual([second.data.map(({ code }) => code), second.nextToken], [["a"], undefined])
      assert.deepStrictEqual(
        (yield* M3ter.listAccounts({ codes: ["b", "c"] })).data.map(({ code }) => code),
        ["c", "b"]
      )
    })
  ).pipe(Effect.provide(world()))
)

it.effect("counts a uid once within 35 days", () =>
  Effect.gen(function* () {
    yield* inTime(M3ter.submitMeasurements({ measurements: [measurement("1"), measurement("2")] }))
    yield* inTime(M3ter.submitMeasurements({ measurements: [measurement("2"), measurement("3")] }))
    assert.deepStrictEqual(yield* counts, [
      ["1", 1],
      ["2", 1],
      ["3", 1]
    ])
    yield* TestClock.adjust("36 days")
    yield* inTime(M3ter.submitMeasurements({ measurements: [measurement("1")] }))
    assert.deepStrictEqual((yield* counts)[0], ["1", 2])
  }).pipe(Effect.provide(world()))
)

it.effect("answers a usage query with what was measured", () =>
  inTime(
    Effect.gen(function* () {
      yield* M3ter.submitMeasurements({
        measurements: [measurement("1"), measurement("2", "2026-11-23T00:00:00Z")]
      })
      const usage = yield* M3ter.queryUsage({ endDate: DateTime.makeUnsafe("2026-11-23T00:00:00Z") })
      assert.deepStrictEqual([usage.data.map((row) => row["uid"]), usage.hasMoreData], [["1"], false])
      const cut = yield* M3ter.queryUsage({ limit: 1 })
      assert.deepStrictEqual([cut.data.length, cut.hasMoreData], [1, true])
    })
  ).pipe(Effect.provide(world()))
)

it.effect("lets tokens expire as documented, and issues new ones", () =>
  Effect.gen(function* () {
    yield* inTime(M3ter.listMeters({}))
    yield* TestClock.adjust("4 hours")
    yield* inTime(M3ter.listMeters({}))
    yield* TestClock.adjust("2 hours")
    yield* inTime(M3ter.listMeters({}))
    const tokens = (yield* requests).filter(({ operation }) => operation === "M3ter.getToken")
    assert.strictEqual(tokens.length, 2)
  }).pipe(Effect.provide(world()))
)

it.effect("calls an unknown token unauthorized, which the client cures with a new one", () =>
  Effect.gen(function* () {
    const { client } = yield* Simulator.World
    const answer = yield* client.get(`${M3ter.configUrl}/organizations/${orgId}/meters`, {
      headers: { authorization: "Bearer none" }
    })
    assert.deepStrictEqual([answer.status, yield* answer.json], [403, { message: "unauthorized" }])
  }).pipe(Effect.provide(world()))
)

it.effect("refuses a wrong key, and an organization that does not exist", () =>
  Effect.gen(function* () {
    assert.strictEqual(
      (yield* Effect.flip(inTime(M3ter.listMeters({})).pipe(Effect.provide(world({}, { apiKey: "wrong" })))))
        ._tag,
      "M3ter.CredentialsRefused"
    )
    assert.strictEqual(
      (yield* Effect.flip(inTime(M3ter.listMeters({})).pipe(Effect.provide(world({}, { orgId: "none" })))))
        ._tag,
      "M3ter.Forbidden"
    )
  })
)

it.effect("refuses an ingest body of 512,000 bytes with a 403, and a wrong one with a 400", () =>
  Effect.gen(function* () {
    const { client } = yield* Simulator.World
    const authorization = `Basic ${btoa(`${apiKey}:${apiSecret}`)}`
    const token = (yield* (yield* client.post(`${M3ter.configUrl}/oauth/token`, {
      headers: { authorization },
      body: HttpBody.jsonUnsafe({ grant_type: "client_credentials" })
    })).json) as { access_token: string }
    const submit = (body: unknown) =>
      Effect.map(
        client.post(`${M3ter.ingestUrl}/organizations/${orgId}/measurements`, {
          headers: { authorization: `Bearer ${token.access_token}` },
          body: HttpBody.jsonUnsafe(body)
        }),
        ({ status }) => status
      )
    const fat = {
      uid: "1",
      meter: "m",
      account: "a",
      ts: "2026-11-22T09:30:00Z",
      other: { text: "x".repeat(512_000) }
    }
    assert.deepStrictEqual(
      [yield* submit({ measurements: [fat] }), yield* submit({ measurements: [] })],
      [403, 400]
    )
  }).pipe(Effect.provide(world()))
)

it.effect("allows 50 requests a second and no more", () =>
  Effect.gen(function* () {
    const { client } = yield* Simulator.World
    const authorization = `Basic ${btoa(`${apiKey}:${apiSecret}`)}`
    const issued = (yield* (yield* client.post(`${M3ter.configUrl}/oauth/token`, {
      headers: { authorization }
    })).json) as { access_token: string }
    const headers = { authorization: `Bearer ${issued.access_token}` }
    const ask = Effect.map(
      client.get(`${M3ter.configUrl}/organizations/${orgId}/meters`, { headers }),
      ({ status }) => status
    )
    const answers = yield* Effect.all(Array.from({ length: 60 }, () => ask))
    assert.deepStrictEqual([answers.filter((status) => status === 200).length, answers.at(-1)], [50, 429])
    yield* TestClock.adjust("20 millis")
    assert.strictEqual(yield* ask, 200)
  }).pipe(Effect.provide(world()))
)

it.effect("loses nothing of what callers send faster than it allows", () =>
  inTime(
    Effect.gen(function* () {
      const uids = Array.from({ length: 200 }, (_, index) => String(index))
      yield* Effect.forEach(uids, (uid) => M3ter.submitMeasurements({ measurements: [measurement(uid)] }), {
        concurrency: "unbounded"
      })
      assert.deepStrictEqual(new Set((yield* counts).map(([, count]) => count)), new Set([1]))
      assert.strictEqual((yield* counts).length, 200)
    })
  ).pipe(Effect.provide(world({ quotas: { ingest: () => Simulator.Quotas.bucket(20) } })))
)

it.live("is reached over HTTP on both hosts with the environment that its server reports", () =>
  Effect.gen(function* () {
    const { env, world } = yield* Simulator.serve(simulator)
    const config = ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...env } }))
    yield* Effect.andThen(
      M3ter.createMeter({
        name: "Calls",
        code: "calls",
        dataFields: [{ category: "MEASURE", code: "calls", name: "Calls" }],
        derivedFields: []
      }),
      M3ter.submitMeasurements({ measurements: [measurement("1")] })
    ).pipe(Effect.provide(M3ter.layerConfig().pipe(Layer.provide(config))))
    assert.deepStrictEqual(
      (yield* world.ledger).map(({ operation }) => operation),
      ["M3ter.createMeter", "M3ter.submitMeasurements"]
    )
  })
)
