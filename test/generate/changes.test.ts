/** What a new version of a document changes: names stay, and what breaks those who call is told from what does not. */
import { assert, describe, it } from "@effect/vitest"
import type { Facts } from "../../src/generate/facts/schema.ts"
import { changes, type Json, operation } from "./changing.ts"
import { documentOf } from "./generating.ts"

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
