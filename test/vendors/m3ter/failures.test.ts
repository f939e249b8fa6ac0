import { operationsIn } from "../../../src/contract/Operation.ts"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { recognize } from "../../../src/contract/Catalogue.ts"
import { showVerdict } from "../../../src/contract/Failure.ts"
import { laws } from "../../../src/testing/laws.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { m3ter } from "./m3ter.ts"

it.effect("obeys the laws of a catalogue", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* laws(M3ter.vendor, operationsIn(M3ter)), [])
  })
)

const html = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
const vendorMessage = (status: number, message: string, headers: Record<string, string> = {}) =>
  fromJson(status, headers, { message })

// m3ter documents status, cause and the shape of the body; its example texts are pictures, so these words are ours.
const answers: ReadonlyArray<readonly [what: string, wire: Wire, tag: string | undefined, retry?: unknown]> =
  [
    ["malformed JSON", vendorMessage(400, "Unexpected character at line 3"), "M3ter.BadRequest", "never"],
    [
      "a field in use",
      vendorMessage(400, "Data field is the target of an Aggregation"),
      "M3ter.BadRequest",
      "never"
    ],
    ["a 400 that says nothing", make(400, {}, ""), "M3ter.BadRequest", "never"],
    ["an unknown organization", vendorMessage(403, "Forbidden"), "M3ter.Forbidden", "never"],
    ["a 403 in HTML", make(403, {}, "<html>403 Forbidden</html>"), "M3ter.Forbidden", "never"],
    ["a 403 that says nothing", make(403, {}, ""), "M3ter.Forbidden", "never"],
    ["a 403 without message", fromJson(403, {}, {}), "M3ter.Forbidden", "never"],
    ["a 403 whose message is no text", fromJson(403, {}, { message: 403 }), "M3ter.Forbidden", "never"],
    ["a 403 whose message is null", fromJson(403, {}, { message: null }), "M3ter.Forbidden", "never"],
    ["a 403 with a list", fromJson(403, {}, ["unauthorized"]), "M3ter.TokenExpired", "reauthenticate"],
    ["an expired token", vendorMessage(403, "Unauthorized"), "M3ter.TokenExpired", "reauthenticate"],
    [
      "an expired token, at length",
      vendorMessage(403, "The call is\n UNAUTHORIZED."),
      "M3ter.TokenExpired",
      "reauthenticate"
    ],
    ["a code for an id", vendorMessage(404, "Account not found: game_dev_indie"), "M3ter.NotFound", "never"],
    ["an answer too large", vendorMessage(413, "Response too large"), "M3ter.ResponseTooLarge", "split"],
    ["too many requests", vendorMessage(429, "Too Many Requests"), "M3ter.RateLimited", { after: 1000 }],
    ["a 429 that says nothing", make(429, {}, ""), "M3ter.RateLimited", { after: 1000 }],
    [
      "a 429 with seconds",
      vendorMessage(429, "", { "retry-after": "17" }),
      "M3ter.RateLimited",
      { after: 17_000 }
    ],
    [
      "a 429 with a date",
      vendorMessage(429, "", { "retry-after": "Sun, 22 Nov 2026 12:00:00 GMT" }),
      "M3ter.RateLimited",
      { at: "2026-11-22T12:00:00.000Z" }
    ],
    [
      "a 429 with nonsense",
      vendorMessage(429, "", { "retry-after": "safe" }),
      "M3ter.RateLimited",
      { after: 1000 }
    ],
    ["an internal error", vendorMessage(500, "Internal Error"), "M3ter.ServerFault", "if-idempotent"],
    ["a 502 in HTML", make(502, { "content-type": "text/html" }, html), "M3ter.BadGateway", "if-idempotent"],
    ["a 504 that says nothing", make(504, {}, ""), "M3ter.GatewayTimeout", "if-idempotent"],
    ["a 401", vendorMessage(401, "Unauthorized"), "M3ter.TokenExpired", "reauthenticate"],
    ["a 401 that says nothing", make(401, {}, ""), "M3ter.TokenExpired", "reauthenticate"],
    ["a 409, which m3ter does not document", vendorMessage(409, "Conflict"), undefined],
    ["a 422, likewise", vendorMessage(422, "Unprocessable"), undefined],
    ["a 503", make(503, {}, html), "M3ter.OtherServerFault", "if-idempotent"],
    ["another 5xx", make(599, {}, ""), "M3ter.OtherServerFault", "if-idempotent"],
    ["a success", fromJson(200, {}, { message: "Unauthorized" }), undefined]
  ]

describe("recognizes", () => {
  for (const [what, wire, tag, retry] of answers) {
    it(`${tag ?? "nothing"} in ${what}`, () => {
      const found = recognize(M3ter.failures, wire)
      assert.strictEqual(found?._tag, tag)
      if (found !== undefined) assert.deepStrictEqual(showVerdict(found.retry), retry)
    })
  }
})

it("hints at a code used where an id belongs", () => {
  assert.match(new M3ter.NotFound({}).remedy, /code used where an id belongs/)
})

it.effect("says what m3ter said, what it means and what to do", () => {
  const { layer } = m3ter([vendorMessage(404, "Account not found: game_dev_indie")])
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(M3ter.getAccount({ id: "game_dev_indie" }))
    assert.strictEqual(
      failure.message,
      "M3ter.getAccount failed with M3ter.NotFound (HTTP 404). There is no such object in the organization. " +
        "M3ter said: “Account not found: game_dev_indie”. Nothing was done. " +
        "Check the id: a code used where an id belongs is not found. List by code to learn the id, then call again."
    )
  }).pipe(Effect.provide(layer))
})

it.effect.each([402, 405, 409, 415, 422])("leaves an undocumented %s unrecognized", (status) => {
  const { layer, sent } = m3ter([vendorMessage(status, "Whatever")])
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(M3ter.getAccount({ id: "a" }))
    assert.deepStrictEqual(
      [failure._tag, failure.status, failure.vendorMessage, sent.length],
      ["Unrecognized", status, "Whatever", 1]
    )
  }).pipe(Effect.provide(layer))
})

it.effect("leaves open whether a write was applied whose answer is too large, but not for a read", () => {
  const { layer } = m3ter([make(413, {}, "")])
  return Effect.gen(function* () {
    const read = yield* Effect.flip(M3ter.getMeter({ id: "m" }))
    yield* TestClock.adjust("1 second")
    const write = yield* Effect.flip(M3ter.createProduct({ name: "Storage", code: "storage" }))
    assert.deepStrictEqual([read._tag, read.delivery], ["M3ter.ResponseTooLarge", "Refused"])
    assert.deepStrictEqual([write._tag, write.delivery], ["M3ter.ResponseTooLarge", "Unknown"])
  }).pipe(Effect.provide(layer))
})
