import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import type { AnyFailure } from "../../../src/contract/Failure.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import * as Shop from "../../shop/shop.ts"

type Call = Effect.Effect<unknown, AnyFailure, Xtremepush.XtremepushApi>

const done = { code: 200, success: true, message: "Done" }
const appToken = Redacted.make("tok-1234567890")

/** Runs the call against one answer; gives its end and the requests as `METHOD url` and body. */
const run = <A, E, R>(call: Effect.Effect<A, E, R>, wire: Wire = fromJson(200, {}, done)) => {
  const sent: Array<readonly [request: string, body: unknown]> = []
  const { layer } = Shop.transport((method, url, _headers, body) => {
    sent.push([`${method} ${url.href}`, JSON.parse(body)])
    return wire
  })
  return Effect.map(
    Effect.result(call).pipe(Effect.provide(Layer.provide(Xtremepush.layerNoTransport({ appToken }), layer))),
    (result) => ({ result, sent })
  )
}

const campaign = { code: 200, success: true, model: { id: 7 } }
const requests: ReadonlyArray<readonly [name: string, call: Call, path: string, body: object, wire?: Wire]> =
  [
    [
      "createCampaign",
      Xtremepush.createCampaign({
        title: "Spring",
        trigger: Xtremepush.trigger.api,
        pushTitle: "Hello",
        pushText: "It is spring",
        iosPush: true,
        androidPush: false,
        broadcast: false,
        urlBrowser: true,
        payloadAdd: [{ key: "screen", value: "home" }],
        messages: { 7: { subject: "Spring" } },
        conditions: { operator: "AND" },
        attributes: { schedule_type: 1 }
      }),
      "create/campaign",
      {
        title: "Spring",
        trigger: 3,
        push_title: "Hello",
        push_text: "It is spring",
        ios_push: 1,
        android_push: 0,
        broadcast: 0,
        url_browser: 1,
        payload_add: [{ key: "screen", value: "home" }],
        messages: { 7: { subject: "Spring" } },
        conditions: { operator: "AND" },
        schedule_type: 1
      },
      fromJson(200, {}, campaign)
    ],
    [
      "updateCampaign",
      Xtremepush.updateCampaign({ id: "7", sms: true }),
      "update/campaign",
      { id: "7", sms: 1 }
    ],
    [
      "infoCampaign",
      Xtremepush.infoCampaign({ id: 7, select: ["id"] }),
      "info/campaign",
      { id: 7, select: ["id"] },
      fromJson(200, {}, campaign)
    ],
    [
      "listCampaigns",
      Xtremepush.listCampaigns({
        condition: [["status", "IN", [1, 2]]],
        select: ["id"],
        order: ["id DESC"],
        limit: 50,
        offset: 100
      }),
      "list/campaign",
      { condition: [["status", "IN", [1, 2]]], select: ["id"], order: ["id DESC"], limit: 50, offset: 100 }
    ],
    ["deleteCampaign", Xtremepush.deleteCampaign({ id: 7 }), "delete/campaign", { id: 7 }],
    [
      "executeCampaign",
      Xtremepush.executeCampaign({
        id: 7,
        target: ["u1", "u2"],
        targetBy: "user_id",
        params: { external_message_id: "m-1" },
        time: "2021-01-01 12:00 UTC",
        targetExistingOnly: true,
        pushText: "Hello"
      }),
      "execute/campaign",
      {
        id: 7,
        target: ["u1", "u2"],
        target_by: "user_id",
        params: { external_message_id: "m-1" },
        time: "2021-01-01 12:00 UTC",
        target_existing_only: 1,
        push_text: "Hello"
      }
    ],
    [
      "executeCampaign with parameters for each target",
      Xtremepush.executeCampaign({ id: 7, targetWithParams: { u1: { name: "Ada" } }, targetBy: "user_id" }),
      "execute/campaign",
      { id: 7, target_with_params: { u1: { name: "Ada" } }, target_by: "user_id" }
    ],
    [
      "createLocation",
      Xtremepush.createLocation({
        title: "Sydney",
        type: 0,
        latitude: "-33.85",
        longitude: "151.2",
        radius: 100,
        groups: "Theatre"
      }),
      "create/location",
      {
        title: "Sydney",
        type: 0,
        latitude: "-33.85",
        longitude: "151.2",
        radius: 100,
        groups_str: "Theatre"
      },
      fromJson(200, {}, campaign)
    ],
    [
      "infoLocation",
      Xtremepush.infoLocation({ id: 4584 }),
      "info/location",
      { id: 4584 },
      fromJson(200, {}, campaign)
    ],
    ["listLocations", Xtremepush.listLocations({ limit: 2 }), "list/location", { limit: 2 }],
    [
      "importProfiles",
      Xtremepush.importProfiles({
        columns: ["user_id", "email", "email_subscription", "mobile_number", "sms_subscription", "vip"],
        rows: [
          ["u1", "ada@example.com", 1, "353850123456", 1, true],
          ["u2", null, 0, "", 0, null]
        ],
        async: false
      }),
      "import/profile",
      {
        columns: ["user_id", "email", "email_subscription", "mobile_number", "sms_subscription", "vip"],
        rows: [
          ["u1", "ada@example.com", 1, "353850123456", 1, true],
          ["u2", null, 0, "", 0, null]
        ],
        async: false
      }
    ],
    [
      "hitEvent",
      Xtremepush.hitEvent({
        userId: 12,
        event: "order",
        value: { total: 9.5 },
        userAttributes: { vip: true },
        consentPreferences: { news: 1 },
        timestamp: "2026-01-31 12:00:00 +01:00"
      }),
      "hit/event",
      {
        user_id: 12,
        event: "order",
        value: { total: 9.5 },
        user_attributes: { vip: true },
        consent_preferences: { news: 1 },
        timestamp: "2026-01-31 11:00:00 +00:00"
      }
    ],
    [
      "hitEvents",
      Xtremepush.hitEvents({ events: [{ userId: "u1", event: "order" }] }),
      "hit/event",
      { events: [{ user_id: "u1", event: "order" }] }
    ],
    ["infoTask", Xtremepush.infoTask({ id: 3 }), "info/task", { id: 3 }, fromJson(200, {}, campaign)]
  ]

