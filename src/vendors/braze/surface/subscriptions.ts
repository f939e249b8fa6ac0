/** Braze: subscriptions. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { items, objects, optional, whole } from "../../../contract/described.ts"
import { atLeastOne } from "../../../contract/fieldRules.ts"
import { snake } from "../../../contract/snake.ts"
import { EmailAndPhoneGiven, InvalidSubscriptionGroupId } from "../failures.ts"
import { ExternalId, Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Pages from "../../../many/Pages.ts"

const getUserSubscriptionsPage = operation("getUserSubscriptions", () => ({
  method: "GET",
  path: "/subscription/user/status",
  input: snake(
    {
      /** At most 50 items. */ externalId: optional(items(ExternalId(), 0, 50)),
      /** At most 50 items. */ email: optional(items(Schema.String, 0, 50)),
      /** At most 50 items. */ phone: optional(items(Schema.String, 0, 50)),
      /** 1 to 100. */ limit: optional(whole(1, 100)),
      /** At least 0. */ offset: optional(whole(0))
    },
    atLeastOne("externalId", "email", "phone")
  ),
  output: answer({
    users: Schema.Array(
      snake({
        email: optional(Schema.String),
        phone: optional(Schema.String),
        externalId: optional(Schema.String),
        subscriptionGroups: optional(
          objects({
            id: optional(Schema.String),
            name: optional(Schema.String),
            channel: optional(Schema.String),
            status: optional(Schema.String)
          })
        )
      })
    ),
    totalCount: optional(Schema.Finite)
  }),
  idempotent: true,
  permission: "subscription.groups.get",
  see: "https://www.braze.com/docs/api/endpoints/subscription_groups"
}))

/**
 * Gets user subscriptions; `.stream` reads all pages: `GET /subscription/user/status`. Needs the permission
 * `subscription.groups.get`. At least one of `externalId`, `email` and `phone`.
 */
export const getUserSubscriptions = Pages.byOffset(getUserSubscriptionsPage, {
  items: ({ users }) => users,
  offset: "offset",
  limit: "limit",
  size: 100,
  total: ({ totalCount }) => totalCount
})

/**
 * Sets subscription statuses: `POST /v2/subscription/status/set`. Idempotent: a repeat ends in the same state. Needs the
 * permission `subscription.status.set`. At most 50 users in all; of one group either emails or phones, not both.
 */
export const setSubscriptionStatuses = operation("setSubscriptionStatuses", () => ({
  method: "POST",
  path: "/v2/subscription/status/set",
  input: requestBody(
    snake({
      /** Not empty. */
      subscriptionGroups: items(
        snake({
          subscriptionGroupId: Text(),
          subscriptionState: Schema.Literals(["subscribed", "unsubscribed"]),
          externalIds: optional(Schema.Array(ExternalId())),
          emails: optional(Schema.Array(Schema.String)),
          phones: optional(Schema.Array(Schema.String)),
          useDoubleOptInLogic: optional(Schema.Boolean)
        }),
        1
      )
    })
  ),
  output: answer({}),
  idempotent: true,
  fails: [InvalidSubscriptionGroupId, EmailAndPhoneGiven],
  quota: "subscriptions",
  permission: "subscription.status.set",
  notes: ["At most 50 users in all; of one group either emails or phones, not both."],
  see: "https://www.braze.com/docs/api/endpoints/subscription_groups"
}))
