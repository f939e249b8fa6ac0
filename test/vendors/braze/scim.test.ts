/** Braze's SCIM API: a credential and a header of its own, in a layer of its own. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Redacted, Schema } from "effect"
import { expectTypeOf } from "vitest"
import { fromJson } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { scimOperation } from "../../../src/vendors/braze/vendor.ts"
import { apiKey, baseUrl, layer as restLayer, rest } from "./rest.ts"

const scimToken = "scim-0f6a6e1f"
const options = { scimToken: Redacted.make(scimToken), requestOrigin: "hr.example.com", baseUrl }

const Person = Schema.Struct({ id: Schema.String, userName: Schema.String })
const getPerson = scimOperation("getPerson", () => ({
  method: "GET",
  path: "/scim/v2/Users/{id}",
  input: Schema.Struct({ id: Schema.String }),
  output: Person,
  fails: [Braze.DashboardUserNotFound],
  idempotent: true
}))
const ownDelete = Braze.scimOperation("deletePerson", () => ({
  method: "DELETE",
  path: "/scim/v2/Users/{id}",
  input: Schema.Struct({ id: Schema.String }),
  output: Schema.Void,
  idempotent: true
}))

const person = fromJson(200, {}, { id: "dfa245b7", userName: "ada@example.com" })
const over = (transport: ReturnType<typeof rest>["transport"], more: Partial<Braze.ScimOptions> = {}) =>
  Layer.provide(Braze.scimLayerNoTransport({ ...options, ...more }), transport)

describe("an operation of SCIM", () => {
  it.effect("goes with the token of SCIM and the origin of the request", () =>
    Effect.gen(function* () {
      const { sent, transport } = rest(person)
      const found = yield* Effect.provide(getPerson({ id: "dfa245b7" }), over(transport))
      assert.strictEqual(found.userName, "ada@example.com")
      const [request] = sent
      assert.strictEqual(String(request?.url), `${baseUrl}/scim/v2/Users/dfa245b7`)
      assert.strictEqual(request?.headers["authorization"], `Bearer ${scimToken}`)
      assert.strictEqual(request?.headers["x-request-origin"], "hr.example.com")
    })
  )

  it.effect("stands beside those of the REST API, each with its own credential", () =>
    Effect.gen(function* () {
      const { sent, transport } = rest(person)
      const both = Layer.merge(restLayer(transport), over(transport))
      const program = Effect.andThen(ownDelete({ id: "dfa245b7" }), Braze.deleteUsers({ brazeIds: ["b1"] }))
      yield* Effect.provide(program, both)
      assert.deepStrictEqual(
        sent.map(({ headers }) => [headers["authorization"], headers["x-request-origin"]]),
        [
          [`Bearer ${scimToken}`, "hr.example.com"],
          [`Bearer ${apiKey}`, undefined]
        ]
      )
    })
  )

  it("asks for the service of SCIM: the layer of the REST API alone does not compile", () => {
    const call = getPerson({ id: "dfa245b7" })
    expectTypeOf<Effect.Services<typeof call>>().toEqualTypeOf<Braze.BrazeScimApi>()
    const left = Effect.provide(call, restLayer(rest(person).transport))
    expectTypeOf<Effect.Services<typeof left>>().toEqualTypeOf<Braze.BrazeScimApi>()
    expectTypeOf(left).not.toExtend<Effect.Effect<unknown, unknown>>()
    assert.isDefined(left)
  })

  it.effect("without the layer of SCIM the message names its service", () =>
    Effect.gen(function* () {
      // as: what an untyped caller does
      const call = getPerson({ id: "dfa245b7" }) as Effect.Effect<unknown, unknown>
      const exit = yield* Effect.exit(Effect.provide(call, restLayer(rest(person).transport)))
      assert.include(String(exit), "faultline/BrazeScim")
    })
  )

  it.effect("is refused by what SCIM answers, and counts against the quota of SCIM", () =>
    Effect.gen(function* () {
      const error = "urn:ietf:params:scim:api:messages:2.0:Error"
      const { transport } = rest(
        fromJson(404, {}, { schemas: [error], detail: "User not found", status: 404 })
      )
      const failure = yield* Effect.flip(Effect.provide(getPerson({ id: "nobody" }), over(transport)))
      assert.strictEqual(failure._tag, "Braze.DashboardUserNotFound")
      assert.strictEqual(getPerson.spec.quota, "scim")
      assert.strictEqual(ownDelete.spec.quota, "scim")
    })
  )
})

describe("the layer of SCIM", () => {
  const build = <A, E>(layer: Layer.Layer<A, E>) => Effect.scoped(Layer.build(layer))

  it.effect.each(["BRAZE_SCIM_TOKEN", "BRAZE_SCIM_ORIGIN", "BRAZE_BASE_URL"])(
    "reads %s from the environment",
    (name) =>
      Effect.gen(function* () {
        const complete = {
          BRAZE_SCIM_TOKEN: scimToken,
          BRAZE_SCIM_ORIGIN: "hr.example.com",
          BRAZE_BASE_URL: baseUrl
        }
        const from = (env: Readonly<Record<string, string>>) =>
          Layer.provide(Braze.scimLayerConfig(), ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
        yield* build(from(complete))
        const failure = yield* Effect.flip(build(from({ ...complete, [name]: "" })))
        assert.strictEqual(failure._tag, "ConfigError")
        assert.include(String(failure), name)
      })
  )

  it.effect.each([
    ["scimToken", { scimToken: Redacted.make("two words") }],
    ["requestOrigin", { requestOrigin: "two words" }],
    ["requestOrigin", { requestOrigin: "" }]
  ] as const)("refuses a bad %s by name, and shows no value", ([name, bad]) =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(build(over(rest(person).transport, bad)))
      assert.strictEqual(failure._tag, "Misconfigured")
      assert.strictEqual(failure.setting, name)
      assert.notInclude(String(failure), "two words")
    })
  )
})