describe("sends the documented request", () => {
  it.effect.each(requests)("%s", ([, call, path, body, wire]) =>
    Effect.gen(function* () {
      const { result, sent } = yield* run(call, wire)
      assert.strictEqual(result._tag, "Success")
      assert.deepStrictEqual(sent, [
        [
          `POST https://external-api.xtremepush.com/api/external/${path}`,
          { apptoken: "tok-1234567890", ...body }
        ]
      ])
    })
  )
})

const seven = { title: "Spring" }
const manyEvents = Array.from({ length: 1_001 }, () => ({ userId: "u1", event: "order" }))
const manyRows = Array.from({ length: 10_001 }, () => ["u1"])
const broken: ReadonlyArray<
  readonly [name: string, call: Call, issues: ReadonlyArray<readonly [path: string, rule: string]>]
> = [
  [
    "a campaign without a title",
    Xtremepush.createCampaign({ title: " " }),
    [["title", "a campaign has a title"]]
  ],
  [
    "attributes that have their own place",
    Xtremepush.createCampaign({ ...seven, attributes: { push_title: "x", apptoken: "other" } }),
    [
      ["attributes.push_title", "it has its own place: give it there"],
      ["attributes.apptoken", "it has its own place: give it there"]
    ]
  ],
  ["a blank id", Xtremepush.updateCampaign({ id: "" }), [["id", "id cannot be blank"]]],
  ["a blank id, when reading", Xtremepush.infoCampaign({ id: " " }), [["id", "id cannot be blank"]]],
  ["a blank id, when deleting", Xtremepush.deleteCampaign({ id: "" }), [["id", "id cannot be blank"]]],
  [
    "no target",
    Xtremepush.executeCampaign({ id: 7 }),
    [["target", "give one of target and targetWithParams"]]
  ],
  [
    "an empty target",
    Xtremepush.executeCampaign({ id: 7, target: [] }),
    [["target", "the list of targets is empty"]]
  ],
  [
    "two kinds of target",
    Xtremepush.executeCampaign({ id: 7, target: [1], targetWithParams: {} }),
    [["target", "give one of target and targetWithParams"]]
  ],
  [
    "a page of no rows",
    Xtremepush.listLocations({ limit: 0, offset: -1 }),
    [
      ["limit", "a page has at least 1 row"],
      ["offset", "an offset is 0 or more"]
    ]
  ],
  [
    "an iBeacon without its numbers",
    Xtremepush.createLocation({ title: "Door", type: Xtremepush.locationType.iBeacon }),
    [
      ["iBeaconMajor", "an iBeacon needs it, as a text that is not blank"],
      ["iBeaconUuid", "an iBeacon needs it, as a text that is not blank"]
    ]
  ],
  [
    "columns without their companions",
    Xtremepush.importProfiles({
      columns: ["email", "mobile_number"],
      rows: [["a@example.com", "353850123456"]]
    }),
    [
      ["columns", "user_id must be one of the columns"],
      ["columns", "email must come with email_subscription"],
      ["columns", "mobile_number must come with sms_subscription"]
    ]
  ],
  [
    "a short row and a number with a plus",
    Xtremepush.importProfiles({
      columns: ["user_id", "mobile_number", "sms_subscription"],
      rows: [["u1"], ["u2", "+353850123456", 1]]
    }),
    [
      ["rows.0", "a row has one value for each column, in their order"],
      ["rows.1.1", "a mobile number is written with its country code, digits only, without a plus"]
    ]
  ],
  [
    "too many rows",
    Xtremepush.importProfiles({ columns: ["user_id"], rows: manyRows }),
    [["rows", "at most 10,000 rows in one request"]]
  ],
  [
    "no rows",
    Xtremepush.importProfiles({ columns: ["user_id"], rows: [] }),
    [["rows", "the list of rows is empty"]]
  ],
  [
    "too many events",
    Xtremepush.hitEvents({ events: manyEvents }),
    [["events", "at most 1,000 events in one request"]]
  ],
  ["no events", Xtremepush.hitEvents({ events: [] }), [["events", "the list of events is empty"]]],
  [
    "an event of nobody",
    Xtremepush.hitEvents({
      events: [
        { userId: "u1", event: "order" },
        { userId: "", event: "" }
      ]
    }),
    [
      ["events.1.userId", "id cannot be blank"],
      ["events.1.event", "an event has a name"]
    ]
  ]
]

