/** Xtremepush's page “External API Responses Status/Error Codes”, sentence by sentence: what each becomes. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"

const { createLocation, infoCampaign, listLocations } = Xtremepush
const answer = (code: number, message: string) => fromJson(code, {}, { code, message, success: false })
const notCreated = fromJson(
  400,
  {},
  {
    code: 400,
    errors: {
      ibeacon_major: ["iBeacon Major cannot be blank."],
      ibeacon_uuid: ["iBeacon UUID must be a string."]
    },
    message: "Location is not created",
    success: false
  }
)

type Row = readonly [
  sentence: string,
  AnyOperation,
  Wire,
  tag: string,
  retry: unknown,
  words: ReadonlyArray<string>
]
const again = "if-idempotent"
const rows: ReadonlyArray<Row> = [
  [
    "An accompanying error message will explain further",
    infoCampaign,
    answer(400, "no"),
    "BadRequest",
    "never",
    ["what its message names"]
  ],
  [
    "Requests without authentication are considered invalid and will yield this response",
    infoCampaign,
    answer(400, "apptoken cannot be blank."),
    "BlankToken",
    "never",
    ["no app token"]
  ],
  [
    "apptoken is invalid.",
    infoCampaign,
    answer(400, "apptoken is invalid."),
    "InvalidToken",
    "never",
    ["app token", "region"]
  ],
  [
    "apptoken cannot be blank.",
    infoCampaign,
    answer(400, "apptoken cannot be blank."),
    "BlankToken",
    "never",
    ["XTREMEPUSH_APP_TOKEN"]
  ],
  [
    "id cannot be blank.",
    infoCampaign,
    answer(400, "id cannot be blank."),
    "BlankId",
    "never",
    ["Give the id of the object"]
  ],
  [
    "there is no object with that id",
    infoCampaign,
    answer(404, "Not Found"),
    "NotFound",
    "never",
    ["no object with this id", "Check the id"]
  ],
  [
    "list of parameter specific errors giving further information",
    createLocation,
    notCreated,
    "InvalidFields",
    "never",
    ["nothing was created or changed"]
  ],
  [
    "Authentication failed",
    infoCampaign,
    answer(401, ""),
    "AuthenticationFailed",
    "never",
    ["did not accept the credentials"]
  ],
  [
    "API Access may not be authorised for your account. Contact your account manager",
    infoCampaign,
    answer(403, ""),
    "Forbidden",
    "never",
    ["may not be enabled for your account", "account manager"]
  ],
  [
    "the URI requested is invalid or the resource requested, does not exists",
    infoCampaign,
    answer(404, ""),
    "NotFound",
    "never",
    ["a wrong URL", "check the base URL"]
  ],
  [
    "Can also be returned when the requested format is not supported by the requested method",
    infoCampaign,
    answer(404, ""),
    "NotFound",
    "never",
    ["a format that the method does not support"]
  ],
  [
    "API method has a typo in url used",
    infoCampaign,
    answer(405, ""),
    "MethodNotAllowed",
    "never",
    ["misspelled", "no typo"]
  ],
  [
    "an API endpoint has been turned off",
    infoCampaign,
    answer(410, ""),
    "Gone",
    "never",
    ["turned this endpoint off"]
  ],
  [
    "the application’s rate limit having been exhausted for the resource",
    infoCampaign,
    answer(429, ""),
    "RateLimited",
    { after: 30_000 },
    ["rate limit for this resource"]
  ],
  [
    "If this was still unsuccessful, post a support ticket with additional details of your request",
    infoCampaign,
    answer(500, ""),
    "InternalFault",
    again,
    ["support ticket with the request, the answer and the time"]
  ],
  [
    "may be down or being upgraded … an issue at the web server layer. Please post a support ticket",
    infoCampaign,
    make(502, {}, "<html>"),
    "BadGateway",
    again,
    ["down or being upgraded", "web server layer", "support ticket"]
  ],
  [
    "up, but overloaded with requests. Try again later",
    infoCampaign,
    answer(503, ""),
    "Overloaded",
    again,
    ["overloaded", "Try again later"]
  ],
  [
    "couldn’t be serviced due to some failure en route. Try again later",
    infoCampaign,
    answer(504, ""),
    "GatewayTimeout",
    again,
    ["failed on its way", "Try again later"]
  ],
  [
    "The 4xx errors will indicate an issue on the client side such using an invalid url or having incorrect API params",
    listLocations,
    answer(422, ""),
    "ClientError",
    "never",
    ["an issue on our side, such as a wrong URL or wrong parameters"]
  ],
  [
    "If a 5XX response code is returned from an API request, then the request can be retried",
    listLocations,
    answer(507, ""),
    "ServerFault",
    again,
    []
  ],
  [
    "“success”: whether client request is successful",
    listLocations,
    fromJson(200, {}, { code: 200, success: false }),
    "Unsuccessful",
    "never",
    ["the body says that the request was not successful"]
  ]
]

describe("Xtremepush's page says", () => {
  it.effect.each(rows)("%s", ([, operation, wire, tag, retry, words]) =>
    Effect.gen(function* () {
      const found = yield* Diagnose.explain(Xtremepush.vendor, wire, { operation })
      assert.deepStrictEqual([found.tag, found.retry], [`Xtremepush.${tag}`, retry])
      for (const word of words) assert.include(`${found.means} ${found.remedy}`, word)
    })
  )
})
