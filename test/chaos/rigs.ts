/** The five vendors, simulated, and the layers that reach them with the credentials of their simulators. */
import { Layer, Redacted } from "effect"
import type { HttpClient } from "effect/http"
import type * as Simulator from "../../src/testing/Simulator.ts"
import { fixed } from "../../src/testing/simulator/quotas.ts"
import type * as Vendor from "../../src/pipeline/layer.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { simulatorWith as brazeWith } from "../../src/vendors/braze/simulator.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import { simulatorWith as m3terWith } from "../../src/vendors/m3ter/simulator.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"

/** All services that the vendors' operations need. */
export type Apis =
  Braze.BrazeApi | M3ter.M3terApi | Xtremepush.XtremepushApi | Metrix.MetrixApi | Ixon.IxonApi

export const names = ["Braze", "M3ter", "Xtremepush", "Metrix", "Ixon"] as const
export type Name = (typeof names)[number]

/** How the simulated vendors of a run are made. */
export interface Vendors {
  /** Others use the same limits, so that less is left than is documented. */
  readonly crowded: boolean
  /** How long a token of m3ter lives. */
  readonly tokenSeconds: number
}

/** The simulated vendors of one run. */
export const simulators = ({ crowded, tokenSeconds }: Vendors): ReadonlyArray<Simulator.Simulated> => [
  crowded
    ? brazeWith({ quotas: { track: () => fixed(3, 5_000), users: () => fixed(2, 4_000) } })
    : Braze.simulator,
  m3terWith({
    tokenSeconds,
    ...(crowded ? { quotas: { config: () => fixed(3, 2_000), ingest: () => fixed(2, 1_000) } } : {})
  }),
  Xtremepush.simulator,
  Metrix.simulator,
  Ixon.simulator
]

const secret = Redacted.make
const { credentials: m3ter } = M3ter.simulator
const { credentials: metrix } = Metrix.simulator
const { credentials: ixon } = Ixon.simulator

/** The layers of all vendors over one transport. */
export const layers = (
  options: (name: Name) => Vendor.Options
): Layer.Layer<Apis, unknown, HttpClient.HttpClient> =>
  Layer.mergeAll(
    Braze.layerNoTransport({
      ...options("Braze"),
      apiKey: secret(Braze.simulator.credentials.apiKey),
      baseUrl: Braze.instances["EU-01"]
    }),
    M3ter.layerNoTransport({
      ...options("M3ter"),
      apiKey: secret(m3ter.apiKey),
      apiSecret: secret(m3ter.apiSecret),
      orgId: m3ter.orgId
    }),
    Xtremepush.layerNoTransport({
      ...options("Xtremepush"),
      appToken: secret(Xtremepush.simulator.credentials.appToken)
    }),
    Metrix.layerNoTransport({ ...options("Metrix"), appId: metrix.appId, apiKey: secret(metrix.apiKey) }),
    Ixon.layerNoTransport({
      ...options("Ixon"),
      applicationId: ixon.applicationId,
      companyId: ixon.companyId,
      email: ixon.email,
      password: secret(ixon.password)
    })
  )