describe("refuses, and sends nothing", () => {
  it.effect.each(broken)("%s", ([, call, issues]) =>
    Effect.gen(function* () {
      const { result, sent } = yield* run(call)
      assert.strictEqual(result._tag, "Failure")
      if (result._tag !== "Failure" || !("complaints" in result.failure))
        return assert.fail("it is not InvalidInput")
      assert.deepStrictEqual(
        result.failure.complaints,
        issues.map(([path, message]) => ({ path, message }))
      )
      assert.strictEqual(result.failure.delivery, "NotSent")
      assert.deepStrictEqual(sent, [])
    })
  )
})

it.effect("takes as many events and rows as are allowed", () =>
  Effect.gen(function* () {
    const events = yield* run(Xtremepush.hitEvents({ events: manyEvents.slice(1) }))
    const profiles = yield* run(Xtremepush.importProfiles({ columns: ["user_id"], rows: manyRows.slice(1) }))
    assert.deepStrictEqual([events.result._tag, profiles.result._tag], ["Success", "Success"])
  })
)

const output = <A, E>(call: Effect.Effect<A, E, Xtremepush.XtremepushApi>, wire: Wire) =>
  Effect.flatMap(run(call, wire), ({ result }) =>
    result._tag === "Success" ? Effect.succeed(result.success) : Effect.fail(result.failure)
  )

// The documented answer of an update.
const wallStreet = {
  address: "48 Wall St, New York, NY 10005, USA",
  country: "US",
  groups_str: "liquid space",
  id: 4584,
  latitude: "40.7065668",
  longitude: "-74.00904220000001",
  project_id: 785,
  radius: 100,
  title: "48 Wall St, New York, NY 10005, USA",
  type: 0
}
// A row of the documented answer of a list.
const showcase = {
  address: "8-9 Sussex Terrace, Dublin 4, Ireland",
  country: "IE",
  groups_str: "Test",
  ibeacon_major: "101",
  ibeacon_minor: "101",
  ibeacon_uuid: "F7826DA6-4FA2-4E98-8024-BC5B71E08933",
  id: 4236,
  latitude: "53.33133578333072",
  longitude: "-6.251659181788227",
  project_id: 785,
  radius: 5,
  title: "Showcase (BC5B71E08933)",
  type: 2
}

