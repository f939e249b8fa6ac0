import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Redacted } from "effect"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { type Sent, layer, loginLayer, portal, success, token } from "./portal.ts"

const addressOf = (sent: Sent | undefined): string =>
  sent === undefined ? "" : sent.url.pathname + sent.url.search

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Runs the effect against one answer, and gives what was sent besides what came out. */
const against = <A, E>(answer: Wire, call: Effect.Effect<A, E, Ixon.IxonApi>) =>
  Effect.gen(function* () {
    const { sent, transport } = portal(() => answer)
    const output = yield* Effect.provide(call, layer(transport))
    return { output, sent: sent[0], count: sent.length }
  })

describe("lists", () => {
  it.effect("ask with IXON's names for paging, and give a page", () =>
    Effect.gen(function* () {
      const answer = success(
        [
          { publicId: "nNiv3NfWRa8E", name: "Pump 1", unheardOf: 1 },
          { publicId: "2b5Xq0kGhT1c", name: null }
        ],
        "next-1"
      )
      const { sent, output } = yield* against(
        answer,
        Ixon.listAgents({
          fields: ["name", "type(name,description)"],
          filters: [`in(name,"Pump 1","Pump 2")`],
          pageSize: 2,
          pageAfter: "cursor/0"
        })
      )
      assert.deepStrictEqual(plain(output), {
        data: [
          { publicId: "nNiv3NfWRa8E", name: "Pump 1" },
          { publicId: "2b5Xq0kGhT1c", name: null }
        ],
        moreAfter: "next-1"
      })
      assert.strictEqual(
        `${sent?.method} ${sent?.url.origin}${sent?.url.pathname}`,
        "GET https://portal.ixon.cloud/api/agents"
      )
      assert.deepStrictEqual(
        [...(sent?.url.searchParams ?? [])],
        [
          ["fields", "name"],
          ["fields", "type(name,description)"],
          ["filters", `in(name,"Pump 1","Pump 2")`],
          ["page-size", "2"],
          ["page-after", "cursor/0"]
        ]
      )
    })
  )

  it.effect("carry the headers and the token", () =>
    Effect.gen(function* () {
      const { sent } = yield* against(success([]), Ixon.listAgents({}))
      assert.strictEqual(sent?.headers["authorization"], `Bearer ${Redacted.value(token)}`)
      assert.strictEqual(sent?.headers["api-version"], "2")
      assert.strictEqual(sent?.headers["api-application"], "AppLicAt1on0")
      assert.strictEqual(sent?.headers["api-company"], "1111-2222-3333-4444-5555")
      assert.strictEqual(sent?.url.search, "")
      assert.isUndefined(sent?.body)
    })
  )

  it.effect("take a missing or null moreAfter for the last page", () =>
    Effect.gen(function* () {
      assert.isNull((yield* against(success([]), Ixon.listAgents({}))).output.moreAfter)
      assert.isNull((yield* against(success([], null), Ixon.listCompanies({}))).output.moreAfter)
    })
  )

  it.effect("take a single object for a list of one", () =>
    Effect.gen(function* () {
      const { output } = yield* against(success({ publicId: "nNiv3NfWRa8E" }), Ixon.listAgents({}))
      assert.deepStrictEqual(plain(output), { data: [{ publicId: "nNiv3NfWRa8E" }], moreAfter: null })
    })
  )

  it.effect("do not take an answer of another shape for an empty list", () =>
    Effect.gen(function* () {
      for (const answer of [
        make(200, {}, "<html></html>"),
        make(200, {}, ""),
        fromJson(200, {}, {}),
        success([3])
      ]) {
        const failure = yield* Effect.flip(against(answer, Ixon.listAgents({})))
        assert.strictEqual(failure._tag, "Unreadable")
      }
    })
  )

  it.effect("of companies need no company", () =>
    Effect.gen(function* () {
      const { sent, transport } = portal(() =>
        success([{ publicId: "1111-2222-3333-4444-5555", name: "Acme" }], "m")
      )
      const page = yield* Effect.provide(
        Ixon.listCompanies({ fields: ["*"] }),
        layer(transport, { companyId: undefined })
      )
      assert.strictEqual(page.data[0]?.name, "Acme")
      assert.strictEqual(addressOf(sent[0]), "/api/companies?fields=*")
      assert.isFalse(Object.hasOwn(sent[0]?.headers ?? {}, "api-company"))
    })
  )

  it.effect("of devices stand under their agent", () =>
    Effect.gen(function* () {
      const device = {
        publicId: "D0D0D0D0D0D0",
        ipAddress: "192.168.140.10",
        dataSources: [{ publicId: "S0S0S0S0S0S0", protocol: { publicId: "modbus", slave: 1 }, port: 502 }]
      }
      const { sent, output } = yield* against(
        success([device]),
        Ixon.listAgentDevices({ agentId: "nNiv3NfWRa8E", fields: ["*", "dataSources.*"], pageSize: 50 })
      )
      assert.deepStrictEqual(plain(output.data), [device])
      assert.strictEqual(sent?.url.pathname, "/api/agents/nNiv3NfWRa8E/devices")
      assert.deepStrictEqual(sent?.url.searchParams.get("page-size"), "50")
    })
  )
})

