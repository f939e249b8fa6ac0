import { operationsIn } from "../../../src/contract/Operation.ts"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { recognize } from "../../../src/contract/Catalogue.ts"
import { laws } from "../../../src/testing/laws.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import * as Shop from "../../shop/shop.ts"

it.effect("obeys the laws", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* laws(Xtremepush.vendor, operationsIn(Xtremepush)), [])
  })
)

const html = "<html><body><h1>502 Bad Gateway</h1></body></html>"
const badToken = { code: 400, message: "apptoken is invalid.", success: false }
const blankToken = { code: 400, message: "apptoken cannot be blank.", success: false }
const blankId = { code: 400, message: "id cannot be blank.", success: false }
const notFound = { code: 404, message: "Not Found", success: false }
const notCreated = {
  code: 400,
  errors: {
    ibeacon_major: ["iBeacon Major cannot be blank."],
    ibeacon_uuid: ["iBeacon UUID must be a string."]
  },
  message: "Location is not created",
  success: false
}
const otp = (error: string) => ({ success: false, code: 200, status: "failure", error })

const rows: ReadonlyArray<readonly [name: string, wire: Wire, tag: string | undefined]> = [
  ["the documented bad token", fromJson(400, {}, badToken), "Xtremepush.InvalidToken"],
  [
    "a bad token in other letters",
    fromJson(400, {}, { ...badToken, message: "Apptoken  is invalid" }),
    "Xtremepush.InvalidToken"
  ],
  ["a bad token under HTTP 200", fromJson(200, {}, badToken), "Xtremepush.InvalidToken"],
  ["the documented blank token", fromJson(400, {}, blankToken), "Xtremepush.BlankToken"],
  [
    "another complaint about the token",
    fromJson(400, {}, { code: 400, message: "apptoken has been revoked.", success: false }),
    "Xtremepush.AuthenticationFailed"
  ],
  ["401 with an empty body", make(401, {}, ""), "Xtremepush.AuthenticationFailed"],
  ["the documented blank id", fromJson(400, {}, blankId), "Xtremepush.BlankId"],
  [
    "another field that ends in id",
    fromJson(400, {}, { ...blankId, message: "campaign_id cannot be blank." }),
    "Xtremepush.BadRequest"
  ],
  ["the documented field errors", fromJson(400, {}, notCreated), "Xtremepush.InvalidFields"],
  [
    "field errors as a list",
    fromJson(400, {}, { ...notCreated, errors: ["iBeacon Major cannot be blank."] }),
    "Xtremepush.InvalidFields"
  ],
  [
    "no field errors, as PHP writes an empty map",
    fromJson(400, {}, { ...notCreated, errors: [] }),
    "Xtremepush.BadRequest"
  ],
  [
    "no field errors at all",
    fromJson(400, {}, { code: 400, message: "Location is not created", success: false }),
    "Xtremepush.BadRequest"
  ],
  ["400 with HTML", make(400, {}, html), "Xtremepush.BadRequest"],
  ["403", fromJson(403, {}, { code: 403, message: "Forbidden", success: false }), "Xtremepush.Forbidden"],
  ["the documented missing object", fromJson(404, {}, notFound), "Xtremepush.NotFound"],
  ["a missing object under HTTP 200", fromJson(200, {}, notFound), "Xtremepush.NotFound"],
  [
    "an HTTP status that disagrees with the code",
    fromJson(404, {}, { ...notFound, code: 200 }),
    "Xtremepush.NotFound"
  ],
  ["405", make(405, {}, ""), "Xtremepush.MethodNotAllowed"],
  ["410", make(410, {}, ""), "Xtremepush.Gone"],
  [
    "429",
    fromJson(429, {}, { code: 429, message: "Too Many Requests", success: false }),
    "Xtremepush.RateLimited"
  ],
  [
    "500",
    fromJson(500, {}, { code: 500, message: "Internal Server Error", success: false }),
    "Xtremepush.InternalFault"
  ],
  ["500 whose body speaks of the token", fromJson(500, {}, badToken), "Xtremepush.InternalFault"],
  ["502 with HTML", make(502, { "content-type": "text/html" }, html), "Xtremepush.BadGateway"],
  ["503 with an empty body", make(503, {}, ""), "Xtremepush.Overloaded"],
  ["504 with a body cut short", make(504, {}, `{"code": 504, "mess`), "Xtremepush.GatewayTimeout"],
  ["a 5XX that is not listed", make(520, {}, html), "Xtremepush.ServerFault"],
  ["a listed 5XX under HTTP 200", fromJson(200, {}, { code: 503, success: false }), "Xtremepush.Overloaded"],
  [
    "a 5XX that is not listed under HTTP 200",
    fromJson(200, {}, { code: 507, success: false }),
    "Xtremepush.ServerFault"
  ],
  ["a wrong one-time password", fromJson(200, {}, otp("Incorrect OTP")), "Xtremepush.IncorrectOtp"],
  ["an old one-time password", fromJson(200, {}, otp("OTP expired")), "Xtremepush.OtpExpired"],
  [
    "a one-time password tried too often",
    fromJson(200, {}, otp("Verification attempts exceeded")),
    "Xtremepush.OtpAttemptsExceeded"
  ],
  ["success: false under HTTP 200", fromJson(200, {}, otp("Something else")), "Xtremepush.Unsuccessful"],
  [
    "a 4XX code that is not listed under HTTP 200",
    fromJson(200, {}, { code: 422, success: true }),
    "Xtremepush.ClientError"
  ],
  [
    "success",
    fromJson(200, {}, { code: 200, success: true, message: "Location is successfully updated", model: {} }),
    undefined
  ],
  ["an import that was accepted", fromJson(202, {}, { code: 202, success: true }), undefined],
  ["a 4XX that is not listed", make(418, {}, ""), "Xtremepush.ClientError"]
]

