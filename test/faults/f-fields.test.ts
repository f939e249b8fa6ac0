/** The fields of every operation: each has words, the derived pages and the editor show the same ones. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { existsSync, readFileSync } from "node:fs"
import { withoutWords } from "../../scripts/derive/fieldsPage.ts"
import {
  byHand,
  deriveEntries,
  deriveFields,
  fieldsPathOf,
  pathOf,
  vendorNames
} from "../../scripts/derive/pages.ts"
import { openTypes, type Typed, type Types } from "../../scripts/derive/types.ts"
import { nameOf, operationsOf } from "../../src/diagnose/Diagnose.ts"

let types: Types
beforeAll(() => {
  types = openTypes()
}, 60_000)
afterAll(() => types.close())

describe("the fields of an operation", () => {
  it.effect.each(vendorNames)("of %s are on its page, every operation among them", (name) =>
    Effect.gen(function* () {
      const all = operationsOf(yield* byHand(name)).map(nameOf)
      const entries = yield* deriveEntries(name, types)
      assert.deepStrictEqual(
        entries.map(({ operation }) => nameOf(operation)),
        all
      )
      const page = yield* deriveFields(name, types)
      for (const operation of all) assert.include(page, `\n### ${operation}\n`)
    })
  )

  it.effect.each(vendorNames)("of %s have words, each that a caller gives", (name) =>
    Effect.gen(function* () {
      const missing = withoutWords(yield* deriveEntries(name, types))
      assert.deepStrictEqual(missing, [], "write a comment above each of these fields: /** What it is. */")
    })
  )

  it.effect.each(vendorNames)("of %s are written down as the source has them", (name) =>
    Effect.gen(function* () {
      const path = fieldsPathOf(name)
      assert.isTrue(existsSync(path), `${path} is missing. Run: npm run docs`)
      assert.isTrue(
        readFileSync(path, "utf8") === (yield* deriveFields(name, types)),
        `${path} is out of date. Run: npm run docs`
      )
      assert.include(readFileSync(pathOf(name), "utf8"), `(${name}-fields.md)`)
    })
  )

  it.effect.each(vendorNames)("of %s link to sections that are there", (name) =>
    Effect.gen(function* () {
      const page = yield* deriveFields(name, types)
      const sections = new Set(
        [...page.matchAll(/^### (\w+)$/gm)].map(([, title = ""]) => title.toLowerCase())
      )
      const linked = [...page.matchAll(/\]\(#(\w+)\)/g)].map(([, target = ""]) => target)
      assert.deepStrictEqual(
        linked.filter((target) => !sections.has(target)),
        []
      )
    })
  )
})

/** What an editor is told of a field at a path, and of the type at its end: `attributes[].firstName`. */
const wordsAt = (vendor: string, operation: string, path: string): string => {
  let type: Typed | undefined = types.operation(`src/vendors/${vendor}/index.ts`, operation)?.input
  let words = ""
  for (const step of path.split(".")) {
    const name = step.replace("[]", "")
    const field = type
      ?.members()
      .map((member) => member.field(name))
      .find((one) => one !== undefined)
    words = field?.words ?? ""
    type = step.endsWith("[]") ? field?.type.item() : field?.type
  }
  return words
}

describe("an editor", () => {
  // The comment's way to the caller: spreads, optional fields, renamed keys, open objects, unions, batches.
  it.each([
    ["braze", "trackUsers", "attributes", "Attributes to set on profiles."],
    ["braze", "trackUsers", "attributes[].firstName", "Given name; `null` removes it."],
    ["braze", "trackUsers", "attributes[].country", "Country: two letters, as in ISO 3166-1."],
    ["braze", "trackUsers", "attributes[].subscriptionGroups", "Subscription groups that the user is"],
    ["braze", "trackUsers", "events[].time", "When it happened."],
    ["braze", "sendMessages", "messages.email.replyTo", "The address that answers go to"],
    ["metrix", "ingest", "messages[].time", "When it happened; a number is in milliseconds since 1970."],
    ["metrix", "ingest", "messages[].attributes", "Details of your own, by name"],
    ["m3ter", "submitMeasurements", "measurements", "The measurements: 1 to 1,000, fewer than 512,000 bytes"],
    ["m3ter", "listAccounts", "codes", "Only accounts with one of these codes."],
    ["xtremepush", "hitEvents", "events", "The events: 1 to 1,000."],
    ["xtremepush", "createCampaign", "pushTitle", "Title of the push notification."],
    ["ixon", "listAgents", "pageSize", "Items per page. IXON documents no upper limit"],
    ["ixon", "queryData", "sources[].tags[].queries[].decimals", "Decimal places of the values: 0 to 7."]
  ])("is told of %s's %s what its %s is", (vendor, operation, path, words) => {
    assert.include(wordsAt(vendor, operation, path), words)
  })
})
