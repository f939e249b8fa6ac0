/**
 * Xtremepush on this machine: campaigns and locations that can be read back, listed and deleted, profiles that are imported at
 * once or, from 100 rows on, by a task, and events. It publishes no rate limit, so there is none.
 */
import { isRecord, type Wire } from "../../contract/Wire.ts"
import * as Simulation from "../../testing/Simulation.ts"
import * as Operations from "./operations/index.ts"
import { done, isBlank, methods, type Model, notFound, ownFields, refused } from "./simulator/objects.ts"
import { regions, vendor } from "./vendor.ts"

const credentials = { appToken: "simulated-xtremepush-app-token" } as const

const authorize = ({ fields: { apptoken } }: Simulation.SimulatedRequest): Wire | undefined => {
  if (isBlank(apptoken)) return refused(400, "apptoken cannot be blank.")
  return apptoken === credentials.appToken ? undefined : refused(400, "apptoken is invalid.")
}

const required = (label: string, value: unknown, field: string): Model =>
  isBlank(value)
    ? { [field]: [`${label} cannot be blank.`] }
    : typeof value === "string"
      ? {}
      : { [field]: [`${label} must be a string.`] }

const wrongLocation = (fields: Model): Model => ({
  ...required("Title", fields["title"], "title"),
  ...(fields["type"] === Operations.locationType.iBeacon
    ? {
        ...required("iBeacon Major", fields["ibeacon_major"], "ibeacon_major"),
        ...required("iBeacon UUID", fields["ibeacon_uuid"], "ibeacon_uuid")
      }
    : {})
})

// From this many rows on, an import is answered before it is done. Source: docs.xtremepush.com/reference/user-profile-import.
const rowsForTask = 100

type Kind = ReturnType<typeof methods>
type Tasks = Simulation.State.Collection<Model>

const execute =
  (campaigns: Kind) =>
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
    return done()
  }

const importProfiles =
  (tasks: Tasks) =>
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
    })
    if (async !== true && (rows.length < rowsForTask || async === false)) return done()
    const id = tasks.all().length + 1
    tasks.put(String(id), { id, identifier: "profile_import", finish_time: Math.floor(request.now / 1000) })
    return done({ model: { id } }, 202)
  }

const hit = (request: Simulation.SimulatedRequest): Wire => {
  const { events } = request.fields
  const hits = Array.isArray(events) ? events : [ownFields(request)]
  const blank = hits.some((one) => !isRecord(one) || isBlank(one["user_id"]) || isBlank(one["event"]))
  if (blank) return refused(400, "Event cannot be blank.")
  hits.forEach((one) => request.apply(Simulation.identityOf(one), one))
  return done({ async: true })
}

const infoTask =
  (tasks: Tasks) =>
  (request: Simulation.SimulatedRequest): Wire => {
    if (isBlank(request.fields["id"])) return refused(400, "id cannot be blank.")
    const model = tasks.get(String(request.fields["id"]))
    return model === undefined ? notFound : done({ model })
  }

const start = (): Simulation.Behavior => {
  const campaigns = methods("Campaign", (fields) => required("Title", fields["title"], "title"))
  const locations = methods("Location", wrongLocation)
  const tasks: Tasks = Simulation.State.collection()
  return {
    authorize,
    answers: {
      [Operations.createCampaign.tag]: campaigns.create,
      [Operations.updateCampaign.tag]: campaigns.update,
      [Operations.infoCampaign.tag]: campaigns.info,
      [Operations.listCampaigns.tag]: campaigns.list,
      [Operations.deleteCampaign.tag]: campaigns.remove,
      [Operations.executeCampaign.tag]: execute(campaigns),
      [Operations.createLocation.tag]: locations.create,
      [Operations.infoLocation.tag]: locations.info,
      [Operations.listLocations.tag]: locations.list,
      [Operations.importProfiles.tag]: importProfiles(tasks),
      [Operations.hitEvent.tag]: hit,
      [Operations.hitEvents.tag]: hit,
      [Operations.infoTask.tag]: infoTask(tasks)
    },
    notFound: ({ method }) => (method === "POST" ? notFound : refused(405, "Method Not Allowed"))
  }
}

/** Xtremepush, for `Simulator.make` and `Simulator.layer`. */
export const simulator: Simulation.Simulated<typeof credentials> = {
  vendor,
  operations: Simulation.operationsIn(Operations),
  credentials,
  env: ({ main = regions.eu }) => ({ XTREMEPUSH_APP_TOKEN: credentials.appToken, XTREMEPUSH_BASE_URL: main }),
  start
}
