import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Sink, Stdio } from "effect"
import { TestConsole } from "effect/testing"
import { pending } from "../../src/cli/checkup.ts"
import { doctor } from "../../src/cli/commands/doctor.ts"
import { run } from "../../src/cli/faultline.ts"
import type { Checkup } from "../../src/diagnose/Diagnose.ts"
import { Simulator } from "../../src/testing/index.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import { services } from "../../src/cli/platform.ts"
import { faultline } from "./running.ts"

const ixon = (script: Simulator.Script = []) =>
  Effect.map(Effect.orDie(Simulator.serve(Ixon.simulator, { script })), ({ env }) => env)

describe("faultline doctor", () => {
  it.live("writes a line for each step and one for the whole, and exits with 0 where nothing failed", () =>
    Effect.gen(function* () {
      const { code, err, out } = yield* faultline(["doctor", "ixon"], yield* ixon())
      assert.deepStrictEqual([code, err], [0, ""])
      const lines = out.split("\n")
      assert.match(lines[0] ?? "", /^ok {7}settings {19}Read from the environment\. Base URL: main http:/)
      assert.match(lines[2] ?? "", /^skipped  dns {10}main {10}The base URL has a numeric address\.$/)
      assert.match(lines.at(-1) ?? "", /^IXON: nothing is wrong: \d+ ok, 0 failed, \d+ skipped, in /i)
      assert.notInclude(out, "\u001b")
    })
  )

  it.live("says of a step that failed what it means and what to do, and exits with 1", () =>
    Effect.gen(function* () {
      const env = { ...(yield* ixon()), IXON_PASSWORD: "not-the-password" }
      const { code, out } = yield* faultline(["doctor", "IXON"], env)
      assert.strictEqual(code, 1)
      assert.match(out, /\nfailed   credentials  user {10}Ixon\.TokenInvalid \(HTTP 401\): “Invalid value”/)
      assert.match(
        out,
        /\n {9}means {2}The access token has expired, or .*\n {9}do {5}Make a new access token/
      )
      assert.match(out, /\nIxon: see “credentials user”: \d+ ok, 1 failed, \d+ skipped, in [^\n]+$/)
      assert.notInclude(out, "not-the-password")
    })
  )

  it.effect("exits with 2 where the settings are to be corrected, and names what is missing", () =>
    Effect.gen(function* () {
      const { code, out } = yield* faultline(["doctor", "m3ter"], { M3TER_API_KEY: "k" })
      assert.strictEqual(code, 2)
      assert.match(out, /The environment does not set M3TER_API_SECRET, M3TER_ORG_ID\./)
      assert.match(out, /It needs M3TER_API_KEY, M3TER_API_SECRET, M3TER_ORG_ID; it also reads/)
    })
  )

  it.live("exits with 75 where the vendor refuses calls for now", () =>
    Effect.gen(function* () {
      const env = yield* ixon([{ on: "Ixon.createAccessToken", fault: "failure", tag: "Ixon.RateLimited" }])
      const { code, out } = yield* faultline(["doctor", "ixon", "--json"], env)
      assert.strictEqual(code, 75)
      assert.isFalse((JSON.parse(out) as Checkup).ok)
    })
  )

  it.live("is one JSON document for programs, in which every key is always there", () =>
    Effect.gen(function* () {
      const { env } = yield* Effect.orDie(Simulator.serve(M3ter.simulator))
      const { code, err, out } = yield* faultline(["doctor", "m3ter", "--json"], env)
      assert.deepStrictEqual([code, err], [0, ""])
      assert.notInclude(out, "\n")
      const checkup = JSON.parse(out) as Checkup
      assert.deepStrictEqual(Object.keys(checkup), ["vendor", "ok", "time", "millis", "steps"])
      for (const step of checkup.steps)
        assert.sameMembers(Object.keys(step), [
          "name",
          "subject",
          "status",
          "millis",
          "found",
          "means",
          "remedy",
          "see",
          "code",
          "category"
        ])
    })
  )

  it.live("takes a time for each step, and refuses what is none", () =>
    Effect.gen(function* () {
      const env = {
        METRIX_APP_ID: "a",
        METRIX_API_KEY: "k",
        METRIX_BASE_URL: "https://entry.metrix.invalid"
      }
      const { code } = yield* faultline(["doctor", "metrix", "--timeout", "1 second"], env)
      assert.strictEqual(code, 1)
      for (const text of ["a while", "0 seconds"]) {
        const refused = yield* faultline(["doctor", "metrix", "--timeout", text], env)
        assert.strictEqual(refused.code, 2)
        assert.match(refused.err, /--timeout '10 seconds'/)
      }
    })
  )

  it.effect("refuses a vendor that there is not", () =>
    Effect.gen(function* () {
      const { code, err } = yield* faultline(["doctor", "acme"])
      assert.strictEqual(code, 2)
      assert.match(err, /no vendor “acme”/)
    })
  )

  it.effect("shows at a terminal which step is under way, on a line that it clears", () => {
    const written: Array<string> = []
    const stdio = Stdio.layerTest({
      stderrIsTerminal: Effect.succeed(true),
      stderr: () => Sink.forEach((text) => Effect.sync(() => void written.push(String(text))))
    })
    return Effect.gen(function* () {
      yield* run(["doctor", "metrix"], "0").pipe(Effect.provide(Layer.merge(services, stdio)))
      const first = pending({ name: "settings", subject: null })
      assert.deepStrictEqual(written.slice(0, 2), [`\r\u001b[K${first}`, "\r\u001b[K"])
      assert.match((yield* TestConsole.logLines).join("\n"), /settings/)
    }).pipe(Effect.provide(Layer.fresh(TestConsole.layer)))
  })

  it("has its exit codes in its help", () =>
    assert.match(JSON.stringify(doctor.examples), /75: refused for now/))
})
