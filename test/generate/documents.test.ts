/** Documents: what is wrong in one is named by its place, and what is not carried is named as well, never passed over. */
import { assert, describe, it } from "@effect/vitest"
import { generate } from "../../src/generate/generate.ts"
import { bodyOf, documentOf, fewFacts, generated } from "./generating.ts"

const messageOf = (text: string, name = "openapi.json") =>
  generate({ name, text }, { name: "errors.json", text: JSON.stringify(fewFacts) }, undefined).then(
    () => "it was generated",
    (error: Error) => error.message
  )

const answer = { responses: { 200: {} } }
const get = (parameters: ReadonlyArray<unknown>) =>
  documentOf({ "/things": { get: { ...answer, parameters } } })

const deep = (levels: number): unknown => (levels === 0 ? {} : { type: "array", items: deep(levels - 1) })

describe("a document that is not what it must be", () => {
  const wrong: ReadonlyArray<readonly [what: string, document: unknown, says: RegExp]> = [
    [
      "Swagger 2.0",
      { swagger: "2.0" },
      /^\/swagger: Swagger 2\.0 is not read\. Convert .*npx swagger2openapi --outfile/
    ],
    ["a later version", { openapi: "4.0.0" }, /^\/openapi: OpenAPI 4\.0\.0 is not read/],
    ["no version", { info: {} }, /^\/openapi: the version of OpenAPI is expected here/],
    [
      "paths that are a list",
      { openapi: "3.0.0", paths: [] },
      /^\/paths: an object is expected here, not a list/
    ],
    [
      "a type that there is not",
      bodyOf({ type: "strng" }),
      /schema\/type: a type is one of .*not the text "strng"/
    ],
    [
      "a bound that is a text",
      bodyOf({ type: "integer", minimum: "1" }),
      /schema\/minimum: a number is expected here, not the text "1"/
    ],
    [
      "a length below zero",
      bodyOf({ type: "string", maxLength: -1 }),
      /schema\/maxLength: a whole number from 0/
    ],
    ["an empty enum", bodyOf({ type: "string", enum: [] }), /schema\/enum: there is no value in it/],
    [
      "a reference to nothing",
      bodyOf({ $ref: "#/components/schemas/Thing" }),
      /schema\/\$ref: there is nothing at “#\/components\/schemas\/Thing”/
    ],
    [
      "a reference into another file",
      bodyOf({ $ref: "other.yaml#/Thing" }),
      /schema\/\$ref: “other\.yaml#\/Thing” is in another document.*redocly\/cli bundle/
    ],
    [
      "a reference to itself",
      bodyOf({ $ref: "#/components/schemas/A" }, { A: { $ref: "#/components/schemas/A" } }),
      /leads to itself/
    ],
    [
      "a parameter without a name",
      get([{ in: "query" }]),
      /^\/paths\/~1things\/get\/parameters\/0\/name: a text is expected/
    ],
    ["nesting without end", bodyOf(deep(300)), /nested more than 200 levels deep/],
    [
      "a pattern that is a number",
      bodyOf({ type: "string", pattern: 1 }),
      /schema\/pattern: a regular expression is expected/
    ]
  ]
  it.each(wrong)("is refused, and the place is named: %s", async (_, document, says) => {
    assert.match(await messageOf(JSON.stringify(document)), says)
  })

  it("is refused where it is no JSON and no YAML", async () => {
    assert.match(await messageOf("{ nope"), /^openapi\.json is not JSON: /)
    assert.match(await messageOf("a: [1", "api.yaml"), /^api\.yaml is not YAML: .* at line 1/s)
    assert.match(
      await messageOf(`{"__proto__": {}}`),
      /^\/__proto__: no object of JavaScript can have this name/
    )
  })
})

