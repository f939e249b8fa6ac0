/** The vendors' own pipelines: each vendor's real layer, with its advice, its quotas and the pipeline as it is, around a client of ours. */
import { type Context, Effect, Layer, Schema, type Scope } from "effect"
import { HttpClient, type HttpClientRequest, HttpClientResponse } from "effect/http"
import type { AnyOperation, Service } from "../../../src/contract/Operation.ts"
import type { Quota } from "../../../src/contract/Quota.ts"
import type { Vendor } from "../../../src/contract/Vendor.ts"
import type { Wire } from "../../../src/contract/Wire.ts"
import * as Auth from "../../../src/pipeline/Auth.ts"
import { layerNoTransport, type Options } from "../../../src/pipeline/layer.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"

/** A vendor's pipeline, and one read in it: what may be asked twice. */
export interface Rig {
  readonly vendor: Vendor
  readonly quotas: ReadonlyArray<Quota>
  /** One that may be asked twice, and one that must not. */
  readonly operations: { readonly read: AnyOperation; readonly write: AnyOperation }
  /** Builds the layer around the client, and gives the call: of the read, where nothing else is said. */
  readonly build: (
    client: HttpClient.HttpClient,
    options?: Options & { readonly write?: boolean }
  ) => Effect.Effect<Effect.Effect<unknown, unknown>, unknown, Scope.Scope>
}

const read = {
  method: "GET",
  path: "/storm",
  input: Schema.Struct({}),
  output: Schema.Struct({ ok: Schema.Boolean }),
  idempotent: true
} as const
const write = { ...read, method: "POST", idempotent: false } as const

const rig = <Api>(
  api: Context.Key<Api, Service>,
  vendor: Vendor,
  operations: Rig["operations"],
  settings: Readonly<Record<string, string>> = {}
): Rig => ({
  vendor,
  operations,
  quotas: vendor.quotas[String(operations.read.spec.quota ?? "default")]?.quotas ?? [],
  build: (client, { write = false, ...options } = {}) => {
    const hosts = Object.fromEntries(Object.keys(vendor.hosts).map((name) => [name, "https://storm.example"]))
    const layer = layerNoTransport(api, vendor, { auth: Auth.none, hosts, settings }, options).pipe(
      Layer.provide(Layer.succeed(HttpClient.HttpClient, client))
    )
    return Effect.map(
      Effect.flatMap(Layer.build(layer), (context) => Effect.provideContext(api, context)),
      (service) => service.call(write ? operations.write : operations.read, {})
    )
  }
})

/** By the name that each has in the tables. */
export const rigs = {
  braze: rig(Braze.BrazeApi, Braze.vendor, {
    read: Braze.operation("storm", () => read),
    write: Braze.operation("stormWrite", () => write)
  }),
  m3ter: rig(
    M3ter.M3terApi,
    M3ter.vendor,
    { read: M3ter.operation("storm", () => read), write: M3ter.operation("stormWrite", () => write) },
    { orgId: "storm" }
  ),
  xtremepush: rig(Xtremepush.XtremepushApi, Xtremepush.vendor, {
    read: Xtremepush.operation("storm", () => read),
    write: Xtremepush.operation("stormWrite", () => write)
  }),
  metrix: rig(Metrix.MetrixApi, Metrix.vendor, {
    read: Metrix.operation("storm", () => read),
    write: Metrix.operation("stormWrite", () => write)
  }),
  ixon: rig(Ixon.IxonApi, Ixon.vendor, {
    read: Ixon.operation("storm", () => read),
    write: Ixon.operation("stormWrite", () => write)
  })
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

/** An answer whose body is there at once, for promises do not end in virtual time. */
export const answerOf = (
  request: HttpClientRequest.HttpClientRequest,
  { headers, status, text }: Pick<Wire, "status" | "headers" | "text">
): HttpClientResponse.HttpClientResponse => {
  const length = { "content-type": "application/json", "content-length": String(text.length) }
  const response = HttpClientResponse.fromWeb(
    request,
    new Response(null, { status, headers: { ...headers, ...length } })
  )
  return Object.defineProperty(response, "text", { value: Effect.succeed(text) })
}
