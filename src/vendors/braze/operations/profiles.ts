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
    appId: Text(),
    token: Text(),
    /** Where it is left out, Braze makes a random one with each request. */
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
    subscriptionGroupId: Text(),
    subscriptionState: Schema.Literals(["subscribed", "unsubscribed"]),
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
  email: optionalOrNull(Schema.String),
  phone: optionalOrNull(Schema.String),
  country: optionalOrNull(Schema.String),
  currentLocation: optionalOrNull(Schema.Struct({ longitude: Schema.Finite, latitude: Schema.Finite })),
  dateOfFirstSession: optionalOrNull(Moment.Text()),
  dateOfLastSession: optionalOrNull(Moment.Text()),
  /** Date of birth: YYYY-MM-DD. */
  dob: optionalOrNull(DateOfBirth()),
  emailSubscribe: optional(SubscriptionState()),
  emailOpenTrackingDisabled: optionalOrNull(Schema.Boolean),
  emailClickTrackingDisabled: optionalOrNull(Schema.Boolean),
  facebook: optionalOrNull(DataObject()),
  twitter: optionalOrNull(DataObject()),
  firstName: optionalOrNull(Schema.String),
  lastName: optionalOrNull(Schema.String),
  gender: optionalOrNull(Schema.Literals(["M", "F", "O", "N", "P"])),
  homeCity: optionalOrNull(Schema.String),
  language: optionalOrNull(Schema.String),
  markedEmailAsSpamAt: optionalOrNull(Moment.Text()),
  pushSubscribe: optional(SubscriptionState()),
  pushTokens: optional(Schema.Array(PushToken())),
  subscriptionGroups: optional(Schema.Array(GroupMembership())),
  timeZone: optionalOrNull(Schema.String)
}))

/** Custom attributes, under their own names. `{ inc: 1 }`, `{ add: […] }` and `{ remove: […] }` change what is there. */
const custom = lazy(() => ({ custom: object() }))

const attributes = lazy(() => ({
  ...identifier(),
  ...profile(),
  /** Whether profiles that do not exist are left alone. Must be `false` to create a user known only by alias. */
  updateExistingOnly: flag(),
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
