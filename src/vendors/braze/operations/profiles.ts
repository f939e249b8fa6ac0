/** What `users/track` takes: attributes of users, events, and purchases. Each names its user. */
import * as Schema from "effect/Schema"
import { ExternalId, jsonBytes, open, Text, textBytes, UserAlias } from "./shape.ts"

const optional = Schema.optionalKey
// A profile field is removed by setting it to null.
const text = optional(Schema.NullOr(Schema.String))
const flag = optional(Schema.NullOr(Schema.Boolean))
const time = optional(Schema.NullOr(Schema.DateTimeUtcFromString))

const identifier = {
  externalId: optional(ExternalId),
  userAlias: optional(UserAlias),
  brazeId: optional(Text),
  email: optional(Schema.String),
  phone: optional(Schema.String)
}
const identifierKeys = { externalId: "external_id", userAlias: "user_alias", brazeId: "braze_id" } as const

interface Identified {
  readonly externalId?: unknown
  readonly userAlias?: unknown
  readonly brazeId?: unknown
  readonly email?: unknown
  readonly phone?: unknown
  readonly pushTokenImport?: unknown
}

// Page “Track users”: at most one of the first three; email or phone identify where none of them is given.
const identified = (one: Identified): Schema.FilterOutput => {
  const primary = [one.externalId, one.userAlias, one.brazeId].filter((id) => id !== undefined)
  if (primary.length > 1)
    return { path: ["externalId"], issue: "at most one of externalId, userAlias and brazeId" }
  const anyone = primary.length === 1 || typeof one.email === "string" || typeof one.phone === "string"
  return (
    anyone ||
    one.pushTokenImport === true || {
      path: ["externalId"],
      issue: "one of externalId, userAlias, brazeId, email and phone is required"
    }
  )
}

/** Properties of an event or a purchase: names of 1 to 255 characters without a leading `$`, texts up to 255, 50 KB in all. */
export const Properties = Schema.JsonObject.check(
  Schema.makeFilter((properties) =>
    Object.entries(properties).flatMap(([name, value]): ReadonlyArray<Schema.FilterIssue> => {
      const named = name.length >= 1 && name.length <= 255 && !name.startsWith("$")
      if (!named)
        return [{ path: [name], issue: "property names have 1 to 255 characters and do not begin with $" }]
      if (typeof value === "string" && value.length > 255)
        return [{ path: [name], issue: "at most 255 characters" }]
      return []
    })
  ),
  // The page sets the limit for properties that hold lists or objects; without them it is far off.
  Schema.makeFilter(
    (properties) => jsonBytes(properties) <= 50_000 || "at most 50 KB (50,000 bytes) of properties as JSON"
  )
)

const SubscriptionState = Schema.Literals(["opted_in", "subscribed", "unsubscribed"])

const PushToken = Schema.Struct({
  appId: Text,
  token: Text,
  deviceId: optional(
    Schema.String.check(
      Schema.makeFilter((id) => {
        const bytes = textBytes(id)
        return (bytes >= 8 && bytes <= 255) || "must have 8 to 255 bytes"
      })
    )
  )
}).pipe(Schema.encodeKeys({ appId: "app_id", deviceId: "device_id" }))

const GroupMembership = Schema.Struct({
  subscriptionGroupId: Text,
  subscriptionState: Schema.Literals(["subscribed", "unsubscribed"]),
  useDoubleOptInLogic: optional(Schema.Boolean)
}).pipe(
  Schema.encodeKeys({
    subscriptionGroupId: "subscription_group_id",
    subscriptionState: "subscription_state",
    useDoubleOptInLogic: "use_double_opt_in_logic"
  })
)

const profileKeys = {
  currentLocation: "current_location",
  dateOfFirstSession: "date_of_first_session",
  dateOfLastSession: "date_of_last_session",
  emailSubscribe: "email_subscribe",
  emailOpenTrackingDisabled: "email_open_tracking_disabled",
  emailClickTrackingDisabled: "email_click_tracking_disabled",
  firstName: "first_name",
  lastName: "last_name",
  homeCity: "home_city",
  markedEmailAsSpamAt: "marked_email_as_spam_at",
  pushSubscribe: "push_subscribe",
  pushTokens: "push_tokens",
  subscriptionGroups: "subscription_groups",
  timeZone: "time_zone"
} as const

