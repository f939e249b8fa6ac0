import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Redacted, type Schema } from "effect"
import { HttpBody } from "effect/http"
import * as Simulator from "../../../src/testing/Simulator.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import { simulator } from "../../../src/vendors/xtremepush/simulator.ts"

const { appToken } = simulator.credentials
const world = (token: string = appToken) =>
  Layer.provideMerge(
    Layer.orDie(Xtremepush.layerNoTransport({ appToken: Redacted.make(token) })),
    Simulator.layer(simulator)
  )

const entries = Effect.flatMap(Simulator.World, ({ ledger }) => ledger)
const done = Effect.map(entries, (all) => all.map(({ count, operation }) => [operation, count]))

const post = (path: string, body: object) =>
  Effect.gen(function* () {
    const { client } = yield* Simulator.World
    const url = `${Xtremepush.vendor.hosts["main"]}/api/external/${path}`
    const answer = yield* client.post(url, { body: HttpBody.jsonUnsafe({ apptoken: appToken, ...body }) })
    return { status: answer.status, body: yield* answer.json }
  })

it.effect("creates campaigns, and reads, lists, changes, sends and deletes them", () =>
  Effect.gen(function* () {
    const { id } = yield* Xtremepush.createCampaign({
      title: "Welcome",
      pushText: "Hello",
      trigger: Xtremepush.trigger.api
    })
    yield* Xtremepush.createCampaign({ title: "Other" })
    assert.strictEqual((yield* Xtremepush.updateCampaign({ id, pushText: "Hi" })).pushText, "Hi")
    const read = yield* Xtremepush.infoCampaign({ id, select: ["title"] })
    assert.deepStrictEqual([read.title, read.pushText], ["Welcome", undefined])
    const listed = yield* Xtremepush.listCampaigns({ condition: [["title", "=", "Welcome"]], limit: 10 })
    assert.deepStrictEqual(
      listed.map((campaign) => campaign.id),
      [id]
    )
    assert.strictEqual((yield* Xtremepush.listCampaigns({ limit: 1, offset: 1 })).length, 1)
    yield* Xtremepush.executeCampaign({ id, target: ["u1", "u2"], targetBy: "user_id" })
    yield* Xtremepush.deleteCampaign({ id })
    assert.strictEqual((yield* Effect.flip(Xtremepush.infoCampaign({ id })))._tag, "Xtremepush.NotFound")
    assert.deepStrictEqual(yield* done, [
      ["Xtremepush.createCampaign", 1],
      ["Xtremepush.createCampaign", 1],
      ["Xtremepush.updateCampaign", 1],
      ["Xtremepush.executeCampaign", 1],
      ["Xtremepush.executeCampaign", 1],
      ["Xtremepush.deleteCampaign", 1]
    ])
  }).pipe(Effect.provide(world()))
)

it.effect("keeps locations", () =>
  Effect.gen(function* () {
    const { id } = yield* Xtremepush.createLocation({
      title: "Sydney",
      type: 0,
      latitude: "-33.85",
      longitude: "151.2",
      radius: 100
    })
    assert.strictEqual((yield* Xtremepush.infoLocation({ id })).title, "Sydney")
    assert.strictEqual((yield* Xtremepush.listLocations({ limit: 10 })).length, 1)
  }).pipe(Effect.provide(world()))
)

it.effect("imports profiles at once, and from 100 rows on by a task", () =>
  Effect.gen(function* () {
    const rows = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) => [`u${from + index}`, "Ada"])
    const columns = ["user_id", "first_name"]
    assert.strictEqual((yield* Xtremepush.importProfiles({ columns, rows: rows(99) })).status, 200)
    const queued = yield* Xtremepush.importProfiles({ columns, rows: rows(100, 99) })
    assert.deepStrictEqual([queued.status, queued.answer["code"]], [202, 202])
    assert.strictEqual((yield* Xtremepush.infoTask({ id: 1 })).identifier, "profile_import")
    assert.strictEqual((yield* entries).length, 199)
    assert.deepStrictEqual((yield* entries)[0]?.what, { user_id: "u0", first_name: "Ada" })
  }).pipe(Effect.provide(world()))
)

it.effect("records events, one or many under one address, and counts each as often as it comes", () =>
  Effect.gen(function* () {
    yield* Xtremepush.hitEvent({ userId: "u1", event: "ordered" })
    yield* Xtremepush.hitEvents({
      events: [
        { userId: "u1", event: "ordered" },
        { userId: "u2", event: "ordered" }
      ]
    })
    assert.deepStrictEqual(yield* done, [
      ["Xtremepush.hitEvent", 1],
      ["Xtremepush.hitEvents", 1],
      ["Xtremepush.hitEvents", 1]
    ])
    const { requests } = yield* Simulator.World
    assert.deepStrictEqual(
      (yield* requests).map(({ operation }) => operation),
      ["Xtremepush.hitEvent", "Xtremepush.hitEvents"]
    )
  }).pipe(Effect.provide(world()))
)

describe("answers with the documented words", () => {
  const cases: ReadonlyArray<readonly [string, Record<string, Schema.Json>, number, Schema.Json]> = [
    [
      "info/campaign",
      { apptoken: "wrong" },
      400,
      { code: 400, message: "apptoken is invalid.", success: false }
    ],
    [
      "info/campaign",
      { apptoken: "" },
      400,
      { code: 400, message: "apptoken cannot be blank.", success: false }
    ],
    ["info/campaign", {}, 400, { code: 400, message: "id cannot be blank.", success: false }],
    ["info/campaign", { id: 7 }, 404, { code: 404, message: "Not Found", success: false }],
    [
      "create/location",
      { title: "Beacon", type: 2, ibeacon_uuid: 7 },
      400,
      {
        code: 400,
        errors: {
          ibeacon_major: ["iBeacon Major cannot be blank."],
          ibeacon_uuid: ["iBeacon UUID must be a string."]
        },
        message: "Location is not created",
        success: false
      }
    ]
  ]
  for (const [path, body, status, expected] of cases) {
    it.effect(`to ${path} with ${JSON.stringify(body)}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* post(path, body), { status, body: expected })
      }).pipe(Effect.provide(world()))
    )
  }
})

it.effect("refuses a wrong app token", () =>
  Effect.gen(function* () {
    assert.strictEqual(
      (yield* Effect.flip(Xtremepush.listCampaigns({ limit: 10 })))._tag,
      "Xtremepush.InvalidToken"
    )
  }).pipe(Effect.provide(world("wrong")))
)

it.live("is reached over HTTP with the environment that its server reports", () =>
  Effect.gen(function* () {
    const { env, world } = yield* Simulator.serve(simulator)
    const config = ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...env } }))
    yield* Xtremepush.hitEvent({ userId: "u1", event: "ordered" }).pipe(
      Effect.provide(Xtremepush.layerConfig().pipe(Layer.provide(config)))
    )
    assert.strictEqual((yield* world.ledger).length, 1)
  })
)
