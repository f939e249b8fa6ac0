/**
 * Xtremepush on this machine: campaigns, segments and locations that can be read back, listed and deleted, profiles that are imported
 * at once or, from 100 rows on, by a task, what was sent to whom, and events. It publishes no rate limit, so there is none.
 */
import { fromJson, isRecord, type Wire } from "../../contract/Wire.ts"
import * as Simulation from "../../testing/Simulation.ts"
import * as Operations from "./operations/index.ts"
import {
  campaigns,
  execute,
  hit,
  importProfiles,
  type Kind,
  locations,
  type Records,
  sendCampaign
} from "./simulator/methods.ts"
import { isBlank, type Model, notFound, readers, refused } from "./simulator/objects.ts"
import { type Handlers, records, surface } from "./simulator/surface.ts"
import { regions, vendor } from "./vendor.ts"

const credentials = { appToken: "simulated-xtremepush-app-token" } as const

const authorize = ({ fields: { apptoken } }: Simulation.SimulatedRequest): Wire | undefined => {
  if (isBlank(apptoken)) return refused(400, "apptoken cannot be blank.")
  return apptoken === credentials.appToken ? undefined : refused(400, "apptoken is invalid.")
}

const byTag = (handlers: Handlers): Handlers =>
  Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [`${vendor.name}.${name}`, handler]))

const campaignMethods = (campaigns: Kind, kept: Records): Handlers => ({
  createCampaign: campaigns.create,
  updateCampaign: campaigns.update,
  infoCampaign: campaigns.info,
  listCampaigns: campaigns.list,
  deleteCampaign: campaigns.remove,
  executeCampaign: execute(campaigns, kept),
  sendCampaign: sendCampaign(campaigns, kept)
})

const locationMethods = (locations: Kind): Handlers => ({
  createLocation: locations.create,
  updateLocation: locations.update,
  infoLocation: locations.info,
  listLocations: locations.list,
  deleteLocation: locations.remove
})

const start = (): Simulation.Behavior => {
  const tasks = Simulation.State.collection<Model>()
  const ofTasks = readers(tasks)
  const kept = records()
  return {
    authorize,
    answers: byTag({
      ...campaignMethods(campaigns(), kept),
      ...locationMethods(locations()),
      ...surface(kept),
      importProfiles: importProfiles(tasks, kept),
      hitEvent: hit,
      hitEvents: hit,
      infoTask: ofTasks.info,
      listTasks: ofTasks.list
    }),
    notFound: ({ method }) => (method === "POST" ? notFound : refused(405, "Method Not Allowed"))
  }
}

/** Xtremepush, for `Simulator.make` and `Simulator.layer`. */
export const simulator: Simulation.Simulated<typeof credentials> = {
  vendor,
  operations: Simulation.operationsIn(Operations),
  credentials,
  // What is made up must not say that it is a refusal.
  success: (body) => fromJson(200, {}, isRecord(body) ? { ...body, code: 200, success: true } : body),
  env: ({ main = regions.eu }) => ({ XTREMEPUSH_APP_TOKEN: credentials.appToken, XTREMEPUSH_BASE_URL: main }),
  start
}
