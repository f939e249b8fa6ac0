import { assert, describe, it } from "@effect/vitest"
import { Effect, type Scope } from "effect"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fromText, toText } from "../../src/cli/many/position.ts"
import { type Script, serve } from "../../src/testing/Simulator.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import { answering } from "./answering.ts"
import { faultline, type Ran } from "./running.ts"

const fileOf = (lines: ReadonlyArray<unknown>): string => {
  const path = join(mkdtempSync(join(tmpdir(), "many-")), "items.ndjson")
  writeFileSync(
    path,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n")
  )
  return path
}

interface Told {
  readonly line: number
  readonly index: number | null
  readonly outcome: string
  readonly item?: unknown
  readonly failure?: { readonly tag: string; readonly message: string }
}

const written = ({ out }: Ran): ReadonlyArray<Told> =>
  out === "" ? [] : out.split("\n").map((line): Told => JSON.parse(line))

const world = (script: Script = []): Effect.Effect<Record<string, string>, never, Scope.Scope> =>
  Effect.map(
    Effect.orDie(
      serve([Braze.simulator, M3ter.simulator, Metrix.simulator, Xtremepush.simulator], { script, seed: 1 })
    ),
    ({ env }) => ({ ...env })
  )

const usage = (account: string, gigabytes: unknown = 3) => ({
  meter: "storage",
  account,
  ts: "2026-11-21T10:00:00Z",
  measure: { gigabytes }
})