describe("recognizes", () => {
  it.each(rows)("%s", (_, wire, tag) => {
    assert.strictEqual(recognize(Xtremepush.failures, wire)?._tag, tag)
  })
})

const refused = (wire: Wire) =>
  Effect.flip(Xtremepush.createLocation({ title: "Sydney", type: 0 })).pipe(
    Effect.provide(
      Layer.provide(
        Xtremepush.layerNoTransport({ appToken: Redacted.make("tok-1234567890") }),
        Shop.transport(() => wire).layer
      )
    )
  )

it.effect("reports the vendor's message, the complaints and the delivery", () =>
  Effect.gen(function* () {
    const failure = yield* refused(fromJson(400, {}, notCreated))
    assert.strictEqual(failure.vendorMessage, "Location is not created")
    assert.deepStrictEqual(
      failure.complaints.map(({ message, path }) => [path, message]),
      [
        ["ibeacon_major", "iBeacon Major cannot be blank."],
        ["ibeacon_uuid", "iBeacon UUID must be a string."]
      ]
    )
    assert.deepStrictEqual([failure.status, failure.delivery, failure.retry], [400, "Refused", "never"])
    assert.strictEqual(
      failure.message,
      "Xtremepush.createLocation failed with Xtremepush.InvalidFields (HTTP 400). Xtremepush refused single fields of the request; nothing was created or changed. Xtremepush said: “Location is not created”. Fields: ibeacon_major: iBeacon Major cannot be blank.; ibeacon_uuid: iBeacon UUID must be a string. Nothing was done. Correct the fields that it names, and call again."
    )
  })
)

it.effect("reads field errors as a list, as single texts and as nothing", () =>
  Effect.gen(function* () {
    const complaintsOf = (errors: unknown) =>
      Effect.map(refused(fromJson(400, {}, { ...notCreated, errors })), ({ complaints }) =>
        complaints.map(({ message, path }) => [path, message])
      )
    assert.deepStrictEqual(yield* complaintsOf(["a", "b"]), [
      [undefined, "a"],
      [undefined, "b"]
    ])
    assert.deepStrictEqual(yield* complaintsOf({ title: "cannot be blank." }), [
      ["title", "cannot be blank."]
    ])
    assert.deepStrictEqual(yield* complaintsOf([{ title: ["cannot be blank."] }]), [
      ["title", "cannot be blank."]
    ])
    assert.deepStrictEqual(yield* complaintsOf([]), [])
    assert.deepStrictEqual(yield* complaintsOf(7), [])
  })
)

it.effect("takes the text of `success: false` from `error`", () =>
  Effect.gen(function* () {
    const failure = yield* refused(fromJson(200, {}, otp("Something else")))
    assert.deepStrictEqual(
      [failure._tag, failure.status, failure.vendorMessage],
      ["Xtremepush.Unsuccessful", 200, "Something else"]
    )
  })
)

it.effect("calls an answer that nobody documents unrecognized", () =>
  Effect.gen(function* () {
    const failure = yield* refused(make(302, { location: "https://elsewhere.example" }, ""))
    assert.deepStrictEqual([failure._tag, failure.status, failure.delivery], ["Unrecognized", 302, "Unknown"])
  })
)

it.effect("names a failure only where the operation declares it", () =>
  Effect.gen(function* () {
    const failure = yield* refused(fromJson(400, {}, blankId))
    assert.deepStrictEqual(
      [failure._tag, failure.vendorMessage],
      ["Xtremepush.BadRequest", "id cannot be blank."]
    )
  })
)
