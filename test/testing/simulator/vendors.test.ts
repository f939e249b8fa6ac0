/** What holds for every simulated vendor: it stands beside the others in one world, and refuses in documented ways only. */
import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, type Context, Effect, type Layer, Option, Redacted, type Schema } from "effect"
import { HttpBody, type HttpClient, HttpClientRequest } from "effect/http"
import { recognize } from "../../../src/contract/Catalogue.ts"
import type { AnyOperation, Service } from "../../../src/contract/Operation.ts"
import * as Policy from "../../../src/policy/Policy.ts"
import * as Simulator from "../../../src/testing/Simulator.ts"
import { make as makeWire } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { simulator as braze } from "../../../src/vendors/braze/simulator.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { simulator as ixon } from "../../../src/vendors/ixon/simulator.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { simulator as m3ter } from "../../../src/vendors/m3ter/simulator.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import { simulator as metrix } from "../../../src/vendors/metrix/simulator.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import { simulator as xtremepush } from "../../../src/vendors/xtremepush/simulator.ts"

const simulators = [braze, m3ter, xtremepush, metrix, ixon] as const
const secret = Redacted.make

interface Case {
  readonly simulator: Simulator.Simulated<any>
  readonly call: (
    operation: AnyOperation,
    input: unknown
  ) => Effect.Effect<unknown, unknown, HttpClient.HttpClient>
}

const caseOf = <Api>(
  simulator: Simulator.Simulated<any>,
  api: Context.Key<Api, Service>,
  layer: Layer.Layer<Api, unknown, HttpClient.HttpClient>
): Case => ({
  simulator,
  call: (operation, input) =>
    Policy.once(Effect.flatMap(api, (service) => service.call(operation, input))).pipe(Effect.provide(layer))
})

const cases: ReadonlyArray<Case> = [
  caseOf(
    braze,
    Braze.BrazeApi,
    Braze.layerNoTransport({
      apiKey: secret(braze.credentials.apiKey),
      baseUrl: "https://rest.fra-01.braze.eu"
    })
  ),
  caseOf(
    m3ter,
    M3ter.M3terApi,
    M3ter.layerNoTransport({
      apiKey: secret(m3ter.credentials.apiKey),
      apiSecret: secret(m3ter.credentials.apiSecret),
      orgId: m3ter.credentials.orgId
    })
  ),
  caseOf(
    xtremepush,
    Xtremepush.XtremepushApi,
    Xtremepush.layerNoTransport({ appToken: secret(xtremepush.credentials.appToken) })
  ),
  caseOf(
    metrix,
    Metrix.MetrixApi,
    Metrix.layerNoTransport({ appId: metrix.credentials.appId, apiKey: secret(metrix.credentials.apiKey) })
  ),
  caseOf(
    ixon,
    Ixon.IxonApi,
    Ixon.layerNoTransport({
      applicationId: ixon.credentials.applicationId,
      companyId: ixon.credentials.companyId,
      email: ixon.credentials.email,
      password: secret(ixon.credentials.password)
    })
  )
]

/** Inputs that fit the operation's schema. A schema with many rules may give fewer: what breaks one is thrown away. */
const inputsOf = ({ spec, tag }: AnyOperation) => {
  const input = spec.input as unknown as Schema.Codec<unknown, unknown>
  const sample = (seed: string) => Arbitrary.sampleEffect(Arbitrary.schema(input), { count: 1, seed })
  return Effect.map(
    Effect.forEach(["1", "2", "3", "4", "5", "6"], (seed) => Effect.option(sample(tag + seed))),
    (found) => found.flatMap((one) => (Option.isSome(one) ? one.value : []))
  )
}

const tagOf = (failure: unknown): string =>
  typeof failure === "object" && failure !== null && "_tag" in failure
    ? String(failure._tag)
    : String(failure)

describe("takes every operation, in a world of all vendors, or refuses it as documented", () => {
  for (const { call, simulator } of cases) {
    for (const operation of simulator.operations) {
      it.effect(operation.tag, () =>
        Effect.gen(function* () {
          const inputs = yield* inputsOf(operation)
          const ended = yield* Effect.forEach(inputs, (one) =>
            call(operation, one).pipe(
              Effect.as("taken"),
              Effect.catch((failure) => Effect.succeed(`${tagOf(failure)} ${String(failure)}`))
            )
          )
          const odd = ended.filter(
            (end) =>
              end !== "taken" &&
              !end.startsWith(`${simulator.vendor.name}.`) &&
              !end.startsWith("InvalidInput")
          )
          assert.deepStrictEqual(odd, [])
        }).pipe(Effect.provide(Simulator.layer(simulators)))
      )
    }
  }
})

