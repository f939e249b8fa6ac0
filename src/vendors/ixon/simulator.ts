/**
 * IXON on this machine: access tokens that are made, listed, revoked and expire, a company with agents and devices in pages,
 * logged data, and the limit by address, which blocks it for ten minutes. A very large data query, which would take IXON more than
 * a minute, is answered 504 at once.
 */
import { forge } from "../../contract/Catalogue.ts"
import { isRecord, type Wire } from "../../contract/Wire.ts"
import * as Simulation from "../../testing/Simulation.ts"
import { GatewayTimeout, RateLimited } from "./failures.ts"
import { doctorOperations } from "./doctor.ts"
import * as Operations from "./operations/index.ts"
import { chosen, complaint, enveloped, type Item, paged, success } from "./simulator/answers.ts"
import { credentials, refuseHeaders, refuseLogin } from "./simulator/credentials.ts"
import { plant, pointsOf, within } from "./simulator/plant.ts"
import { resources } from "./simulator/resources.ts"
import { accessTokens, type AccessTokens } from "./simulator/tokens.ts"
import { baseUrls, vendor } from "./vendor.ts"

/** How the simulated IXON may differ. */
export interface SimulatorOptions {
  /** The one-time password that a login needs, as where a role enforces two-factor authentication. Default: none. */
  readonly otp?: string
  /** A data query of more points takes more than a minute. Default: 500,000. */
  readonly slowPoints?: number
  /** The limit by address. Default: the documented one. */
  readonly quota?: () => Simulation.Quotas.Quota
}

// “50 requests/s over a 5 s window, 40 requests/s over 2 minutes, active for 10 minutes”: page “API rate limits”.
const documented = () =>
  Simulation.Quotas.locking(
    Simulation.Quotas.all(Simulation.Quotas.rolling(250, 5_000), Simulation.Quotas.rolling(4_800, 120_000)),
    600_000
  )

type Collection = Simulation.State.Collection<Item>
type Handler = (request: Simulation.SimulatedRequest) => Wire

const one =
  (type: string, collection: Collection): Handler =>
  (request) => {
    const item = collection.get(request.params["publicId"] ?? "")
    return item === undefined
      ? complaint("Invalid value", "publicId", 404)
      : success(type, chosen(request, item))
  }

const devicesOf =
  (agents: Collection, devices: Collection): Handler =>
  (request) => {
    const id = request.params["agentId"] ?? ""
    if (agents.get(id) === undefined) return complaint("Invalid value", "agentId", 404)
    return paged(
      "AgentDeviceList",
      devices,
      request,
      ({ agent }) => isRecord(agent) && agent["publicId"] === id
    )
  }

const dataOf =
  (sources: Collection, slowPoints: number): Handler =>
  (request) => {
    const [broken] = Simulation.brokenRules(request)
    if (broken !== undefined) return complaint("Invalid value", broken.path.replace(/^sources\./, ""))
    const items = [request.received.body].flat().filter(isRecord)
    const isKnown = ({ source }: Item) =>
      isRecord(source) && sources.get(String(source["publicId"])) !== undefined
    if (!items.every(isKnown)) return complaint("Invalid value", "source")
    const answers = items.map((item) => pointsOf(item, request.now))
    const count = answers.reduce((sum, each) => sum + each.count, 0)
    if (count > slowPoints) return forge(GatewayTimeout, {})
    return success(
      "DataList",
      answers.map(({ series }) => series()),
      201,
      { moreAfter: null }
    )
  }

const authorizeWith = (tokens: AccessTokens, { otp, quota = documented }: SimulatorOptions) => {
  const limit = quota()
  return (request: Simulation.SimulatedRequest): Wire | undefined => {
    if (!limit.take(request.now).allowed) return forge(RateLimited, {})
    const isLogin = request.operation.tag === Operations.createAccessToken.tag
    if (request.operation.spec.anonymous === true) return refuseHeaders(request)
    return refuseHeaders(request) ?? (isLogin ? refuseLogin(request, otp) : tokens.authorize(request))
  }
}

const start =
  (options: SimulatorOptions) =>
  (chance: Simulation.Chance): Simulation.Behavior => {
    const tokens = accessTokens(chance)
    const { agents, companies, devices, sources } = plant(credentials.companyId, chance)
    return {
      authorize: authorizeWith(tokens, options),
      answers: {
        [Operations.createAccessToken.tag]: tokens.create,
        [Operations.listAccessTokens.tag]: tokens.list,
        [Operations.deleteAccessToken.tag]: tokens.revoke,
        [Operations.deleteMyAccessToken.tag]: tokens.revokeMine,
        [Operations.listCompanies.tag]: (request) => paged("CompanyList", companies, request),
        [Operations.getCompany.tag]: one("Company", companies),
        [Operations.listAgents.tag]: (request) => paged("AgentList", agents, request),
        [Operations.getAgent.tag]: one("Agent", agents),
        [Operations.listAgentDevices.tag]: devicesOf(agents, devices),
        [Operations.queryData.tag]: dataOf(sources, options.slowPoints ?? 500_000)
      },
      resources: resources({
        "/access-tokens": () => tokens.items,
        "/agents": () => agents,
        "/agents/{}/devices": ([agent = ""]) => within(devices, agent),
        "/companies": () => companies
      }),
      notFound: () => complaint("Not found", undefined, 404)
    }
  }

/** IXON with other limits, or with two-factor authentication. */
export const simulatorWith = (options: SimulatorOptions): Simulation.Simulated<typeof credentials> => ({
  vendor,
  operations: [...Simulation.operationsIn(Operations), ...doctorOperations],
  credentials,
  env: ({ main = baseUrls.portal }) => ({
    IXON_APPLICATION_ID: credentials.applicationId,
    IXON_COMPANY_ID: credentials.companyId,
    IXON_EMAIL: credentials.email,
    IXON_PASSWORD: credentials.password,
    ...(options.otp === undefined ? {} : { IXON_OTP: options.otp }),
    IXON_BASE_URL: main
  }),
  success: enveloped,
  start: start(options)
})

/** IXON, for `Simulator.make` and `Simulator.layer`. */
export const simulator = simulatorWith({})
