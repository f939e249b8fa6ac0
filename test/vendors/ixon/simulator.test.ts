import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, DateTime, Duration, Effect, Fiber, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { recognize } from "../../../src/contract/Catalogue.ts"
import { make } from "../../../src/contract/Wire.ts"
import * as Simulator from "../../../src/testing/Simulator.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { simulator, type SimulatorOptions, simulatorWith } from "../../../src/vendors/ixon/simulator.ts"

const { applicationId, companyId, email, password } = simulator.credentials

interface Given {
  readonly password?: string
  readonly otp?: string
  readonly companyId?: string | undefined
}

const world = (options: SimulatorOptions = {}, given: Given = {}) =>
  Layer.provideMerge(
    Layer.orDie(
      Ixon.layerNoTransport({
        applicationId,
        companyId: "companyId" in given ? given.companyId : companyId,
        email,
        password: Redacted.make(given.password ?? password),
        otp: given.otp === undefined ? undefined : Redacted.make(given.otp),
        tokenLifetime: "1 hour"
      })
    ),
    Simulator.layer(simulatorWith(options))
  )

/** Runs the calls while virtual time passes: the client paces itself. */
const inTime = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect)
    yield* TestClock.adjust("1 minute")
    return yield* Fiber.join(fiber)
  })

const requests = Effect.flatMap(Simulator.World, ({ requests }) => requests)

it.effect("lists the company and its agents in pages, with the attributes that were asked for", () =>
  inTime(
    Effect.gen(function* () {
      assert.deepStrictEqual(
        (yield* Ixon.listCompanies({})).data.map((company) => company.publicId),
        [companyId]
      )
      const pages: Array<number> = []
      let after: string | null | undefined
      do {
        const page = yield* Ixon.listAgents({
          fields: ["name", "activeStatus"],
          ...(after ? { pageAfter: after } : {})
        })
        pages.push(page.data.length)
        after = page.moreAfter
      } while (after)
      assert.deepStrictEqual(pages, [20, 20, 5])
      const [first] = (yield* Ixon.listAgents({ pageSize: 1 })).data
      assert.deepStrictEqual({ ...first }, { publicId: "simag0000001", name: "Line 1 gateway" })
    })
  ).pipe(Effect.provide(world()))
)

it.effect("filters, and reads one agent and its devices", () =>
  inTime(
    Effect.gen(function* () {
      const found = yield* Ixon.listAgents({
        filters: [`in(name,"Line 2 gateway","Line 3 gateway")`],
        fields: ["*"]
      })
      assert.deepStrictEqual(
        found.data.map(({ publicId }) => publicId),
        ["simag0000002", "simag0000003"]
      )
      const agent = yield* Ixon.getAgent({ publicId: "simag0000002", fields: ["name", "devices.publicId"] })
      assert.strictEqual(agent.devices?.length, 3)
      const devices = yield* Ixon.listAgentDevices({
        agentId: "simag0000002",
        fields: ["publicId", "agent.publicId"]
      })
      assert.deepStrictEqual(
        devices.data.map(({ publicId }) => publicId),
        agent.devices?.map(({ publicId }) => publicId)
      )
      assert.strictEqual(
        (yield* Effect.flip(Ixon.getAgent({ publicId: "nobody000000" })))._tag,
        "Ixon.ContentRejected"
      )
      const unknown = yield* Effect.flip(Ixon.listAgents({ filters: [`between(name,"a","b")`] }))
      assert.deepStrictEqual(unknown.complaints, [{ message: "Invalid value", path: "filters" }])
    })
  ).pipe(Effect.provide(world()))
)

describe("data", () => {
  const ask = (hours: number, source = "simso0000001") =>
    Ixon.queryData({
      sources: [
        {
          source: { publicId: source },
          tags: [{ slug: "temperature", queries: [{ ref: "t", step: 3600 }] }],
          start: DateTime.makeUnsafe("2026-11-22T00:00:00Z"),
          end: DateTime.makeUnsafe(Date.parse("2026-11-22T00:00:00Z") + hours * 3_600_000)
        }
      ]
    })

  it.effect("come as points under the ref of their query, the same ones each time", () =>
    inTime(
      Effect.gen(function* () {
        const { data } = yield* ask(3)
        assert.deepStrictEqual(
          data[0]?.points?.map(({ time }) => time),
          ["2026-11-22T00:00:00.000Z", "2026-11-22T01:00:00.000Z", "2026-11-22T02:00:00.000Z"]
        )
        assert.isNumber(data[0]?.points?.[0]?.values?.["t"])
        assert.deepStrictEqual((yield* ask(3)).data, data)
        assert.strictEqual((yield* Effect.flip(ask(1, "nowhere00000")))._tag, "Ixon.ContentRejected")
      })
    ).pipe(Effect.provide(world()))
  )

  it.effect("time out where too much is asked for at once", () =>
    inTime(
      Effect.gen(function* () {
        assert.strictEqual((yield* ask(10)).data[0]?.points?.length, 10)
        assert.strictEqual((yield* Effect.flip(ask(11)))._tag, "Ixon.GatewayTimeout")
      })
    ).pipe(Effect.provide(world({ slowPoints: 10 })))
  )
})

