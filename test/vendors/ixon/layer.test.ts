import * as Pipeline from "../../../src/pipeline/Pipeline.ts"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Exit, Layer, Redacted } from "effect"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as Auth from "../../../src/pipeline/Auth.ts"
import * as Journal from "../../../src/pipeline/Journal.ts"
import * as Policy from "../../../src/policy/Policy.ts"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import {
  account,
  type Sent,
  layer,
  loginLayer,
  makesToken,
  person,
  portal,
  success,
  token
} from "./portal.ts"

const environment = (values: Record<string, string>) =>
  ConfigProvider.layer(ConfigProvider.fromEnv({ env: values }))
const complete = {
  IXON_APPLICATION_ID: account.applicationId,
  IXON_COMPANY_ID: account.companyId,
  IXON_EMAIL: person.email,
  IXON_PASSWORD: Redacted.value(person.password)
}

/** A real server on this machine, which hands out one token and lists one agent. */
const server = Effect.acquireRelease(
  Effect.callback<{ readonly url: string; readonly seen: Array<string>; readonly close: () => void }>(
    (resume) => {
      const seen: Array<string> = []
      const http = createServer((request, response) => {
        const { "api-company": company, authorization } = request.headers
        seen.push(`${request.method} ${request.url} ${authorization} ${String(company)}`)
        const { headers, status, text } =
          request.method === "POST"
            ? success({ secretId: "t".repeat(32) }, undefined, 201)
            : success([{ name: "Pump 1" }])
        response.writeHead(status, headers).end(text)
      })
      http.listen(0, "127.0.0.1", () => {
        const { port } = http.address() as AddressInfo
        resume(Effect.succeed({ url: `http://127.0.0.1:${port}/api/`, seen, close: () => void http.close() }))
      })
    }
  ),
  ({ close }) => Effect.sync(close)
)

describe("the environment", () => {
  it.live("says whom to ask, and as whom", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* server
      const env = environment({ ...complete, IXON_OTP: "987654", IXON_BASE_URL: url })
      const page = yield* Effect.provide(
        Ixon.listAgents({}),
        Layer.provide(Ixon.layerConfig({ assumeIdempotent: false }), env)
      )
      assert.strictEqual(page.data[0]?.name, "Pump 1")
      const basic = Buffer.from("engineer@example.com:987654:pass:word-ü", "utf8").toString("base64")
      assert.deepStrictEqual(seen, [
        `POST /api/access-tokens?fields=secretId Basic ${basic} 1111-2222-3333-4444-5555`,
        `GET /api/agents Bearer ${"t".repeat(32)} 1111-2222-3333-4444-5555`
      ])
    })
  )

  it.effect.each(Object.keys(complete))("must have %s", (name) =>
    Effect.gen(function* () {
      const env = environment(Object.fromEntries(Object.entries(complete).filter(([key]) => key !== name)))
      const failure = yield* Effect.flip(Effect.scoped(Layer.build(Layer.provide(Ixon.layerConfig(), env))))
      assert.strictEqual(failure._tag, "ConfigError")
      assert.include(String(failure), name)
    })
  )

  it.effect("may leave out the one-time password and the base URL", () =>
    Effect.gen(function* () {
      assert.isTrue(
        Exit.isSuccess(
          yield* Effect.exit(
            Effect.scoped(Layer.build(Layer.provide(Ixon.layerConfig(), environment(complete))))
          )
        )
      )
    })
  )
})

describe("the base URL", () => {
  it.effect.each([
    "",
    "portal.ixon.cloud",
    "http://portal.ixon.cloud/api",
    "https://me:secret@portal.ixon.cloud/api"
  ])("is refused where it is wrong (%j)", (baseUrl) =>
    Effect.gen(function* () {
      const { transport } = portal(() => success([]))
      const built = Layer.provide(Ixon.layerNoTransport({ ...account, token, baseUrl }), transport)
      const failure = yield* Effect.flip(Effect.scoped(Layer.build(built)))
      assert.deepStrictEqual([failure._tag, failure.delivery], ["Misconfigured", "NotSent"])
      assert.notInclude(failure.message, "secret@")
    })
  )

  it.effect.each([Ixon.baseUrls.ayayot, new URL(Ixon.baseUrls.beijer), "https://portal.ixon.cloud:443/api/"])(
    "may be another one (%s)",
    (baseUrl) =>
      Effect.gen(function* () {
        const { sent, transport } = portal(() => success([]))
        yield* Effect.provide(Ixon.listAgents({}), layer(transport, { baseUrl }))
        assert.strictEqual(sent[0]?.url.href, new URL(`${String(baseUrl).replace(/\/$/, "")}/agents`).href)
      })
  )
})

it.effect("never shows a secret: not in a message, not in JSON, not in the journal", () => {
  const secrets = [Redacted.value(person.password), Redacted.value(person.otp), "issued-1".padEnd(32, "-")]
  const echo = (sent: Sent) =>
    fromJson(
      400,
      {},
      {
        data: [
          { message: `No: ${sent.headers["authorization"]} ${secrets.join(" ")}`, propertyName: "name" }
        ],
        status: "error",
        type: "Error"
      }
    )
  const { transport } = portal((sent) =>
    makesToken(sent) ? success({ secretId: secrets[2] }, undefined, 201) : echo(sent)
  )
  const entries: Array<Journal.Entry> = []
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Ixon.listAgents({}))
    const shown = [
      failure.message,
      String(failure),
      JSON.stringify(failure),
      JSON.stringify(failure.call),
      JSON.stringify(entries)
    ].join()
    assert.include(shown, "<redacted>")
    for (const secret of secrets) assert.notInclude(shown, secret)
    assert.notInclude(shown, "Basic ZW5")
  }).pipe(
    Effect.provide(loginLayer(transport)),
    Effect.provideService(Journal.Current, Journal.into(entries))
  )
})

it.effect("takes other credentials, another policy and another pipeline", () => {
  const { sent, transport } = portal(() => make(500, {}, ""))
  const options = {
    auth: Auth.none,
    policy: { passing: Policy.never },
    pipeline: Pipeline.without("observe")
  }
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Ixon.listAgents({}))
    assert.strictEqual(failure._tag, "Ixon.ProductionIncident")
    assert.strictEqual(sent.length, 1)
    assert.isFalse(Object.hasOwn(sent[0]?.headers ?? {}, "authorization"))
  }).pipe(Effect.provide(layer(transport, options)))
})
