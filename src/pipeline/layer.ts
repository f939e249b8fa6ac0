/** The layer that serves a vendor's operations: one pipeline of stages around one transport. */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import * as Redacted from "effect/Redacted"
import { Misconfigured } from "../contract/Common.ts"
import type { Service } from "../contract/Operation.ts"
import type { Vendor } from "../contract/Vendor.ts"
import { makeCarrier } from "./carrier.ts"
import { makeGuards } from "./guards.ts"
import { check, type Connection, type Options } from "./options.ts"
import { knowHosts } from "./telemetry/hosts.ts"
import * as Transport from "./Transport.ts"
import { proxyProblem } from "./transport/proxies.ts"

export type { GuardOptions } from "./guards.ts"
export { check, type Checked, type Connection, type Options } from "./options.ts"
export type {
  Doctor,
  DoctorCall,
  DoctorCheck,
  DoctorHost,
  DoctorReading,
  DoctorRequest,
  DoctorSkip
} from "./doctor.ts"
export type { Client } from "./Transport.ts"
export { define, type Defined, type Given, type Vendor } from "../contract/Vendor.ts"

const makeService = (
  vendor: Vendor,
  connection: Connection,
  options: Options
): Effect.Effect<Service, Misconfigured, HttpClient.HttpClient | Scope.Scope> =>
  Effect.gen(function* () {
    const { policy, setting } = yield* check(vendor, connection, options)
    yield* knowHosts(Object.values(setting.hosts))
    return yield* makeCarrier(
      {
        vendor,
        client: yield* HttpClient.HttpClient,
        setting,
        policy,
        assumeIdempotent: options.assumeIdempotent ?? false,
        propagate: options.propagate ?? false,
        guards: yield* makeGuards(vendor, options)
      },
      options.auth ?? connection.auth,
      options.pipeline
    )
  })

/** The layer of a vendor over whatever transport is provided. */
export const layerNoTransport = <Api>(
  api: Context.Key<Api, Service>,
  vendor: Vendor,
  connection: Connection,
  options: Options = {}
): Layer.Layer<Api, Misconfigured, HttpClient.HttpClient> =>
  Layer.effect(api, makeService(vendor, connection, options))

const transportOf = (
  { name }: Vendor,
  proxy: Options["proxy"]
): Layer.Layer<HttpClient.HttpClient, Misconfigured> => {
  if (proxy === undefined) return Transport.layer
  const wrong = (problem: string) =>
    Layer.effectContext(Effect.fail(new Misconfigured({ vendor: name, setting: "proxy", problem })))
  const url = Redacted.isRedacted(proxy) ? Redacted.value(proxy) : String(proxy)
  const problem = proxyProblem(url)
  return problem === undefined
    ? Layer.catchTag(Transport.through(url), "Unproxied", (unproxied) => wrong(unproxied.problem))
    : wrong(problem)
}

/** The layer of a vendor over the transport of this platform. */
export const layer = <Api>(
  api: Context.Key<Api, Service>,
  vendor: Vendor,
  connection: Connection,
  { proxy, ...options }: Options = {}
): Layer.Layer<Api, Misconfigured> =>
  Layer.provide(layerNoTransport(api, vendor, connection, options), transportOf(vendor, proxy))
