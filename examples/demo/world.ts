/** The simulated vendors on a real loopback server, and the layers that reach them over real HTTP. */
import { Duration, Effect, Layer, Redacted } from "effect"
import { Braze, Ixon, M3ter, Metrix, Policy, Xtremepush } from "faultline"
import { Simulator } from "faultline/testing"
import { script, seed } from "./faults.ts"
import type { Held } from "./ledger.ts"

/** Waits are a fiftieth as long as the vendors advise, and an attempt may take three seconds: a demo has no hour to spare. */
export const compression = 0.02

const compressed = (documented: Policy.Policy): Policy.Policy => ({
  ...Policy.scale(documented, compression),
  attemptTimeout: Duration.seconds(3),
  deadline: Duration.seconds(45)
})

/** Serves all five vendors until the scope closes. */
export const serve = Simulator.serve(
  [Braze.simulator, M3ter.simulator, Xtremepush.simulator, Metrix.simulator, Ixon.simulator],
  {
    script,
    seed
  }
)

/** The layers of all five vendors, connected as the server says. */
export const layers = (env: Readonly<Record<string, string>>) => {
  const of = (name: string) => env[name] ?? ""
  const secret = (name: string) => Redacted.make(of(name))
  const policy = compressed
  return Layer.mergeAll(
    Braze.layer({ policy, apiKey: secret("BRAZE_API_KEY"), baseUrl: of("BRAZE_BASE_URL") }),
    M3ter.layer({
      policy,
      apiKey: secret("M3TER_API_KEY"),
      apiSecret: secret("M3TER_API_SECRET"),
      orgId: of("M3TER_ORG_ID"),
      configUrl: of("M3TER_CONFIG_URL"),
      ingestUrl: of("M3TER_INGEST_URL")
    }),
    Xtremepush.layer({
      policy,
      appToken: secret("XTREMEPUSH_APP_TOKEN"),
      baseUrl: of("XTREMEPUSH_BASE_URL")
    }),
    Metrix.layer({
      policy,
      appId: of("METRIX_APP_ID"),
      apiKey: secret("METRIX_API_KEY"),
      baseUrl: of("METRIX_BASE_URL")
    }),
    Ixon.layer({
      policy,
      applicationId: of("IXON_APPLICATION_ID"),
      companyId: of("IXON_COMPANY_ID"),
      email: of("IXON_EMAIL"),
      password: secret("IXON_PASSWORD"),
      baseUrl: of("IXON_BASE_URL")
    })
  )
}

// A record carries the line that it came from; wherever a vendor keeps it, it is found under this name.
const lineIn = (what: unknown): string | undefined =>
  JSON.stringify(what ?? null).match(/"record":"((?:[^"\\]|\\.)*)"/)?.[1]

/** What the vendors hold, by record. */
export const heldBy = (world: Simulator.Running): Effect.Effect<ReadonlyArray<Held>> =>
  Effect.map(world.ledger, (entries) =>
    entries.flatMap(({ count, vendor, what }) => {
      const id = lineIn(what)
      return id === undefined ? [] : [{ id, vendor, count }]
    })
  )
