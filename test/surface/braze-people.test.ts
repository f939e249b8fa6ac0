/** The simulated Braze: users of the dashboard, lists of addresses, sends that wait, and jobs of which there is one at a time. */
import { assert, describe } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import * as Policy from "../../src/policy/Policy.ts"
import * as Braze from "../../src/vendors/braze/all.ts"
import { refusal, test } from "./brazeWorld.ts"

const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"]
const name = { givenName: "Ada", familyName: "Lovelace" }
const permissions = { companyPermissions: ["basic_access"] }
const userName = "ada@example.com"

describe("users of the dashboard", () => {
  test("are made once, found, changed and deleted", function* () {
    const create = Braze.createDashboardUser({ schemas, userName, name, permissions })
    const { id = "" } = yield* create
    assert.strictEqual(yield* refusal(create), "Braze.DashboardUserExists")
    const found = yield* Braze.searchDashboardUsers({ filter: `userName eq "${userName}"` })
    assert.deepStrictEqual([found.totalResults, found.Resources[0]?.id], [1, id])
    yield* Braze.updateDashboardUser({ id, schemas, name, permissions, department: "Engines" })
    const user = yield* Braze.getDashboardUser({ id })
    assert.deepStrictEqual([user.userName, user.department], [userName, "Engines"])
    yield* Braze.deleteDashboardUser({ id })
    assert.strictEqual(yield* refusal(Braze.getDashboardUser({ id })), "Braze.DashboardUserNotFound")
    const none = yield* Braze.searchDashboardUsers({ filter: `userName eq "${userName}"` })
    assert.strictEqual(none.totalResults, 0)
  })
})

describe("addresses and ids", () => {
  test("leave the list of the unsubscribed when they subscribe", function* () {
    yield* Braze.setEmailStatus({ email: ["a@b.example", "c@d.example"], subscriptionState: "unsubscribed" })
    yield* Braze.setEmailStatus({ email: ["a@b.example"], subscriptionState: "subscribed" })
    const { emails } = yield* Braze.listUnsubscribes({ endDate: "2026-01-31", email: "c@d.example" })
    assert.deepStrictEqual(
      emails.map(({ email }: { readonly email?: string }) => email),
      ["c@d.example"]
    )
  })

  test("are put into several groups at once, and read back one by one", function* () {
    yield* Braze.setSubscriptionStatuses({
      subscriptionGroups: [
        { subscriptionGroupId: "g1", subscriptionState: "subscribed", externalIds: ["u1"] },
        { subscriptionGroupId: "g2", subscriptionState: "unsubscribed", externalIds: ["u1"] }
      ]
    })
    const one = yield* Braze.getSubscriptionStatus({ subscriptionGroupId: "g1", externalIds: ["u1"] })
    assert.deepStrictEqual(one.status, { u1: "Subscribed" })
  })

  test("are renamed and removed, and the answer names them", function* () {
    const renamed = yield* Braze.renameExternalIds({
      externalIdRenames: [{ currentExternalId: "old", newExternalId: "new" }]
    })
    assert.deepStrictEqual(renamed.externalIds, ["new"])
    const removed = yield* Braze.removeExternalIds({ externalIds: ["old"] })
    assert.deepStrictEqual(removed.removedIds, ["old"])
  })
})

describe("sends that wait", () => {
  const time = DateTime.makeUnsafe("2026-12-24T09:30:00Z")

  test("can be changed and deleted, and those to all are listed", function* () {
    const { scheduleId = "" } = yield* Braze.scheduleCampaignTrigger({
      campaignId: "c1",
      broadcast: true,
      schedule: { time }
    })
    yield* Braze.updateScheduledCampaignTrigger({ campaignId: "c1", scheduleId, schedule: { time } })
    const { scheduledBroadcasts } = yield* Braze.listScheduledBroadcasts({ endTime: time })
    assert.deepStrictEqual(
      scheduledBroadcasts.map(({ id, type }: { readonly id?: string; readonly type?: string }) => [id, type]),
      [[scheduleId, "Campaign"]]
    )
    yield* Braze.deleteScheduledCampaignTrigger({ campaignId: "c1", scheduleId })
    assert.strictEqual(
      yield* refusal(Braze.deleteScheduledCampaignTrigger({ campaignId: "c1", scheduleId })),
      "Braze.BadRequest"
    )
  })
})

describe("a job", () => {
  test("is one of its integration at a time; another integration has its own", function* () {
    yield* Braze.syncCdiIntegration({ id: "i1" })
    const again = Policy.once(Braze.syncCdiIntegration({ id: "i1" }))
    assert.strictEqual(yield* refusal(again), "Braze.JobInProgress")
    yield* Braze.syncCdiIntegration({ id: "i2" })
    const status = Effect.map(Braze.listCdiJobs({ id: "i1" }), ({ results }) =>
      results.map((one) => one.jobStatus)
    )
    assert.deepStrictEqual(yield* status, ["running"])
    yield* TestClock.adjust("2 minutes")
    assert.deepStrictEqual(yield* status, ["success"])
    yield* Braze.syncCdiIntegration({ id: "i1" })
  })

  test("of a segment's export holds back those of the same segment, which then goes", function* () {
    const start = (segmentId: string) => Braze.exportUsersBySegment({ segmentId, fieldsToExport: ["email"] })
    yield* start("s1")
    yield* start("s2")
    const { objectPrefix = "" } = yield* start("s1")
    assert.include(objectPrefix, "s1")
  })
})
