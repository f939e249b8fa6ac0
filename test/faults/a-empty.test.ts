/** Successes without a body, and successes that somebody else wrote. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import { explain } from "../../src/diagnose/Diagnose.ts"
import { all } from "../vendors/all.ts"

describe("a success without a body", () => {
  const outcome = (operation: AnyOperation, wire: Wire) =>
    explain(all.find(({ operations }) => operations.includes(operation))!.vendor, wire, { operation })
  const find = (tag: string): AnyOperation =>
    all.flatMap(({ operations }) => operations).find((one) => one.tag === tag)!

  it.effect("is a success where nothing of it is needed, and else unreadable with an open end", () =>
    Effect.gen(function* () {
      for (const tag of [
        "Braze.deleteUsers",
        "Braze.trackUsers",
        "M3ter.submitMeasurements",
        "Metrix.ingest",
        "Xtremepush.deleteCampaign"
      ])
        for (const status of [200, 201, 202, 204])
          assert.strictEqual((yield* outcome(find(tag), make(status, {}, " \n"))).outcome, "success", tag)
      const created = yield* outcome(find("M3ter.createAccount"), make(200, {}, ""))
      assert.deepStrictEqual([created.tag, created.delivery], ["Unreadable", "Unknown"])
      const listed = yield* outcome(find("Ixon.getAgent"), make(200, {}, ""))
      assert.deepStrictEqual([listed.tag, listed.delivery], ["Unreadable", "Refused"])
    })
  )

  it.effect("a page, or JSON of somebody else, says nothing of what was done", () =>
    Effect.gen(function* () {
      for (const tag of [
        "Braze.deleteUsers",
        "M3ter.createAccount",
        "Xtremepush.deleteCampaign",
        "Ixon.deleteAccessToken"
      ]) {
        const page = yield* outcome(
          find(tag),
          make(200, {}, "<!DOCTYPE html><html><title>Sign in</title></html>")
        )
        assert.deepStrictEqual(
          [page.tag, page.delivery, page.excerpt],
          ["Unreadable", "Unknown", "Sign in"],
          tag
        )
      }
      const other = yield* outcome(find("M3ter.createAccount"), fromJson(200, {}, { login: "required" }))
      assert.deepStrictEqual([other.tag, other.delivery], ["Unreadable", "Unknown"])
      const own = yield* outcome(find("M3ter.createAccount"), fromJson(200, {}, { name: "One", version: 1 }))
      assert.deepStrictEqual([own.tag, own.delivery], ["Unreadable", "Applied"])
    })
  )
})
