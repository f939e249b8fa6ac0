import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TerminalCapabilities } from "effect/cli"
import { bar, columns, scale } from "../../src/cli/bars.ts"
import type { Planned } from "../../src/cli/plans.ts"
import { vendorNamed, vendorNames } from "../../src/cli/vendors.ts"
import { deliveryOf } from "../../src/contract/Failure.ts"
import { faultline } from "./running.ts"

interface Printed {
  readonly vendor: string
  readonly operation: string | null
  readonly policy: Record<string, unknown>
  readonly plans: ReadonlyArray<Omit<Planned, "wall"> & { readonly wall: number }>
}

const planned = (...args: ReadonlyArray<string>) =>
  Effect.map(faultline(["policy", ...args, "--json"]), ({ code, err, out }) => {
    assert.deepStrictEqual([code, err], [0, ""])
    const json: Printed = JSON.parse(out)
    const attempts = json.plans.map(({ timelines }) =>
      Object.fromEntries(timelines.map(({ attempts, tag }) => [tag, attempts]))
    )
    return { ...json, plan: json.plans[0] ?? assert.fail("no plan"), attempts }
  })

const times = [0, 1000, 3000, 7000, 15_000]

describe("faultline policy", () => {
  it.effect("plans an operation with the failures that it declares", () =>
    Effect.gen(function* () {
      const { attempts, operation, plan, policy } = yield* planned("m3ter", "submitMeasurements")
      assert.strictEqual(operation, "M3ter.submitMeasurements")
      assert.deepInclude(policy, { attemptTimeout: 60_000, deadline: 300_000, jitter: "full" })
      assert.deepStrictEqual(attempts, [
        {
          "M3ter.BadRequest": [0],
          "M3ter.TokenExpired": [0, 0],
          "M3ter.Forbidden": [0],
          "M3ter.NotFound": [0],
          "M3ter.RequestTooLarge": [0],
          "M3ter.RateLimited": [0, 1000, 4000, 13_000, 40_000, 121_000],
          "M3ter.ServerFault": times,
          "M3ter.BadGateway": times,
          "M3ter.GatewayTimeout": times,
          "M3ter.OtherServerFault": times,
          NotSent: times,
          NoAnswer: times
        }
      ])
      assert.deepInclude(plan, {
        idempotent: true,
        attempts: 6,
        worst: "M3ter.RateLimited",
        amplification: 6
      })
      assert.deepInclude(plan, { budgeted: 1.1, wall: 300_000, warnings: [], hedged: false })
    })
  )

  it.effect.each(vendorNames)("plans for the whole catalogue of %s, for both kinds of operations", (vendor) =>
    Effect.gen(function* () {
      const { module } = yield* vendorNamed(vendor)
      const catalogue = module.vendor.failures.map(({ tag }) => tag)
      const { attempts, operation, plans } = yield* planned(vendor)
      assert.deepStrictEqual([operation, plans.map(({ idempotent }) => idempotent)], [null, [true, false]])
      assert.sameMembers(Object.keys(attempts[0] ?? {}), [...catalogue, "NotSent", "NoAnswer"])
      assert.sameMembers(Object.keys(attempts[1] ?? {}), [...catalogue, "NotSent", "DeliveryUnknown"])
      for (const { facts, tag } of module.vendor.failures) {
        if (deliveryOf(facts) === "Unknown") assert.deepStrictEqual(attempts[1]?.[tag], [0], tag)
      }
      assert.deepStrictEqual(attempts[1]?.["DeliveryUnknown"], [0])
    })
  )

  it.effect("warns where layers multiply, and counts the requests", () =>
    Effect.gen(function* () {
      const { plan } = yield* planned("m3ter", "listMeters", "--around", "3", "--hedged")
      assert.deepInclude(plan, { hedged: true, amplification: 36, wall: 900_000 })
      assert.lengthOf(plan.warnings, 2)
      const { out } = yield* faultline(["policy", "m3ter", "listMeters", "--around", "3", "--hedged"])
      assert.match(
        out,
        /warning +Retries multiply: 3 attempts around the call × 12 inside it are 36 requests/
      )
      assert.match(out, /6 attempts \(M3ter\.RateLimited\), 3 times over, each with a second request/)
      assert.match(out, /load +36× the calls.*; 3\.3× with the retry budget of 10%/)
    })
  )

  it.effect("hedges nothing that writes", () =>
    Effect.gen(function* () {
      const write = yield* planned("braze", "sendMessages", "--hedged")
      assert.deepInclude(write.plan, { hedged: false, amplification: 6, warnings: [] })
      const { out } = yield* faultline(["policy", "braze", "sendMessages", "--hedged"])
      assert.match(out, /hedging +none: only reads are hedged/)
      const all = yield* planned("braze", "--hedged")
      assert.deepStrictEqual(
        all.plans.map(({ hedged }) => hedged),
        [true, false]
      )
    })
  )

  it.effect("draws a bar for each failure that is retried, and names the others", () =>
    Effect.gen(function* () {
      const { out } = yield* faultline(["policy", "Xtremepush", "infoCampaign"])
      const lines = out.split("\n")
      assert.strictEqual(lines[0], "Xtremepush.infoCampaign may be repeated")
      assert.match(lines[1] ?? "", /^ +0s +1s +2s .* 3m$/)
      assert.include(
        lines,
        "  Xtremepush.Overloaded      2─────────────────────────────●             │ 0s, 0s, 30s"
      )
      assert.match(out, /^ {2}One attempt: .*Xtremepush\.ClientError/m)
      assert.match(out, /^ {2}at worst +3 attempts \(Xtremepush\.RateLimited\); 2m 30s in all$/m)
      assert.notInclude(out, "\u001b[")
      assert.notInclude(out, "drawn between nothing")
    })
  )

  it.effect("colors at a terminal", () =>
    Effect.gen(function* () {
      const { out } = yield* Effect.provideService(
        faultline(["policy", "metrix", "push"]),
        TerminalCapabilities.TerminalCapabilities,
        { canColor: true, canAnimate: true, canPrompt: true }
      )
      assert.include(out, "\u001b[1mMetrix.push must not be done twice")
    })
  )

  it.effect.each([
    ["a vendor that it does not know", ["acme"], /no vendor “acme”/],
    ["an operation that it does not know", ["metrix", "nope"], /no operation “nope”.*ingest, push/],
    ["no attempts around the call", ["metrix", "--around", "0"], /cannot be 0 attempts/],
    ["attempts that are no number", ["metrix", "--around", "many"], /around/],
    ["a flag that it does not have", ["metrix", "--nope"], /nope/]
  ] as const)("refuses %s", ([, args, says]) =>
    Effect.gen(function* () {
      const { code, err, out } = yield* faultline(["policy", ...args])
      assert.deepStrictEqual([code, out], [2, ""])
      assert.match(err, says)
    })
  )
})

describe("a bar", () => {
  it("has a mark for each moment, and ends with the whole", () => {
    assert.strictEqual(bar([0], 60_000), `●${" ".repeat(columns - 1)}│`)
    assert.strictEqual(bar([0, 60_000], 60_000), `●${"─".repeat(columns - 2)}●│`)
    assert.strictEqual(bar([0, 90_000], 60_000), `●${"─".repeat(columns - 2)}●│`)
  })

  it("counts moments that share a column", () => {
    assert.match(bar([0, 0, 0], 60_000), /^3 +│$/)
    assert.match(
      bar(
        Array.from({ length: 12 }, () => 0),
        60_000
      ),
      /^\+ +│$/
    )
  })

  it.each([500, 10_000, 180_000, 3_600_000, 86_400_000])(
    "stands under a scale, for %s ms in all",
    (whole) => {
      const line = scale(whole)
      assert.match(line, /^0s/)
      assert.isAtLeast(line.length, columns + 2)
      assert.isTrue(line.trim().split(/\s{2,}/).length > 1)
    }
  )
})
