/** Attributes of users: the fields of a profile, and custom ones. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { identified, identifier, identifierKeys } from "./identity.ts"
import { open } from "./open.ts"
import { flag, object, optionalOrNull, Text, textBytes } from "./shape.ts"

const optional = Schema.optionalKey

const PushToken = lazy(() =>
  Schema.Struct({
    /** Id of the app that the token is of, from the dashboard. */
    appId: Text(),
    /** The push token. */
    token: Text(),
    /** Id of the device: 8 to 255 bytes. Where it is left out, Braze makes a random one with each request. */
    deviceId: optional(
      Schema.String.check(
        Schema.makeFilter((id) => {
          const bytes = textBytes(id)
          return (bytes >= 8 && bytes <= 255) || "must have 8 to 255 bytes"
        })
      )
    )
  }).pipe(Schema.encodeKeys({ appId: "app_id", deviceId: "device_id" }))
)

const GroupMembership = lazy(() =>
  Schema.Struct({
    /** Id of the subscription group, from the dashboard. */
    subscriptionGroupId: Text(),
    /** Whether the user is in the group or out of it. */
    subscriptionState: Schema.Literals(["subscribed", "unsubscribed"]),
    /** Whether the user goes through the double opt-in of the group, where it has one. */
    useDoubleOptInLogic: flag()
  }).pipe(
    Schema.encodeKeys({
      subscriptionGroupId: "subscription_group_id",
      subscriptionState: "subscription_state",
      useDoubleOptInLogic: "use_double_opt_in_logic"
    })
  )
)

const SubscriptionState = lazy(() => Schema.Literals(["opted_in", "subscribed", "unsubscribed"]))

const DateOfBirth = lazy(() =>
  Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/, { message: "must have the form YYYY-MM-DD" }))
)

const Location = lazy(() =>
  Schema.Struct({
    /** Longitude in degrees. */
    longitude: Schema.Finite,
    /** Latitude in degrees. */
    latitude: Schema.Finite
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

// A profile field is removed by setting it to null.
const profile = lazy(() => ({
  /** E-mail address; `null` removes it. */
  email: optionalOrNull(Schema.String),
  /** Phone number; Braze recommends the E.164 format: `+14155550123`. `null` removes it. */
  phone: optionalOrNull(Schema.String),
  /** Country: two letters, as in ISO 3166-1. A text that Braze cannot map to one empties the field; `null` removes it. */
  country: optionalOrNull(Schema.String),
  /** Where the user is; `null` removes it. */
  currentLocation: optionalOrNull(Location()),
  /** When the user first used an app; `null` removes it. */
  dateOfFirstSession: optionalOrNull(Moment.Text()),
  /** When the user last used an app; `null` removes it. */
  dateOfLastSession: optionalOrNull(Moment.Text()),
  /** Date of birth: YYYY-MM-DD. */
  dob: optionalOrNull(DateOfBirth()),
  /** Emails: `opted_in` asked for them, `unsubscribed` refused them, `subscribed` did neither. */
  emailSubscribe: optional(SubscriptionState()),
  /** `true`: emails to the user have no pixel that tracks their opening. For SparkPost and SendGrid only. */
  emailOpenTrackingDisabled: optionalOrNull(Schema.Boolean),
  /** `true`: links in emails to the user are not tracked. For SparkPost and SendGrid only. */
  emailClickTrackingDisabled: optionalOrNull(Schema.Boolean),
  /** Data from Facebook, in Braze's own names: `id`, `likes`, `num_friends`. */
  facebook: optionalOrNull(DataObject()),
  /** Data from X (Twitter), in Braze's own names: `id`, `screen_name`, `followers_count`, `friends_count`, `statuses_count`. */
  twitter: optionalOrNull(DataObject()),
  /** Given name; `null` removes it. */
  firstName: optionalOrNull(Schema.String),
  /** Family name; `null` removes it. */
  lastName: optionalOrNull(Schema.String),
  /** Gender: `M` male, `F` female, `O` other, `N` not applicable, `P` prefer not to say; `null` for unknown. */
  gender: optionalOrNull(Schema.Literals(["M", "F", "O", "N", "P"])),
  /** City in which the user lives; `null` removes it. */
  homeCity: optionalOrNull(Schema.String),
  /** Language: two letters, as in ISO 639-1; `null` removes it. */
  language: optionalOrNull(Schema.String),
  /** When the user marked an email as spam; `null` removes it. */
  markedEmailAsSpamAt: optionalOrNull(Moment.Text()),
  /** Push messages: `opted_in` asked for them, `unsubscribed` refused them, `subscribed` did neither. */
  pushSubscribe: optional(SubscriptionState()),
  /** Push tokens of the user's devices. */
  pushTokens: optional(Schema.Array(PushToken())),
  /** Subscription groups that the user is put into, or taken out of. */
  subscriptionGroups: optional(Schema.Array(GroupMembership())),
  /** Time zone by its IANA name: `America/New_York`. Others are not set; `null` removes it. */
  timeZone: optionalOrNull(Schema.String)
}))

const custom = lazy(() => ({
  /**
   * Custom attributes, under their own names; `null` removes one. `{ inc: 1 }`, `{ add: […] }` and `{ remove: […] }` change what
   * is there.
   */
  custom: object()
}))

const attributes = lazy(() => ({
  ...identifier(),
  ...profile(),
  /** Whether profiles that do not exist are left alone. Must be `false` to create a user known only by alias. */
  updateExistingOnly: flag(),
  /** Whether this is an import of push tokens: it has `pushTokens`, and neither `externalId` nor `brazeId`. */
  pushTokenImport: flag()
}))
const attributeKeys = {
  ...profileKeys,
  ...identifierKeys,
  updateExistingOnly: "_update_existing_only",
  pushTokenImport: "push_token_import"
} as const

const AttributeFields = lazy(() =>
  open(attributes(), attributeKeys, custom()).check(
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
)

/** Attributes of one user: standard fields, and `custom` ones. `null` removes an attribute. */
export interface UserAttributes extends Schema.Schema.Type<ReturnType<typeof AttributeFields>> {}
export const UserAttributes = lazy(() => Schema.Opaque<UserAttributes>()(AttributeFields()))

const RecipientFields = lazy(() => open(profile(), profileKeys, custom()))

/** Attributes that a recipient gets before a message is sent to them. */
export interface RecipientAttributes extends Schema.Schema.Type<ReturnType<typeof RecipientFields>> {}
export const RecipientAttributes = lazy(() => Schema.Opaque<RecipientAttributes>()(RecipientFields()))
