import { assert, describe, it } from "@effect/vitest"
import { DatabaseSync } from "node:sqlite"
import * as queries from "../../../src/durable/outbox/sqlite/queries.ts"
import { migrations } from "../../../src/durable/outbox/sqlite/schema.ts"
import * as statements from "../../../src/durable/outbox/sqlite/statements.ts"

const database = new DatabaseSync(":memory:")
for (const step of migrations) database.exec(step)

const planOf = (sql: string): ReadonlyArray<string> =>
  database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => String(detail))

const { list, ...others } = { ...statements, ...queries }
const all: Readonly<Record<string, string>> = { ...others, ...list }

// Tables of which there are few rows: requests under way, pauses, and a file's lanes and operations.
const short =
  /SCAN (outbox_(request|pause|lane|operation|swept)|[orl]\b|j\b|c\b|json_each|CONSTANT ROW|\(subquery|CTE|head)/
// What a person asks for by what no index has: it goes through the items in their order, and stops at its limit.
const throughAll = ["all", "open", "addedByLane", "addedKeys", "before"]
// What is put in order by hand: the items of one request, of one list of ids, of a few states, of a little that is open.
const sorted = [
  "carried",
  "held",
  "tidy",
  "ids",
  "claimed",
  "few",
  "open",
  "doubted",
  "known",
  "addedByLane",
  "addedKeys"
]

describe("no statement looks at more items than it is about", () => {
  for (const [name, sql] of Object.entries(all).filter(([, one]) =>
    /\b(SELECT|UPDATE|DELETE|INSERT)\b/.test(one)
  ))
    it(name, () => {
      const plan = planOf(
        /^\s*(SELECT|WITH|UPDATE|DELETE|INSERT)/.test(sql) ? sql : `SELECT ${sql} FROM outbox_item i`
      )
      const scans = plan.filter((step) => step.startsWith("SCAN") && !short.test(step))
      if (!throughAll.includes(name)) assert.deepStrictEqual(scans, [], plan.join("\n"))
      const sorts = plan.filter((step) => /TEMP B-TREE/.test(step))
      if (!sorted.includes(name)) assert.deepStrictEqual(sorts, [], plan.join("\n"))
    })
})

describe("each question has the index that is made for it", () => {
  const wanted: ReadonlyArray<readonly [name: string, index: string]> = [
    ["ready", "outbox_ready"],
    ["next", "outbox_ready"],
    ["firstDue", "outbox_due"],
    ["promote", "outbox_due"],
    ["oldest", "outbox_open"],
    ["head", "outbox_key"],
    ["holdOthers", "outbox_key"],
    ["few", "outbox_few"],
    ["open", "outbox_open"],
    ["ended", "outbox_ended"],
    ["oldIds", "outbox_ended"],
    ["oldBodies", "outbox_ended"]
  ]
  for (const [name, index] of wanted)
    it(`${name}: ${index}`, () => {
      const items = planOf(all[name] ?? "").filter(
        (step) => step.includes("outbox_item") || / i\b/.test(step)
      )
      assert.isTrue(
        items.some((step) => step.includes(`INDEX ${index}`)),
        items.join("\n")
      )
      for (const step of items)
        assert.match(step, new RegExp(`INDEX ${index}|INTEGER PRIMARY KEY`), items.join("\n"))
    })
})
