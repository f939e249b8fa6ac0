/** The five vendors over a stub transport, for tests that hold for every operation of every vendor. */
import { Context, Effect, Layer, Redacted } from "effect"
import type { HttpClient } from "effect/http"
import type { AnyCall, Service } from "../../src/contract/Operation.ts"
import { operationsIn } from "../../src/contract/Operation.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import type { Options } from "../../src/pipeline/layer.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"

/** The two credentials that the vendors' layers are made with; some take one, some both. */
export interface Credentials {
  readonly key: string
  readonly word: string
}

/** Any vendor's service. */
export class Any extends Context.Service<Any, Service>()("test/Any") {}

/** A vendor as the tests see it. */
export interface Tested {
  readonly name: string
  readonly vendor: Vendor
  readonly operations: ReadonlyArray<AnyCall>
  /** The secrets that its layer is given. */
  readonly secrets: ReadonlyArray<string>
  /** `Any`, and beside it the vendor's own service. */
  readonly layer: (
    transport: Layer.Layer<HttpClient.HttpClient>,
    options?: Options
  ) => Layer.Layer<Any, unknown>
}

interface Module {
  readonly vendor: Vendor
}

const tested = <Api>(
  module: Module,
  api: Context.Key<Api, Service>,
  given: ReadonlyArray<string>,
  make: (options: Options) => Layer.Layer<Api, unknown, HttpClient.HttpClient>
): Tested => ({
  name: module.vendor.name,
  vendor: module.vendor,
  operations: operationsIn(module),
  secrets: given,
  layer: (transport, options = {}) =>
    Layer.effect(Any, Effect.map(api, Any.of)).pipe(
      Layer.provideMerge(make(options)),
      Layer.provide(transport)
    )
})

/** The vendors, with layers that are given these credentials. */
export const vendorsWith = (secrets: Credentials): ReadonlyArray<Tested> => {
  const [key, word] = [Redacted.make(secrets.key), Redacted.make(secrets.word)]
  return [
    tested(Braze, Braze.BrazeApi, [secrets.key], (options) =>
      Braze.layerNoTransport({ ...options, apiKey: key, baseUrl: "https://rest.iad-01.braze.com" })
    ),
    tested(M3ter, M3ter.M3terApi, [secrets.key, secrets.word], (options) =>
      M3ter.layerNoTransport({ ...options, apiKey: key, apiSecret: word, orgId: "org-1" })
    ),
    tested(Xtremepush, Xtremepush.XtremepushApi, [secrets.key], (options) =>
      Xtremepush.layerNoTransport({ ...options, appToken: key })
    ),
    tested(Metrix, Metrix.MetrixApi, [secrets.key], (options) =>
      Metrix.layerNoTransport({ ...options, appId: "app-1", apiKey: key })
    ),
    tested(Ixon, Ixon.IxonApi, [secrets.word], (options) =>
      Ixon.layerNoTransport({
        ...options,
        applicationId: "abcdefghijkl",
        companyId: "1111-2222-3333-4444-5555",
        email: "a@example.com",
        password: word
      })
    )
  ]
}

export const all = vendorsWith({ key: "s3cret-key-aaaa", word: "s3cret-word-bbbb" })
