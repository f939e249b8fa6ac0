/** Names of derived operations stay, whatever comes, goes or moves; files and patches are what they say. */
import { assert, describe, it } from "@effect/vitest"
import { driftOf } from "../../scripts/surface/drift.ts"
import { derivedOf, lockedNames } from "../../scripts/surface/names.ts"
import { type Patch, patched } from "../../scripts/surface/patches.ts"
import type { Described } from "../../src/generate/description.ts"
import { workshop } from "./workshop.ts"

const [template] = workshop.operations

const operation = (method: Described["method"], path: string, name: string): Described => ({
  // as: the workshop has operations
  ...(template as Described),
  method,
  path,
  name,
  title: name
})

const list = operation("GET", "/bills", "listBills")
const get = operation("GET", "/bills/{id}", "getBill")
const create = operation("POST", "/bills", "createBill")
const [one, many] = [operation("POST", "/hit", "hitEvent"), operation("POST", "/hit", "hitEvents")]
const nothing = new Map<string, ReadonlyArray<string>>()

const namesOf = (
  operations: ReadonlyArray<Described>,
  before: Readonly<Record<string, string>>,
  written = nothing
) =>
  derivedOf(operations, { operations: written }, lockedNames(operations, before)).map(
    ({ method, name, path }) => `${method} ${path} ${name}`
  )

describe("the names of derived operations", () => {
  const locked = lockedNames([list, get], {})
  // A rule that has changed since would name them otherwise.
  const renamed = [
    { ...get, name: "readBill" },
    { ...list, name: "allBills" }
  ]

  it("stay where operations come, go, move, or would be named otherwise today", () => {
    const before = ["GET /bills listBills", "GET /bills/{id} getBill"]
    assert.deepStrictEqual(namesOf([create, ...renamed], locked).toSorted(), [
      ...before,
      "POST /bills createBill"
    ])
    assert.deepStrictEqual(namesOf(renamed.toReversed(), locked), before)
    assert.deepStrictEqual(namesOf([{ ...get, name: "readBill" }], locked), ["GET /bills/{id} getBill"])
  })

  it("are kept for operations that are gone, should they come back", () => {
    const without = lockedNames([get], locked)
    assert.deepStrictEqual(namesOf(renamed, without).toSorted(), namesOf([list, get], locked).toSorted())
  })

  it("are added for operations that are new", () => {
    assert.deepStrictEqual(lockedNames([list, create], { "GET /bills": "listBills" }), {
      "GET /bills": "listBills",
      "POST /bills": "createBill"
    })
  })

  it("stay where a parameter of the path is spelled otherwise, and no old spelling is left", () => {
    const respelled = { ...get, path: "/bills/{billId}", name: "readBill" }
    assert.deepStrictEqual(lockedNames([respelled], locked), {
      "GET /bills": "listBills",
      "GET /bills/{billId}": "getBill"
    })
    assert.deepStrictEqual(namesOf([respelled], locked), ["GET /bills/{billId} getBill"])
  })

  it("are two for two operations of one method and path, in whatever order they come", () => {
    for (const both of [
      [one, many],
      [many, one]
    ]) {
      const names = lockedNames(both, {})
      assert.deepStrictEqual(Object.values(names).toSorted(), ["hitEvent", "hitEvents"])
      assert.deepStrictEqual(namesOf(both.toReversed(), names).toSorted(), [
        "POST /hit hitEvent",
        "POST /hit hitEvents"
      ])
    }
  })

  it("are refused where two operations would have one", () => {
    const same = { ...create, path: "/invoices", name: "listBills" }
    assert.throws(
      () => lockedNames([list, same], {}),
      /GET \/bills and POST \/invoices would both be called listBills/
    )
  })

  it("do not decide what is written by hand: method and path do", () => {
    const written = new Map([
      ["GET /bills/{}", ["Shop.fetchBill"]],
      ["POST /hit", ["Shop.hitEvents"]]
    ])
    const other = operation("GET", "/archive/bills/{id}", "fetchBill")
    assert.deepStrictEqual(namesOf([get, other, one, many], {}, written), [
      "GET /archive/bills/{id} fetchBill",
      "POST /hit hitEvent"
    ])
  })
})

describe("derived files", () => {
  const file = { path: "src/vendors/shop/surface/bills.ts", text: "export {}\n" }

  it("are found where a hand has changed one, where one is missing, and where one is left over", () => {
    assert.deepStrictEqual(driftOf([file], new Map([[file.path, file.text]])), { changed: [], gone: [] })
    assert.deepStrictEqual(driftOf([file], new Map([[file.path, "export {} \n"]])).changed, [file])
    assert.deepStrictEqual(driftOf([file], new Map()).changed, [file])
    assert.deepStrictEqual(driftOf([], new Map([[file.path, file.text]])).gone, [file.path])
  })
})

describe("patches", () => {
  const why = { why: "the document is wrong", source: "the vendor's page" }
  const patch: Patch = { ...why, operation: "GET /tools/{id}", set: { deprecated: "use listTools" } }

  it("change what they name", () => {
    const { operations } = patched(workshop, [patch])
    assert.deepStrictEqual(
      operations.filter(({ deprecated }) => deprecated === "use listTools").map(({ name }) => name),
      ["getTool"]
    )
  })

  it("fail where they change nothing: what they correct is gone, or is correct by now", () => {
    const stale: ReadonlyArray<Patch> = [
      { ...patch, operation: "GET /gone" },
      { ...patch, set: { method: "GET" } },
      { ...why, operation: "GET /tools/{id}", input: "gone", required: false },
      { ...why, operation: "GET /gone", leaveOut: true },
      { ...why, pattern: { from: "^gone$", to: "^here$" } }
    ]
    for (const one of stale) assert.throws(() => patched(workshop, [one]), /A patch of m3ter changes nothing/)
    assert.throws(() => patched(workshop, [patch, patch]), /changes nothing/)
  })

  it("leave out with the reason", () => {
    const { leftOut, operations } = patched(workshop, [
      { ...why, operation: "GET /tools/{id}", leaveOut: true }
    ])
    assert.isFalse(operations.some(({ name }) => name === "getTool"))
    assert.deepStrictEqual(leftOut, [
      { where: "GET /tools/{id}", why: "the document is wrong (the vendor's page)" }
    ])
  })
})
