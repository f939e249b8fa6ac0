import { assert, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { HttpBody } from "effect/http"
import * as Simulator from "../../../src/testing/Simulator.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import { simulator } from "../../../src/vendors/metrix/simulator.ts"

const { apiKey, appId } = simulator.credentials
const world = (given: { readonly apiKey?: string } = {}) =>
  Layer.provideMerge(
    Layer.orDie(Metrix.layerNoTransport({ appId, apiKey: Redacted.make(given.apiKey ?? apiKey) })),
    Simulator.layer(simulator)
  )

const kept = Effect.flatMap(Simulator.World, ({ ledger }) =>
  Effect.map(ledger, (entries) => entries.map(({ count, identity }) => [identity, count]))
)

const post = (body: unknown, path = "/") =>
  Effect.gen(function* () {
    const { client } = yield* Simulator.World
    const headers = { "x-application-id": appId, "x-api-key": apiKey }
    return (yield* client.post(`${Metrix.vendor.hosts["main"]}${path}`, {
      headers,
      body: HttpBody.jsonUnsafe(body)
    })).status
  })

const time = 1_800_000_000_000
const action = (id: string, more: object = {}) => ({
  type: "action",
  id,
  time: time + Number(id),
  customName: "ordered",
  ...more
})

it.effect("keeps a message once, however often it is sent", () =>
  Effect.gen(function* () {
    const message = { type: "action", id: "1", time, customName: "ordered" } as const
    const received = yield* Metrix.ingest({ customUserId: "u", messages: [message] })
    assert.strictEqual(received.status, 200)
    yield* Metrix.ingest({ customUserId: "u", messages: [message] })
    assert.deepStrictEqual(yield* kept, [["1", 1]])
  }).pipe(Effect.provide(world()))
)

it.effect("answers 200 to whatever is well-formed, and drops in silence what it is documented to drop", () =>
  Effect.gen(function* () {
    const silently = [
      { metrixUserId: "m", messages: [action("1"), action("1", { time: time + 9 })] },
      { metrixUserId: "m", messages: [action("2", { time: time + 1 })] },
      { metrixUserId: "m", messages: [action("3", { customName: " " })] },
      { customUserId: "", messages: [action("4")] }
    ]
    assert.deepStrictEqual(yield* Effect.forEach(silently, (body) => post(body)), [200, 200, 200, 200])
    assert.deepStrictEqual(yield* kept, [["1", 1]])
    // The rule about time is documented for metrixUserId alone, and for events alone.
    yield* post({ customUserId: "u", messages: [action("5"), { type: "user", id: "6", time: time + 5 }] })
    yield* post({ metrixUserId: "m", messages: [{ type: "user", id: "7", time: time + 1 }] })
    assert.deepStrictEqual(
      (yield* kept).map(([identity]) => identity),
      ["1", "5", "6", "7"]
    )
  }).pipe(Effect.provide(world()))
)

it.effect("refuses what is not well-formed", () =>
  Effect.gen(function* () {
    const wrong = [
      { messages: [action("1")] },
      { customUserId: "u" },
      { customUserId: "u", messages: [action("1", { type: "click" })] },
      { customUserId: "u", messages: [action("1", { id: undefined })] },
      { customUserId: "u", messages: [action("1", { time: "now" })] },
      { customUserId: "u", messages: [action("1", { customName: undefined })] },
      { customUserId: "u", messages: [action("1", { type: "revenue", revenue: "10" })] },
      { customUserId: "u", messages: [{ type: "user", id: "1", time, birthday: "1990" }] }
    ]
    for (const body of wrong) assert.strictEqual(yield* post(body), 400, JSON.stringify(body))
    assert.strictEqual(
      yield* post({ channel: "PIGEON", recipients: ["u"], message: { body: "x" } }, "/push"),
      400
    )
    assert.deepStrictEqual(yield* kept, [])
  }).pipe(Effect.provide(world()))
)

it.effect("sends a push to each recipient, and again for a second request", () =>
  Effect.gen(function* () {
    const push = Metrix.push({
      channel: "SMS",
      recipients: ["u1", "u2"],
      message: { body: "Your parcel is here." }
    })
    yield* push
    assert.deepStrictEqual(
      (yield* kept).map(([, count]) => count),
      [1, 1]
    )
    yield* push
    assert.deepStrictEqual(
      (yield* kept).map(([, count]) => count),
      [2, 2]
    )
  }).pipe(Effect.provide(world()))
)

it.effect("refuses a wrong key without a word", () =>
  Effect.gen(function* () {
    const failure = yield* Effect.flip(
      Metrix.push({ channel: "SMS", recipients: ["u"], message: { body: "x" } })
    )
    assert.deepStrictEqual([failure._tag, failure.vendorMessage], ["Metrix.Forbidden", undefined])
  }).pipe(Effect.provide(world({ apiKey: "wrong" })))
)

it.live("is reached over HTTP with the environment that its server reports", () =>
  Effect.gen(function* () {
    const { env, world } = yield* Simulator.serve(simulator)
    const config = ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...env } }))
    yield* Metrix.ingest({ customUserId: "u", messages: [{ type: "action", customName: "ordered" }] }).pipe(
      Effect.provide(Metrix.layerConfig().pipe(Layer.provide(config)))
    )
    assert.strictEqual((yield* world.ledger).length, 1)
  })
)
