import type * as Pipeline from "../../../src/pipeline/Pipeline.ts"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Exit, Layer, Redacted, Schema } from "effect"
import { HttpClient } from "effect/http"
import * as Journal from "../../../src/pipeline/Journal.ts"
import type { Outgoing } from "../../../src/contract/Outgoing.ts"
import { fromJson } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { apiKey, apiSecret, m3ter, orgId, token } from "./m3ter.ts"

const env = (variables: Record<string, string>) =>
  ConfigProvider.layer(ConfigProvider.fromEnv({ env: variables }))
const required = { M3TER_API_KEY: apiKey, M3TER_API_SECRET: apiSecret, M3TER_ORG_ID: orgId }

/** A layer from the environment whose requests are kept, and answered with a token. */
const fromEnv = (variables: Record<string, string>) => {
  const requests: Array<Outgoing> = []
  const wire: Pipeline.WireStage = {
    of: "wire",
    name: "wire",
    does: "answers every request",
    because: "Where the wire was.",
    make: () => (attempt) =>
      Effect.sync(() => {
        requests.push(attempt.outgoing)
        const token = { accessToken: Redacted.make("t"), expiresIn: M3ter.vendor.advice.deadline }
        return { exit: Exit.succeed(token), sent: true }
      })
  }
  const layer = M3ter.layerConfig({ pipeline: (documented) => ({ ...documented, wire }) }).pipe(
    Layer.provide(env(variables))
  )
  return { layer, requests }
}

const measurements = [
  {
    uid: "u",
    meter: "m",
    account: "a",
    ts: Schema.decodeSync(Schema.DateTimeUtcFromString)("2026-11-22T10:00:00Z")
  }
]

describe("the layer from the environment", () => {
  it.effect("reads key, secret and organization, and uses m3ter's own hosts", () => {
    const { layer, requests } = fromEnv(required)
    return Effect.gen(function* () {
      yield* M3ter.listMeters({})
      yield* M3ter.submitMeasurements({ measurements })
      assert.deepStrictEqual(
        requests.map(({ url }) => url),
        [
          "https://api.m3ter.com/oauth/token",
          `https://api.m3ter.com/organizations/${orgId}/meters`,
          `https://ingest.m3ter.com/organizations/${orgId}/measurements`
        ]
      )
      assert.strictEqual(requests[0]?.headers["authorization"], `Basic ${btoa(`${apiKey}:${apiSecret}`)}`)
    }).pipe(Effect.provide(layer))
  })

  it.effect("reads both base URLs; an empty one is as good as none", () => {
    const { layer, requests } = fromEnv({
      ...required,
      M3TER_CONFIG_URL: "http://127.0.0.1:4010/",
      M3TER_INGEST_URL: ""
    })
    return Effect.gen(function* () {
      yield* M3ter.submitMeasurements({ measurements })
      assert.deepStrictEqual(
        requests.map(({ url }) => url),
        ["http://127.0.0.1:4010/oauth/token", `https://ingest.m3ter.com/organizations/${orgId}/measurements`]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect.each(Object.keys(required))("names %s when it is missing or empty", (name) =>
    Effect.gen(function* () {
      const { [name]: _, ...others } = required as Record<string, string>
      for (const variables of [others, { ...others, [name]: "" }]) {
        const error = yield* Effect.flip(Layer.build(M3ter.layerConfig().pipe(Layer.provide(env(variables)))))
        assert.strictEqual(error._tag, "ConfigError")
        assert.include(error.message, name)
        assert.notInclude(error.message, apiSecret)
      }
    })
  )

  it.effect.each([
    ["M3TER_CONFIG_URL", "api.m3ter.com", "config"],
    ["M3TER_INGEST_URL", "http://ingest.m3ter.com", "ingest"],
    ["M3TER_INGEST_URL", "https://user:pass@ingest.m3ter.com", "ingest"]
  ] as const)("refuses %s = %s", ([name, url, host]) =>
    Effect.gen(function* () {
      const layer = M3ter.layerConfig().pipe(Layer.provide(env({ ...required, [name]: url })))
      const error = yield* Effect.flip(Layer.build(layer))
      assert.strictEqual(error._tag, "Misconfigured")
      assert.include(error.message, `base URL (${host})`)
    })
  )
})

it.effect("takes base URLs as texts and as URLs", () => {
  const { requested, layer, sent } = m3ter([fromJson(200, {}, {})], {
    configUrl: new URL("http://localhost:1/config/"),
    ingestUrl: "http://localhost:2"
  })
  return Effect.gen(function* () {
    yield* M3ter.submitMeasurements({ measurements })
    assert.strictEqual(requested[0]?.line, "POST http://localhost:1/config/oauth/token")
    assert.strictEqual(sent[0]?.line, `POST http://localhost:2/organizations/${orgId}/measurements`)
  }).pipe(Effect.provide(layer))
})

it.effect("refuses a wrong base URL before any call", () =>
  Effect.gen(function* () {
    const options = { apiKey: Redacted.make(apiKey), apiSecret: Redacted.make(apiSecret), orgId }
    const layer = M3ter.layerNoTransport({ ...options, configUrl: "http://api.m3ter.com" })
    const never = Layer.succeed(
      HttpClient.HttpClient,
      HttpClient.make(() => Effect.never)
    )
    const exit = yield* Effect.exit(Layer.build(layer.pipe(Layer.provide(never))))
    assert.isTrue(Exit.isFailure(exit))
    assert.include(String(exit), "plain http is for this machine (localhost) only")
  })
)

it.effect("shows nobody the key, the secret or a token, even where m3ter repeats them", () => {
  const entries: Array<Journal.Entry> = []
  const secrets = [apiKey, apiSecret, btoa(`${apiKey}:${apiSecret}`), "token-1"]
  const { layer } = m3ter([fromJson(400, {}, { message: `No: ${secrets.join(" ")}` })])
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(M3ter.createProduct({ name: "Disk", code: "disk" }))
    const texts = [
      failure.message,
      String(failure),
      failure.stack,
      JSON.stringify(failure),
      JSON.stringify(entries)
    ]
    for (const secret of secrets) for (const text of texts) assert.notInclude(text ?? "", secret)
    assert.include(failure.message, "<redacted>")
  }).pipe(Effect.provideService(Journal.Current, Journal.into(entries)), Effect.provide(layer))
})

it.effect("shows nobody the key and secret when no token is given for them", () => {
  const { layer } = m3ter([], {}, [fromJson(403, {}, { message: `Unauthorized ${apiSecret}` })])
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(M3ter.getAccount({ id: "a" }))
    assert.notInclude(`${failure.message} ${JSON.stringify(failure)}`, apiSecret)
  }).pipe(Effect.provide(layer))
})

it.effect("hides a token from whoever prints it", () => {
  const { layer } = m3ter([], {}, [token("the-token")])
  return Effect.gen(function* () {
    const got = yield* M3ter.getToken({})
    assert.notInclude(JSON.stringify(got), "the-token")
    assert.strictEqual(Redacted.value(got.accessToken), "the-token")
  }).pipe(Effect.provide(layer))
})
