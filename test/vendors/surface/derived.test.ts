/** The derived operations of vendors: they are what their descriptions say, obey the laws, and none is named or placed twice. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"
import { readdirSync, readFileSync } from "node:fs"
import { descriptionOf, described, settle } from "../../../scripts/surface/surface.ts"
import { patched, patchesOf } from "../../../scripts/surface/patches.ts"
import { problemsOf } from "../../../src/contract/operation/problems.ts"
import { type AnyCall, operationsIn } from "../../../src/contract/Operation.ts"
import type { Vendor } from "../../../src/contract/Vendor.ts"
import { laws } from "../../../src/testing/index.ts"
import * as Ixon from "../../../src/vendors/ixon/all.ts"
import * as Braze from "../../../src/vendors/braze/all.ts"
import * as M3ter from "../../../src/vendors/m3ter/all.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/all.ts"

interface Derived {
  readonly name: string
  readonly vendor: Vendor
  readonly operations: ReadonlyArray<AnyCall>
}

const vendors: ReadonlyArray<Derived> = [
  { name: "m3ter", vendor: M3ter.vendor, operations: operationsIn(M3ter) },
  { name: "ixon", vendor: Ixon.vendor, operations: operationsIn(Ixon) },
  { name: "braze", vendor: Braze.vendor, operations: operationsIn(Braze) },
  { name: "xtremepush", vendor: Xtremepush.vendor, operations: operationsIn(Xtremepush) }
]

const placeOf = ({ spec }: AnyCall) => `${spec.method} ${spec.path.replaceAll(/\{[^}]+\}/g, "{}")}`
const named = (operation: string, all: ReadonlyArray<AnyCall>): AnyCall => {
  const found = all.find(({ tag }) => tag.endsWith(`.${operation}`))
  if (found === undefined) throw new Error(`there is no ${operation}`)
  return found
}

describe("the derived files", () => {
  it("are what the descriptions and patches say, byte for byte", async () => {
    assert.deepStrictEqual(await settle(described(), true), [])
  })

  it("are no longer than 27,000 lines in all, and each says that it is derived", () => {
    const files = vendors.flatMap(({ name }) => {
      const folder = `src/vendors/${name}/surface`
      return readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts"))
        .map((path) => readFileSync(`${folder}/${path}`, "utf8"))
    })
    assert.isAtMost(
      files.reduce((sum, text) => sum + text.split("\n").length - 1, 0),
      27_000
    )
    for (const text of files) assert.include(text.split("\n")[0]!, "npm run surface")
  })
})

describe.each(vendors)("$name", ({ name, operations, vendor }) => {
  it.effect("obeys the laws with all that is derived", () =>
    Effect.map(laws(vendor, operations), (breaches) => assert.deepStrictEqual(breaches, []))
  )

  it("has every operation of its description, once", () => {
    const places = patched(descriptionOf(name)).operations.map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`
    )
    assert.deepStrictEqual(operations.map(placeOf).toSorted(), places.toSorted())
  })

  it("has names that no two operations share", () => {
    assert.strictEqual(new Set(operations.map(({ tag }) => tag)).size, operations.length)
  })

  it("has no patch without a reason and a source", () => {
    for (const { source, why } of patchesOf(name)) assert.isTrue(why.length > 20 && source.length > 5)
  })

  it("has no contract that cannot hold", () => {
    assert.deepStrictEqual(
      operations.flatMap((operation) => problemsOf(vendor, operation)),
      []
    )
  })
})

describe("a derived operation", () => {
  const m3ter = vendors[0]!.operations
  const ixon = vendors[1]!.operations
  const refuses = (operation: AnyCall, input: unknown) =>
    Result.isFailure(Effect.runSync(Effect.result(Schema.encodeUnknownEffect(operation.spec.input)(input))))

  it("gives way to the one that is written by hand, by method and path", () => {
    assert.deepStrictEqual(
      m3ter.filter((one) => placeOf(one) === "POST /organizations/{}/meters").map(({ tag }) => tag),
      ["M3ter.createMeter"]
    )
    assert.isUndefined(m3ter.find(({ tag }) => tag === "M3ter.generateToken"))
  })

  it("is strict in what it sends, at both bounds, in code points", () => {
    const create = named("createCounter", m3ter)
    const counter = { name: "a", unit: "u" }
    assert.isFalse(refuses(create, counter))
    assert.isFalse(refuses(create, { ...counter, name: "😀".repeat(200) }))
    assert.isTrue(refuses(create, { ...counter, name: "a".repeat(201) }))
    assert.isTrue(refuses(create, { ...counter, name: "" }))
  })

  it("is lenient in what it reads: new words, nulls, and fields that are missing", () => {
    const { output } = named("getBill", m3ter).spec
    const read = Schema.decodeUnknownSync(output)
    assert.deepStrictEqual(read({ id: "1", status: "NEW_STATUS", billDate: null }), {
      id: "1",
      status: "NEW_STATUS"
    })
  })

  it("is not idempotent where it takes a version, and settles a doubt by reading", () => {
    const { spec } = named("updateCounter", m3ter)
    assert.isFalse(spec.idempotent)
    assert.strictEqual(spec.version, "version")
    assert.strictEqual(spec.settles?.read.tag, "M3ter.getCounter")
    assert.strictEqual(named("createCounter", m3ter).spec.settles?.guardedBy, "unique")
  })

  it("sends no credentials where the vendor asks for none, and needs the company where it does", () => {
    assert.strictEqual(ixon.filter(({ spec }) => spec.anonymous).length, 49)
    assert.deepStrictEqual(named("updateAgents", ixon).spec.needs, ["companyId"])
  })
})
