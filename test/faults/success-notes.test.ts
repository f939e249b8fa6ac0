/** What a success does not mean, and what to check, is told by explain and beside the answer: fault A12. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { type AnyOperation, operationsIn } from "../../src/contract/Operation.ts"
import { fromJson, make } from "../../src/contract/Wire.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"

const notesOf = (vendor: Vendor, operation: AnyOperation, body?: unknown) =>
  Effect.map(
    Diagnose.explain(vendor, body === undefined ? make(200, {}, "") : fromJson(200, {}, body), {
      operation,
      bodyUnknown: body === undefined
    }),
    ({ notes }) => notes.join(" ")
  )

const expected: ReadonlyArray<
  readonly [vendor: Vendor, operation: AnyOperation, words: ReadonlyArray<string>]
> = [
  [
    Metrix.vendor,
    Metrix.ingest,
    [
      "not processed",
      "metrixUserId and time of an earlier one",
      "wrong or incomplete customUserId or metrixUserId",
      "name or customName that is wrong, empty",
      "Taxonomy",
      "unique id with each message",
      "logical time",
      "dashboard"
    ]
  ],
  [
    Metrix.vendor,
    Metrix.push,
    ["not delivered", "test message", "Metrix dashboard", "Before the first push"]
  ],
  [
    M3ter.vendor,
    M3ter.submitMeasurements,
    [
      "not checked",
      "ingest.validation.failure",
      "28 days",
      "unknown meter",
      "the first one with it stands",
      "creates an account"
    ]
  ],
  [M3ter.vendor, M3ter.queryUsage, ["hasMoreData", "rows are missing"]],
  [M3ter.vendor, M3ter.updateAccount, ["left out", "erased"]],
  [Xtremepush.vendor, Xtremepush.importProfiles, ["202", "not yet written", "infoTask"]],
  [
    Xtremepush.vendor,
    Xtremepush.executeCampaign,
    ["not delivered", "lists of pushes and messages", "webhooks"]
  ],
  [Xtremepush.vendor, Xtremepush.hitEvent, ["not processed", "on-site or in-app", "webhooks"]],
  [Xtremepush.vendor, Xtremepush.hitEvents, ["not processed", "on-site or in-app"]],
  [Ixon.vendor, Ixon.listAgents, ["`fields`", "one page", "`moreAfter`"]],
  [Ixon.vendor, Ixon.getAgent, ["`fields`"]]
]

describe("explain tells of a success", () => {
  it.effect.each(expected.map((row) => [row[1].tag, row] as const))("%s", ([, [vendor, operation, words]]) =>
    Effect.gen(function* () {
      const notes = yield* notesOf(vendor, operation)
      for (const word of words) assert.include(notes, word)
    })
  )
})

it("each note is whole sentences, written once, with a source to look it up", () => {
  for (const module of [Metrix, M3ter, Xtremepush, Ixon])
    for (const { spec, tag } of operationsIn(module)) {
      const { notes = [], see = "" } = spec
      assert.strictEqual(new Set(notes).size, notes.length, tag)
      for (const note of notes) assert.match(note, /^\S.*\.$/, tag)
      if (notes.length > 0) assert.notStrictEqual(see.trim(), "", tag)
    }
})

it.effect("a failure has none", () =>
  Effect.gen(function* () {
    const { notes } = yield* Diagnose.explain(Metrix.vendor, make(403, {}, ""), { operation: Metrix.ingest })
    assert.deepStrictEqual(notes, [])
  })
)
