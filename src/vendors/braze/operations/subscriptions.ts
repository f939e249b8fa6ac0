/** Subscription groups: who is in, and putting users in or out. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import { EmailAndPhoneGiven, InvalidSubscriptionGroupId, tooMany } from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { ExternalId, listOf, message, requestBody, Text, warnings } from "./shape.ts"

const optional = Schema.optionalKey

const users = lazy(() => ({
  /** Id of the subscription group, from the dashboard. */
  subscriptionGroupId: Text(),
  /** Your own ids of the users: at most 50, each of fewer than 988 bytes. */
  externalIds: optional(listOf(ExternalId(), 50, "external ids")),
  /** E-mail addresses of the users: at most 50. Not together with `phones`. */
  emails: optional(listOf(Text(), 50, "email addresses")),
  /** Phone numbers of the users: at most 50. Not together with `emails`. */
  phones: optional(listOf(Text(), 50, "phone numbers"))
}))
// Braze's names are singular and take lists.
const userKeys = {
  subscriptionGroupId: "subscription_group_id",
  externalIds: "external_id",
  emails: "email",
  phones: "phone"
} as const

interface Users {
  readonly externalIds?: ReadonlyArray<unknown>
  readonly emails?: ReadonlyArray<unknown>
  readonly phones?: ReadonlyArray<unknown>
}

const some = (list: ReadonlyArray<unknown> | undefined): boolean => (list ?? []).length > 0

const someone = ({ emails, externalIds, phones }: Users): Schema.FilterOutput =>
  some(externalIds) ||
  some(emails) ||
  some(phones) || { path: ["externalIds"], issue: "at least one external id, email or phone" }

const eitherEmailOrPhone = ({ emails, phones }: Users): Schema.FilterOutput =>
  !(some(emails) && some(phones)) || { path: ["phones"], issue: "either emails or phones, not both" }

const SetFields = lazy(() =>
  Schema.Struct({
    ...users(),
    /** Whether they are in the group or out of it. */
    subscriptionState: Schema.Literals(["subscribed", "unsubscribed"])
  }).check(Schema.makeFilter(someone), Schema.makeFilter(eitherEmailOrPhone))
)

/** What `setSubscriptionStatus` takes: a group, a state, and up to 50 users of a kind. */
export interface SetSubscriptionStatus extends Schema.Schema.Type<ReturnType<typeof SetFields>> {}
const SetSubscriptionStatus = lazy(() =>
  Schema.Opaque<SetSubscriptionStatus>()(
    SetFields().pipe(Schema.encodeKeys({ ...userKeys, subscriptionState: "subscription_state" }))
  )
)

/** That the change was accepted. */
export interface SubscriptionStatusSet extends Schema.Schema.Type<
  ReturnType<typeof SubscriptionStatusSetFields>
> {}
const SubscriptionStatusSetFields = lazy(() =>
  Schema.Struct({ message: message(), warnings: warnings() }).pipe(Schema.encodeKeys({ warnings: "errors" }))
)
export const SubscriptionStatusSet = lazy(() =>
  Schema.Opaque<SubscriptionStatusSet>()(SubscriptionStatusSetFields())
)

/** Puts up to 50 users into a subscription group, or takes them out of it. */
export const setSubscriptionStatus = operation("setSubscriptionStatus", () => ({
  method: "POST",
  path: "/subscription/status/set",
  input: requestBody(SetSubscriptionStatus()),
  output: SubscriptionStatusSet(),
  fails: [InvalidSubscriptionGroupId, EmailAndPhoneGiven, ...tooMany],
  idempotent: true,
  quota: "subscriptions",
  permission: "subscription.status.set",
  notes: ["The change was accepted; it is processed later: getSubscriptionStatus reads the state."],
  see: page.subscriptionSet
}))

// With an external id Braze looks at nothing else, so that email and phone may both be there.
const GetFields = lazy(() =>
  Schema.Struct(users()).check(
    Schema.makeFilter(someone),
    Schema.makeFilter((input) => some(input.externalIds) || eitherEmailOrPhone(input))
  )
)

/** What `getSubscriptionStatus` takes: a group, and up to 50 users of a kind. */
export interface GetSubscriptionStatus extends Schema.Schema.Type<ReturnType<typeof GetFields>> {}
const GetSubscriptionStatus = lazy(() =>
  Schema.Opaque<GetSubscriptionStatus>()(GetFields().pipe(Schema.encodeKeys(userKeys)))
)

/** The state of each user by the identifier that was given: `Subscribed`, `Unsubscribed`, `Unknown` (or `unknown`). */
export interface SubscriptionStatus extends Schema.Schema.Type<ReturnType<typeof SubscriptionStatusFields>> {}
const SubscriptionStatusFields = lazy(() =>
  Schema.Struct({
    message: message(),
    status: Schema.Record(Schema.String, Schema.String),
    warnings: warnings()
  }).pipe(Schema.encodeKeys({ warnings: "errors" }))
)
export const SubscriptionStatus = lazy(() => Schema.Opaque<SubscriptionStatus>()(SubscriptionStatusFields()))

/** Reads whether up to 50 users are in a subscription group. Where external ids are given, only they count. */
export const getSubscriptionStatus = operation("getSubscriptionStatus", () => ({
  method: "GET",
  path: "/subscription/status/get",
  input: GetSubscriptionStatus(),
  output: SubscriptionStatus(),
  fails: [InvalidSubscriptionGroupId, EmailAndPhoneGiven, ...tooMany],
  idempotent: true,
  permission: "subscription.status.get",
  see: page.subscriptionGet
}))
