/** What the pages of fields say of a schema, and of the compiler's view of it. */
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { describe as described } from "../../scripts/derive/fields.ts"
import { entriesOf, fieldsPage, withoutWords } from "../../scripts/derive/fieldsPage.ts"
import { kindOf, limitsOf } from "../../scripts/derive/schema.ts"
import type { Typed, TypedOperation } from "../../scripts/derive/types.ts"
import { Data, DataObject } from "../../src/contract/Data.ts"
import * as Moment from "../../src/contract/Moment.ts"
import { open } from "../../src/vendors/braze/operations/open.ts"
import * as Shop from "../shop/shop.ts"

/** A type as the compiler would tell of it. */
const type = (about: Partial<Typed> = {}): Typed => {
  const self: Typed = {
    text: "string",
    name: undefined,
    words: "",
    field: () => undefined,
    item: () => undefined,
    members: () => [self],
    ...about
  }
  return self
}

/** A type with fields, by their words. */
const object = (words: Readonly<Record<string, string>>, about: Partial<Typed> = {}): Typed =>
  type({
    field: (name) => (words[name] === undefined ? undefined : { words: words[name], type: type() }),
    ...about
  })

describe("a kind", () => {
  it.each([
    [Schema.String, "text"],
    [Schema.Finite, "number"],
    [Schema.Int, "whole number"],
    [Schema.Boolean, "true or false"],
    [Schema.NullOr(Schema.String), "text or null"],
    [Schema.Literals(["on", "off"]), '`"on"` or `"off"`'],
    [Schema.Array(Schema.Int), "list of whole number"],
    [Schema.Record(Schema.String, Schema.Finite), "object of number"],
    [DataObject(), "JSON object"],
    [Schema.Json, "JSON value"]
  ])("is named in short words: %#", (schema, kind) => {
    assert.strictEqual(kindOf(schema.ast, ""), kind)
  })

  it("that only the compiler names is named as it does, but for times and JSON", () => {
    assert.strictEqual(kindOf(Moment.Text().ast, "Moment"), "time")
    assert.strictEqual(kindOf(Moment.millis(() => undefined).ast, "number | Moment"), "time or number")
    assert.strictEqual(kindOf(Data().ast, "Data"), "JSON value")
    assert.strictEqual(kindOf(Schema.Duration.ast, "Duration"), "`Duration`")
  })
})

describe("a limit", () => {
  const few = Schema.Array(
    Schema.String.check(Schema.isMaxLength(3, { message: "at most 3 letters" }))
  ).check(Schema.isMaxLength(2, { message: "at most 2 texts" }))

  it("is said in the words in which it is refused, of the items too", () => {
    assert.deepStrictEqual(limitsOf(few.ast), ["at most 2 texts", "each: at most 3 letters"])
    assert.deepStrictEqual(limitsOf(Schema.NonEmptyString.ast), ["not empty"])
    assert.deepStrictEqual(limitsOf(Schema.Int.ast), [])
  })

  it("of what is sent counts where the value itself is given in another form", () => {
    const seconds = Schema.Finite.check(Schema.isGreaterThan(0, { message: "more than 0 seconds" }))
    assert.deepStrictEqual(limitsOf(seconds.pipe(Schema.decodeTo(Moment.millis(() => undefined))).ast), [
      "more than 0 seconds"
    ])
  })
})

describe("a field", () => {
  const schema = Schema.Struct({ orderId: Schema.String, note: Schema.optionalKey(Schema.String) }).pipe(
    Schema.encodeKeys({ orderId: "order_id" })
  )

  it("has its name on the wire, whether it is needed, and its words", () => {
    const { fields } = described(schema.ast, object({ orderId: "Which order.", note: "" }))
    assert.deepStrictEqual(
      fields.map(({ path, required, wire, words }) => [path, wire, required, words]),
      [
        ["orderId", "order_id", true, "Which order."],
        ["note", "note", false, ""]
      ]
    )
  })

  it("whose own fields stand beside the others is said to do so", () => {
    const loose = open({ id: Schema.String }, {}, { more: Schema.optionalKey(DataObject()) })
    const { fields } = described(loose.ast, object({ id: "", more: "" }))
    assert.deepStrictEqual(
      fields.map(({ wire }) => wire),
      ["id", "beside the others"]
    )
  })

  it("of an object in a list has a path; an object with a name is described once", () => {
    const inner = Schema.Struct({ a: Schema.String })
    const item = object({ a: "An a." })
    const list = (of: Typed) =>
      described(
        Schema.Struct({ all: Schema.Array(inner) }).ast,
        type({ field: () => ({ words: "All.", type: type({ item: () => of }) }) })
      )
    assert.deepStrictEqual(
      list(item).fields.map(({ kind, path }) => [path, kind]),
      [
        ["all", "list of object"],
        ["all[].a", "text"]
      ]
    )
    const named = list({ ...item, name: "Thing", words: "A thing." })
    assert.deepStrictEqual(
      named.fields.map(({ kind, path }) => [path, kind]),
      [["all", "list of [Thing](#thing)"]]
    )
    assert.deepStrictEqual(
      named.forms.map(({ fields, name, words }) => [name, words, fields.map(({ path }) => path)]),
      [["Thing", "A thing.", ["a"]]]
    )
  })

  it("of a union is that of its members, each found by its fixed values", () => {
    const either = Schema.Union([
      Schema.Struct({ kind: Schema.Literal("a"), size: Schema.Int }),
      Schema.Struct({ kind: Schema.Literal("b") })
    ])
    const member = (text: string, words: Readonly<Record<string, string>>) => {
      const of = object(words)
      return type({
        field: (name) => (name === "kind" ? { words: "Which.", type: type({ text }) } : of.field(name))
      })
    }
    const union = type({ members: () => [member('"b"', {}), member('"a"', { size: "How large." })] })
    assert.deepStrictEqual(
      described(either.ast, union).fields.map(({ kind, path, words }) => [path, kind, words]),
      [
        ["kind", '`"a"` or `"b"`', "Which."],
        ["size", "whole number", "How large."]
      ]
    )
  })
})

describe("a page of fields", () => {
  const typed = (words: string): TypedOperation => ({
    words: "What it does.",
    input: object({ id: words }),
    output: object({ id: "", total: "What it costs." })
  })
  const entries = (words: string) =>
    entriesOf(Shop, (name) => (name === "getOrder" ? typed(words) : undefined))

  it("has what an operation takes and gives, and leaves out columns that are empty", () => {
    const page = fieldsPage("Shop", "shop", entries("Which order."))
    assert.include(
      page,
      "### getOrder\n\nWhat it does.\n\nTakes:\n\n| Field | Type | Required | What it is |\n"
    )
    assert.include(page, "| `id` | text | yes | Which order. |")
    assert.include(page, "Gives:\n\n| Field |")
    assert.include(page, "[the page of Shop](shop.md)")
  })

  it("is not complete where a field of an input has no words", () => {
    assert.include(withoutWords(entries("")), "getOrder: id")
    assert.notInclude(withoutWords(entries("Which order.")), "getOrder: id")
  })
})
