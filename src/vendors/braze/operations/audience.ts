/** What all sends have in common: whom they reach, which rate limit they count against, and what they are answered. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import { lenientText, message, warnings } from "./shape.ts"

/** Filters nested under AND and OR, in Braze's own names (page “Connected Audience”). */
export const Audience = DataObject

interface Reach {
  readonly audience?: unknown
  readonly broadcast?: boolean
  readonly segmentId?: unknown
}

/** Segments and audiences have a limit of their own; calls for named users count against the shared one. */
export const sendQuota = ({ audience, broadcast, segmentId }: Reach): "broadcast" | "shared" =>
  broadcast === true || audience !== undefined || segmentId !== undefined ? "broadcast" : "shared"

/** What distinguishes one audience of a broadcast from another: page “API limits”, “unique audience”. */
export const audienceKey = (
  input: Reach & { readonly campaignId?: string; readonly canvasId?: string }
): string | undefined =>
  sendQuota(input) === "broadcast"
    ? JSON.stringify([input.campaignId, input.canvasId, input.segmentId, input.audience])
    : undefined

/** Page “Errors” and the endpoints' pages: without recipients `broadcast` must be true, with them it must not. */
export const recipientsOrBroadcast = (
  recipients: string,
  some: boolean,
  { broadcast }: Reach
): Schema.FilterOutput => {
  if (some && broadcast === true)
    return { path: ["broadcast"], issue: `must not be true together with ${recipients}` }
  return (
    some ||
    broadcast === true || { path: ["broadcast"], issue: `must be true where there are no ${recipients}` }
  )
}

/**
 * What a send was given: `dispatchId` names it, `sendId` is there where its analytics are tracked. Accepted is not yet delivered.
 */
export interface Sent extends Schema.Schema.Type<ReturnType<typeof SentFields>> {}
const SentFields = lazy(() =>
  Schema.Struct({
    message: message(),
    dispatchId: lenientText(),
    sendId: lenientText(),
    warnings: warnings()
  }).pipe(Schema.encodeKeys({ dispatchId: "dispatch_id", sendId: "send_id", warnings: "errors" }))
)
export const Sent = lazy(() => Schema.Opaque<Sent>()(SentFields()))

/** What the success of a send does not mean (page “Errors”), and where to look. */
export const sendNotes = [
  "Handed on to the push, email or other service, not delivered: a device may be offline, Apple may reject the push token, a user id may be unknown.",
  "What a warning names was not sent; every message that no warning is about is still delivered.",
  "A broadcast goes to the whole segment or audience.",
  "Campaign analytics, the data series of a tracked send (getSendDataSeries) and Currents show what arrived."
] as const
