/** What IXON answers, in whatever form: faults A3, A8 and A13. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { recognize } from "../../src/contract/Catalogue.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import { ended, layer, loginLayer, makesToken, portal, refusal, success } from "../vendors/ixon/portal.ts"

const html = "<html><head><title>Forbidden</title></head><body>Nothing here</body></html>"

describe("a 4xx is a content error by its status, whatever the body", () => {
  const bodies: ReadonlyArray<readonly [string, number, string, words: string | undefined]> = [
    ["404 without a body", 404, "", undefined],
    ["404 in HTML", 404, html, "Nothing here"],
    ["403 of a gateway", 403, `{"message":"Forbidden"}`, "Forbidden"],
    ["400 as plain text", 400, "bad request", "bad request"],
    ["data is null", 400, `{"data":null,"message":"Bad"}`, "Bad"],
    ["data is an object", 400, `{"data":{"message":"Too long","propertyName":"name"}}`, "name: Too long"],
    ["data is a list of texts", 400, `{"data":["name is too long","no type"]}`, "name is too long; no type"],
    ["a complaint without message", 400, `{"data":[{"propertyName":"name","rule":"x"}]}`, "rule: x"],
    ["an index as a text", 400, `{"data":[{"message":"Bad","listIndex":"2"}]}`, "item 2: Bad"],
    ["an index that is none", 400, `{"data":[{"message":"Bad","listIndex":"x"}]}`, "Bad"],
    ["a list", 422, `[{"message":"Bad","propertyName":"name"}]`, "name: Bad"],
    ["a text", 409, `"taken"`, "taken"],
    ["nothing but braces", 400, "{}", undefined]
  ]
  it.effect.each(bodies)("%s", ([, status, body, words]) => {
    const { sent, transport } = portal(() => make(status, {}, body))
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(Ixon.listAgents({})))
      assert.deepStrictEqual(
        [failure._tag, failure.delivery, failure.retry, sent.length],
        ["Ixon.ContentRejected", "Refused", "never", 1]
      )
      if (words !== undefined) assert.include(failure.message, words)
    }).pipe(Effect.provide(layer(transport)))
  })
})

describe("a 401 renews the token once, whatever the body", () => {
  const bodies = [
    "",
    html,
    `{"error":"Invalid credentials"}`,
    `{"data":null}`,
    `"no"`,
    `{"data":["Expired"]}`
  ]
  it.effect.each(bodies)("%j", (body) => {
    let issued = 0
    let refuse = 1
    const { sent, transport } = portal((one) =>
      makesToken(one)
        ? success({ secretId: `t${++issued}`.padEnd(32, "-") }, undefined, 201)
        : refuse-- > 0
          ? make(401, {}, body)
          : success([])
    )
    return Effect.gen(function* () {
      yield* ended(Ixon.listAgents({}))
      assert.deepStrictEqual([issued, sent.length], [2, 4])
      refuse = 9
      const failure = yield* ended(Effect.flip(Ixon.listAgents({})))
      assert.deepStrictEqual([failure._tag, issued], ["Ixon.AuthorizationRejected", 3])
    }).pipe(Effect.provide(loginLayer(transport)))
  })

  it.effect("but a company that is missing is no matter of the token", () => {
    const wire = refusal(401, { message: "Required header", propertyName: "Api-Company" })
    assert.strictEqual(recognize(Ixon.failures, wire)?._tag, "Ixon.CompanyRequired")
    return Effect.void
  })
})

describe("words are matched leniently", () => {
  const said: ReadonlyArray<readonly [string, string | undefined, string]> = [
    ["2FA is required.", undefined, "Ixon.TwoFactorRequired"],
    ["2fa required", undefined, "Ixon.TwoFactorRequired"],
    ["Two-factor authentication is required for this user", undefined, "Ixon.TwoFactorRequired"],
    ["A one-time password must be given", "Authorization", "Ixon.TwoFactorRequired"],
    ["Missing OTP", undefined, "Ixon.TwoFactorRequired"],
    ["Your role enforces two factor authentication", undefined, "Ixon.TwoFactorRequired"],
    ["Invalid value.", "Authorization", "Ixon.TokenInvalid"],
    ["Invalid value", "headers.authorization", "Ixon.TokenInvalid"],
    ["Authorization: invalid value", undefined, "Ixon.TokenInvalid"],
    ["Value is too short.", "Authorization", "Ixon.TokenTooShort"],
    ["The value is too long", "authorization", "Ixon.TokenTooLong"],
    ["Authorization must start with a type and have credentials.", undefined, "Ixon.TokenMalformed"],
    ["Value does not match regex expression: ^Bearer", "Authorization", "Ixon.TokenMismatch"],
    ["Something new", "Authorization", "Ixon.AuthorizationRejected"],
    ["Required header.", "api-company", "Ixon.CompanyRequired"],
    ["Invalid value!", "Api-Company", "Ixon.CompanyInvalid"],
    ["Invalid value", "authorizationProfile", "Ixon.ContentRejected"],
    ["The hotpatch is required", "name", "Ixon.ContentRejected"],
    ["Required header", "Api-Company-Name", "Ixon.ContentRejected"]
  ]
  it.each(said)("%s (%s)", (message, propertyName, tag) => {
    const about = propertyName === undefined ? {} : { propertyName }
    for (const wire of [
      refusal(400, { message, ...about }),
      refusal(403, { message: "Something else", propertyName: "name" }, { message, ...about }),
      refusal(200, { message, ...about })
    ])
      assert.strictEqual(recognize(Ixon.failures, wire)?._tag, tag, JSON.stringify(wire))
  })
})

describe("an error under 2xx is the same failure as under 4xx", () => {
  const bodies: ReadonlyArray<readonly [string, Wire]> = [
    ["as the page shows it", refusal(200, { message: "Invalid value", propertyName: "name" })],
    ["by its type alone", fromJson(200, {}, { type: "Error", data: [] })],
    ["by its status alone", fromJson(201, {}, { status: "ERROR", data: null })]
  ]
  it.effect.each(bodies)("%s", ([, wire]) => {
    const { transport } = portal(() => wire)
    return Effect.gen(function* () {
      const list = yield* ended(Effect.flip(Ixon.listAgents({})))
      const one = yield* ended(Effect.flip(Ixon.getAgent({ publicId: "A".repeat(12) })))
      for (const failure of [list, one]) {
        assert.deepStrictEqual([failure._tag, failure.delivery], ["Ixon.ContentRejected", "Refused"])
      }
    }).pipe(Effect.provide(layer(transport)))
  })

  it.effect("and a stale token is renewed", () => {
    let issued = 0
    let refuse = 1
    const { transport } = portal((one) =>
      makesToken(one)
        ? success({ secretId: `t${++issued}`.padEnd(32, "-") }, undefined, 201)
        : refuse-- > 0
          ? refusal(200, { message: "Invalid value", propertyName: "Authorization" })
          : success([{ name: "Pump 1" }])
    )
    return Effect.gen(function* () {
      const { data } = yield* ended(Ixon.listAgents({}))
      assert.deepStrictEqual([data[0]?.name, issued], ["Pump 1", 2])
    }).pipe(Effect.provide(loginLayer(transport)))
  })

  it.effect("but agents that are called Error, or are in error, are no error", () => {
    const { transport } = portal(() => success([{ name: "Error", activeStatus: "error" }]))
    return Effect.gen(function* () {
      assert.strictEqual((yield* Ixon.listAgents({})).data[0]?.name, "Error")
    }).pipe(Effect.provide(layer(transport)))
  })
})
