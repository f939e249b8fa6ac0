/** One good input for each operation. */
import * as Braze from "../../../src/vendors/braze/index.ts"
import { moment } from "./rest.ts"

export const time = moment("2026-01-02T03:04:05Z")
export const event = { externalId: "u", name: "bought", time }
export const purchase = { externalId: "u", productId: "pen", currency: "EUR", price: 1, time }
export const send = { externalUserIds: ["u"], messages: { androidPush: { alert: "Hi", title: "T" } } }

/** Every operation with a call of it. */
export const calls = [
  [Braze.trackUsers, Braze.trackUsers({ events: [event] })],
  [
    Braze.identifyUsers,
    Braze.identifyUsers({
      aliasesToIdentify: [{ externalId: "u", userAlias: { aliasName: "n", aliasLabel: "l" } }]
    })
  ],
  [Braze.deleteUsers, Braze.deleteUsers({ externalIds: ["u"] })],
  [Braze.sendMessages, Braze.sendMessages(send)],
  [Braze.triggerCampaign, Braze.triggerCampaign({ campaignId: "c", recipients: [{ externalUserId: "u" }] })],
  [Braze.triggerCanvas, Braze.triggerCanvas({ canvasId: "c", recipients: [{ externalUserId: "u" }] })],
  [Braze.sendTransactional, Braze.sendTransactional({ campaignId: "c", recipient: { externalUserId: "u" } })],
  [
    Braze.setSubscriptionStatus,
    Braze.setSubscriptionStatus({
      subscriptionGroupId: "g",
      subscriptionState: "subscribed",
      externalIds: ["u"]
    })
  ],
  [
    Braze.getSubscriptionStatus,
    Braze.getSubscriptionStatus({ subscriptionGroupId: "g", externalIds: ["u"] })
  ],
  [Braze.getSendDataSeries, Braze.getSendDataSeries({ campaignId: "c", sendId: "s", length: 7 })],
  [Braze.listCampaigns, Braze.listCampaigns({})]
] as const