describe("what has no form", () => {
  const param = (one: object) => get([{ name: "p", in: "query", schema: { type: "string" }, ...one }])
  const body = (type: string) =>
    documentOf({
      "/things": { post: { ...answer, requestBody: { required: true, content: { [type]: {} } } } }
    })
  const lost: ReadonlyArray<readonly [what: string, document: unknown]> = [
    ["not is not checked", bodyOf({ type: "string", not: { const: "a" } })],
    ["multipleOf is not checked", bodyOf({ type: "integer", multipleOf: 5 })],
    ["uniqueItems is not checked", bodyOf({ type: "array", uniqueItems: true, items: { type: "string" } })],
    ["patternProperties is not checked", bodyOf({ type: "object", patternProperties: { a: {} } })],
    ["pattern that JavaScript cannot read: not checked", bodyOf({ type: "string", pattern: "(?P<a>b)" })],
    ["exclusiveMaximum: the bound itself is let through", bodyOf({ type: "number", exclusiveMaximum: 5 })],
    [
      "the order of the items of a list is not checked",
      bodyOf({ type: "array", prefixItems: [{ type: "string" }] })
    ],
    ["a cookie, which may be left out", param({ in: "cookie" })],
    ["an object in a query, which may be left out", param({ schema: { type: "object" } })],
    [
      "the style pipeDelimited, which may be left out",
      param({ style: "pipeDelimited", schema: { type: "array", items: { type: "string" } } })
    ],
    ["operation left out: a cookie", param({ in: "cookie", required: true })],
    [
      "operation left out: a list in a header",
      param({ in: "header", required: true, schema: { type: "array", items: {} } })
    ],
    ["operation left out: a body of multipart/form-data", body("multipart/form-data")],
    [
      "operation left out: an answer that is a stream of events",
      documentOf({ "/e": { get: { responses: { 200: { content: { "text/event-stream": {} } } } } } })
    ],
    ["operation left out: the method HEAD", documentOf({ "/e": { head: answer } })],
    ["operation left out: a name that stands twice in a path", documentOf({ "/{a}/{a}": { get: answer } })],
    ["operation left out: a schema that nothing fits", bodyOf(false)],
    [
      "operation left out: oneOf beside anyOf",
      bodyOf({ oneOf: [{ type: "string" }], anyOf: [{ type: "string" }] })
    ],
    [
      'operation left out: allOf of different types ("string", "integer")',
      bodyOf({ allOf: [{ type: "string" }, { type: "integer" }] })
    ],
    [
      "operation left out: a schema that is a part of itself (allOf)",
      bodyOf(
        { $ref: "#/components/schemas/A" },
        { A: { allOf: [{ $ref: "#/components/schemas/A" }, { properties: { a: {} } }] } }
      )
    ],
    [
      "operation left out: a schema that is a part of itself (allOf)",
      bodyOf({ $ref: "#/components/schemas/A" }, { A: { allOf: [{ $ref: "#/components/schemas/A" }] } })
    ],
    [
      "operation left out: a schema that leads back to itself without an object between",
      bodyOf(
        { $ref: "#/components/schemas/L" },
        { L: { type: "array", items: { $ref: "#/components/schemas/L" } } }
      )
    ]
  ]
  it.each(lost)("is named: %s", async (what, document) => {
    const found = await generated(document)
    assert.include(
      found.lost.map((one) => one.what),
      what
    )
  })

  it("of a named schema leaves out every operation that leads to it, and no other", async () => {
    const operation = (name: string) => ({
      responses: {
        200: { content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } }
      }
    })
    const found = await generated(
      documentOf(
        {
          "/good": { get: operation("Good") },
          "/bad": { get: operation("Bad") },
          "/far": { get: operation("Far") }
        },
        {
          Good: { type: "object", properties: { a: { type: "string" } } },
          Far: {
            type: "object",
            properties: { bad: { type: "array", items: { $ref: "#/components/schemas/Bad" } } }
          },
          Bad: { type: "object", properties: { never: false } }
        }
      )
    )
    assert.deepStrictEqual(found.lost.map(({ where }) => where).toSorted(), ["GET /bad", "GET /far"])
    assert.strictEqual(found.operations, 1)
  })

  it("because the vendor calls it, or because it stands elsewhere, is named as worth knowing", async () => {
    const callbacks = { done: { "{$request.body#/url}": { post: answer } } }
    const found = await generated({
      ...documentOf({ "/a": { post: { ...answer, callbacks, servers: [], security: [{ other: [] }] } } }),
      webhooks: { sold: { post: answer } }
    })
    assert.deepStrictEqual(
      found.noted.map(({ what, where }) => [what.split(":")[0], where]),
      [
        ["a callback", "/paths/~1a/post/callbacks/done"],
        ["a server of its own", "/paths/~1a/post"],
        ["credentials other than those of all", "/paths/~1a/post"],
        ["a webhook", "/webhooks/sold"]
      ]
    )
  })

  it("because the document does not say it is named as well: what something holds, which status is a success", async () => {
    const post = { requestBody: { content: { "application/json": {} } }, responses: {} }
    const put = {
      requestBody: { content: { "application/json": { schema: { type: "object" } } } },
      ...answer
    }
    const found = await generated(documentOf({ "/a": { post, put } }))
    assert.deepStrictEqual(
      found.noted.map(({ what }) => what),
      [
        "the document does not say what it holds",
        "the document does not say which status is a success",
        "an object of which the document does not say what is in it"
      ]
    )
  })
})
