/**
 * Braze on this machine: users that are tracked object by object, sends that are refused as the page says, subscription groups
 * that can be read back, and rate limits that fill, tell of themselves in the headers, and reset on the clock.
 */
import { forge } from "../../core/Catalogue.ts"
import * as Simulator from "../../core/Simulator.ts"
import { fromJson, type Wire } from "../../core/Wire.ts"
import { BadRequest, InvalidCampaignId, InvalidSubscriptionGroupId } from "./failures.ts"
import * as Operations from "./operations/index.ts"
import { limits, type Quotas } from "./simulator/limits.ts"
import { sendMessages, transactional, trigger } from "./simulator/sends.ts"
import { track } from "./simulator/track.ts"
import { isStranger, listedCampaigns, type Workspace } from "./simulator/workspace.ts"
import { vendor } from "./vendor.ts"

const credentials = { apiKey: "5117a1ed-0000-4000-a000-b7a2e5117a1e" } as const

/** How the simulated Braze may differ. */
export interface SimulatorOptions {
  /** Rate limits in place of the documented ones. */
  readonly quotas?: Quotas
  /** Campaigns, Canvases and groups that exist; any other id of that kind is refused. Default: every id exists. */
  readonly workspace?: Workspace
}

// Braze echoes the key that it was sent; the client blanks it.
const admitKey = ({ received }: Simulator.Call): Wire | undefined => {
  const key = Simulator.bearerOf(received)
  return key === credentials.apiKey ? undefined : fromJson(401, {}, { message: `Invalid API key: ${key ?? ""}` })
}

const invalid = (call: Simulator.Call): Wire | undefined => {
  const broken = Simulator.brokenRules(call)
  return broken.length === 0
    ? undefined
    : forge(BadRequest, {}, { said: broken.map(({ path, rule }) => `${path}: ${rule}`).join("; ") })
}

const listsIn = (fields: Simulator.Call["fields"]): ReadonlyArray<unknown> => Object.values(fields).filter(Array.isArray).flat()

/** Answers a call about a list of users with how many were queued; each of them goes into the ledger. */
const queued = (count: string) => (call: Simulator.Call): Wire => {
  const refused = invalid(call)
  if (refused !== undefined) return refused
  const users = listsIn(call.fields)
  users.forEach((user) => call.apply(Simulator.identityOf(user), user))
  return fromJson(201, {}, { [count]: users.length, message: "success" })
}

const queryOf = ({ received: { url } }: Simulator.Call, name: string): ReadonlyArray<string> => [
  ...url.searchParams.getAll(name),
  ...url.searchParams.getAll(`${name}[]`)
]

const subscriptions = ({ subscriptionGroups }: Workspace) => {
  const states = new Map<string, string>()
  const unknownGroup = (id: unknown) => isStranger(subscriptionGroups, id)
  const set = (call: Simulator.Call): Wire => {
    const { subscription_group_id: group, subscription_state: state } = call.fields
    const refused = unknownGroup(group) ? forge(InvalidSubscriptionGroupId, {}) : invalid(call)
    if (refused !== undefined) return refused
    listsIn(call.fields).forEach((user) => {
      states.set(`${String(group)} ${String(user)}`, state === "subscribed" ? "Subscribed" : "Unsubscribed")
      call.apply(Simulator.identityOf({ group, user, state }))
    })
    return fromJson(201, {}, { message: "success" })
  }
  const get = (call: Simulator.Call): Wire => {
    const [group] = queryOf(call, "subscription_group_id")
    if (unknownGroup(group)) return forge(InvalidSubscriptionGroupId, {})
    const ids = queryOf(call, "external_id")
    const users = ids.length > 0 ? ids : [...queryOf(call, "email"), ...queryOf(call, "phone")]
    const status = users.map((user) => [user, states.get(`${group} ${user}`) ?? "unknown"])
    return fromJson(200, {}, { status: Object.fromEntries(status), message: "success" })
  }
  return { set, get }
}

const day = 86_400_000
const perPage = 100

const listCampaigns = (workspace: Workspace) => (call: Simulator.Call): Wire => {
  const page = Number(queryOf(call, "page")[0] ?? 0)
  const all = listedCampaigns(workspace)
  const ids = queryOf(call, "sort_direction")[0] === "desc" ? all.toReversed() : all
  const campaigns = ids.slice(page * perPage, (page + 1) * perPage).map((id) => ({
    id,
    name: `Campaign ${all.indexOf(id) + 1}`,
    last_edited: "2026-01-15T09:00:00+00:00",
    is_api_campaign: true,
    tags: []
  }))
  return fromJson(200, {}, { campaigns, message: "success" })
}

const dataSeries = (workspace: Workspace) => (call: Simulator.Call): Wire => {
  const [campaign = ""] = queryOf(call, "campaign_id")
  const [send = ""] = queryOf(call, "send_id")
  if (isStranger(workspace.campaigns, campaign)) return forge(InvalidCampaignId, {})
  const end = Date.parse(queryOf(call, "ending_at")[0] ?? "") || call.now
  const length = Math.min(100, Number(queryOf(call, "length")[0] ?? 1))
  const days = Array.from({ length }, (_, index) => new Date(end - index * day)).filter((time) => !Number.isNaN(time.getTime()))
  const data = days.toReversed().map((time) => {
    const date = time.toISOString().slice(0, 10)
    const recipients = Math.floor(Simulator.draw(campaign, send, date) * 1000)
    return { time: date, messages: {}, unique_recipients: recipients, conversions: Math.floor(recipients / 20), revenue: 0 }
  })
  return fromJson(200, {}, { data, message: "success" })
}

const begin = ({ quotas = {}, workspace = {} }: SimulatorOptions) => (): Simulator.Behavior => {
  const limit = limits(quotas)
  const groups = subscriptions(workspace)
  const send = trigger(workspace)
  return {
    admit: (call) => admitKey(call) ?? limit.admit(call),
    answers: {
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
    lost: () => fromJson(404, {}, { message: "Invalid URL" }),
    finish: (wire, call) => {
      const told = limit.tell(wire, call)
      return { ...told, headers: { ...told.headers, "x-request-id": call.chance.uuid() } }
    }
  }
}

/** Braze with other rate limits, or with a workspace in which not every id exists. */
export const simulatorWith = (options: SimulatorOptions): Simulator.Simulated<typeof credentials> => ({
  vendor,
  operations: Simulator.operationsIn(Operations),
  credentials,
  env: ({ rest = "" }) => ({ BRAZE_API_KEY: credentials.apiKey, BRAZE_BASE_URL: rest }),
  begin: begin(options)
})

/** Braze, for `Simulator.make` and `Simulator.layer`. */
export const simulator = simulatorWith({})
