/** IXON's page “Common errors”, sentence by sentence: what each becomes. */
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { make, type Wire } from "../../src/contract/Wire.ts"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import { refusal } from "../vendors/ixon/portal.ts"

const about = (propertyName: string, message: string) => refusal(400, { message, propertyName })
const token = (message: string) => about("Authorization", message)
const start = "Authorization must start with a type and have"

type Row = readonly [sentence: string, Wire, tag: string, retry: string, words: ReadonlyArray<string>]
const renew = "reauthenticate"
const again = "if-idempotent"
const rows: ReadonlyArray<Row> = [
  [
    "Content errors can be recognized by its HTTP response with a 4xx code",
    make(418, {}, ""),
    "ContentRejected",
    "never",
    ["The request is invalid"]
  ],
  [
    "correct the original request, you need to find the part of the request that was wrong",
    about("name", "Too long"),
    "ContentRejected",
    "never",
    ["Correct the header or field that IXON names", "API reference"]
  ],
  [
    "forget to add a certain header: Required header",
    about("Api-Company", "Required header"),
    "CompanyRequired",
    "never",
    ["header Api-Company is missing"]
  ],
  [
    "enter the wrong or invalid public Id in a certain header: Invalid value",
    about("Api-Company", "Invalid value"),
    "CompanyInvalid",
    "never",
    ["company id in the header Api-Company is wrong"]
  ],
  [
    "the bearer token … has expired, or if the credentials used to create it were incorrect … generate a new and valid bearer token",
    token("Invalid value"),
    "TokenInvalid",
    renew,
    ["has expired, or the credentials that it was made with are wrong", "Make a new access token"]
  ],
  [
    "2FA is required: … does not use an OTP … Enforce two-factor authentication",
    refusal(401, { message: "2FA is required" }),
    "TwoFactorRequired",
    "never",
    ["without a one-time password", "enforces two-factor authentication"]
  ],
  [
    "the user should generate a bearer token by adding their OTP to the credentials",
    refusal(401, { message: "2FA is required" }),
    "TwoFactorRequired",
    "never",
    ["Give the one-time password with the credentials"]
  ],
  [
    "a Platform Admin to deactivate the enforcing of 2FA … not usually recommended",
    refusal(401, { message: "2FA is required" }),
    "TwoFactorRequired",
    "never",
    ["A Platform Admin can stop enforcing it", "advises against"]
  ],
  [
    "Value is too short … generate it once more by paying attention to the credentials",
    token("Value is too short"),
    "TokenTooShort",
    renew,
    ["too short", "Make a new access token", "check that email"]
  ],
  [
    "Value is too long … The same solution",
    token("Value is too long"),
    "TokenTooLong",
    renew,
    ["too long", "Make a new access token"]
  ],
  [
    "Authorization must start with a type and have credentials: badly encrypted … a space or an invalid character",
    token(`${start} credentials`),
    "TokenMalformed",
    renew,
    ["a space or an invalid character"]
  ],
  [
    "Authorization must start with a type and have a credentials (the page's JSON)",
    token(`${start} a credentials`),
    "TokenMalformed",
    renew,
    ["Make a new access token"]
  ],
  [
    "Value does not match regex expression … generate the bearer token again",
    token("Value does not match regex expression"),
    "TokenMismatch",
    renew,
    ["encoded", "Make a new access token"]
  ],
  [
    "Server errors can be recognized by an HTTP response with a 5xx code",
    make(503, {}, ""),
    "ServerFault",
    again,
    ["One of IXON's servers has a problem", "try again later"]
  ],
  [
    "500 … most likely during a production incident or the remediation of a production incident",
    make(500, {}, ""),
    "ProductionIncident",
    again,
    ["production incident, or is recovering from one"]
  ],
  [
    "504 Gateway Timeout and a response time of more than 60 seconds … minimizing the scope of the request",
    make(504, {}, ""),
    "GatewayTimeout",
    "split",
    ["more than 60 seconds", "Ask for less at a time"]
  ]
]

describe("IXON's page says", () => {
  it.effect.each(rows)("%s", ([, wire, tag, retry, words]) =>
    Effect.gen(function* () {
      const found = yield* Diagnose.explain(Ixon.vendor, wire, { operation: Ixon.listAgents })
      assert.deepStrictEqual([found.tag, found.retry], [`Ixon.${tag}`, retry])
      for (const word of words) assert.include(`${found.means} ${found.remedy}`, word)
    })
  )

  it.effect("the reason why a certain error occurs is added to the response data", () =>
    Effect.gen(function* () {
      const found = yield* Diagnose.explain(Ixon.vendor, about("name", "Value is too long"))
      assert.deepStrictEqual(
        [found.vendorMessage, found.complaints.map(({ message, path }) => [path, message])],
        ["Value is too long", [["name", "Value is too long"]]]
      )
    })
  )

  it.effect("clients should retry … according to an exponential back off schedule", () =>
    Effect.gen(function* () {
      const { waits } = yield* Diagnose.explain(Ixon.vendor, make(500, {}, ""), {
        operation: Ixon.listAgents
      })
      assert.deepStrictEqual(waits.idempotent, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000])
    })
  )

  // “When the failures follow a repetitive pattern, it is very likely a chronic (network) problem”: test/faults/giving-up.test.ts.
  it("more than 60 seconds: an attempt waits for the gateway's own answer", () => {
    assert.isAbove(Duration.toSeconds(Ixon.vendor.advice.attemptTimeout), 60)
  })
})
