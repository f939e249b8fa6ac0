/** User data: attributes, events and purchases; identification; deletion. */
import * as Schema from "effect/Schema"
import * as Batch from "../../../many/Batch.ts"
import {
  BadRequest,
  MaxIdsAndAliasesExceeded,
  MaxIdsExceeded,
  MaxInputLengthExceeded,
  NoValidData,
  RequestTooLarge
} from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { Event, Purchase, UserAttributes } from "./profiles.ts"
import {
  exactlyOne,
  ExternalId,
  lenient,
  listOf,
  message,
  Prioritization,
  prioritization,
  requestBody,
  someOf,
  Text,
  UserAlias,
  warnings
} from "./shape.ts"

const optional = Schema.optionalKey
const count = lenient(Schema.Int)

const lists = ["attributes", "events", "purchases"] as const
// Page “Errors”: 75 objects in all; only customers on legacy rate limits may send 75 of each.
const mostObjects = 75

const TrackFields = Schema.Struct({
  attributes: optional(Schema.Array(UserAttributes)),
  events: optional(Schema.Array(Event)),
  purchases: optional(Schema.Array(Purchase))
}).check(
  Schema.makeFilter((input) => {
    const sizes = lists.map((name) => input[name]?.length ?? 0)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    const longest = lists[sizes.indexOf(Math.max(...sizes))] ?? "events"
    if (total === 0) return { path: ["events"], issue: "at least one attribute, event or purchase" }
    return (
      total <= mostObjects || {
        path: [longest],
        issue: `at most ${mostObjects} attributes, events and purchases together`
      }
    )
  })
)

/** What `trackUsers` takes: up to 75 objects in all. */
export interface Track extends Schema.Schema.Type<typeof TrackFields> {}
const Track = Schema.Opaque<Track>()(TrackFields)

/** How many objects were queued, and `warnings` for those that were not. Queued is not yet processed. */
export interface Tracked extends Schema.Schema.Type<typeof TrackedFields> {}
const TrackedFields = Schema.Struct({
  message,
  attributesProcessed: count,
  eventsProcessed: count,
  purchasesProcessed: count,
  warnings
}).pipe(
  Schema.encodeKeys({
    attributesProcessed: "attributes_processed",
    eventsProcessed: "events_processed",
    purchasesProcessed: "purchases_processed",
    warnings: "errors"
  })
)
export const Tracked = Schema.Opaque<Tracked>()(TrackedFields)

/** One thing to record about a user. */
export type Tracking =
  { readonly event: Event } | { readonly purchase: Purchase } | { readonly attributes: UserAttributes }

const listOfOne = (tracking: Tracking): (typeof lists)[number] =>
  "event" in tracking ? "events" : "purchase" in tracking ? "purchases" : "attributes"

const together = (trackings: ReadonlyArray<Tracking>): Track => {
  const attributes = trackings.flatMap((one) => ("attributes" in one ? [one.attributes] : []))
  const events = trackings.flatMap((one) => ("event" in one ? [one.event] : []))
  const purchases = trackings.flatMap((one) => ("purchase" in one ? [one.purchase] : []))
  return {
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(events.length === 0 ? {} : { events }),
    ...(purchases.length === 0 ? {} : { purchases })
  }
}

// A warning names a list and a place in it; the trackings of that list stand in it in their order.
const warned = ({ warnings }: Tracked, trackings: ReadonlyArray<Tracking>) =>
  warnings.flatMap(({ index, input, message }) => {
    const places = trackings.flatMap((one, place) => (listOfOne(one) === input ? [place] : []))
    const place = index === undefined ? undefined : places[index]
    return place === undefined ? [] : [{ index: place, message }]
  })

const track = operation("Braze.trackUsers", {
  method: "POST",
  path: "/users/track",
  input: requestBody(Track),
  output: Tracked,
  fails: [NoValidData, MaxInputLengthExceeded],
  // Every event and purchase that is sent gets an id of its own: sent twice, it counts twice.
  idempotent: false,
  quota: "track",
  see: page.track
})

// Page “API limits”: 4 MB a request; the rest is for what stands around the lists.
const mostBytes = 4_000_000 - 1_000

/**
 * Records attributes, events and purchases of users, up to 75 together; within a call they are processed in that order.
 * `.many` takes any number of them, cut to 75 and 4 MB. An object that Braze warns of (`warned`) was not recorded. Separate calls
 * are processed in no particular order, which the vendor says.
 */
export const trackUsers = Batch.batched(track, {
  input: together,
  count: mostObjects,
  bytes: mostBytes,
  warnings: warned,
  blames: [BadRequest, MaxInputLengthExceeded, RequestTooLarge]
})

