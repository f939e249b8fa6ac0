import { assert, describe, it } from "@effect/vitest"
import { trackUsers } from "../../src/vendors/braze/index.ts"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { faultline } from "./running.ts"

const keys = [
  "vendor", "operation", "outcome", "tag", "category", "status", "vendorMessage", "excerpt", "complaints",
  "moreComplaints", "retry", "notBefore", "means", "remedy", "see", "waits", "delivery", "warnings", "leftOut", "notes"
] // prettier-ignore

const explained = (...args: ReadonlyArray<string>) =>
  Effect.map(faultline(["explain", ...args, "--json"]), ({ code, err, out }) => {
    assert.deepStrictEqual([code, err], [0, ""])
    const json: Record<string, unknown> = JSON.parse(out)
    assert.deepStrictEqual(Object.keys(json), keys)
    return json
  })

describe("faultline explain", () => {
  it.effect.each([
    ["braze 429", ["braze", "--status", "429"], "Braze.RateLimited"],
    [
      "braze 401",
      ["braze", "trackUsers", "--status", "401", "--body", `{"message":"Invalid API key"}`],
      "Braze.Unauthorized"
    ],
    ["m3ter 413", ["m3ter", "queryUsage", "--status", "413"], "M3ter.ResponseTooLarge"],
    [
      "m3ter 403, unauthorized",
      ["m3ter", "--status", "403", "--body", `{"message":"Unauthorized"}`],
      "M3ter.TokenExpired"
    ],
    [
      "m3ter 403, forbidden",
      ["m3ter", "--status", "403", "--body", `{"message":"Forbidden"}`],
      "M3ter.Forbidden"
    ],
    [
      "xtremepush 200, success: false",
      ["xtremepush", "--status", "200", "--body", `{"success":false,"code":200,"message":"no"}`],
      "Xtremepush.Unsuccessful"
    ],
    ["metrix 403", ["metrix", "ingest", "--status", "403"], "Metrix.Forbidden"],
    ["ixon 504", ["ixon", "--status", "504"], "Ixon.GatewayTimeout"],
    ["an HTML page", ["m3ter", "--status", "502", "--body", "<html>Bad gateway</html>"], "M3ter.BadGateway"],
    ["what nobody documents", ["m3ter", "--status", "418"], "Unrecognized"]
  ] as const)("recognizes %s", ([, args, tag]) =>
    Effect.gen(function* () {
      const { outcome, tag: found } = yield* explained(...args)
      assert.deepStrictEqual([found, outcome], [tag, "failure"])
    })
  )

  it.effect("gives everything that is known as one JSON document", () =>
    Effect.gen(function* () {
      const json = yield* explained("xtremepush", "infoCampaign", "--status", "503")
      assert.deepInclude(json, {
        vendor: "Xtremepush",
        operation: "Xtremepush.infoCampaign",
        outcome: "failure",
        category: "unavailable",
        status: 503,
        vendorMessage: null,
        complaints: [],
        waits: { idempotent: [0, 30_000], notIdempotent: [0, 30_000] },
        delivery: "Refused",
        warnings: []
      })
    })
  )

  it.effect("takes names as they are typed: any letter case, with or without the vendor", () =>
    Effect.gen(function* () {
      for (const [vendor, operation] of [
        ["m3ter", "listMeters"],
        ["M3TER", "listmeters"],
        ["M3ter", "M3ter.listMeters"]
      ] as const) {
        assert.strictEqual(
          (yield* explained(vendor, operation, "--status", "404"))["operation"],
          "M3ter.listMeters"
        )
      }
    })
  )

  it.effect("reads the vendor's wait from a header, whatever its letter case", () =>
    Effect.gen(function* () {
      const json = yield* explained(
        "m3ter",
        "--status",
        "429",
        "--header",
        "Retry-After: 30",
        "--header",
        "x-other: a: b"
      )
      assert.deepStrictEqual(json["retry"], { after: 30_000 })
      assert.deepStrictEqual(json["waits"], {
        idempotent: [30_000, 30_000, 30_000, 30_000, 81_000],
        notIdempotent: [30_000, 30_000, 30_000, 30_000, 81_000]
      })
    })
  )

  it.effect("reads a moment as ISO time, and waits until then", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_785_000_000_000)
      const json = yield* explained("braze", "--status", "429", "--header", "X-RateLimit-Reset: 1785000060")
      assert.deepStrictEqual(json["retry"], { at: "2026-07-25T17:21:00.000Z" })
      assert.deepNestedPropertyVal(json, "waits.idempotent", [60_000, 2000, 4000, 8000, 16_000])
    })
  )

  it.effect("calls a success a success, and says what it warns of", () =>
    Effect.gen(function* () {
      const plain = yield* explained(
        "braze",
        "trackUsers",
        "--status",
        "201",
        "--body",
        `{"message":"success","events_processed":1}`
      )
      assert.deepInclude(plain, {
        outcome: "success",
        tag: null,
        retry: null,
        delivery: null,
        waits: { idempotent: [], notIdempotent: [] }
      })
      const errors = [{ type: "'external_id' is required", input_array: "events", index: 0 }]
      const warned = yield* explained(
        "braze",
        "trackUsers",
        "--status",
        "201",
        "--body",
        JSON.stringify({ message: "success", errors })
      )
      assert.deepInclude(warned, { outcome: "success-with-warnings", tag: null, warnings: errors })
    })
  )

  it.effect("reads the body from a file", () =>
    Effect.gen(function* () {
      const folder = mkdtempSync(join(tmpdir(), "faultline-"))
      yield* Effect.addFinalizer(() => Effect.sync(() => rmSync(folder, { recursive: true })))
      writeFileSync(join(folder, "body.json"), `{"message":"Unauthorized"}`)
      const json = yield* explained("m3ter", "--status", "403", "--body-file", join(folder, "body.json"))
      assert.strictEqual(json["tag"], "M3ter.TokenExpired")
    })
  )

  it.effect("tells a person, in plain text where nobody sits at a terminal", () =>
    Effect.gen(function* () {
      const { code, err, out } = yield* faultline([
        "explain",
        "m3ter",
        "listMeters",
        "--status",
        "500",
        "--body",
        `{"message":"boom"}`
      ])
      assert.deepStrictEqual([code, err], [0, ""])
      assert.strictEqual(
        out,
        [
          "M3ter.ServerFault (HTTP 500 from M3ter.listMeters)",
          "  M3ter said  “boom”",
          "  means       m3ter failed inside while it handled the call.",
          "  do          Ask again later; before repeating a write, look up whether it was applied.",
          "  retry       if-idempotent: a fault, and it may have happened; retry only what is idempotent",
          "  delivery    nothing was done",
          "  waits       1s, then 2s, then 4s, then 8s",
          "  see         m3ter documentation, “HTTP Error Codes”"
        ].join("\n")
      )
    })
  )

  it.effect("says what a success does not mean yet, and before when nothing is to be sent", () =>
    Effect.gen(function* () {
      const accepted = yield* faultline([
        "explain",
        "m3ter",
        "submitMeasurements",
        "--status",
        "200",
        "--body",
        "{}"
      ])
      assert.match(accepted.out, /^ {2}note +/m)
      const refused = yield* faultline(["explain", "m3ter", "--status", "503", "--header", "retry-after: 20"])
      assert.match(refused.out, /^ {2}not before +\d{4}-\d{2}-\d{2}T/m)
    })
  )

  it.effect("tells a person of each warning once", () =>
    Effect.gen(function* () {
      const body = `{"message":"success","errors":[{"type":"a name is required","input_array":"events","index":2}]}`
      const { out } = yield* faultline(["explain", "braze", "trackUsers", "--status", "201", "--body", body])
      assert.strictEqual(
        out,
        [
          "success, with warnings (HTTP 201 from Braze.trackUsers)",
          "  Braze said  “success”",
          "  warning     item 2: events: a name is required",
          ...(trackUsers.spec.notes ?? []).map((note) => `  note        ${note}`)
        ].join("\n")
      )
    })
  )

  it.effect.each([
    [
      "an unknown vendor",
      ["stripe", "--status", "400"],
      /no vendor “stripe”.*braze, m3ter, xtremepush, metrix, ixon/s
    ],
    [
      "a vendor named like a part of every object",
      ["constructor", "--status", "400"],
      /no vendor “constructor”/
    ],
    ["an unknown operation", ["metrix", "nope", "--status", "400"], /no operation “nope”.*ingest, push/s],
    ["no status", ["braze"], /--status/],
    ["a status that is no number", ["braze", "--status", "4xx"], /status.*4xx/s],
    ["a status that no answer has", ["braze", "--status", "99"], /99 is not the status.*100 to 599/s],
    [
      "a header without a colon",
      ["braze", "--status", "400", "--header", "retry-after 30"],
      /“retry-after 30” is not a header/
    ],
    ["a header without a name", ["braze", "--status", "400", "--header", ": 30"], /is not a header/],
    [
      "two bodies",
      ["braze", "--status", "400", "--body", "a", "--body-file", "b"],
      /either --body or --body-file/
    ],
    [
      "a file that is not there",
      ["braze", "--status", "400", "--body-file", "no-such-file.json"],
      /no-such-file\.json cannot be read/
    ],
    ["an unknown flag", ["braze", "--status", "400", "--stauts", "1"], /--stauts/],
    ["one argument too many", ["braze", "trackUsers", "more", "--status", "400"], /more/]
  ] as const)("refuses %s", ([, args, says]) =>
    Effect.gen(function* () {
      const plain = yield* faultline(["explain", ...args])
      assert.deepStrictEqual([plain.code, plain.out], [2, ""])
      assert.match(plain.err, says)
      assert.match(plain.err, /faultline explain --help/)
      const json = yield* faultline(["explain", ...args, "--json"])
      assert.strictEqual(json.code, 2)
      const report: Record<string, string> = JSON.parse(json.err)
      assert.strictEqual(report["tag"], "WrongUsage")
      assert.match(report["message"] ?? "", says)
    })
  )
})

describe("faultline", () => {
  it.effect("shows its commands when none is given", () =>
    Effect.gen(function* () {
      for (const args of [[], ["--help"]]) {
        const { code, err, out } = yield* faultline(args)
        assert.deepStrictEqual([code, err], [0, ""])
        for (const command of ["explain", "call", "operations", "simulate"]) assert.include(out, command)
      }
    })
  )

  it.effect("refuses a command that it does not have", () =>
    Effect.gen(function* () {
      const { code, err, out } = yield* faultline(["explian"])
      assert.deepStrictEqual([code, out], [2, ""])
      assert.match(err, /explian/)
    })
  )

  it.effect("tells its version", () =>
    Effect.gen(function* () {
      const { code, out } = yield* faultline(["--version"])
      assert.strictEqual(code, 0)
      assert.include(out, "0.0.0-test")
    })
  )
})
