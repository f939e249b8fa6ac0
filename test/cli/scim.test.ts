/** `braze-scim`: Braze's SCIM API has credentials of its own, on the command line too. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { Simulator } from "../../src/testing/index.ts"
import * as All from "../../src/vendors/braze/all.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { faultline } from "./running.ts"

const env = Effect.map(Effect.orDie(Simulator.serve(Braze.simulator)), (served) => served.env)
const whole = Effect.map(
  Effect.orDie(Simulator.serve(Simulator.withOperations(Braze.simulator, All))),
  (served) => served.env
)
const without = (name: string, all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))

describe("faultline doctor braze-scim", () => {
  it.live("proves the token of SCIM", () =>
    Effect.gen(function* () {
      const { code, out } = yield* faultline(["doctor", "braze-scim"], without("BRAZE_API_KEY", yield* env))
      assert.strictEqual(code, 0, out)
      assert.match(out, /ok {7}credentials  SCIM token/)
      assert.include(out, "The SCIM token belongs to a company of this instance.")
    })
  )

  it.live("says of a refusal what it leaves open, the origin among it", () =>
    Effect.gen(function* () {
      const { code, out } = yield* faultline(["doctor", "braze-scim"], {
        ...(yield* env),
        BRAZE_SCIM_ORIGIN: "elsewhere"
      })
      assert.strictEqual(code, 1)
      assert.include(out, "BRAZE_SCIM_ORIGIN")
      assert.notInclude(out, Braze.simulator.credentials.scimToken)
    })
  )

  it.effect("names the settings that it needs", () =>
    Effect.gen(function* () {
      const { code, out } = yield* faultline(["doctor", "braze-scim"], { BRAZE_API_KEY: "k" })
      assert.strictEqual(code, 2)
      assert.include(out, "BRAZE_SCIM_TOKEN")
      assert.include(out, "BRAZE_SCIM_ORIGIN")
    })
  )
})

describe("faultline doctor braze", () => {
  it.live("needs no token of SCIM", () =>
    Effect.gen(function* () {
      const { code, out } = yield* faultline(["doctor", "braze"], without("BRAZE_SCIM_TOKEN", yield* env))
      assert.strictEqual(code, 0, out)
    })
  )
})

describe("faultline call", () => {
  it.live("takes the settings of SCIM for its operations, under the name of Braze and its own", () =>
    Effect.gen(function* () {
      const given = without("BRAZE_API_KEY", yield* whole)
      const input = ["--input", `{"filter":"userName eq \\"ada@example.com\\""}`, "--json"]
      for (const vendor of ["braze", "braze-scim"]) {
        const { code, err, out } = yield* faultline(["call", vendor, "searchDashboardUsers", ...input], given)
        assert.deepStrictEqual([code, err], [0, ""])
        assert.strictEqual(JSON.parse(out).totalResults, 0)
      }
      const other = yield* faultline(["call", "braze-scim", "trackUsers", "--input", "{}"], given)
      assert.strictEqual(other.code, 2)
      assert.include(other.err, "searchDashboardUsers")
    })
  )
})
