/** What the methods that are written by hand do: sending, importing, events, and what is wrong with a new object. */
import { isRecord, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { locationType } from "../operations/index.ts"
import { done, isBlank, methods, type Model, notFound, ownFields, refused } from "./objects.ts"
import type { records } from "./surface.ts"

const required = (label: string, value: unknown, field: string): Model =>
  isBlank(value)
    ? { [field]: [`${label} cannot be blank.`] }
    : typeof value === "string"
      ? {}
      : { [field]: [`${label} must be a string.`] }

const wrongLocation = (fields: Model): Model => ({
  ...required("Title", fields["title"], "title"),
  ...(fields["type"] === locationType.iBeacon
    ? {
        ...required("iBeacon Major", fields["ibeacon_major"], "ibeacon_major"),
        ...required("iBeacon UUID", fields["ibeacon_uuid"], "ibeacon_uuid")
      }
    : {})
})

/** No campaigns yet. */
export const campaigns = (): Kind =>
  methods("Campaign", (fields) => required("Title", fields["title"], "title"))

/** No locations yet. */
export const locations = (): Kind => methods("Location", wrongLocation)

// From this many rows on, an import is answered before it is done. Source: docs.xtremepush.com/reference/user-profile-import.
const rowsForTask = 100

/** The methods of a kind of object. */
export type Kind = ReturnType<typeof methods>
type Tasks = Simulation.State.Collection<Model>

/** What these leave for others to be read. */
export type Records = ReturnType<typeof records>

/** Sends a campaign to targets. */
export const execute =
  (campaigns: Kind, { sent }: Records) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const { id, params, target, target_with_params: each } = request.fields
    if (isBlank(id)) return refused(400, "id cannot be blank.")
    if (!campaigns.has(id)) return notFound
    const targets = Array.isArray(target) ? target : isRecord(each) ? Object.keys(each) : []
    if (targets.length === 0) return refused(400, "Target cannot be blank.")
    targets.forEach((one) =>
      request.apply(
        Simulation.identityOf({
          campaign: String(id),
          target: one,
          params: isRecord(each) ? each[one] : params
        })
      )
    )
    sent.send(request, targets)
    return done()
  }

/** Imports profiles; many of them, or where it is asked for, by a task. */
export const importProfiles =
  (tasks: Tasks, { profiles }: Records) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const { async, columns, rows } = request.fields
    if (!Array.isArray(columns) || !Array.isArray(rows) || !columns.includes("user_id")) {
      return refused(400, "Columns must contain user_id.")
    }
    rows.forEach((row) => {
      const profile = Object.fromEntries(
        columns.map((name, index) => [name, Array.isArray(row) ? row[index] : undefined])
      )
      request.apply(String(profile["user_id"]), profile)
      profiles.put(profile)
    })
    if (async !== true && (rows.length < rowsForTask || async === false)) return done()
    const id = tasks.all().length + 1
    tasks.put(String(id), { id, identifier: "profile_import", finish_time: Math.floor(request.now / 1000) })
    return done({ model: { id } }, 202)
  }

/** Takes events, one or several. */
export const hit = (request: Simulation.SimulatedRequest): Wire => {
  const { events } = request.fields
  const hits = Array.isArray(events) ? events : [ownFields(request)]
  const blank = hits.some((one) => !isRecord(one) || isBlank(one["user_id"]) || isBlank(one["event"]))
  if (blank) return refused(400, "Event cannot be blank.")
  hits.forEach((one) => request.apply(Simulation.identityOf(one), one))
  return done({ async: true })
}

/** The older way to send a campaign, to all whom it is for. */
export const sendCampaign =
  (campaigns: Kind, { sent }: Records) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const { id } = request.fields
    if (isBlank(id)) return refused(400, "id cannot be blank.")
    if (!campaigns.has(id)) return notFound
    request.apply(Simulation.identityOf({ campaign: String(id) }))
    sent.send(request, [])
    return done()
  }
