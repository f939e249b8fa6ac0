/** Objects that the simulated Xtremepush keeps: what one method makes, the others read, list, change and remove. */
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { operationsIn } from "../../src/contract/Operation.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/all.ts"
import { oneTimePassword, records, surface } from "../../src/vendors/xtremepush/simulator/surface.ts"

const { appToken } = Xtremepush.simulator.credentials
const world = Layer.provideMerge(
  Layer.orDie(Xtremepush.layerNoTransport({ appToken: Redacted.make(appToken) })),
  Simulator.layer(Simulator.withOperations(Xtremepush.simulator, Xtremepush))
)

const refusal = (call: Effect.Effect<unknown, { readonly _tag: string }, Xtremepush.XtremepushApi>) =>
  Effect.map(Effect.flip(call), ({ _tag }) => _tag)

const ids = (rows: ReadonlyArray<object>) => rows.map((row) => Reflect.get(row, "id"))

it("there are handlers for operations alone that exist", () => {
  const names = operationsIn(Xtremepush).map(({ tag }) => tag.replace("Xtremepush.", ""))
  assert.deepStrictEqual(
    Object.keys(surface(records())).filter((name) => !names.includes(name)),
    []
  )
})

it.effect("segments are made, changed, read, listed and deleted", () =>
  Effect.gen(function* () {
    const made = yield* Xtremepush.createSegment({ title: "Readers", conditions: { operator: "AND" } })
    const id = Number(Reflect.get(made, "id"))
    yield* Xtremepush.createSegment({ title: "Others", conditions: { operator: "OR" } })
    yield* Xtremepush.updateSegment({ id, title: "All readers" })
    assert.include(yield* Xtremepush.infoSegment({ id, select: ["title"] }), { title: "All readers" })
    const found = yield* Xtremepush.listSegments({ condition: [["title", "=", "All readers"]], limit: 10 })
    assert.deepStrictEqual(ids(found), [id])
    yield* Xtremepush.deleteSegment({ id })
    assert.strictEqual(yield* refusal(Xtremepush.infoSegment({ id })), "Xtremepush.NotFound")
  }).pipe(Effect.provide(world))
)

it.effect("locations are changed and deleted", () =>
  Effect.gen(function* () {
    const { id } = yield* Xtremepush.createLocation({ title: "Shop", type: Xtremepush.locationType.geofence })
    yield* Xtremepush.updateLocation({ id, title: "Store" })
    assert.strictEqual((yield* Xtremepush.infoLocation({ id })).title, "Store")
    yield* Xtremepush.deleteLocation({ id })
    assert.strictEqual(yield* refusal(Xtremepush.infoLocation({ id })), "Xtremepush.NotFound")
  }).pipe(Effect.provide(world))
)

it.effect("profiles that were imported are listed, each user once", () =>
  Effect.gen(function* () {
    const rows = (name: string) => ({ columns: ["user_id", "first_name"], rows: [["u1", name]] })
    yield* Xtremepush.importProfiles(rows("Ada"))
    yield* Xtremepush.importProfiles(rows("Grace"))
    const [profile, ...others] = yield* Xtremepush.listProfiles({ limit: 10 })
    assert.deepStrictEqual(others, [])
    assert.include(yield* Xtremepush.infoProfile({ id: Number(Reflect.get(profile ?? {}, "id")) }), {
      user_id: "u1",
      first_name: "Grace"
    })
  }).pipe(Effect.provide(world))
)

it.effect("what was sent is listed, and to whom", () =>
  Effect.gen(function* () {
    const { id } = yield* Xtremepush.createCampaign({ title: "News" })
    yield* Xtremepush.executeCampaign({ id, target: ["u1", "u2"] })
    yield* Xtremepush.sendCampaign({ id })
    assert.lengthOf(yield* Xtremepush.listPushes({ limit: 10 }), 2)
    const devices = yield* Xtremepush.listPushDevices({ limit: 10 })
    assert.deepStrictEqual(
      devices.map(({ campaignId, deviceId }) => [campaignId, deviceId]),
      [
        [id, "u1"],
        [id, "u2"]
      ]
    )
  }).pipe(Effect.provide(world))
)

it.effect("lists are there from their first import on, and tasks can be listed", () =>
  Effect.gen(function* () {
    assert.strictEqual(yield* refusal(Xtremepush.infoList({ id: 7 })), "Xtremepush.NotFound")
    yield* Xtremepush.importList({ id: 7, items: ["u1", "u2"] })
    assert.include(yield* Xtremepush.infoList({ id: 7 }), { id: 7, count: 2 })
    yield* Xtremepush.deleteList({ id: 7 })
    assert.deepStrictEqual(yield* Xtremepush.listLists({ limit: 10 }), [])
    yield* Xtremepush.importProfiles({ columns: ["user_id"], rows: [["u1"]], async: true })
    assert.lengthOf(yield* Xtremepush.listTasks({ limit: 10 }), 1)
  }).pipe(Effect.provide(world))
)

it.effect("a one-time password is verified, and its history is kept", () =>
  Effect.gen(function* () {
    yield* Xtremepush.generateOtp({ serviceId: "s1", mobileNumber: "+353870000000" })
    const [row] = yield* Xtremepush.listOtpHistory({ limit: 10 })
    assert.strictEqual(row?.mobileNumber, "+353870000000")
    assert.include(yield* Xtremepush.infoOtpHistory({ otpId: 1 }), { otp_id: 1 })
    assert.strictEqual(
      (yield* Xtremepush.verifyOtp({ requestId: "r", otp: oneTimePassword })).status,
      "success"
    )
    const wrong = Xtremepush.verifyOtp({ requestId: "r", otp: "000000" })
    assert.strictEqual(yield* refusal(wrong), "Xtremepush.IncorrectOtp")
  }).pipe(Effect.provide(world))
)

it.effect("what no method makes is made up", () =>
  Effect.gen(function* () {
    assert.isArray(yield* Xtremepush.listTags({ limit: 10 }))
    assert.isArray(yield* Xtremepush.listProfileSubscriptions({ limit: 10 }))
  }).pipe(Effect.provide(world))
)