const AliasToIdentify = Schema.Struct({ externalId: ExternalId, userAlias: UserAlias }).pipe(
  Schema.encodeKeys({ externalId: "external_id", userAlias: "user_alias" })
)
const EmailToIdentify = Schema.Struct({
  externalId: ExternalId,
  email: Text,
  prioritization: Prioritization
}).pipe(Schema.encodeKeys({ externalId: "external_id" }))
const PhoneToIdentify = Schema.Struct({
  externalId: ExternalId,
  phone: Text,
  prioritization: Prioritization
}).pipe(Schema.encodeKeys({ externalId: "external_id" }))

const IdentifyFields = Schema.Struct({
  aliasesToIdentify: optional(listOf(AliasToIdentify, 50, "aliases")),
  emailsToIdentify: optional(listOf(EmailToIdentify, 50, "email addresses")),
  phoneNumbersToIdentify: optional(listOf(PhoneToIdentify, 50, "phone numbers"))
}).check(
  Schema.makeFilter(
    ({ aliasesToIdentify = [], emailsToIdentify = [], phoneNumbersToIdentify = [] }) =>
      aliasesToIdentify.length + emailsToIdentify.length + phoneNumbersToIdentify.length > 0 || {
        path: ["aliasesToIdentify"],
        issue: "at least one alias, email address or phone number to identify"
      }
  )
)

/** What `identifyUsers` takes: up to 50 of each. */
export interface Identify extends Schema.Schema.Type<typeof IdentifyFields> {}
const Identify = Schema.Opaque<Identify>()(
  IdentifyFields.pipe(
    Schema.encodeKeys({
      aliasesToIdentify: "aliases_to_identify",
      emailsToIdentify: "emails_to_identify",
      phoneNumbersToIdentify: "phone_numbers_to_identify"
    })
  )
)

/** How many aliases were queued. One that matches nobody is dropped later, without a word. */
export interface IdentifiedUsers extends Schema.Schema.Type<typeof IdentifiedFields> {}
const IdentifiedFields = Schema.Struct({ message, aliasesProcessed: count, warnings }).pipe(
  Schema.encodeKeys({ aliasesProcessed: "aliases_processed", warnings: "errors" })
)
export const IdentifiedUsers = Schema.Opaque<IdentifiedUsers>()(IdentifiedFields)

/** Gives users who are known by alias, email or phone an external id. */
export const identifyUsers = operation("Braze.identifyUsers", {
  method: "POST",
  path: "/users/identify",
  input: requestBody(Identify),
  output: IdentifiedUsers,
  fails: [MaxIdsAndAliasesExceeded, MaxIdsExceeded],
  idempotent: true,
  quota: "users",
  see: page.identify
})

// The endpoint's page lists one way fewer than that of users/identify.
const EmailToDelete = Schema.Struct({
  email: Text,
  prioritization: prioritization(["identified", "unidentified", "most_recently_updated"])
})
const kinds = ["externalIds", "userAliases", "brazeIds", "emailAddresses", "phoneNumbers"]

const DeleteFields = Schema.Struct({
  externalIds: optional(someOf(ExternalId, 50, "external ids")),
  userAliases: optional(someOf(UserAlias, 50, "aliases")),
  brazeIds: optional(someOf(Text, 50, "Braze ids")),
  emailAddresses: optional(someOf(EmailToDelete, 50, "email addresses")),
  phoneNumbers: optional(someOf(Text, 50, "phone numbers"))
}).check(Schema.makeFilter(exactlyOne(kinds, `exactly one of ${kinds.join(", ")}`)))

/** What `deleteUsers` takes: up to 50 of exactly one kind. */
export interface Delete extends Schema.Schema.Type<typeof DeleteFields> {}
const Delete = Schema.Opaque<Delete>()(
  DeleteFields.pipe(
    Schema.encodeKeys({
      externalIds: "external_ids",
      userAliases: "user_aliases",
      brazeIds: "braze_ids",
      emailAddresses: "email_addresses",
      phoneNumbers: "phone_numbers"
    })
  )
)

/** How many users were queued for deletion. */
export interface DeletedUsers extends Schema.Schema.Type<typeof DeletedFields> {}
const DeletedFields = Schema.Struct({ message, deleted: count, warnings }).pipe(
  Schema.encodeKeys({ warnings: "errors" })
)
export const DeletedUsers = Schema.Opaque<DeletedUsers>()(DeletedFields)

/** Deletes up to 50 users. It cannot be undone; a deprecated external id deletes the whole profile, too. */
export const deleteUsers = operation("Braze.deleteUsers", {
  method: "POST",
  path: "/users/delete",
  input: requestBody(Delete),
  output: DeletedUsers,
  fails: [MaxIdsAndAliasesExceeded, MaxIdsExceeded],
  idempotent: true,
  quota: "users",
  see: page.delete
})