it.effect("reads an object from `model`", () =>
  Effect.gen(function* () {
    const location = yield* output(
      Xtremepush.infoLocation({ id: 4584 }),
      fromJson(
        200,
        {},
        { code: 200, message: "Location is successfully updated", model: wallStreet, success: true }
      )
    )
    assert.deepStrictEqual(
      { ...location },
      {
        address: "48 Wall St, New York, NY 10005, USA",
        country: "US",
        groups: "liquid space",
        id: 4584,
        latitude: "40.7065668",
        longitude: "-74.00904220000001",
        projectId: 785,
        radius: 100,
        title: "48 Wall St, New York, NY 10005, USA",
        type: 0,
        attributes: {}
      }
    )
  })
)

it.effect("reads rows from `data`, and an answer without them as none", () =>
  Effect.gen(function* () {
    const rowsOf = (body: unknown) => output(Xtremepush.listLocations({}), fromJson(200, {}, body))
    const [first, second] = yield* rowsOf({ code: 200, data: [wallStreet, showcase], success: true })
    assert.deepStrictEqual(
      [first?.id, second?.iBeaconMajor, second?.type],
      [4584, "101", Xtremepush.locationType.iBeacon]
    )
    assert.deepStrictEqual(yield* rowsOf({ code: 200, data: [], success: true }), [])
    assert.deepStrictEqual(yield* rowsOf({ code: 200, data: null, success: true }), [])
    assert.deepStrictEqual(yield* rowsOf({ code: 200, success: true }), [])
    const page = yield* Effect.flip(
      output(Xtremepush.listLocations({}), make(200, {}, "<html>Maintenance</html>"))
    )
    assert.deepStrictEqual([page._tag, page.delivery], ["Unreadable", "Refused"])
    assert.strictEqual((yield* Effect.flip(rowsOf({})))._tag, "Unreadable")
  })
)

it.effect("reads numbers as text, text as numbers, flags, nulls and what has no field of its own", () =>
  Effect.gen(function* () {
    const model = {
      id: "7",
      title: 2026,
      active: 1,
      sms: "0",
      email: false,
      create_time: 1_500_000_000,
      activate_time: null,
      messages: { 1: { title: "Hi" }, 2: [] },
      schedule_type: 1,
      apptoken: "tok-1234567890"
    }
    const campaign = yield* output(
      Xtremepush.infoCampaign({ id: 7 }),
      fromJson(200, {}, { code: 200, success: true, model })
    )
    assert.deepStrictEqual(
      { ...campaign },
      {
        id: 7,
        title: "2026",
        active: true,
        sms: false,
        email: false,
        createTime: 1_500_000_000,
        activateTime: null,
        messages: { 1: { title: "Hi" }, 2: [] },
        attributes: { schedule_type: 1 }
      }
    )
  })
)

it.effect("needs the id of what was created, and nothing of what was changed", () =>
  Effect.gen(function* () {
    const created = yield* output(Xtremepush.createCampaign(seven), fromJson(200, {}, campaign))
    assert.strictEqual(created.id, 7)
    const lost = yield* Effect.flip(output(Xtremepush.createCampaign(seven), fromJson(200, {}, done)))
    assert.deepStrictEqual([lost._tag, lost.delivery], ["Unreadable", "Applied"])
    const changed = yield* output(Xtremepush.updateCampaign({ id: 7 }), fromJson(200, {}, done))
    assert.deepStrictEqual({ ...changed }, { attributes: {} })
  })
)

it.effect("takes a 202 for what it is: a success that is still to come", () =>
  Effect.gen(function* () {
    const imported = yield* output(
      Xtremepush.importProfiles({ columns: ["user_id"], rows: [["u1"]] }),
      fromJson(202, {}, { code: 202, success: true, message: "Accepted" })
    )
    assert.deepStrictEqual(
      { ...imported },
      { status: 202, answer: { code: 202, success: true, message: "Accepted" } }
    )
  })
)

it.effect("says how an event was taken", () =>
  Effect.gen(function* () {
    const accepted = yield* output(
      Xtremepush.hitEvent({ userId: "u1", event: "order" }),
      fromJson(200, {}, { success: true, code: 200, async: true })
    )
    assert.deepStrictEqual({ ...accepted }, { code: 200, async: true })
  })
)