const bodies: ReadonlyArray<Schema.Json> = [
  null,
  7,
  "text",
  [],
  [null],
  [[]],
  {},
  { id: {} },
  { messages: 1 },
  { events: [1, null, {}] },
  { recipients: {} }
]

const ixonHeaders = {
  "api-version": "2",
  "api-application": ixon.credentials.applicationId,
  "api-company": ixon.credentials.companyId
}
const basic = (...parts: ReadonlyArray<string>) => `Basic ${btoa(parts.join(":"))}`

/** What a request carries that passes the authorization of its vendor. */
const credentials: Readonly<
  Record<string, (client: HttpClient.HttpClient) => Effect.Effect<Record<string, string>, unknown>>
> = {
  Braze: () => Effect.succeed({ authorization: `Bearer ${braze.credentials.apiKey}` }),
  Metrix: () =>
    Effect.succeed({ "x-application-id": metrix.credentials.appId, "x-api-key": metrix.credentials.apiKey }),
  Xtremepush: () => Effect.succeed({}),
  M3ter: (client) =>
    Effect.gen(function* () {
      const authorization = basic(m3ter.credentials.apiKey, m3ter.credentials.apiSecret)
      const answer = yield* client.post("https://api.m3ter.com/oauth/token", { headers: { authorization } })
      const { access_token: token } = (yield* answer.json) as { readonly access_token: string }
      return { authorization: `Bearer ${token}` }
    }),
  Ixon: (client) =>
    Effect.gen(function* () {
      const headers = {
        ...ixonHeaders,
        authorization: basic(ixon.credentials.email, "", ixon.credentials.password)
      }
      const url = "https://portal.ixon.cloud/api/access-tokens?fields=secretId"
      const answer = yield* client.post(url, { headers, body: HttpBody.jsonUnsafe({ expiresIn: 3600 }) })
      const { data } = (yield* answer.json) as { readonly data: { readonly secretId: string } }
      return { ...ixonHeaders, authorization: `Bearer ${data.secretId}` }
    })
}

const baseOf = (simulator: Simulator.Simulated, host: string | undefined): string =>
  simulator.vendor.hosts[host ?? Object.keys(simulator.vendor.hosts)[0] ?? ""] ||
  "https://rest.fra-01.braze.eu"

const withToken = (body: Schema.Json): Schema.Json =>
  typeof body === "object" && body !== null && !Array.isArray(body)
    ? { apptoken: xtremepush.credentials.appToken, ...body }
    : body

describe("refuses nonsense in ways that its catalogue knows", () => {
  for (const { simulator } of cases) {
    it.effect(simulator.vendor.name, () =>
      Effect.gen(function* () {
        const { client } = yield* Simulator.World
        const headers = yield* credentials[simulator.vendor.name]!(client)
        for (const { spec, tag } of simulator.operations.filter(({ tag }) => !tag.includes("AccessToken"))) {
          const url =
            baseOf(simulator, spec.host) +
            spec.path.replace("{orgId}", m3ter.credentials.orgId).replaceAll(/\{\w+\}/g, "%00x")
          for (const body of bodies) {
            const request = HttpClientRequest.make(spec.method as "POST")(url, {
              headers,
              body: HttpBody.jsonUnsafe(withToken(body))
            })
            const answer = yield* client.execute(request)
            const wire = makeWire(answer.status, { ...answer.headers }, yield* answer.text)
            const known =
              (wire.status >= 200 && wire.status < 300) ||
              recognize(simulator.vendor.failures, wire) !== undefined
            assert.isTrue(known, `${tag} ${JSON.stringify(body)}: ${wire.status} ${wire.text}`)
          }
        }
      }).pipe(Effect.provide(Simulator.layer(simulators)))
    )
  }
})

it.effect("a world of all vendors knows each by its host", () =>
  Effect.gen(function* () {
    const { client, requests } = yield* Simulator.World
    for (const url of [
      "https://api.m3ter.com/x",
      "https://entry.metrix.ir/push",
      "https://portal.ixon.cloud/api/agents",
      "https://external-api.xtremepush.com/y"
    ]) {
      yield* client.post(url)
    }
    yield* client.post("https://rest.fra-01.braze.eu/users/track")
    assert.deepStrictEqual(
      (yield* requests).map(({ vendor }) => vendor),
      ["M3ter", "Metrix", "Ixon", "Xtremepush", "Braze"]
    )
    assert.strictEqual(
      (yield* Effect.flip(client.get("https://example.com/nothing"))).reason._tag,
      "TransportError"
    )
  }).pipe(Effect.provide(Simulator.layer(simulators, { unexpected: "answer" })))
)
