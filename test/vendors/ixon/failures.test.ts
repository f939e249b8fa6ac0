import { operationsIn } from "../../../src/contract/Operation.ts"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { recognize } from "../../../src/contract/Catalogue.ts"
import { laws } from "../../../src/testing/laws.ts"
import { fromJson, make } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { layer, portal, refusal } from "./portal.ts"

const html = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>`

const authorization = (message: string) => `{
"type": "Error",
"data": [
{
"message": "${message}",
"propertyName": "Authorization"
}
],
"moreAfter": null,
"status": "error"
}`

const company = (message: string) => `{
"data": [
{
"message": "${message}",
"propertyName": "Api-Company"
}
],
"moreAfter": null,
"status": "error",
"type": "Error"
}`

const twoFactor = `{
"type": "Error",
"data": [
{
"message": "2FA is required"
}
],
"moreAfter": null,
"status": "error"
}`

// Status (any of the class, where IXON does not say which), body, tag.
const documented: ReadonlyArray<readonly [number, string, string]> = [
  [400, company("Required header"), "Ixon.CompanyRequired"],
  [404, company("Required header"), "Ixon.CompanyRequired"],
  [400, company("Invalid value"), "Ixon.CompanyInvalid"],
  [403, company("Invalid value"), "Ixon.CompanyInvalid"],
  [401, authorization("Invalid value"), "Ixon.TokenInvalid"],
  [400, authorization("Invalid value"), "Ixon.TokenInvalid"],
  [401, twoFactor, "Ixon.TwoFactorRequired"],
  [403, twoFactor, "Ixon.TwoFactorRequired"],
  [401, authorization("Value is too short"), "Ixon.TokenTooShort"],
  [401, authorization("Value is too long"), "Ixon.TokenTooLong"],
  [400, authorization("Authorization must start with a type and have a credentials"), "Ixon.TokenMalformed"],
  [400, authorization("Authorization must start with a type and have credentials"), "Ixon.TokenMalformed"],
  [401, authorization("Value does not match regex expression"), "Ixon.TokenMismatch"],
  [401, authorization("Required header"), "Ixon.AuthorizationRejected"],
  [429, "", "Ixon.RateLimited"],
  [429, html("429 Too Many Requests"), "Ixon.RateLimited"],
  [500, "", "Ixon.ProductionIncident"],
  [500, html("500 Internal Server Error"), "Ixon.ProductionIncident"],
  [504, html("504 Gateway Time-out"), "Ixon.GatewayTimeout"],
  [504, "", "Ixon.GatewayTimeout"],
  [502, html("502 Bad Gateway"), "Ixon.ServerFault"],
  [503, "", "Ixon.ServerFault"],
  [599, "", "Ixon.ServerFault"]
]

describe("the catalogue", () => {
  it.effect("obeys the laws", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* laws(Ixon.vendor, operationsIn(Ixon), { runs: 200 }), [])
    })
  )

  it.each(documented)("reads %i %j as %s", (status, body, tag) => {
    assert.strictEqual(recognize(Ixon.failures, make(status, {}, body))?._tag, tag)
  })

  it("tells one message apart by what it is about", () => {
    const tags = ["Api-Company", "Authorization", "name", undefined].map(
      (propertyName) =>
        recognize(Ixon.failures, refusal(400, { message: "Invalid value", propertyName }))?._tag
    )
    assert.deepStrictEqual(tags, [
      "Ixon.CompanyInvalid",
      "Ixon.TokenInvalid",
      "Ixon.ContentRejected",
      "Ixon.ContentRejected"
    ])
  })

  it("does not put the message of one complaint together with the header of another", () => {
    const wire = refusal(
      400,
      { message: "Value is too short", propertyName: "name" },
      { message: "Required header", propertyName: "Api-Company" }
    )
    assert.strictEqual(recognize(Ixon.failures, wire)?._tag, "Ixon.CompanyRequired")
  })

  it("finds a special complaint anywhere in the list, in any spelling of case and space", () => {
    const wire = refusal(
      400,
      { message: "Value is too long", propertyName: "name" },
      { message: "invalid  VALUE", propertyName: "authorization" }
    )
    assert.strictEqual(recognize(Ixon.failures, wire)?._tag, "Ixon.TokenInvalid")
  })

  it("takes nothing that IXON answers a success with for a failure", () => {
    const data = [{ message: "2FA is required", propertyName: "Authorization" }]
    for (const type of ["AgentList", "Error-list", undefined])
      assert.isUndefined(recognize(Ixon.failures, fromJson(200, {}, { type, status: "success", data })))
    assert.isUndefined(
      recognize(Ixon.failures, fromJson(200, {}, { type: "Error", status: "success", data }))
    )
  })
})

describe("a failure of a call", () => {
  const wire = refusal(
    400,
    { message: "Value is too long", propertyName: "name", listIndex: 2 },
    { message: "Something else", propertyName: null, listIndex: null }
  )

  it.effect("carries each complaint, as IXON wrote it and as field errors", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Ixon.listAgents({}))
      if (failure._tag !== "Ixon.ContentRejected") return assert.fail(failure._tag)
      assert.deepStrictEqual(
        failure.problems.map((problem) => ({ ...problem })),
        [{ message: "Value is too long", propertyName: "name", listIndex: 2 }, { message: "Something else" }]
      )
      assert.deepStrictEqual(
        failure.complaints.map((complaint) => ({ ...complaint })),
        [{ message: "Value is too long", path: "name", index: 2 }, { message: "Something else" }]
      )
      assert.deepStrictEqual(
        [failure.vendorMessage, failure.status, failure.delivery],
        ["Value is too long", 400, "Refused"]
      )
      assert.strictEqual(
        failure.message,
        "Ixon.listAgents failed with Ixon.ContentRejected (HTTP 400). The request is invalid, and IXON did nothing. " +
          "Ixon said: “Value is too long”. Fields: item 2: name: Value is too long; Something else. Nothing was done. " +
          "Correct the header or field that IXON names; the API reference lists what each operation takes."
      )
    }).pipe(Effect.provide(layer(portal(() => wire).transport)))
  )

  it.effect("carries the header that is wrong although its class has no field for it", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Ixon.listAgents({}))
      assert.deepStrictEqual(
        [failure._tag, failure.complaints.map((complaint) => ({ ...complaint }))],
        ["Ixon.CompanyRequired", [{ message: "Required header", path: "Api-Company" }]]
      )
    }).pipe(
      Effect.provide(
        layer(
          portal(() => refusal(400, { message: "Required header", propertyName: "Api-Company" })).transport
        )
      )
    )
  )
})
