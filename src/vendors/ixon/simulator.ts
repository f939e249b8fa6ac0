/**
 * IXON on this machine: access tokens that are made, listed, revoked and expire, a company with agents and devices in pages,
 * logged data, and the limit by address that shuts out for ten minutes. What takes IXON more than a minute, a very large data
 * query, is answered 504, though at once.
 */
import { forge } from "../../contract/Catalogue.ts"
import * as Simulator from "../../testing/Simulator.ts"
import { isRecord, type Wire } from "../../contract/Wire.ts"
import { GatewayTimeout, RateLimited } from "./failures.ts"
import * as Operations from "./operations/index.ts"
import { credentials, headersOf, loginOf } from "./simulator/admission.ts"
import { chosen, complaint, type Item, paged, success } from "./simulator/answers.ts"
import { plant, pointsOf } from "./simulator/plant.ts"
import { keyring, type Keyring } from "./simulator/tokens.ts"
import { baseUrls, vendor } from "./vendor.ts"

/** How the simulated IXON may differ. */
export interface SimulatorOptions {
  /** A one-time password that making a token demands, as a role does that enforces two-factor authentication. */
  readonly otp?: string
  /** Points in one data query that take more than a minute. Default: 500,000. */
  readonly slowPoints?: number
  readonly quota?: () => Simulator.Quotas.Quota
}

// “50 requests/s over a 5 s window, 40 requests/s over 2 minutes, active for 10 minutes”: page “API rate limits”.
const documented = () =>
  Simulator.Quotas.locking(
    Simulator.Quotas.all(Simulator.Quotas.rolling(250, 5_000), Simulator.Quotas.rolling(4_800, 120_000)),
    600_000
  )

type Collection = Simulator.State.Collection<Item>
type Handler = (call: Simulator.Call) => Wire

const one =
  (type: string, collection: Collection): Handler =>
  (call) => {
    const item = collection.get(call.params["publicId"] ?? "")
    return item === undefined
      ? complaint("Invalid value", "publicId", 404)
      : success(type, chosen(call, item))
  }

const devicesOf =
  (agents: Collection, devices: Collection): Handler =>
  (call) => {
    const id = call.params["agentId"] ?? ""
    if (agents.get(id) === undefined) return complaint("Invalid value", "agentId", 404)
    return paged("AgentDeviceList", devices, call, ({ agent }) => isRecord(agent) && agent["publicId"] === id)
  }

const dataOf =
  (sources: Collection, slowPoints: number): Handler =>
  (call) => {
    const [broken] = Simulator.brokenRules(call)
    if (broken !== undefined) return complaint("Invalid value", broken.path.replace(/^sources\./, ""))
    const items = [call.received.body].flat().filter(isRecord)
    const isKnown = ({ source }: Item) =>
      isRecord(source) && sources.get(String(source["publicId"])) !== undefined
    if (!items.every(isKnown)) return complaint("Invalid value", "source")
    const spec = items.map((item) => pointsOf(item, call.now))
    const count = spec.reduce((sum, each) => sum + each.count, 0)
    if (count > slowPoints) return forge(GatewayTimeout, {})
    return success(
      "DataList",
      spec.map(({ series }) => series()),
      201,
      { moreAfter: null }
    )
  }

const doorOf = (keys: Keyring, { otp, quota = documented }: SimulatorOptions) => {
  const limit = quota()
  return (call: Simulator.Call): Wire | undefined => {
    if (!limit.take(call.now).allowed) return forge(RateLimited, {})
    return (
      headersOf(call) ??
      (call.operation === Operations.createAccessToken ? loginOf(call, otp) : keys.authorize(call))
    )
  }
}

const start =
  (options: SimulatorOptions) =>
  (chance: Simulator.Chance): Simulator.Behavior => {
    const keys = keyring(chance)
    const { agents, companies, devices, sources } = plant(credentials.companyId, chance)
    return {
      authorize: doorOf(keys, options),
      answers: {
        [Operations.createAccessToken.tag]: keys.create,
        [Operations.listAccessTokens.tag]: keys.list,
        [Operations.deleteAccessToken.tag]: keys.revoke,
        [Operations.deleteMyAccessToken.tag]: keys.revokeMine,
        [Operations.listCompanies.tag]: (call) => paged("CompanyList", companies, call),
        [Operations.getCompany.tag]: one("Company", companies),
        [Operations.listAgents.tag]: (call) => paged("AgentList", agents, call),
        [Operations.getAgent.tag]: one("Agent", agents),
        [Operations.listAgentDevices.tag]: devicesOf(agents, devices),
        [Operations.queryData.tag]: dataOf(sources, options.slowPoints ?? 500_000)
      },
      notFound: () => complaint("Not found", undefined, 404)
    }
  }

/** IXON with other limits, or with two-factor authentication. */
export const simulatorWith = (options: SimulatorOptions): Simulator.Simulated<typeof credentials> => ({
  vendor,
  operations: Simulator.operationsIn(Operations),
  credentials,
  env: ({ main = baseUrls.portal }) => ({
    IXON_APPLICATION_ID: credentials.applicationId,
    IXON_COMPANY_ID: credentials.companyId,
    IXON_EMAIL: credentials.email,
    IXON_PASSWORD: credentials.password,
    ...(options.otp === undefined ? {} : { IXON_OTP: options.otp }),
    IXON_BASE_URL: main
  }),
  start: start(options)
})

/** IXON, for `Simulator.make` and `Simulator.layer`. */
export const simulator = simulatorWith({})
