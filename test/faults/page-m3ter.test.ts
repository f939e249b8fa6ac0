/** m3ter's page “HTTP Error Codes”, sentence by sentence: what each becomes. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"

const answer = (status: number, message: string) => fromJson(status, {}, { message })
const { getAccount, listMeters, queryUsage, submitMeasurements, updateMeter } = M3ter

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
    "the JSON request schema was not well-formed",
    updateMeter,
    answer(400, "Invalid JSON"),
    "BadRequest",
    "never",
    ["malformed"]
  ],
  [
    "Updating the Meter … would break that existing configuration",
    updateMeter,
    answer(400, "Data Field is the target of an Aggregation"),
    "BadRequest",
    "never",
    ["a configuration that is in use", "or the configuration it names"]
  ],
  [
    "the OrgId used in the path did not exist",
    listMeters,
    answer(403, "Forbidden"),
    "Forbidden",
    "never",
    ["organization id"]
  ],
  [
    "the Bearer Token … had expired",
    listMeters,
    answer(403, "Unauthorized"),
    "TokenExpired",
    "reauthenticate",
    ["expired"]
  ],
  [
    "this does not mean the user is not allowed … must obtain a fresh Bearer Token and retry the call whilst the new Token remains valid",
    listMeters,
    answer(403, "Unauthorized"),
    "TokenExpired",
    "reauthenticate",
    ["not about permissions", "Get a new token and call again while it is valid"]
  ],
  [
    "the Account code was used in error instead of the id",
    getAccount,
    answer(404, "Not found"),
    "NotFound",
    "never",
    ["a code used where an id belongs"]
  ],
  [
    "5XX codes. An error occurred on the server side",
    getAccount,
    answer(599, ""),
    "OtherServerFault",
    again,
    ["on m3ter's side"]
  ],
  [
    "500 Internal Error (might be mapped to something else)",
    getAccount,
    answer(503, ""),
    "OtherServerFault",
    again,
    []
  ],
  [
    "If a 500 … error is returned, we recommend you attempt a retry",
    getAccount,
    answer(500, ""),
    "ServerFault",
    again,
    ["Ask again"]
  ],
  [
    "If a … 502 … error is returned, we recommend you attempt a retry",
    getAccount,
    make(502, {}, "<html>"),
    "BadGateway",
    again,
    ["Ask again"]
  ],
  [
    "If a … 504 error is returned, we recommend you attempt a retry",
    queryUsage,
    make(504, {}, ""),
    "GatewayTimeout",
    again,
    ["Ask again"]
  ],
  [
    "If a 400 … is returned, you should not attempt a retry of the call - you must look into the call you made and fix the call",
    getAccount,
    answer(400, "no"),
    "BadRequest",
    "never",
    ["mend the call", "the same request will be refused again"]
  ],
  [
    "If a 413 error is returned, the response to the call exceeds the payload limit imposed … reduce the response payload - such as by applying filters",
    queryUsage,
    answer(413, "Response too large"),
    "ResponseTooLarge",
    "split",
    ["answer to this call would be larger", "more filters"]
  ],
  [
    "a 413 of a submission is about what was sent",
    submitMeasurements,
    make(413, {}, ""),
    "RequestTooLarge",
    "split",
    ["fewer measurements"]
  ],
  [
    "we recommend you wait at least 1 second … If the second attempt fails, wait 3 seconds … with an increased time gap before each successive retry",
    listMeters,
    answer(429, "Too Many Requests"),
    "RateLimited",
    { after: 1_000 },
    ["at least 1 s, then 3 s, then longer"]
  ]
]

describe("m3ter's page says", () => {
  it.effect.each(rows)("%s", ([, operation, wire, tag, retry, words]) =>
    Effect.gen(function* () {
      const found = yield* Diagnose.explain(M3ter.vendor, wire, { operation })
      assert.deepStrictEqual([found.tag, found.retry], [`M3ter.${tag}`, retry])
      for (const word of words) assert.include(`${found.means} ${found.remedy}`, word)
    })
  )

  it.effect("wait 1 s, then 3 s, and so on, with an increased gap", () =>
    Effect.gen(function* () {
      const { waits } = yield* Diagnose.explain(M3ter.vendor, make(429, {}, ""), { operation: listMeters })
      assert.deepStrictEqual(waits.idempotent, [1_000, 3_000, 9_000, 27_000, 81_000])
      assert.deepStrictEqual(waits.notIdempotent, waits.idempotent)
    })
  )

  it.effect("an informative message is also returned: it is given in m3ter's own words", () =>
    Effect.gen(function* () {
      const { vendorMessage } = yield* Diagnose.explain(M3ter.vendor, answer(404, "Account not found"))
      assert.strictEqual(vendorMessage, "Account not found")
    })
  )
})

it.effect("without an operation, nothing is said of one", () =>
  Effect.gen(function* () {
    for (const status of [302, 402, 405, 409, 418, 451]) {
      const { means } = yield* Diagnose.explain(M3ter.vendor, make(status, {}, ""))
      assert.match(means ?? "", /gave an answer that it does not document\./)
      const of = yield* Diagnose.explain(M3ter.vendor, make(status, {}, ""), { operation: getAccount })
      assert.match(of.means ?? "", /does not document for this operation\./)
    }
  })
)
