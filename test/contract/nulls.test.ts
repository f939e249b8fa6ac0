import { assert, it } from "@effect/vitest"
import { Schema } from "effect"
import { dropNulls, withoutNulls } from "../../src/contract/nulls.ts"

it("drops fields that are null however deep, keeps items of lists, and copies nothing in vain", () => {
  const whole = { a: 1, b: [null, { c: "d" }], e: {} }
  assert.strictEqual(dropNulls(whole), whole)
  const given = { a: null, b: [null, { c: null, d: 0 }], e: { f: { g: null } }, h: false }
  assert.deepStrictEqual(dropNulls(given), { b: [null, { d: 0 }], e: { f: {} }, h: false })
  assert.deepStrictEqual(given.e, { f: { g: null } })
  assert.isNull(dropNulls(null))
})

it("reads null as absent, and writes what was read", () => {
  const codec = withoutNulls(Schema.Struct({ id: Schema.String, name: Schema.optionalKey(Schema.String) }))
  assert.deepStrictEqual(Schema.decodeUnknownSync(codec)({ id: "a", name: null }), { id: "a" })
  assert.throws(() => Schema.decodeUnknownSync(codec)({ id: null }))
  assert.deepStrictEqual(Schema.encodeUnknownSync(codec)({ id: "a" }), { id: "a" })
})
