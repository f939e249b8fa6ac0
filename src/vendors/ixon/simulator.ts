/**
 * IXON on this machine: access tokens that are made, listed, revoked and expire, a company with agents and devices in pages,
 * logged data, and the limit by address that shuts out for ten minutes. What takes IXON more than a minute, a very large data
 * query, is answered 504, though at once.
 */
import { forge } from "../../core/Catalogue.ts"
import * as Simulator from "../../core/Simulator.ts"
import { isRecord, type Wire } from "../../core/Wire.ts"
import { GatewayTimeout, RateLimited } from "./failures.ts"
import * as Operations from "./operations/index.ts"
import { credentials, formOf, headersOf, loginOf, tokenLength } from "./simulator/admission.ts"
import { chosen, complaint, type Item, paged, success } from "./simulator/answers.ts"
import { plant, pointsOf } from "./simulator/plant.ts"
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
  Simulator.Quotas.locking(Simulator.Quotas.all(Simulator.Quotas.rolling(250, 5_000), Simulator.Quotas.rolling(4_800, 120_000)), 600_000)

const begin = (options: SimulatorOptions) => (chance: Simulator.Chance): Simulator.Behavior => {
  const secrets = Simulator.State.tokens(chance, tokenLength)
  const tokens = Simulator.State.shelf<Item>()
  const owners = new Map<string, string>()
  const site = plant(credentials.companyId, chance)
  const quota = (options.quota ?? documented)()

  const bearerOf = ({ now, received }: Simulator.Call): Wire | undefined => {
    const token = Simulator.bearerOf(received)
    const known = secrets.check(token, now) === "good" && tokens.get(owners.get(token ?? "") ?? "") !== undefined
    return formOf(token) ?? (known ? undefined : complaint("Invalid value", "Authorization"))
  }

  const createToken = (call: Simulator.Call): Wire => {
    const [broken] = Simulator.brokenRules(call)
    if (broken !== undefined) return complaint("Invalid value", broken.path)
    const life = Number(call.fields["expiresIn"]) * 1000
    const publicId = call.chance.text(12)
    const secretId = secrets.issue(call.now, life)
    owners.set(secretId, publicId)
    const token = { publicId, expiresOn: new Date(call.now + life).toISOString(), scope: call.fields["scope"] ?? { type: "unrestricted" } }
    tokens.put(publicId, token)
    call.apply(publicId, {})
    return success("AccessTokenCreateResponse", { ...chosen(call, { ...token, secretId, user: { name: credentials.email } }) }, 201)
  }

  const revoke = (publicId: string, call: Simulator.Call): Wire => {
    if (tokens.remove(publicId) === undefined) return complaint("Invalid value", "publicId")
    call.apply(publicId, {})
    return success("AccessToken", null)
  }

  const one = (type: string, shelf: Simulator.State.Shelf<Item>) => (call: Simulator.Call): Wire => {
    const item = shelf.get(call.params["publicId"] ?? "")
    return item === undefined ? complaint("Invalid value", "publicId", 404) : success(type, chosen(call, item))
  }

  const devices = (call: Simulator.Call): Wire => {
    const id = call.params["agentId"] ?? ""
    if (site.agents.get(id) === undefined) return complaint("Invalid value", "agentId", 404)
    return paged("AgentDeviceList", site.devices, call, ({ agent }) => isRecord(agent) && agent["publicId"] === id)
  }

  const data = (call: Simulator.Call): Wire => {
    const [broken] = Simulator.brokenRules(call)
    if (broken !== undefined) return complaint("Invalid value", broken.path.replace(/^sources\./, ""))
    const items = [call.received.body].flat().filter(isRecord)
    const missing = items.some(({ source }) => !isRecord(source) || site.sources.get(String(source["publicId"])) === undefined)
    if (missing) return complaint("Invalid value", "source")
    const asked = items.map((item) => pointsOf(item, call.now))
    const count = asked.reduce((sum, each) => sum + each.count, 0)
    if (count > (options.slowPoints ?? 500_000)) return forge(GatewayTimeout, {})
    return success("DataList", asked.map(({ series }) => series()), 201, { moreAfter: null })
  }

  const mine = (call: Simulator.Call) => owners.get(Simulator.bearerOf(call.received) ?? "") ?? ""

  return {
    admit: (call) => {
      if (!quota.take(call.now).allowed) return forge(RateLimited, {})
      return headersOf(call) ?? (call.operation === Operations.createAccessToken ? loginOf(call, options.otp) : bearerOf(call))
    },
    answers: {
      [Operations.createAccessToken.tag]: createToken,
      [Operations.listAccessTokens.tag]: (call) => paged("AccessTokenList", tokens, call),
      [Operations.deleteAccessToken.tag]: (call) => revoke(call.params["publicId"] ?? "", call),
      [Operations.deleteMyAccessToken.tag]: (call) => revoke(mine(call), call),
      [Operations.listCompanies.tag]: (call) => paged("CompanyList", site.companies, call),
      [Operations.getCompany.tag]: one("Company", site.companies),
      [Operations.listAgents.tag]: (call) => paged("AgentList", site.agents, call),
      [Operations.getAgent.tag]: one("Agent", site.agents),
      [Operations.listAgentDevices.tag]: devices,
      [Operations.queryData.tag]: data
    },
    lost: () => complaint("Not found", undefined, 404)
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
  begin: begin(options)
})

/** IXON, for `Simulator.make` and `Simulator.layer`. */
export const simulator = simulatorWith({})
