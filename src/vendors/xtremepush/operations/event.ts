/** Events: what users did, which may trigger campaigns. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Batch from "../../../many/Batch.ts"
import { BadRequest, InvalidFields } from "../failures.ts"
import { operation } from "../vendor.ts"
import { Accepted } from "./envelope.ts"
import { bounded, filled, Id, spaced } from "./fields.ts"

/** Events of one request: the vendor's recommended maximum. Source: docs.xtremepush.com/reference/event-batch-hit. */
export const maxEvents = 1_000

const Timestamp = lazy(() => Moment.formatted((iso) => `${spaced(iso)} +00:00`))

const EventFields = lazy(() =>
  Schema.Struct({
    /** Your own id of the user. A user without a profile gets one. */
    userId: Id(),
    /** Name of the event. */
    event: filled("an event has a name"),
    /** Value of the event: a text, a number or an object. */
    value: Schema.optionalKey(Schema.Union([Schema.String, Schema.Finite, DataObject()])),
    /** Attributes of the user's profile, set before campaigns are triggered. */
    userAttributes: Schema.optionalKey(DataObject()),
    /** The user's consents. Xtremepush ignores them unless the consent manager is on. */
    consentPreferences: Schema.optionalKey(DataObject()),
    /** When it happened, to the second. It goes out as `2026-01-31 12:00:00 +00:00`. */
    timestamp: Schema.optionalKey(Timestamp())
  }).pipe(
    Schema.encodeKeys({
      userId: "user_id",
      userAttributes: "user_attributes",
      consentPreferences: "consent_preferences"
    })
  )
)

/** Something that a user did. A user without a profile gets one. */
export interface Event extends Schema.Schema.Type<ReturnType<typeof EventFields>> {}
export const Event = lazy(() => Schema.Opaque<Event>()(EventFields()))

const notes = [
  "Queued, not processed: campaigns are triggered after Xtremepush has answered.",
  "An event that is sent through the API cannot trigger on-site or in-app campaigns.",
  "What became of a triggered message shows in the lists of pushes and messages, and in webhooks."
]

/** Records one event. Not idempotent: a repeat counts twice, and may trigger a campaign twice. */
export const hitEvent = operation("hitEvent", () => ({
  method: "POST",
  path: "/api/external/hit/event",
  input: Event(),
  output: Accepted(),
  idempotent: false,
  quota: "event",
  notes,
  see: "https://docs.xtremepush.com/reference/event-hit-event"
}))

const oneRequest = operation("hitEvents", () => ({
  method: "POST",
  path: "/api/external/hit/event",
  input: Schema.Struct({
    /** The events: 1 to 1,000. */
    events: bounded(Event(), "events", maxEvents)
  }),
  output: Accepted(),
  idempotent: false,
  quota: "event",
  notes,
  see: "https://docs.xtremepush.com/reference/event-batch-hit"
}))

/**
 * Records up to 1,000 events in one request; `.many` takes any number, and sends those of one user in their order. Not idempotent:
 * there is no idempotency key, so a repeat counts events twice and may trigger campaigns twice.
 */
export const hitEvents = Batch.batched(oneRequest, {
  input: (events: ReadonlyArray<Event>) => ({ events }),
  count: maxEvents,
  // The vendor does not document in which order it processes events, and each may trigger a campaign.
  key: ({ userId }) => String(userId),
  // A refusal names no event. A wrong token has failures of its own, and is no reason to look for a bad event.
  blames: [InvalidFields, BadRequest]
})
