/** Names that stay, names that code cannot have, and the layout of the code. */
import { assert, describe, it } from "@effect/vitest"
import { layout } from "../../src/generate/own/layout.ts"
import { changes, operation } from "./changing.ts"
import { documentOf, fileOf, generated } from "./generating.ts"

describe("names", () => {
  it("stay when an operation comes that would have taken them, or when the document renames", async () => {
    const one = operation({})
    const { lock } = await generated(documentOf({ "/b": { post: one } }))
    const after = documentOf({ "/a": { post: one }, "/b": { post: { ...one, operationId: "sendAll" } } })
    const { lock: later } = await generated(after, {}, lock)
    assert.deepStrictEqual(later.names, { "POST /a": "postA", "POST /b": "send" })
  })

  it("are none of the words of the language, and none that every object has", async () => {
    const words = ["delete", "constructor", "toString", "text", "operation"]
    const paths = Object.fromEntries(
      words.map((word) => [`/${word}/{${word}}`, { post: { ...operation({}), operationId: word } }])
    )
    const { lock } = await generated(documentOf(paths))
    for (const name of Object.values(lock.names)) assert.notInclude(words, name)
  })

  it("of fields may be those that every object has", async () => {
    const fields = {
      constructor: { type: "string" },
      toString: { type: "integer" },
      valueOf: { enum: ["a"] }
    }
    const made = await generated(documentOf({ "/a": { post: operation({ properties: fields }, fields) } }))
    const code = fileOf(made, "operations/a.ts")
    for (const line of [
      "constructor: optional(Schema.String)",
      "toString: optional(Schema.Int)",
      'valueOf: optional(words("a"))'
    ])
      assert.include(code, line)
    assert.notInclude(code, "native code")
    assert.deepStrictEqual(
      await changes(
        documentOf({ "/a": { post: operation({}) } }),
        documentOf({ "/a": { post: operation({ properties: fields }) } })
      ),
      [
        "fine: input constructor: the field is new",
        "fine: input toString: the field is new",
        "fine: input valueOf: the field is new"
      ]
    )
  })

  it("of schemas keep out of the way of each other, whatever their case, and of what files have already", async () => {
    const names = ["Thing", "thing", "Schema", "Layer", "Made", "ShopApi"]
    const schemas = Object.fromEntries(
      names.map((name, index) => [
        name,
        {
          type: "object",
          properties: {
            [`f${index}`]: { type: "string" },
            long: { type: "string", description: "x".repeat(400) }
          }
        }
      ])
    )
    const get = (name: string) => ({
      responses: {
        200: { content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } }
      }
    })
    const paths = Object.fromEntries(names.flatMap((name, index) => [[`/p${index}`, { get: get(name) }]]))
    const code = (await generated(documentOf(paths, schemas))).files.map(({ text }) => text).join("\n")
    const declared = [...code.matchAll(/export interface (\w+)/g)].map(([, name]) => name)
    assert.strictEqual(new Set(declared.map((name) => name!.toLowerCase())).size, declared.length)
    for (const name of ["Schema", "Layer", "Made", "ShopApi"]) assert.notInclude(declared, name)
  })
})

describe("the layout", () => {
  it("is a fixed point, breaks what is long, and lets texts, comments and expressions alone", async () => {
    const source = `/** A. */\nexport const a = f("x, (y", () => ({ b: like(/[)\\]/]{2}/u, text(0, 5)), /** C: ${"c".repeat(90)}. */ c: [1, 2] }))`
    const once = layout(source)
    assert.strictEqual(layout(once), once)
    assert.include(once, `  b: like(/[)\\]/]{2}/u, text(0, 5)),\n  /** C:`)
    assert.isAtMost(
      Math.max(
        ...layout(`const a = [${Array.from({ length: 99 }, () => `"word"`).join(", ")}]`)
          .split("\n")
          .map(({ length }) => length)
      ),
      112
    )
    const { files } = await generated(documentOf({ "/a": { post: operation({}) } }))
    // The fields of an interface are parted by commas before, and by lines after.
    for (const { path, text } of files.filter((file) => file.path !== "layer.ts"))
      assert.strictEqual(layout(text), text, path)
    assert.include(fileOf({ files } as never, "index.ts"), "export * from")
  })
})
