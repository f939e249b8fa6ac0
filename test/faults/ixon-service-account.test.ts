/** The token of a service account, which IXON recommends for programs, comes from the environment as well: fault A18. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer } from "effect"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import { account, success } from "../vendors/ixon/portal.ts"

const given = { IXON_APPLICATION_ID: account.applicationId, IXON_COMPANY_ID: account.companyId }
const login = { IXON_EMAIL: "engineer@example.com", IXON_PASSWORD: "pass" }
const token = "service-account-token-0123456789"

/** A server on this machine that notes who asks. */
const server = Effect.acquireRelease(
  Effect.callback<{ readonly url: string; readonly seen: Array<string>; readonly close: () => void }>(
    (resume) => {
      const seen: Array<string> = []
      const http = createServer((request, response) => {
        seen.push(`${request.method} ${request.url} ${request.headers.authorization?.split(" ")[0]}`)
        const made =
          request.method === "POST" ? success({ secretId: "t".repeat(32) }, undefined, 201) : success([])
        response.writeHead(made.status, { ...made.headers }).end(made.text)
      })
      http.listen(0, "127.0.0.1", () => {
        const { port } = http.address() as AddressInfo // as: it listens on a port, not on a path
        resume(Effect.succeed({ url: `http://127.0.0.1:${port}`, seen, close: () => void http.close() }))
      })
    }
  ),
  ({ close }) => Effect.sync(close)
)

const built = (env: Record<string, string>) =>
  Layer.provide(Ixon.layerConfig(), ConfigProvider.layer(ConfigProvider.fromEnv({ env })))

describe("IXON_ACCESS_TOKEN", () => {
  it.live("is the bearer token of every call, and no login is needed", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* server
      const env = { ...given, IXON_ACCESS_TOKEN: token, IXON_BASE_URL: url }
      yield* Effect.provide(Ixon.listAgents({}), built(env))
      assert.deepStrictEqual(seen, ["GET /agents Bearer"])
    })
  )

  it.live("goes before a person's login", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* server
      const env = { ...given, ...login, IXON_ACCESS_TOKEN: token, IXON_BASE_URL: url }
      yield* Effect.provide(Ixon.listAgents({}), built(env))
      assert.deepStrictEqual(seen, ["GET /agents Bearer"])
    })
  )

  it.live("that is empty counts as not set", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* server
      const env = { ...given, ...login, IXON_ACCESS_TOKEN: "", IXON_OTP: "", IXON_BASE_URL: url }
      yield* Effect.provide(Ixon.listAgents({}), built(env))
      assert.deepStrictEqual(seen, ["POST /access-tokens?fields=secretId Basic", "GET /agents Bearer"])
    })
  )

  it.effect("is never shown", () =>
    Effect.gen(function* () {
      const layer = built({ ...given, IXON_ACCESS_TOKEN: token, IXON_BASE_URL: "http://elsewhere.example" })
      const failure = yield* Effect.flip(Effect.scoped(Layer.build(layer)))
      assert.notInclude(`${String(failure)} ${JSON.stringify(failure)}`, token)
    })
  )

  it.effect("is listed beside the login, each with what it stands in for", () =>
    Effect.gen(function* () {
      const variables = yield* Diagnose.environment(
        Layer.effectDiscard(Effect.void).pipe(Layer.provide(Ixon.layerConfig()))
      )
      assert.deepStrictEqual(variables, [
        { name: "IXON_APPLICATION_ID", required: true },
        { name: "IXON_COMPANY_ID", required: true },
        { name: "IXON_BASE_URL", required: false },
        { name: "IXON_BRANDING_DOMAIN", required: false },
        { name: "IXON_ACCESS_TOKEN", required: false },
        { name: "IXON_EMAIL", required: true, unless: "IXON_ACCESS_TOKEN" },
        { name: "IXON_PASSWORD", required: true, unless: "IXON_ACCESS_TOKEN" },
        { name: "IXON_OTP", required: false, unless: "IXON_ACCESS_TOKEN" }
      ])
    })
  )
})
