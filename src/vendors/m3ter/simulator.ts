/**
 * m3ter on this machine: tokens that last five hours, products, meters and accounts with unique codes and versions, and
 * measurements, which are accepted unseen, counted once for each uid within 35 days, and can be queried.
 */
import { forge } from "../../contract/Catalogue.ts"
import { fromJson, type Wire } from "../../contract/Wire.ts"
import * as Simulation from "../../testing/Simulation.ts"
import { CredentialsRefused, Forbidden, RateLimited, TokenExpired } from "./failures.ts"
import { doctorOperations } from "./doctor.ts"
import * as Operations from "./operations/index.ts"
import { billJobs } from "./simulator/billJobs.ts"
import { measured } from "./simulator/measured.ts"
import { type Kind, kind } from "./simulator/objects.ts"
import { resources } from "./simulator/resources.ts"
import { configUrl, ingestUrl, vendor } from "./vendor.ts"

const credentials = {
  apiKey: "simulated-m3ter-access-key",
  apiSecret: "simulated-m3ter-api-secret",
  orgId: "5a3b1c9e-7d2f-4e8a-9b6c-0d1e2f3a4b5c"
} as const

/** The quota classes that the operations name. */
type Quota = "config" | "ingest" | "data-explorer-v2"

/** How the simulated m3ter may differ. */
export interface SimulatorOptions {
  /** Quotas in place of the documented ones. */
  readonly quotas?: { readonly [Name in Quota]?: () => Simulation.Quotas.Quota }
  /** How long a token lives. Default: 18,000 seconds, as documented. */
  readonly tokenSeconds?: number
}

const perAddress = (inFiveMinutes: number) =>
  Simulation.Quotas.all(Simulation.Quotas.bucket(50), Simulation.Quotas.rolling(inFiveMinutes, 300_000))

// Pages “Config API Limits” and “Ingest API Limits”; Data Explorer v2: the API reference.
const documented: Readonly<Record<Quota, () => Simulation.Quotas.Quota>> = {
  config: () => perAddress(20_000),
  ingest: () => perAddress(5_000),
  "data-explorer-v2": () => Simulation.Quotas.bucket(2, 20)
}

const tokenLength = 64

const issuer =
  (tokens: Simulation.State.Tokens, seconds: number) =>
  (request: Simulation.SimulatedRequest): Wire => {
    // What m3ter answers to a wrong key is not documented; a plain refusal is the least that it can be.
    const isKnown = Simulation.basicOf(request.received) === `${credentials.apiKey}:${credentials.apiSecret}`
    if (!isKnown) return forge(CredentialsRefused, {}, { status: 403 })
    const token = tokens.issue(request.now, seconds * 1000)
    return fromJson(200, {}, { access_token: token, expires_in: seconds, token_type: "Bearer", scope: null })
  }

const authorizer = (tokens: Simulation.State.Tokens, given: SimulatorOptions["quotas"]) => {
  const quotas = new Map(Object.entries({ ...documented, ...given }).map(([name, make]) => [name, make()]))
  return (request: Simulation.SimulatedRequest): Wire | undefined => {
    if (request.operation === Operations.getToken) return undefined
    if (tokens.check(Simulation.bearerOf(request.received), request.now) !== "good")
      return forge(TokenExpired, {})
    if (request.params["orgId"] !== credentials.orgId) return forge(Forbidden, {})
    const { quota } = request.operation.spec
    const taken = typeof quota === "string" ? quotas.get(quota)?.take(request.now) : undefined
    return taken?.allowed === false
      ? forge(RateLimited, {}, { vendorMessage: "Too Many Requests" })
      : undefined
  }
}

/** The handlers of the operations on a kind, which are named alike. */
const answersOf = (objects: Kind, noun: "Product" | "Meter" | "Account") => ({
  [Operations[`list${noun}s`].tag]: objects.list,
  [Operations[`get${noun}`].tag]: objects.get,
  [Operations[`create${noun}`].tag]: objects.create,
  [Operations[`update${noun}`].tag]: objects.update
})

const start =
  ({ quotas, tokenSeconds = 18_000 }: SimulatorOptions) =>
  (chance: Simulation.Chance): Simulation.Behavior => {
    const tokens = Simulation.State.tokens(chance, tokenLength)
    const [products, meters, accounts] = [kind("Product", 200), kind("Meter", 100), kind("Account", 100)]
    const jobs = billJobs()
    const { query, submit } = measured(meters, accounts)
    return {
      authorize: authorizer(tokens, quotas),
      answers: {
        [Operations.getToken.tag]: issuer(tokens, tokenSeconds),
        ...answersOf(products, "Product"),
        ...answersOf(meters, "Meter"),
        ...answersOf(accounts, "Account"),
        [Operations.createBillJob.tag]: jobs.create,
        [Operations.getBillJob.tag]: jobs.get,
        [Operations.submitMeasurements.tag]: submit,
        [Operations.queryUsage.tag]: query
      },
      resources: resources({
        "/organizations/{}/products": () => products.collection,
        "/organizations/{}/meters": () => meters.collection,
        "/organizations/{}/accounts": () => accounts.collection,
        "/organizations/{}/billjobs": () => jobs.collection
      }),
      notFound: () => fromJson(404, {}, { message: "Not Found" })
    }
  }

/** m3ter with other quotas, or with tokens that live shorter. */
export const simulatorWith = (options: SimulatorOptions): Simulation.Simulated<typeof credentials> => ({
  vendor,
  operations: [...Simulation.operationsIn(Operations), ...doctorOperations],
  credentials,
  env: ({ config = configUrl, ingest = ingestUrl }) => ({
    M3TER_API_KEY: credentials.apiKey,
    M3TER_API_SECRET: credentials.apiSecret,
    M3TER_ORG_ID: credentials.orgId,
    M3TER_CONFIG_URL: config,
    M3TER_INGEST_URL: ingest
  }),
  start: start(options)
})

/** m3ter, for `Simulator.make` and `Simulator.layer`. */
export const simulator = simulatorWith({})
