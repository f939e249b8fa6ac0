import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { vendorNames } from "../../src/cli/vendors.ts"
import { faultline, watching } from "./running.ts"

const file = (text: string) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "faultline-"))),
      (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
    ),
    (folder) => {
      const path = join(folder, "script.json")
      writeFileSync(path, text)
      return path
    }
  )

interface Served {
  readonly port: number
  readonly bases: ReadonlyArray<{ readonly vendor: string; readonly host: string; readonly url: string }>
  readonly env: Record<string, string>
}

/** Serves until the test ends. */
const serving = (...args: ReadonlyArray<string>) =>
  Effect.map(watching(["simulate", ...args, "--json"]), (line): Served => JSON.parse(line))

const track = `{"events":[{"externalId":"u-1","name":"order","time":"2026-01-01T00:00:00Z"}]}`

describe("faultline simulate", () => {
  it.live("serves every vendor, with the environment that reaches it", () =>
    Effect.gen(function* () {
      const { bases, env, port } = yield* serving()
      assert.sameMembers([...new Set(bases.map(({ vendor }) => vendor.toLowerCase()))], [...vendorNames])
      for (const { url } of bases) assert.strictEqual(new URL(url).port, String(port))
      const calls = [
        ["braze", "trackUsers", track],
        ["m3ter", "listMeters", "{}"],
        // Of what is derived, too.
        ["m3ter", "createCurrency", `{"name":"Euro","code":"EUR"}`],
        ["ixon", "listPages", "{}"],
        ["xtremepush", "listCampaigns", "{}"],
        ["ixon", "listCompanies", "{}"]
      ] as const
      for (const [vendor, operation, input] of calls) {
        const ran = yield* faultline(["call", vendor, operation, "--input", input, "--json"], env)
        assert.deepStrictEqual([ran.code, ran.err], [0, ""], `${vendor} ${operation}`)
      }
    })
  )

  it.live("plays a script of faults", () =>
    Effect.gen(function* () {
      const script = yield* file(
        `[{ "fault": "failure", "tag": "Braze.Unauthorized", "on": "Braze.trackUsers", "call": 1 }]`
      )
      const { bases, env } = yield* serving("--vendor", "BRAZE", "--script", script, "--seed", "7")
      assert.deepStrictEqual(
        bases.map(({ vendor }) => vendor),
        ["Braze"]
      )
      const call = faultline(["call", "braze", "trackUsers", "--input", track, "--json"], env)
      const refused = yield* call
      assert.deepStrictEqual([refused.code, JSON.parse(refused.err).tag], [1, "Braze.Unauthorized"])
      assert.strictEqual((yield* call).code, 0)
    })
  )

  it.live("writes lines that a shell takes as they are", () =>
    Effect.gen(function* () {
      const text = yield* watching(["simulate", "--vendor", "metrix"])
      const lines = text.split("\n")
      assert.match(
        lines[0] ?? "",
        /^# The simulator listens on http:\/\/127\.0\.0\.1:\d+ \(seed 1\)\. Stop it with Ctrl-C\.$/
      )
      for (const line of lines) assert.match(line, /^(# .*|export [A-Z0-9_]+=\S+)$/)
      assert.include(text, "export METRIX_API_KEY=")
    })
  )

  it.effect.each([
    ["an unknown vendor", ["--vendor", "acme"], /no vendor “acme”/],
    ["a port that there cannot be", ["--port", "70000"], /70000 is not a port/],
    ["a script that is not there", ["--script", "no-such-script.json"], /no-such-script\.json cannot be read/]
  ] as const)("refuses %s", ([, args, says]) =>
    Effect.gen(function* () {
      const { code, err, out } = yield* faultline(["simulate", ...args])
      assert.deepStrictEqual([code, out], [2, ""])
      assert.match(err, says)
    })
  )

  it.effect.each([
    ["is no JSON", "[{", /cannot be played/],
    ["has a fault that does not exist", `[{"fault":"nope"}]`, /cannot be played/],
    ["names a failure that no vendor has", `[{"fault":"failure","tag":"Metrix.Nope"}]`, /Metrix\.Nope/]
  ] as const)("refuses a script that %s", ([, text, says]) =>
    Effect.gen(function* () {
      const { code, err } = yield* faultline([
        "simulate",
        "--vendor",
        "metrix",
        "--script",
        yield* file(text)
      ])
      assert.strictEqual(code, 2)
      assert.match(err, says)
    })
  )

  it.live("says so when the port is taken", () =>
    Effect.gen(function* () {
      const { port } = yield* serving("--vendor", "metrix")
      const { code, err } = yield* faultline(["simulate", "--vendor", "metrix", "--port", String(port)])
      assert.strictEqual(code, 2)
      assert.match(err, /EADDRINUSE/)
    })
  )
})
