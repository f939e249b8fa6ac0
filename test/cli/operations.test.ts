import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TerminalCapabilities } from "effect/cli"
import type { Listing } from "../../src/cli/listing.ts"
import { vendorNames } from "../../src/cli/vendors.ts"
import { faultline } from "./running.ts"

const listed = (vendor: string) =>
  Effect.map(faultline(["operations", vendor, "--json"]), ({ code, err, out }): Listing => {
    assert.deepStrictEqual([code, err], [0, ""])
    return JSON.parse(out)
  })

describe("faultline operations", () => {
  it.effect.each(vendorNames)(
    "lists the operations of %s with everything that each may fail with",
    (vendor) =>
      Effect.gen(function* () {
        const { always, operations } = yield* listed(vendor)
        assert.isAbove(operations.length, 1)
        for (const { errors, name, own, idempotent, tag } of operations) {
          assert.strictEqual(tag.slice(tag.indexOf(".") + 1), name)
          assert.includeMembers(
            [...errors],
            [...always, ...own, "NotSent", "Unreadable", "Unrecognized", "InvalidInput"]
          )
          assert.deepStrictEqual(
            [errors.includes("NoAnswer"), errors.includes("DeliveryUnknown")],
            idempotent === "by-input" ? [true, true] : [idempotent, !idempotent]
          )
          assert.lengthOf(new Set(errors), errors.length)
        }
      })
  )

  it.effect("gives a program one operation a line", () =>
    Effect.gen(function* () {
      const { out } = yield* faultline(["operations", "metrix"])
      const rows = out.split("\n").map((line) => line.split("\t"))
      assert.deepStrictEqual(
        rows.map((cells) => cells.slice(0, 4)),
        [
          ["ingest", "POST", "/", "idempotent"],
          ["push", "POST", "/push", "not idempotent"]
        ]
      )
      assert.include(rows[0]?.[4]?.split(" ") ?? [], "Metrix.Forbidden")
    })
  )

  it.effect("gives a person at a terminal a table", () =>
    Effect.gen(function* () {
      const terminal = { canColor: true, canAnimate: true, canPrompt: true }
      const shown = (capabilities: typeof terminal) =>
        Effect.provideService(
          faultline(["operations", "m3ter"]),
          TerminalCapabilities.TerminalCapabilities,
          capabilities
        )
      const colored = yield* shown(terminal)
      assert.match(colored.out, /Every operation may also fail with: M3ter\.BadRequest, /)
      assert.include(colored.out, "\u001b[1m")
      const plain = yield* shown({ ...terminal, canColor: false })
      assert.notInclude(plain.out, "\u001b[")
      assert.include(plain.out, "M3ter.TokenExpired")
    })
  )

  it.effect("finds those that are meant by words in their name, path, permission or needs", () =>
    Effect.gen(function* () {
      const found = (...args: ReadonlyArray<string>) =>
        Effect.map(faultline(["operations", ...args]), ({ out }) =>
          out.split("\n").flatMap((line) => line.split("\t")[0] || [])
        )
      assert.deepStrictEqual(yield* found("m3ter", "--grep", "METER list"), ["listMeters"])
      assert.deepStrictEqual(yield* found("braze", "--grep", "campaigns.list"), ["listCampaigns"])
      assert.deepStrictEqual(yield* found("metrix", "--grep", "unheard-of"), [])
    })
  )

  it.effect("refuses a vendor that it does not know", () =>
    Effect.gen(function* () {
      const { code, err } = yield* faultline(["operations", "acme"])
      assert.strictEqual(code, 2)
      assert.include(err, vendorNames.join(", "))
    })
  )
})