const profile = {
  email: text,
  phone: text,
  country: text,
  currentLocation: optional(
    Schema.NullOr(Schema.Struct({ longitude: Schema.Finite, latitude: Schema.Finite }))
  ),
  dateOfFirstSession: time,
  dateOfLastSession: time,
  /** Date of birth: YYYY-MM-DD. */
  dob: optional(
    Schema.NullOr(
      Schema.String.check(
        Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/, { message: "must have the form YYYY-MM-DD" })
      )
    )
  ),
  emailSubscribe: optional(SubscriptionState),
  emailOpenTrackingDisabled: flag,
  emailClickTrackingDisabled: flag,
  facebook: optional(Schema.NullOr(Schema.JsonObject)),
  twitter: optional(Schema.NullOr(Schema.JsonObject)),
  firstName: text,
  lastName: text,
  gender: optional(Schema.NullOr(Schema.Literals(["M", "F", "O", "N", "P"]))),
  homeCity: text,
  language: text,
  markedEmailAsSpamAt: time,
  pushSubscribe: optional(SubscriptionState),
  pushTokens: optional(Schema.Array(PushToken)),
  subscriptionGroups: optional(Schema.Array(GroupMembership)),
  timeZone: text
}

/** Custom attributes, under their own names. `{ inc: 1 }`, `{ add: […] }` and `{ remove: […] }` change what is there. */
const custom = { custom: optional(Schema.JsonObject) }

const attributes = {
  ...identifier,
  ...profile,
  /** Whether profiles that do not exist are left alone. Must be `false` to create a user known only by alias. */
  updateExistingOnly: optional(Schema.Boolean),
  pushTokenImport: optional(Schema.Boolean)
}

const AttributeFields = open(
  attributes,
  {
    ...profileKeys,
    ...identifierKeys,
    updateExistingOnly: "_update_existing_only",
    pushTokenImport: "push_token_import"
  } as const,
  custom
).check(
  Schema.makeFilter(identified),
  Schema.makeFilter(
    ({ brazeId, externalId, pushTokenImport, pushTokens }) =>
      pushTokenImport !== true ||
      (externalId === undefined && brazeId === undefined && (pushTokens ?? []).length > 0) || {
        path: ["pushTokenImport"],
        issue: "a token import has pushTokens, and neither externalId nor brazeId"
      }
  )
)

/** Attributes of one user: standard fields, and `custom` ones. `null` removes an attribute. */
export interface UserAttributes extends Schema.Schema.Type<typeof AttributeFields> {}
export const UserAttributes = Schema.Opaque<UserAttributes>()(AttributeFields)

const RecipientFields = open(profile, profileKeys, custom)

/** Attributes that a recipient gets before a message is sent to them. */
export interface RecipientAttributes extends Schema.Schema.Type<typeof RecipientFields> {}
export const RecipientAttributes = Schema.Opaque<RecipientAttributes>()(RecipientFields)

const eventKeys = { ...identifierKeys, appId: "app_id", updateExistingOnly: "_update_existing_only" } as const

const EventFields = Schema.Struct({
  ...identifier,
  appId: optional(Text),
  name: Text,
  time: Schema.DateTimeUtcFromString,
  properties: optional(Properties),
  updateExistingOnly: optional(Schema.Boolean)
}).check(Schema.makeFilter(identified))

/** One occurrence of a custom event. The same event sent twice counts twice. */
export interface Event extends Schema.Schema.Type<typeof EventFields> {}
export const Event = Schema.Opaque<Event>()(EventFields.pipe(Schema.encodeKeys(eventKeys)))

const PurchaseFields = Schema.Struct({
  ...identifier,
  appId: optional(Text),
  productId: Text.check(Schema.isMaxLength(255, { message: "at most 255 characters" })),
  /** ISO 4217: three letters. */
  currency: Schema.String.check(
    Schema.isPattern(/^[A-Za-z]{3}$/, { message: "must be an ISO 4217 code of three letters" })
  ),
  /** Price of one, in the currency's base unit: 12.5 for 12 dollars and 50 cents. */
  price: Schema.Finite,
  quantity: optional(
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 }, { message: "must be 1 to 100" }))
  ),
  time: Schema.DateTimeUtcFromString,
  properties: optional(Properties),
  updateExistingOnly: optional(Schema.Boolean)
}).check(Schema.makeFilter(identified))

/** One purchase. The same purchase sent twice counts twice. */
export interface Purchase extends Schema.Schema.Type<typeof PurchaseFields> {}
export const Purchase = Schema.Opaque<Purchase>()(
  PurchaseFields.pipe(Schema.encodeKeys({ ...eventKeys, productId: "product_id" }))
)
