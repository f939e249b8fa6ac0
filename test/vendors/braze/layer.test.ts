/** Connecting to Braze: from options and from the environment, with clear words when something is missing, and no secret anywhere. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Duration, Effect, Layer, Redacted } from "effect"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as Journal from "../../../src/pipeline/Journal.ts"
import * as Retry from "../../../src/policy/Retry.ts"
import { fromJson } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { apiKey, rest } from "./rest.ts"
import { event } from "./samples.ts"

const key = Redacted.make(apiKey)
const environment = (env: Readonly<Record<string, string>>) =>
  ConfigProvider.layer(ConfigProvider.fromEnv({ env }))
const build = <A, E>(layer: Layer.Layer<A, E>) => Effect.scoped(Layer.build(layer))

/** A real server on this machine that takes every track call. */
const server = Effect.acquireRelease(
  Effect.callback<{ readonly url: string; readonly seen: Array<string>; readonly close: () => void }>(
    (resume) => {
      const seen: Array<string> = []
      const http = createServer((request, response) => {
        seen.push(`${request.method} ${request.url} ${request.headers.authorization}`)
        response
          .writeHead(201, { "content-type": "application/json" })
          .end(`{"message":"success","events_processed":1}`)
      })
      http.listen(0, "127.0.0.1", () => {
        const { port } = http.address() as AddressInfo
        resume(Effect.succeed({ url: `http://127.0.0.1:${port}/`, seen, close: () => void http.close() }))
      })
    }
  ),
  ({ close }) => Effect.sync(close)
)

describe("the environment", () => {
  it.live("says where, and as whom", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* server
      const env = environment({ BRAZE_API_KEY: apiKey, BRAZE_BASE_URL: url })
      const tracked = yield* Effect.provide(
        Braze.trackUsers({ events: [event] }),
        Layer.provide(Braze.layerConfig(), env)
      )
      assert.strictEqual(tracked.eventsProcessed, 1)
      assert.deepStrictEqual(seen, [`POST /users/track Bearer ${apiKey}`])
    })
  )

  it.effect.each(["BRAZE_API_KEY", "BRAZE_BASE_URL"])("must have %s", (name) =>
    Effect.gen(function* () {
      const complete = { BRAZE_API_KEY: apiKey, BRAZE_BASE_URL: Braze.instances["US-01"] }
      for (const value of [undefined, ""]) {
        const env = Object.fromEntries(
          Object.entries({ ...complete, [name]: value }).filter(([, one]) => one !== undefined)
        )
        const failure = yield* Effect.flip(
          build(Layer.provide(Braze.layerConfig(), environment(env as Record<string, string>)))
        )
        assert.strictEqual(failure._tag, "ConfigError")
        assert.include(String(failure), name)
      }
    })
  )

  it.effect("may name a wrong host, which is said before any call", () =>
    Effect.gen(function* () {
      const env = environment({ BRAZE_API_KEY: apiKey, BRAZE_BASE_URL: "http://rest.iad-01.braze.com" })
      const failure = yield* Effect.flip(build(Layer.provide(Braze.layerConfig(), env)))
      assert.strictEqual(failure._tag, "Misconfigured")
      assert.include(String(failure), "https://")
    })
  )
})

describe("the base URL", () => {
  it.effect.each([
    "",
    "rest.iad-01.braze.com",
    "http://rest.iad-01.braze.com",
    "https://me:pass@rest.iad-01.braze.com"
  ])("must be one: %s", (baseUrl) =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(build(Braze.layer({ apiKey: key, baseUrl })))
      assert.strictEqual(failure._tag, "Misconfigured")
      assert.notInclude(failure.message, apiKey)
    })
  )

  it.effect("may be any instance, as text or URL, with or without a slash at its end", () =>
    Effect.gen(function* () {
      for (const baseUrl of [
        "https://rest.xx-99.braze.com",
        "https://rest.xx-99.braze.com/",
        new URL("https://rest.xx-99.braze.com")
      ]) {
        const braze = rest(fromJson(201, {}, { message: "success" }))
        const connected = Layer.provide(Braze.layerNoTransport({ apiKey: key, baseUrl }), braze.transport)
        yield* Effect.provide(Braze.trackUsers({ events: [event] }), connected)
        assert.strictEqual(braze.sent[0]?.url.href, "https://rest.xx-99.braze.com/users/track")
      }
    })
  )

  it("is known for every instance, and always https", () => {
    assert.strictEqual(Object.keys(Braze.instances).length, 15)
    for (const url of Object.values(Braze.instances))
      assert.match(url, /^https:\/\/rest\.[a-z]+-\d\d\.braze\.(com|eu)$/)
  })
})

it.effect("keeps the key out of failures, their JSON and the journal", () =>
  Effect.gen(function* () {
    const braze = rest(fromJson(401, { "x-request-id": "r-1" }, { message: `Invalid API key: ${apiKey}` }))
    const entries: Array<Journal.Entry> = []
    const connected = Layer.provide(
      Braze.layerNoTransport({ apiKey: key, baseUrl: Braze.instances["US-01"] }),
      braze.transport
    )
    const failure = yield* Effect.flip(
      Effect.provideService(
        Effect.provide(Braze.trackUsers({ events: [event] }), connected),
        Journal.Current,
        Journal.into(entries)
      )
    )
    assert.deepStrictEqual([failure._tag, failure.requestId], ["Braze.Unauthorized", "r-1"])
    const texts = [
      failure.message,
      String(failure),
      JSON.stringify(failure),
      JSON.stringify(entries),
      failure.stack ?? ""
    ]
    for (const text of texts) assert.notInclude(text, apiKey)
  })
)

describe("the policy", () => {
  it("is Braze's advice", () => {
    const { advice: policy } = Braze.vendor
    assert.deepStrictEqual(
      [
        policy.jitter,
        Duration.toMillis(policy.attemptTimeout),
        Duration.toMillis(policy.deadline),
        policy.source
      ],
      ["full", 30_000, 300_000, "https://www.braze.com/docs/api/errors"]
    )
    const fault = new Braze.ServerFault({})
    assert.deepStrictEqual(
      Retry.simulate(
        policy,
        Array.from({ length: 9 }, () => fault)
      ),
      [1_000, 2_000, 4_000, 8_000, 16_000]
    )
    const limit = new Braze.RateLimited({ retryAfter: Duration.seconds(20) })
    assert.deepStrictEqual(Retry.simulate(policy, [limit, limit, limit]), [20_000, 20_000, 20_000])
  })

  it("retries after a fault where the operation is idempotent, or where nothing was done", () => {
    const call = { vendor: "Braze", operation: "Braze.sendMessages", delivery: "Refused" } as const
    const waits = (fault: Braze.ServerFault | Braze.GatewayFault, idempotent: boolean) =>
      Retry.simulate(Braze.vendor.advice, [fault], { idempotent })
    assert.deepStrictEqual(waits(new Braze.ServerFault({ call }), false), [1_000])
    for (const fault of [new Braze.ServerFault({}), new Braze.GatewayFault({})])
      assert.deepStrictEqual([waits(fault, true), waits(fault, false)], [[1_000], []])
  })
})
