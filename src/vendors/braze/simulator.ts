/**
 * Braze on this machine: users that are tracked object by object, sends that are refused as the page says, subscription groups
 * that can be read back, and rate limits that fill, stand in the headers, and reset on the clock.
 */
import * as Simulation from "../../testing/Simulation.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import { fromJson, isRecord, type Wire } from "../../contract/Wire.ts"
import { doctorOperations } from "./doctor.ts"
import * as Operations from "./operations/index.ts"
import { scimDoctorOperations } from "./scimDoctor.ts"
import { dataSeries, listCampaigns } from "./simulator/exports.ts"
import { limits, type Quotas } from "./simulator/limits.ts"
import type { Handlers } from "./simulator/objects.ts"
import { sendMessages, transactional, trigger } from "./simulator/sends.ts"
import { surface } from "./simulator/surface.ts"
import { track } from "./simulator/track.ts"
import { queued, subscriptions } from "./simulator/users.ts"
import type { Workspace } from "./simulator/workspace.ts"
import { vendor } from "./vendor.ts"

const credentials = {
  apiKey: "5117a1ed-0000-4000-a000-b7a2e5117a1e",
  scimToken: "simulated-scim-token",
  requestOrigin: "simulated-origin"
} as const

/** How the simulated Braze may differ. */
export interface SimulatorOptions {
  /** Rate limits in place of the documented ones. */
  readonly quotas?: Quotas
  /** Campaigns, Canvases and groups that exist; any other id of that kind is refused. Default: every id exists. */
  readonly workspace?: Workspace
}

// Braze echoes the key that it was sent; the client blanks it.
const authorizeKey = ({ operation, received }: Simulation.SimulatedRequest): Wire | undefined => {
  const key = Simulation.bearerOf(received)
  const isScim = operation.spec.path.startsWith("/scim/")
  // What Braze answers where the origin is missing or another is not documented: it is refused as a wrong token is.
  if (isScim && received.headers["x-request-origin"] !== credentials.requestOrigin)
    return fromJson(401, {}, { message: "Error authenticating credentials" })
  return key === (isScim ? credentials.scimToken : credentials.apiKey)
    ? undefined
    : fromJson(401, {}, { message: `Invalid API key: ${key ?? ""}` })
}

// What is made up must not say that it is a refusal: a message other than these words, or errors.
const success = (body: unknown, { spec: { method } }: AnyOperation): Wire => {
  const good = isRecord(body) && "message" in body ? { ...body, message: "success" } : body
  const { errors: _errors, ...rest } = isRecord(good) ? good : {}
  return fromJson(method === "POST" ? 201 : 200, {}, isRecord(good) ? rest : good)
}

const byTag = (handlers: Handlers): Handlers =>
  Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [`${vendor.name}.${name}`, handler]))

const start =
  ({ quotas = {}, workspace = {} }: SimulatorOptions) =>
  (): Simulation.Behavior => {
    const limit = limits(quotas)
    const groups = subscriptions(workspace)
    const send = trigger(workspace)
    return {
      authorize: (request) => authorizeKey(request) ?? limit.authorize(request),
      answers: {
        ...byTag(surface(groups.put)),
        [Operations.trackUsers.tag]: track,
        [Operations.identifyUsers.tag]: queued("aliases_processed"),
        [Operations.deleteUsers.tag]: queued("deleted"),
        [Operations.sendMessages.tag]: sendMessages(workspace),
        [Operations.triggerCampaign.tag]: send,
        [Operations.triggerCanvas.tag]: send,
        [Operations.sendTransactional.tag]: transactional(workspace),
        [Operations.setSubscriptionStatus.tag]: groups.set,
        [Operations.getSubscriptionStatus.tag]: groups.get,
        [Operations.listCampaigns.tag]: listCampaigns(workspace),
        [Operations.getSendDataSeries.tag]: dataSeries(workspace)
      },
      notFound: () => fromJson(404, {}, { message: "Invalid URL" }),
      finish: (wire, request) => {
        const limited = limit.finish(wire, request)
        return { ...limited, headers: { ...limited.headers, "x-request-id": request.chance.uuid() } }
      }
    }
  }

/** Braze with other rate limits, or with a workspace in which not every id exists. */
export const simulatorWith = (options: SimulatorOptions): Simulation.Simulated<typeof credentials> => ({
  vendor,
  operations: [...Simulation.operationsIn(Operations), ...doctorOperations, ...scimDoctorOperations],
  credentials,
  env: ({ rest = "" }) => ({
    BRAZE_API_KEY: credentials.apiKey,
    BRAZE_BASE_URL: rest,
    BRAZE_SCIM_TOKEN: credentials.scimToken,
    BRAZE_SCIM_ORIGIN: credentials.requestOrigin
  }),
  success,
  start: start(options)
})

/** Braze, for `Simulator.make` and `Simulator.layer`. */
export const simulator = simulatorWith({})
