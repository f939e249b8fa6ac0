/** What m3ter's derived operations are made of: how their doubts are settled, and how their lists are read in halves. */
import { assert, describe, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { byCode, byVersion, listed, searched } from "../../../src/vendors/m3ter/operations/derived.ts"
import { page } from "../../../src/vendors/m3ter/operations/parts.ts"
import { ownOperation } from "../../../src/vendors/m3ter/vendor.ts"

const getThing = ownOperation("getThing", () => ({
  method: "GET",
  path: "/organizations/{orgId}/groups/{groupId}/things/{id}",
  input: Schema.Struct({ groupId: Schema.String, id: Schema.String }),
  output: Schema.String,
  idempotent: true
}))

const listThings = ownOperation("listThings", () => ({
  method: "GET",
  path: "/organizations/{orgId}/things",
  input: Schema.Struct({
    pageSize: Schema.optionalKey(Schema.Int),
    nextToken: Schema.optionalKey(Schema.String)
  }),
  output: Schema.Struct(page(Schema.String)),
  idempotent: true
})).pipe(listed(100))

const searchThings = ownOperation("searchThings", () => ({
  method: "GET",
  path: "/organizations/{orgId}/things/search",
  input: Schema.Struct({
    pageSize: Schema.optionalKey(Schema.Int),
    fromDocument: Schema.optionalKey(Schema.Int)
  }),
  output: Schema.Struct(page(Schema.String)),
  idempotent: true
})).pipe(searched(10))

describe("a derived operation of m3ter", () => {
  it("is settled by reading the object at its path, by nothing else of its input", () => {
    const { ask, found, read } = byVersion(getThing, "groupId", "id")
    const input = { groupId: "g", id: "i", name: "n", version: 3 }
    assert.deepStrictEqual(ask(input), { groupId: "g", id: "i" })
    assert.deepStrictEqual([read.tag, found("object")], ["M3ter.getThing", ["object"]])
  })

  it("is settled by listing its code, where it has one", () => {
    const { ask, found } = byCode(listThings, "code", "groupId")
    assert.deepStrictEqual(ask({ groupId: "g", code: "c" }), { groupId: "g", codes: ["c"] })
    assert.isUndefined(ask({ groupId: "g" }))
    assert.deepStrictEqual(found({ data: ["one"] }), ["one"])
  })

  it("that lists reads half a page where all is too much, and the rest from where the half ended", () => {
    const split = listThings.spec.splits?.split({}) ?? assert.fail("it is not split")
    assert.deepStrictEqual(split.first, { pageSize: 50 })
    assert.deepStrictEqual(Object(split.next({ data: ["a"], nextToken: "t" })).rest, {
      nextToken: "t",
      pageSize: 50
    })
    assert.deepStrictEqual(split.next({ data: ["a"], nextToken: "" }), {
      whole: { data: ["a"], nextToken: "" }
    })
  })

  it("that searches reads half a page where all is too much, and the rest from the document after it", () => {
    const split = searchThings.spec.splits?.split({ fromDocument: 20 }) ?? assert.fail("it is not split")
    assert.deepStrictEqual(split.first, { fromDocument: 20, pageSize: 5 })
    const next = Object(split.next({ data: ["a", "b"] }))
    assert.deepStrictEqual(next.rest, { fromDocument: 22, pageSize: 5 })
    assert.deepStrictEqual(next.join({ data: ["c"] }), { data: ["a", "b", "c"] })
    assert.deepStrictEqual(split.next({ data: [] }), { whole: { data: [] } })
  })
})