describe("single things", () => {
  it.effect("stand under their id", () =>
    Effect.gen(function* () {
      const agent = yield* against(
        success({
          publicId: "nNiv3NfWRa8E",
          activeStatus: "asleep",
          networkReportedOn: "2026-01-02T03:04:05.000Z"
        }),
        Ixon.getAgent({ publicId: "nNiv3NfWRa8E", fields: ["*"] })
      )
      assert.strictEqual(addressOf(agent.sent), "/api/agents/nNiv3NfWRa8E?fields=*")
      assert.strictEqual(agent.output.activeStatus, "asleep")
      assert.strictEqual(agent.output.networkReportedOn?.epochMilliseconds, Date.UTC(2026, 0, 2, 3, 4, 5))
      const company = yield* against(
        success({ name: "Acme" }),
        Ixon.getCompany({ publicId: "1111-2222-3333-4444-5555" })
      )
      assert.strictEqual(company.sent?.url.pathname, "/api/companies/1111-2222-3333-4444-5555")
      assert.deepStrictEqual(plain(company.output), { name: "Acme" })
    })
  )
})

describe("access tokens", () => {
  it.effect("are made with the login, and show their secret redacted", () =>
    Effect.gen(function* () {
      const { sent, transport } = portal(() =>
        success(
          { publicId: "T0T0T0T0T0T0", secretId: "s".repeat(32), expiresOn: "2026-01-02T03:04:05.000Z" },
          undefined,
          201
        )
      )
      const made = yield* Effect.provide(
        Ixon.createAccessToken({
          expiresIn: Duration.hours(1),
          fields: ["expiresOn"],
          trustedDeviceName: "shop floor",
          scope: { type: "allow", rels: [{ rel: "AgentList", get: true }] }
        }),
        loginLayer(transport)
      )
      assert.strictEqual(sent.length, 1)
      assert.strictEqual(`${sent[0]?.method} ${sent[0]?.url.pathname}`, "POST /api/access-tokens")
      assert.deepStrictEqual(sent[0]?.url.searchParams.getAll("fields"), ["secretId", "expiresOn"])
      assert.deepStrictEqual(sent[0]?.body, {
        expiresIn: 3600,
        trustedDeviceName: "shop floor",
        scope: { type: "allow", rels: [{ rel: "AgentList", get: true }] }
      })
      const basic = Buffer.from("engineer@example.com:987654:pass:word-ü", "utf8").toString("base64")
      assert.strictEqual(sent[0]?.headers["authorization"], `Basic ${basic}`)
      assert.strictEqual(Redacted.value(made.secretId), "s".repeat(32))
      assert.notInclude(JSON.stringify(made), "ssss")
    })
  )

  it.effect("ask for the secret although no attributes are named", () =>
    Effect.gen(function* () {
      const { sent } = yield* against(
        success({ secretId: "s".repeat(32) }, undefined, 201),
        Ixon.createAccessToken({ expiresIn: Duration.minutes(1) })
      )
      assert.strictEqual(sent?.url.search, "?fields=secretId")
    })
  )

  it.effect("are listed and revoked", () =>
    Effect.gen(function* () {
      const listed = yield* against(
        success([
          {
            publicId: "T0T0T0T0T0T0",
            created: { ip: "10.0.0.1", on: "2026-01-02T03:04:05Z" },
            scope: { type: "unrestricted" }
          }
        ]),
        Ixon.listAccessTokens({ pageSize: 5 })
      )
      assert.strictEqual(addressOf(listed.sent), "/api/access-tokens?page-size=5")
      assert.strictEqual(listed.output.data[0]?.created?.ip, "10.0.0.1")
      for (const data of [null, {}]) {
        const revoked = yield* against(success(data), Ixon.deleteAccessToken({ publicId: "T0T0T0T0T0T0" }))
        assert.strictEqual(
          `${revoked.sent?.method} ${revoked.sent?.url.pathname}`,
          "DELETE /api/access-tokens/T0T0T0T0T0T0"
        )
        assert.isUndefined(revoked.sent?.body)
        assert.isUndefined(revoked.output)
      }
      const own = yield* against(success(null), Ixon.deleteMyAccessToken({}))
      assert.strictEqual(`${own.sent?.method} ${own.sent?.url.pathname}`, "DELETE /api/access-tokens/me")
    })
  )
})

