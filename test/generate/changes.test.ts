/** What a new version of a document changes: names stay, and what breaks those who call is told from what does not. */
import { assert, describe, it } from "@effect/vitest"
import type { Facts } from "../../src/generate/facts/schema.ts"
import { layout } from "../../src/generate/own/layout.ts"
import { documentOf, fileOf, generated } from "./generating.ts"

type Json = Readonly<Record<string, unknown>>

const operation = (input: Json, output: Json = {}, more: Json = {}) => {
  const properties = { z: { type: "string" }, ...Object(input["properties"]) }
  const schema = { type: "object", ...input, properties }
  const answer = { type: "object", properties: output }
  return {
    operationId: "send",
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: { 200: { content: { "application/json": { schema: answer } } } },
    ...more
  }
}

const changes = async (
  before: unknown,
  after: unknown,
  facts: Partial<Facts> = {},
  later: Partial<Facts> = facts
) => {
  const { lock } = await generated(before, facts)
  return (await generated(after, later, lock)).changes.map(
    ({ breaking, what }) => `${breaking ? "breaking" : "fine"}: ${what}`
  )
}

const between = (before: Json, after: Json, out: readonly [Json, Json] = [{}, {}]) =>
  changes(
    documentOf({ "/a": { post: operation(before, out[0]) } }),
    documentOf({ "/a": { post: operation(after, out[1]) } })
  )

const field = (schema: Json, required: ReadonlyArray<string> = []) => ({
  properties: { a: schema },
  required
})

describe("a new version of a document", () => {
  const inputs: ReadonlyArray<readonly [what: string, before: Json, after: Json, ReadonlyArray<string>]> = [
    ["the same", field({ type: "string" }), field({ type: "string" }), []],
    ["a field more", {}, field({ type: "string" }), ["fine: input a: the field is new"]],
    [
      "a required field more",
      {},
      field({ type: "string" }, ["a"]),
      ["breaking: input a: the field is new and required"]
    ],
    ["a field less", field({ type: "string" }), {}, ["breaking: input a: the field is gone"]],
    [
      "a field that is required now",
      field({ type: "string" }),
      field({ type: "string" }, ["a"]),
      ["breaking: input a: the field is required now"]
    ],
    [
      "a field that may be left out",
      field({ type: "string" }, ["a"]),
      field({ type: "string" }),
      ["fine: input a: the field may be left out now"]
    ],
    [
      "a shorter text",
      field({ type: "string", maxLength: 9 }),
      field({ type: "string", maxLength: 8 }),
      ["breaking: input a: at most 8 now"]
    ],
    ["a longer text", field({ type: "string", maxLength: 9 }), field({ type: "string", maxLength: 10 }), []],
    [
      "a pattern",
      field({ type: "string" }),
      field({ type: "string", pattern: "a" }),
      ["breaking: input a: the pattern is another one"]
    ],
    [
      "a value less",
      field({ enum: ["x", "y"] }),
      field({ enum: ["x"] }),
      ["breaking: input a: no longer taken: y"]
    ],
    ["a value more", field({ enum: ["x"] }), field({ enum: ["x", "y"] }), []],
    ["whole numbers that may have fractions", field({ type: "integer" }), field({ type: "number" }), []],
    [
      "numbers that may not",
      field({ type: "number" }),
      field({ type: "integer" }),
      ["breaking: input a: int is expected, not number"]
    ],
    [
      "null no more",
      field({ type: ["string", "null"] }),
      field({ type: "string" }),
      ["breaking: input a: null is no longer taken"]
    ],
    ["a form more", field({ type: "string" }), field({ type: ["string", "integer"] }), []],
    [
      "a form less",
      field({ type: ["string", "integer"] }),
      field({ type: "string" }),
      ["breaking: input a: string is expected, not int"]
    ],
    [
      "items that are narrower",
      field({ type: "array", items: { type: "integer", minimum: 0 } }),
      field({ type: "array", items: { type: "integer", minimum: 1 } }),
      ["breaking: input a[]: at least 1 now"]
    ],
    [
      "a required field deep inside",
      field({ type: "object", properties: { b: { type: "string" } } }),
      field({ type: "object", properties: { b: { type: "string" } }, required: ["b"] }),
      ["breaking: input a.b: the field is required now"]
    ]
  ]
  it.each(inputs)("with input of %s", async (_, before, after, says) => {
    assert.deepStrictEqual(await between(before, after), [...says])
  })

  const text = { type: "string" }
  const outputs: ReadonlyArray<readonly [what: string, before: Json, after: Json, ReadonlyArray<string>]> = [
    ["a field more", { a: text }, { a: text, b: text }, []],
    ["a field less", { a: text, b: text }, { a: text }, ["breaking: output.b: the field is gone"]],
    [
      "another type",
      { a: text },
      { a: { type: "integer" } },
      ["breaking: output.a: number comes, not string"]
    ],
    ["a word more in a list that may grow", { a: { enum: ["x"] } }, { a: { enum: ["x", "y"] } }, []],
    [
      "another item",
      { a: { type: "array", items: text } },
      { a: { type: "array", items: { type: "boolean" } } },
      ["breaking: output.a[]: boolean comes, not string"]
    ]
  ]
  it.each(outputs)("with output of %s", async (_, before, after, says) => {
    assert.deepStrictEqual(await between({}, {}, [before, after]), [...says])
  })

  it("with operations that come and go", async () => {
    const one = operation({})
    const found = await changes(
      documentOf({ "/a": { post: one } }),
      documentOf({ "/b": { put: { ...one, operationId: "other" } } })
    )
    assert.deepStrictEqual(found, ["breaking: the operation send is gone", "fine: the operation is new"])
  })

  it("with other facts: failures, idempotency, a name, a stream", async () => {
    const document = documentOf({ "/a": { post: operation({}) } })
    const gone = {
      tag: "Gone",
      status: 410,
      category: "not-found",
      retry: "never",
      means: "m.",
      remedy: "r.",
      see: "s",
      of: "always"
    } as const
    const place = "POST /a"
    const of = (...facts: ReadonlyArray<Partial<Facts>>) => changes(document, document, facts[0], facts[1])
    assert.deepStrictEqual(await of({ failures: [gone] }, {}), ["breaking: failure Shop.Gone: it is gone"])
    assert.deepStrictEqual(await of({}, { failures: [{ ...gone, of: [place] }] }), [
      "fine: failure Shop.Gone: it is new"
    ])
    assert.deepStrictEqual(await of({ operations: { [place]: { idempotent: true } } }, {}), [
      "breaking: no longer idempotent: silence is DeliveryUnknown"
    ])
    assert.deepStrictEqual(await of({}, { operations: { [place]: { name: "post" } } }), [
      "breaking: its name was send, and is post now"
    ])
  })

  it("leads no comparison astray that leads back to itself", async () => {
    const tree = (more: Json) => ({
      Tree: { type: "object", properties: { inner: { $ref: "#/components/schemas/Tree" }, ...more } }
    })
    const of = (more: Json) =>
      documentOf({ "/a": { post: operation(field({ $ref: "#/components/schemas/Tree" })) } }, tree(more))
    assert.deepStrictEqual(await changes(of({ b: text }), of({})), ["breaking: input a.b: the field is gone"])
  })
})

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
