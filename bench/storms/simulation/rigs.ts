/** The vendors' own pipelines: each vendor's real layer, with its advice, its quotas and the pipeline as it is, around a client of ours. */
import { type Context, Effect, Layer, Schema, type Scope } from "effect"
import { HttpClient } from "effect/http"
import type { AnyOperation, Service } from "../../../src/contract/Operation.ts"
import type { Quota } from "../../../src/contract/Quota.ts"
import type { Vendor } from "../../../src/contract/Vendor.ts"
import * as Auth from "../../../src/pipeline/Auth.ts"
import { layerNoTransport } from "../../../src/pipeline/layer.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"

/** A vendor's pipeline, and one read in it: what may be asked twice. */
export interface Rig {
  readonly vendor: Vendor
  readonly quotas: ReadonlyArray<Quota>
  /** Builds the layer around the client, and gives the call. */
  readonly build: (
    client: HttpClient.HttpClient
  ) => Effect.Effect<Effect.Effect<unknown, unknown>, unknown, Scope.Scope>
}

const read = {
  method: "GET",
  path: "/storm",
  input: Schema.Struct({}),
  output: Schema.Struct({ ok: Schema.Boolean }),
  idempotent: true
} as const

const rig = <Api>(
  api: Context.Key<Api, Service>,
  vendor: Vendor,
  operation: AnyOperation,
  settings: Readonly<Record<string, string>> = {}
): Rig => ({
  vendor,
  quotas:
    vendor.quotas[operation.spec.quota === undefined ? "default" : String(operation.spec.quota)]?.quotas ??
    [],
  build: (client) => {
    const hosts = Object.fromEntries(Object.keys(vendor.hosts).map((name) => [name, "https://storm.example"]))
    const layer = layerNoTransport(api, vendor, { auth: Auth.none, hosts, settings }).pipe(
      Layer.provide(Layer.succeed(HttpClient.HttpClient, client))
    )
    return Effect.map(
      Effect.flatMap(Layer.build(layer), (context) => Effect.provideContext(api, context)),
      (service) => service.call(operation, {})
    )
  }
})

/** By the name that each has in the tables. */
export const rigs = {
  braze: rig(
    Braze.BrazeApi,
    Braze.vendor,
    Braze.operation("storm", () => read)
  ),
  m3ter: rig(
    M3ter.M3terApi,
    M3ter.vendor,
    M3ter.operation("storm", () => read),
    { orgId: "storm" }
  ),
  xtremepush: rig(
    Xtremepush.XtremepushApi,
    Xtremepush.vendor,
    Xtremepush.operation("storm", () => read)
  ),
  metrix: rig(
    Metrix.MetrixApi,
    Metrix.vendor,
    Metrix.operation("storm", () => read)
  ),
  ixon: rig(
    Ixon.IxonApi,
    Ixon.vendor,
    Ixon.operation("storm", () => read)
  )
} as const satisfies Readonly<Record<string, Rig>>

export type VendorName = keyof typeof rigs

/** Their names. */
export const vendorNames = [
  "braze",
  "m3ter",
  "xtremepush",
  "metrix",
  "ixon"
] as const satisfies ReadonlyArray<VendorName>
