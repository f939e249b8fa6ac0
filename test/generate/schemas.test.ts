/** Schemas of a document as code. */
import { assert, describe, it } from "@effect/vitest"
import { bodyOf, fileOf, generated } from "./generating.ts"

describe("a schema", () => {
  const codeOf = async (schema: unknown, schemas: Readonly<Record<string, unknown>> = {}) =>
    fileOf(
      await generated(bodyOf({ type: "object", properties: { a: schema } }, schemas)),
      "operations/things.ts"
    ).replaceAll(/\s+/g, "")
  const written: ReadonlyArray<readonly [code: string, schema: unknown]> = [
    ["a: optional(Schema.NullOr(Schema.String))", { type: ["string", "null"] }],
    ["a: optional(Schema.Union([Schema.String, Schema.Int]))", { type: ["string", "integer"] }],
    [`a: optional(Schema.Literal("x"))`, { const: "x" }],
    ["a: optional(Schema.Literals([1, 2]))", { enum: [1, 2] }],
    ["a: optional(whole(4, 6))", { type: "integer", exclusiveMinimum: 3, exclusiveMaximum: 7 }],
    ["a: optional(above(0, numeric(-Infinity, 9)))", { type: "number", exclusiveMinimum: 0, maximum: 9 }],
    ["a: optional(above(3, Schema.Finite))", { type: "number", minimum: 3, exclusiveMinimum: true }],
    ["a: optional(like(/^[a/]+$/, text(0, 5)))", { type: "string", pattern: "^[a/]+$", maxLength: 5 }],
    [
      "a: optional(items(Schema.Boolean, 1, 2))",
      { type: "array", items: { type: "boolean" }, minItems: 1, maxItems: 2 }
    ],
    [
      "a: optional(Schema.Record(Schema.String, Schema.Finite))",
      { type: "object", additionalProperties: { type: "number" } }
    ],
    [
      "a: optional(Schema.Union([Schema.Struct({ k: Schema.String, b: Schema.Int }), Schema.Struct({ k: Schema.String, c: Schema.Int })]))",
      {
        type: "object",
        required: ["k", "b", "c"],
        properties: { k: { type: "string" } },
        oneOf: [
          { required: ["b"], properties: { b: { type: "integer" } } },
          { required: ["c"], properties: { c: { type: "integer" } } }
        ]
      }
    ]
  ]
  it.each(written)("is written as %s", async (code, schema) =>
    assert.include(await codeOf(schema), code.replaceAll(" ", ""))
  )

  it("that is told apart by a field has the value of each, written or implied", async () => {
    const one = (name: string) => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string" }, [name]: { type: "integer" } }
    })
    const union = {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind", mapping: { meow: "Cat" } }
    }
    const code = await codeOf(union, { Cat: one("lives"), Dog: one("tricks") })
    assert.include(code, `Schema.Struct({kind:Schema.Literal("meow"),lives:optional(Schema.Int)})`)
    assert.include(code, `Schema.Struct({kind:Schema.Literal("Dog"),tricks:optional(Schema.Int)})`)
  })

  it("that extends the one that it stands in has a name to be referred to by", async () => {
    const tree = {
      type: "object",
      properties: {
        leaf: { type: "string" },
        twig: {
          allOf: [{ $ref: "#/components/schemas/Tree" }, { properties: { thin: { type: "boolean" } } }]
        }
      }
    }
    const code = await codeOf({ $ref: "#/components/schemas/Tree" }, { Tree: tree })
    assert.include(
      code,
      "twig:optional(Schema.suspend(():Schema.Codec<TreeTwig,TreeTwigEncoded>=>TreeTwig()))"
    )
    assert.include(code, "exportinterfaceTreeTwigextends")
  })
})