describe("authorization", () => {
  const refused = (options: SimulatorOptions, given: Given) =>
    Effect.map(Effect.flip(Ixon.listAgents({})), ({ _tag }) => _tag).pipe(
      Effect.provide(world(options, given))
    )

  it.effect("wants the password, the one-time password where it is enforced, and the company", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* refused({}, { password: "wrong" }), "Ixon.TokenInvalid")
      assert.strictEqual(yield* refused({ otp: "123456" }, {}), "Ixon.TwoFactorRequired")
      // The operation needs it, so nothing is sent.
      assert.strictEqual(yield* refused({}, { companyId: undefined }), "Misconfigured")
      assert.strictEqual(yield* refused({}, { companyId: "9999-2222-3333-4444-5555" }), "Ixon.CompanyInvalid")
      yield* Ixon.listAgents({}).pipe(Effect.provide(world({ otp: "123456" }, { otp: "123456" })))
    })
  )

  it.effect("wants a company of whoever asks for agents", () =>
    Effect.gen(function* () {
      const { client } = yield* Simulator.World
      const token = yield* Ixon.createAccessToken({ expiresIn: Duration.hours(1) })
      const answer = yield* client.get("https://portal.ixon.cloud/api/agents", {
        headers: {
          "api-version": "2",
          "api-application": applicationId,
          authorization: `Bearer ${Redacted.value(token.secretId)}`
        }
      })
      const wire = make(answer.status, { ...answer.headers }, yield* answer.text)
      assert.strictEqual(recognize(Ixon.failures, wire)?._tag, "Ixon.CompanyRequired")
    }).pipe(Effect.provide(world({}, {})))
  )

  it.effect("tells what is wrong with a token by its form", () =>
    Effect.gen(function* () {
      const { client } = yield* Simulator.World
      const ask = (authorization: string) =>
        Effect.flatMap(
          client.get("https://portal.ixon.cloud/api/agents", {
            headers: {
              "api-version": "2",
              "api-application": applicationId,
              "api-company": companyId,
              authorization
            }
          }),
          (answer) =>
            Effect.map(answer.json, (body) => JSON.stringify(body).match(/"message":"([^"]*)"/)?.[1])
        )
      assert.deepStrictEqual(
        [
          yield* ask("x"),
          yield* ask("Bearer short"),
          yield* ask(`Bearer ${"x".repeat(40)}`),
          yield* ask(`Bearer ${"x".repeat(32)}`)
        ],
        [
          "Authorization must start with a type and have a credentials",
          "Value is too short",
          "Value is too long",
          "Invalid value"
        ]
      )
    }).pipe(Effect.provide(world()))
  )

  it.effect("lets tokens expire, and revokes them", () =>
    Effect.gen(function* () {
      yield* inTime(Ixon.listAgents({}))
      yield* TestClock.adjust("2 hours")
      yield* inTime(Effect.andThen(Ixon.listAgents({}), Ixon.deleteMyAccessToken({})))
      yield* inTime(Ixon.listAgents({}))
      const made = (yield* requests).filter(({ operation }) => operation === "Ixon.createAccessToken")
      assert.strictEqual(made.length, 3)
    }).pipe(Effect.provide(world()))
  )

  it.effect("shuts out for ten minutes whoever exceeds the limit", () =>
    Effect.gen(function* () {
      const { client } = yield* Simulator.World
      const ask = Effect.map(client.get("https://portal.ixon.cloud/api/agents"), ({ status }) => status)
      const first = yield* Effect.all(Array.from({ length: 251 }, () => ask))
      assert.deepStrictEqual([first.filter((status) => status === 400).length, first.at(-1)], [250, 429])
      yield* TestClock.adjust("9 minutes")
      assert.strictEqual(yield* ask, 429)
      yield* TestClock.adjust("1 minute")
      assert.strictEqual(yield* ask, 400)
    }).pipe(Effect.provide(world()))
  )
})

it.live("is reached over HTTP with the environment that its server reports", () =>
  Effect.gen(function* () {
    const { env } = yield* Simulator.serve(simulator)
    const config = ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...env } }))
    const { data } = yield* Ixon.listAgents({ pageSize: 3 }).pipe(
      Effect.provide(Ixon.layerConfig().pipe(Layer.provide(config)))
    )
    assert.strictEqual(data.length, 3)
  })
)