describe("the data query", () => {
  const question = {
    sources: [
      {
        source: { publicId: "S0S0S0S0S0S0" },
        start: DateTime.makeUnsafe("2026-01-01T00:00:00Z"),
        end: DateTime.makeUnsafe("2026-01-02T00:00:00Z"),
        timeZone: "Europe/Amsterdam",
        tags: [
          {
            id: 7,
            queries: [{ ref: "a", postAggr: "mean", step: 3600, limit: 5000, decimals: 2, order: "asc" }]
          },
          { slug: "temp_[1]" }
        ]
      }
    ]
  } as const

  it.effect("sends its sources as a list, and reads the series", () =>
    Effect.gen(function* () {
      const series = {
        start: "2026-01-01T00:00:00.000Z",
        end: "2026-01-02T00:00:00.000Z",
        timeZone: "Europe/Amsterdam",
        source: { publicId: "S0S0S0S0S0S0" },
        points: [{ time: "2026-01-01T01:00:00.000Z", values: { a: 20.5, b: null } }]
      }
      const { sent, output } = yield* against(success([series], null, 201), Ixon.queryData(question))
      assert.strictEqual(`${sent?.method} ${sent?.url.pathname}${sent?.url.search}`, "POST /api/data")
      assert.deepStrictEqual(sent?.body, [
        {
          source: { publicId: "S0S0S0S0S0S0" },
          start: "2026-01-01T00:00:00.000Z",
          end: "2026-01-02T00:00:00.000Z",
          timeZone: "Europe/Amsterdam",
          tags: [
            {
              id: 7,
              queries: [{ ref: "a", postAggr: "mean", step: 3600, limit: 5000, decimals: 2, order: "asc" }]
            },
            { slug: "temp_[1]" }
          ]
        }
      ])
      assert.deepStrictEqual(plain(output.data), [series])
    })
  )

  it.effect("is a read: nothing can be left half done", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(against(make(504, {}, ""), Ixon.queryData(question)))
      assert.deepStrictEqual([failure._tag, failure.delivery], ["Ixon.GatewayTimeout", "Refused"])
    })
  )
})
