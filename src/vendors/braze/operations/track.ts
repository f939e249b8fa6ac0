/** User data: attributes, events and purchases. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import * as Batch from "../../../many/Batch.ts"
import { BadRequest, NoValidData, RequestTooLarge, tooMany } from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { Event, Purchase } from "./events.ts"
import { trackIsIdempotent } from "./idempotency.ts"
import { UserAttributes } from "./profiles.ts"
import { lenientCount, message, requestBody, warnings } from "./shape.ts"

const optional = Schema.optionalKey

const lists = ["attributes", "events", "purchases"] as const
// Page “Errors”: 75 objects in all; only customers on legacy rate limits may send 75 of each.
const mostObjects = 75

interface Sizes {
  readonly attributes?: ReadonlyArray<unknown>
  readonly events?: ReadonlyArray<unknown>
  readonly purchases?: ReadonlyArray<unknown>
}

const withinCount = (input: Sizes): Schema.FilterOutput => {
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
}

const TrackFields = lazy(() =>
  Schema.Struct({
    /** Attributes to set on profiles. At most 75 attributes, events and purchases together. */
    attributes: optional(Schema.Array(UserAttributes())),
    /** What users did. At most 75 attributes, events and purchases together. */
    events: optional(Schema.Array(Event())),
    /** What users bought. At most 75 attributes, events and purchases together. */
    purchases: optional(Schema.Array(Purchase()))
  }).check(Schema.makeFilter(withinCount))
)

/** What `trackUsers` takes: up to 75 objects in all. */
export interface Track extends Schema.Schema.Type<ReturnType<typeof TrackFields>> {}
const Track = lazy(() => Schema.Opaque<Track>()(TrackFields()))

/** How many objects were queued, and `warnings` for those that were not. Queued is not yet processed. */
export interface Tracked extends Schema.Schema.Type<ReturnType<typeof TrackedFields>> {}
const TrackedFields = lazy(() =>
  Schema.Struct({
    message: message(),
    attributesProcessed: lenientCount(),
    eventsProcessed: lenientCount(),
    purchasesProcessed: lenientCount(),
    warnings: warnings()
  }).pipe(
    Schema.encodeKeys({
      attributesProcessed: "attributes_processed",
      eventsProcessed: "events_processed",
      purchasesProcessed: "purchases_processed",
      warnings: "errors"
    })
  )
)
export const Tracked = lazy(() => Schema.Opaque<Tracked>()(TrackedFields()))

/** One thing to record about a user. */
export type Tracking =
  { readonly event: Event } | { readonly purchase: Purchase } | { readonly attributes: UserAttributes }

const listOfOne = (tracking: Tracking): (typeof lists)[number] =>
  "event" in tracking ? "events" : "purchase" in tracking ? "purchases" : "attributes"

const together = (trackings: ReadonlyArray<Tracking>): Track => {
  const attributes: Array<UserAttributes> = []
  const events: Array<Event> = []
  const purchases: Array<Purchase> = []
  for (const one of trackings) {
    if ("attributes" in one) attributes.push(one.attributes)
    if ("event" in one) events.push(one.event)
    if ("purchase" in one) purchases.push(one.purchase)
  }
  return {
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(events.length === 0 ? {} : { events }),
    ...(purchases.length === 0 ? {} : { purchases })
  }
}

// A warning names a list and a place in it; the trackings of that list stand in it in their order. What Braze warns of is not
// recorded (page “Errors”: minor errors).
const warned = ({ warnings }: Tracked, trackings: ReadonlyArray<Tracking>): ReadonlyArray<Batch.Warning> =>
  warnings.flatMap(({ index, input, message }) => {
    const places = trackings.flatMap((one, place) => (listOfOne(one) === input ? [place] : []))
    const place = index === undefined ? undefined : places[index]
    return place === undefined ? [] : [{ index: place, message, recorded: false }]
  })

const track = operation("trackUsers", () => ({
  method: "POST",
  path: "/users/track",
  input: requestBody(Track()),
  output: Tracked(),
  fails: [NoValidData, ...tooMany],
  idempotent: trackIsIdempotent,
  quota: "track",
  permission: "users.track",
  notes: [
    "The counts are of objects that were queued; they are processed later.",
    "An object that a warning names was not recorded.",
    "Nothing reports a user who does not exist where only existing ones are updated, or users of one email or phone that could not be distinguished.",
    "One bad value in a nested attribute drops all updates of that attribute, and nothing reports it.",
    "Export the users (users/export/ids) to see what was stored."
  ],
  see: page.track
}))

// Page “API limits”: 4 MB a request; the rest is for what stands around the lists.
const mostBytes = 4_000_000 - 1_000

/**
 * Records attributes, events and purchases of users, up to 75 together; within a call they are processed in that order. A call of
 * attributes that are only set may be repeated; events and purchases count twice when they are sent twice.
 *
 * `.many` takes any number of them, cut to 75 and 4 MB. An object that Braze warns of (`warned`) was not recorded. Separate calls
 * are processed in no particular order, as the vendor says.
 */
export const trackUsers = Batch.batched(track, {
  input: together,
  fields: { attributes: true, event: true, purchase: true },
  count: mostObjects,
  bytes: mostBytes,
  warnings: warned,
  blames: [BadRequest, ...tooMany, RequestTooLarge]
})
