/** Derived operations over answers in the form in which Braze gives them: its pages leave some of it out, and have some of it otherwise. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { fromJson } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/all.ts"
import { layer, rest } from "./rest.ts"

const message = "success"
const warnings: ReadonlyArray<never> = []

const answered = <A, E>(call: Effect.Effect<A, E, Braze.BrazeApi>, status: number, body: unknown) =>
  Effect.provide(call, layer(rest(fromJson(status, {}, body)).transport))

describe("an answer of Braze's is read whole", () => {
  it.effect("where a catalog has keys that no page names", () =>
    Effect.gen(function* () {
      const fields = [
        { name: "id", token: "-1", type: "string" },
        { name: "Open_Since", token: "0", type: "time" }
      ]
      const catalog = {
        name: "shops",
        description: "Shops",
        num_items: 0,
        updated_at: "2026-01-31T10:00:00.000+00:00"
      }
      const more = { fields, source: "Braze", storage_size: 12_868, selections_size: 0, selections: [] }
      const { catalogs } = yield* answered(Braze.listCatalogs({}), 200, {
        catalogs: [{ ...catalog, ...more }],
        message
      })
      assert.deepStrictEqual(catalogs, [
        {
          name: "shops",
          description: "Shops",
          numItems: 0,
          updatedAt: "2026-01-31T10:00:00.000+00:00",
          fields: [
            { name: "id", type: "string" },
            { name: "Open_Since", type: "time" }
          ]
        }
      ])
    })
  )

  it.effect("where renamed ids come as objects, although the page has texts", () =>
    Effect.gen(function* () {
      const one = { current_external_id: "a", new_external_id: "b" }
      const call = Braze.renameExternalIds({
        externalIdRenames: [{ currentExternalId: "a", newExternalId: "b" }]
      })
      const body = { rename_errors: [], external_ids: [one], message }
      assert.deepStrictEqual(yield* answered(call, 201, body), {
        message,
        externalIds: [one],
        renameErrors: [],
        warnings
      })
      const texts = yield* answered(call, 201, { ...body, external_ids: ["b"] })
      assert.deepStrictEqual(texts.externalIds, ["b"])
    })
  )

  it.effect("where the list is empty, and where times are in a form of their own", () =>
    Effect.gen(function* () {
      const day = { startDate: "2026-01-30", endDate: "2026-01-31" }
      const none = yield* answered(Braze.listHardBounces(day), 200, { emails: [], message })
      assert.deepStrictEqual(none.emails, [])
      const some = yield* answered(Braze.listUnsubscribes(day), 200, {
        emails: [{ email: "ada@example.com", unsubscribed_at: "2026-01-30 19:27:44 +0000" }],
        message
      })
      assert.deepStrictEqual(some.emails, [
        { email: "ada@example.com", unsubscribedAt: "2026-01-30 19:27:44 +0000" }
      ])
    })
  )

  it.effect("where profiles hold whatever they hold", () =>
    Effect.gen(function* () {
      const user = {
        external_id: "u1",
        appboy_id: "5e",
        braze_id: "5e",
        random_bucket: 5_445,
        total_revenue: 0,
        custom_attributes: { likes: ["tea", "rain"], grown: true },
        campaigns_received: [{ name: "Hello", in_control: false }]
      }
      const call = Braze.exportUsersByIds({ externalIds: ["u1"] })
      assert.deepStrictEqual((yield* answered(call, 201, { users: [user], message })).users, [user])
    })
  )

  it.effect("where a schedule is made", () =>
    Effect.gen(function* () {
      const call = Braze.scheduleMessages({
        externalUserIds: ["u1"],
        schedule: { time: "2026-01-31T10:20:30Z" },
        messages: { sms: { subscriptionGroupId: "g1", body: "Hello", appId: "a1" } }
      })
      const body = { dispatch_id: "d1", schedule_id: "s1", message }
      assert.deepStrictEqual(yield* answered(call, 201, body), {
        message,
        dispatchId: "d1",
        scheduleId: "s1",
        warnings
      })
    })
  )
})

describe("a refusal of Braze's is known", () => {
  it.effect("of a Canvas that is none, by the words of the answer", () =>
    Effect.gen(function* () {
      const words = "canvas_id must be a string of the Canvas api identifier"
      const failure = yield* Effect.flip(
        answered(Braze.getCanvas({ canvasId: "none" }), 400, { message: words })
      )
      assert.deepStrictEqual([failure._tag, failure.vendorMessage], ["Braze.InvalidCanvasId", words])
    })
  )

  it.effect("of a subscription group that is none, of the second version of the endpoint too", () =>
    Effect.gen(function* () {
      const call = Braze.setSubscriptionStatuses({
        subscriptionGroups: [
          { subscriptionGroupId: "none", subscriptionState: "subscribed", emails: ["ada@example.com"] }
        ]
      })
      const failure = yield* Effect.flip(answered(call, 400, { message: "Invalid subscription group ID" }))
      assert.strictEqual(failure._tag, "Braze.InvalidSubscriptionGroupId")
    })
  )
})
