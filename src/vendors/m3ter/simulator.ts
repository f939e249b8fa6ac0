/**
 * m3ter on this machine: tokens that last five hours, products, meters and accounts with unique codes and versions, and
 * measurements, which are accepted unseen, counted once for each uid within 35 days, and can be queried.
 */
import { forge } from "../../core/Catalogue.ts"
import * as Simulator from "../../core/Simulator.ts"
import { fromJson, isRecord, type Wire } from "../../core/Wire.ts"
import { Forbidden, RateLimited, TokenExpired } from "./failures.ts"
import * as Operations from "./operations/index.ts"
import { brokenIn, type Item, kind } from "./simulator/objects.ts"
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
  readonly quotas?: { readonly [Name in Quota]?: () => Simulator.Quotas.Quota }
  /** How long a token lives. Default: 18,000 seconds, as documented. */
  readonly tokenSeconds?: number
}

const fiveMinutes = 300_000
const perAddress = (limit: number) => Simulator.Quotas.all(Simulator.Quotas.bucket(50), Simulator.Quotas.rolling(limit, fiveMinutes))

// Pages “Config API Limits” and “Ingest API Limits”; Data Explorer v2: the API reference.
const documented: Readonly<Record<Quota, () => Simulator.Quotas.Quota>> = {
  config: () => perAddress(20_000),
  ingest: () => perAddress(5_000),
  "data-explorer-v2": () => Simulator.Quotas.bucket(2, 20)
}

const day = 86_400_000
// “idempotent within a 35-day window”: FAQ, metering.
const remembered = 35 * day
// “must be less than 512,000 bytes”; over it the answer is a 403: page “Ingest API Limits”.
const largestBody = 512_000
const tokenLength = 64

const begin = (options: SimulatorOptions) => (chance: Simulator.Chance): Simulator.Behavior => {
  const tokens = Simulator.State.tokens(chance, tokenLength)
  const quotas = Object.fromEntries(Object.entries({ ...documented, ...options.quotas }).map(([name, make]) => [name, make()]))
  const uids = Simulator.State.seen(remembered)
  const measured: Array<Item> = []
  const [products, meters, accounts] = [kind("Product", 200), kind("Meter", 100), kind("Account", 100)]

  const getToken = (call: Simulator.Call): Wire => {
    const { apiKey, apiSecret } = credentials
    // What m3ter answers to a wrong key is not documented; a plain refusal is the least that it can be.
    if (Simulator.basicOf(call.received) !== `${apiKey}:${apiSecret}`) return forge(Forbidden, {})
    const seconds = options.tokenSeconds ?? 18_000
    const token = tokens.issue(call.now, seconds * 1000)
    return fromJson(200, {}, { access_token: token, expires_in: seconds, token_type: "Bearer", scope: null })
  }

  const admit = (call: Simulator.Call): Wire | undefined => {
    if (call.operation === Operations.getToken) return undefined
    if (tokens.check(Simulator.bearerOf(call.received), call.now) !== "good") return forge(TokenExpired, {})
    if (call.params["orgId"] !== credentials.orgId) return forge(Forbidden, {})
    const { quota } = call.operation.asked
    const taken = typeof quota === "string" ? quotas[quota]?.take(call.now) : undefined
    return taken?.allowed === false ? forge(RateLimited, {}, { said: "Too Many Requests" }) : undefined
  }

  const submit = (call: Simulator.Call): Wire => {
    const { measurements } = call.fields
    if (new TextEncoder().encode(call.received.text).length >= largestBody) return forge(Forbidden, {}, { said: "Request too large" })
    const broken = brokenIn(call)
    if (broken !== undefined || !Array.isArray(measurements)) return broken ?? fromJson(200, {}, { result: "accepted" })
    const fresh = measurements.filter(isRecord).filter(({ uid }) => uid === undefined || uids.isNew(String(uid), call.now))
    fresh.forEach((one) => {
      measured.push(one)
      call.apply(typeof one["uid"] === "string" ? one["uid"] : Simulator.identityOf(one), one)
    })
    return fromJson(200, {}, { result: "accepted" })
  }

  const codesOf = ({ shelf }: typeof meters, ids: unknown): ReadonlyArray<unknown> | undefined =>
    Array.isArray(ids) && ids.length > 0 ? ids.map((id) => shelf.get(String(id))?.["code"]) : undefined

  const query = (call: Simulator.Call): Wire => {
    const broken = brokenIn(call)
    if (broken !== undefined) return broken
    const { accountIds, endDate, limit, meterIds, startDate } = call.fields
    const [ofMeters, ofAccounts] = [codesOf(meters, meterIds), codesOf(accounts, accountIds)]
    const rows = measured.filter(
      ({ account, meter, ts }) =>
        (ofMeters?.includes(meter) ?? true) &&
        (ofAccounts?.includes(account) ?? true) &&
        Date.parse(String(ts)) >= Date.parse(String(startDate ?? "1970-01-01")) &&
        Date.parse(String(ts)) < Date.parse(String(endDate ?? "9999-12-31"))
    )
    const most = typeof limit === "number" ? limit : 20_000
    return fromJson(200, {}, { data: rows.slice(0, most), hasMoreData: rows.length > most })
  }

  return {
    admit,
    answers: {
      [Operations.getToken.tag]: getToken,
      [Operations.listProducts.tag]: products.list,
      [Operations.getProduct.tag]: products.get,
      [Operations.createProduct.tag]: products.create,
      [Operations.updateProduct.tag]: products.update,
      [Operations.listMeters.tag]: meters.list,
      [Operations.getMeter.tag]: meters.get,
      [Operations.createMeter.tag]: meters.create,
      [Operations.updateMeter.tag]: meters.update,
      [Operations.listAccounts.tag]: accounts.list,
      [Operations.getAccount.tag]: accounts.get,
      [Operations.createAccount.tag]: accounts.create,
      [Operations.updateAccount.tag]: accounts.update,
      [Operations.submitMeasurements.tag]: submit,
      [Operations.queryUsage.tag]: query
    },
    lost: () => fromJson(404, {}, { message: "Not Found" })
  }
}

/** m3ter with other quotas, or with tokens that live shorter. */
export const simulatorWith = (options: SimulatorOptions): Simulator.Simulated<typeof credentials> => ({
  vendor,
  operations: Simulator.operationsIn(Operations),
  credentials,
  env: ({ config = configUrl, ingest = ingestUrl }) => ({
    M3TER_API_KEY: credentials.apiKey,
    M3TER_API_SECRET: credentials.apiSecret,
    M3TER_ORG_ID: credentials.orgId,
    M3TER_CONFIG_URL: config,
    M3TER_INGEST_URL: ingest
  }),
  begin: begin(options)
})

/** m3ter, for `Simulator.make` and `Simulator.layer`. */
export const simulator = simulatorWith({})
