/** Names that are camelCase here and snake_case on the wire, and rules about several fields. */
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import {
  allOrNone,
  atLeastOne,
  exactlyOne,
  inAll,
  notBeside,
  noneHas
} from "../../src/contract/fieldRules.ts"
import { type FieldRule, renamed, snake } from "../../src/contract/snake.ts"

const optional = Schema.optionalKey

describe("a struct of names in camelCase", () => {
  it("is sent and read in snake_case, but for names that the vendor has otherwise", () => {
    const schema = renamed(
      { itemId: Schema.String, lastEdit2: Schema.String, after: Schema.String },
      { after: "time[gt]" }
    )
    const value = { itemId: "a", lastEdit2: "b", after: "c" }
    const wire = { item_id: "a", last_edit2: "b", "time[gt]": "c" }
    assert.deepStrictEqual(Schema.encodeUnknownSync(schema)(value), wire)
    assert.deepStrictEqual(Schema.decodeUnknownSync(schema)(wire), value)
  })

  it("may have names that every object inherits", () => {
    const schema = snake({ constructor: Schema.String, toString: Schema.String })
    assert.deepStrictEqual(Schema.encodeUnknownSync(schema)({ constructor: "a", toString: "b" }), {
      constructor: "a",
      to_string: "b"
    })
  })
})

describe("a rule about several fields", () => {
  const lists = { a: optional(Schema.Array(Schema.Json)), b: optional(Schema.Array(Schema.Json)) }
  const fields = { ...lists, yes: optional(Schema.Boolean) }
  const wrong = (rule: FieldRule, input: object): string | undefined => {
    const result = Schema.encodeUnknownResult(snake(fields, rule))(input)
    return Result.isSuccess(result) ? undefined : String(result.failure)
  }
  const cases: ReadonlyArray<readonly [rule: FieldRule, taken: object, refused: object, says: string]> = [
    [atLeastOne("a", "yes"), { yes: true }, { a: [], yes: false }, "at least one of a and yes"],
    [exactlyOne("a", "b"), { a: [1], b: [] }, { a: [1], b: [1] }, "exactly one of a and b"],
    [allOrNone("a", "b"), {}, { a: [1] }, "a and b go together"],
    [notBeside("yes", ["a", "b"]), { yes: false, a: [1] }, { yes: true, b: [1] }, "not together with b"],
    [inAll(2, "a", "b"), { a: [1], b: [1] }, { a: [1, 2], b: [1] }, "at most 2 in a and b together"],
    [inAll(2, "a", "b"), { a: [1, 2] }, { a: [] }, "at least one item in a and b"],
    [noneHas("a", "id"), { a: [{ name: "n" }] }, { a: [{}, { id: 1 }] }, "an item carries no id"]
  ]
  it.each(cases)("takes what keeps it, and names what breaks it: %#", (rule, taken, refused, says) => {
    assert.isUndefined(wrong(rule, taken))
    assert.include(wrong(rule, refused) ?? "", says)
  })
})