describe("faultline call --many", () => {
  it.live("tells of each line on standard output, and of all on standard error", () =>
    Effect.gen(function* () {
      const path = fileOf([
        usage("customer-1"),
        "",
        usage("customer-2", "many"),
        "{",
        usage("customer-3"),
        [1],
        { ...usage("customer-4"), measur: 1 }
      ])
      const ran = yield* faultline(["call", "m3ter", "submitMeasurements", "--many", path], yield* world())
      const outcomes = written(ran).toSorted((one, other) => one.line - other.line)
      assert.deepStrictEqual(
        outcomes.map(({ index, line, outcome }) => [line, index, outcome]),
        [
          [1, 0, "accepted"],
          [3, null, "refused"],
          [4, null, "refused"],
          [5, 1, "accepted"],
          [6, null, "refused"],
          [7, null, "refused"]
        ]
      )
      const [, many, brace, , list, excess] = outcomes.map(({ failure }) => failure?.message ?? "")
      assert.match(many ?? "", /items\.ndjson:3: .*gigabytes/)
      assert.match(brace ?? "", /items\.ndjson:4 is not JSON/)
      assert.match(list ?? "", /items\.ndjson:6: .*one object in each line/)
      assert.match(excess ?? "", /items\.ndjson:7: .*measur/)
      assert.match(ran.err, /^2 accepted, 4 refused in [\d.]+ s\.$/m)
      assert.strictEqual(ran.code, 1)
    })
  )

  it.live.each([
    ["braze", "trackUsers", { attributes: { external_id: "customer-1", first_name: "Ada" } }],
    [
      "braze",
      "trackUsers",
      { event: { externalId: "customer-1", name: "ordered", time: "2026-11-21T10:00:00Z" } }
    ],
    ["m3ter", "submitMeasurements", usage("customer-1")],
    ["metrix", "ingest", { user: { customUserId: "u" }, message: { type: "action", customName: "ordered" } }],
    ["xtremepush", "hitEvents", { userId: "customer-1", event: "ordered" }],
    ["xtremepush", "importProfiles", { user_id: "customer-1", first_name: "Ada" }]
  ] as const)("sends items of %s.%s, and exits with 0 where all are accepted", ([vendor, operation, item]) =>
    Effect.gen(function* () {
      const ran = yield* faultline(
        ["call", vendor, operation, "--many", fileOf([item]), "--json"],
        yield* world()
      )
      assert.deepStrictEqual(written(ran), [{ line: 1, index: 0, outcome: "accepted" }], ran.err)
      assert.deepInclude(JSON.parse(ran.err).summary, { accepted: 1, warned: 0, refused: 0, unknown: 0 })
      assert.strictEqual(ran.code, 0)
    })
  )

  it.live("halts while the vendor is out, and goes on where it says, with no item lost and none twice", () =>
    Effect.gen(function* () {
      const path = fileOf(
        Array.from({ length: 2500 }, (_, n) => ({ userId: `customer-${n}`, event: "ordered" }))
      )
      const args = ["call", "xtremepush", "hitEvents", "--many", path, "--concurrency", "1"]
      const out = [
        {
          on: "Xtremepush.hitEvent",
          call: [2, 3, 4, 5, 6, 7, 8, 9],
          fault: "failure",
          tag: "Xtremepush.RateLimited",
          fields: { retryAfter: "1 second" }
        }
      ] as const
      const first = yield* faultline([...args, "--patience", "50 millis"], yield* world(out))
      assert.strictEqual(first.code, 75)
      assert.lengthOf(written(first), 1000)
      assert.match(first.err, /^1,000 accepted/m)
      const [, position = ""] =
        /^Go on with: faultline call xtremepush hitEvents --many \S+ --concurrency 1 --patience '50 millis' --resume-from (\S+)$/m.exec(
          first.err
        ) ?? []
      assert.strictEqual(position, "1000")
      const second = yield* faultline([...args, "--resume-from", position], yield* world())
      assert.strictEqual(second.code, 0)
      assert.deepStrictEqual(
        [...written(first), ...written(second)].map(({ line }) => line),
        Array.from({ length: 2500 }, (_, n) => n + 1)
      )
    })
  )

  it.live("tells what a refused item was sent as, with why, so that its line can be sent again", () =>
    Effect.gen(function* () {
      const { url } = yield* answering(400, { success: false, code: 400, message: "Unknown event" })
      const item = { userId: "customer-1", event: "ordered" }
      const ran = yield* faultline(["call", "xtremepush", "hitEvents", "--many", fileOf([item])], {
        XTREMEPUSH_APP_TOKEN: "app-token-7f3a9c",
        XTREMEPUSH_BASE_URL: url
      })
      const [outcome] = written(ran)
      assert.deepInclude(outcome, { line: 1, index: 0, outcome: "refused" })
      assert.deepInclude(outcome?.item, item)
      assert.match(outcome?.failure?.tag ?? "", /^Xtremepush\./)
      assert.strictEqual(ran.code, 1)
    })
  )

  it.effect.each([
    [
      "an operation that takes one input",
      ["braze", "listCampaigns", "--many", "x"],
      /listCampaigns does not take many.*trackUsers/
    ],
    [
      "a file that is not there",
      ["braze", "trackUsers", "--many", "no-such.ndjson"],
      /no-such\.ndjson cannot be read: there is no such file/
    ],
    [
      "a position that is none",
      ["braze", "trackUsers", "--many", "x", "--resume-from", "ten"],
      /“ten” is no position/
    ],
    [
      "no requests under way",
      ["braze", "trackUsers", "--many", "x", "--concurrency", "0"],
      /cannot be 0 requests/
    ],
    [
      "a patience without a unit",
      ["braze", "trackUsers", "--many", "x", "--patience", "long"],
      /“long” is no span of time/
    ],
    ["two inputs", ["braze", "trackUsers", "--many", "x", "--input", "{}"], /either one input or a file/],
    [
      "a flag for many items without them",
      ["braze", "trackUsers", "--resume-from", "3"],
      /--resume-from is for many items/
    ]
  ] as const)("refuses %s, and sends nothing", ([, args, says]) =>
    Effect.gen(function* () {
      const ran = yield* faultline(["call", ...args])
      assert.deepStrictEqual([ran.code, ran.out], [2, ""])
      assert.match(ran.err, says)
    })
  )

  it.effect("names the variables that are missing, before it reads the file", () =>
    Effect.gen(function* () {
      const ran = yield* faultline(["call", "m3ter", "submitMeasurements", "--many", fileOf([usage("c")])])
      assert.deepStrictEqual([ran.code, ran.out], [2, ""])
      assert.match(ran.err, /does not set M3TER_API_KEY/)
    })
  )
})

describe("a position as text", () => {
  it.each([
    [{ resumeFrom: 1500, settled: [] }, "1500"],
    [{ resumeFrom: 0, settled: [2, 3, 4, 7] }, "0+2-4,7"],
    [{ resumeFrom: 9, settled: [12] }, "9+12"]
  ])("%j is %s", (position, text) => {
    assert.strictEqual(toText(position), text)
    assert.deepStrictEqual(fromText(text), position)
  })

  it.each(["", "-1", "1.5", "1+", "1+3-2", "1+a", "1,2", "{}"])("“%s” is none", (text) =>
    assert.isUndefined(fromText(text))
  )
})
