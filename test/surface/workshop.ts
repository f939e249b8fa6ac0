/** A surface that no vendor has: each rule of the emitter's has an operation that shows it. */
import type { Described, Description, Input, Node } from "../../src/generate/description.ts"

const text: Node = { kind: "string" }
const name: Input = { name: "name", place: "body", required: true, schema: { ...text, least: 1, most: 5 } }
const id: Input = { name: "id", place: "path", required: true, schema: text }
const version: Input = { name: "version", place: "body", required: true, schema: { kind: "int", least: 1 } }
const code: Input = { name: "code", place: "body", required: true, schema: { ...text, least: 1, most: 80 } }

const usual = {
  host: "config",
  quota: "config",
  idempotent: true,
  why: "it is the same after it",
  fails: [],
  facts: [],
  status: 200
} as const

type Given = Pick<Described, "name" | "method" | "path" | "resource" | "input"> & Partial<Described>

const operation = (given: Given): Described => ({ title: given.name, ...usual, ...given })

const post = (named: string, input: ReadonlyArray<Input>, rest: Partial<Described> = {}): Described =>
  operation({
    name: named,
    method: "POST",
    path: `/${named}`,
    resource: "tools",
    input,
    content: "json",
    ...rest
  })

const tool: Node = { kind: "ref", name: "Tool" }
const body = (schema: Node, required?: true): Input => ({
  name: "value",
  place: "body",
  schema,
  ...(required === undefined ? {} : { required })
})

const tools: ReadonlyArray<Described> = [
  operation({
    name: "listTools",
    method: "GET",
    path: "/tools",
    resource: "tools",
    input: [
      { name: "nextToken", place: "query", schema: text },
      { name: "pageSize", place: "query", schema: { kind: "int", least: 1, most: 100 } },
      { name: "codes", place: "query", schema: { kind: "array", items: text } }
    ],
    paging: {
      style: "token",
      into: "nextToken",
      token: "nextToken",
      items: "data",
      size: "pageSize",
      most: 100
    },
    output: { kind: "ref", name: "Tools" }
  }),
  post("createTool", [name, code], {
    path: "/tools",
    output: tool,
    unique: "code",
    idempotent: false,
    why: "a code is used once"
  }),
  operation({
    name: "getTool",
    method: "GET",
    path: "/tools/{id}",
    resource: "tools",
    input: [id],
    output: tool
  }),
  operation({
    name: "updateTool",
    method: "PUT",
    path: "/tools/{id}",
    resource: "tools",
    input: [id, name, code, version],
    content: "json",
    output: tool,
    version: "version",
    idempotent: false,
    why: "the version changes"
  }),
  operation({ name: "deleteTool", method: "DELETE", path: "/tools/{id}", resource: "tools", input: [id] })
]

const requests: ReadonlyArray<Described> = [
  post("approveTools", [
    { name: "dryRun", place: "query", required: true, schema: { kind: "boolean" } },
    name
  ]),
  operation({ name: "poke", method: "POST", path: "/poke", resource: "tools", input: [] }),
  operation({
    name: "forget",
    method: "DELETE",
    path: "/tools/{id}/notes",
    resource: "tools",
    input: [id, { name: "version", place: "body", schema: { kind: "int", least: 1 } }],
    content: "json"
  }),
  operation({
    name: "replaceNotes",
    method: "PUT",
    path: "/tools/{id}/notes",
    resource: "tools",
    input: [
      id,
      {
        name: "items",
        place: "body",
        required: true,
        whole: true,
        schema: { kind: "array", items: text, least: 1, most: 3 }
      }
    ],
    content: "json"
  }),
  operation({
    name: "upload",
    method: "PUT",
    path: "/tools/{id}/picture",
    resource: "tools",
    input: [id, { name: "content", place: "body", required: true, whole: true, schema: { kind: "bytes" } }],
    content: "image/png"
  }),
  operation({
    name: "listDotted",
    method: "GET",
    path: "/dotted",
    resource: "tools",
    input: [{ name: "of.tool-kind", place: "query", schema: text }]
  })
]

const facts: ReadonlyArray<Described> = [
  post("readTools", [name], { reads: true, why: "read by POST" }),
  post("greet", [name], { anonymous: true }),
  post("submit", [name], { host: "ingest", quota: "ingest" }),
  post("headed", [name], { headers: { "x-tool": "hammer" } }),
  post("allowed", [name], { permission: "tools:write", needs: ["orgId"] }),
  post("old", [name], { deprecated: "use greet" }),
  post("failing", [name], { fails: ["M3ter.RequestTooLarge"] }),
  post("hidden", [name], { output: { kind: "ref", name: "Secretive" }, secrets: ["password"] }),
  operation({
    name: "redirected",
    method: "GET",
    path: "/redirected",
    resource: "tools",
    input: [],
    status: 302,
    from: "response",
    output: { kind: "object", fields: { status: { schema: { kind: "int" } } } }
  }),
  operation({
    name: "exportTools",
    method: "GET",
    path: "/export",
    resource: "tools",
    input: [],
    answer: "text",
    output: text
  })
]

/** What fields may hold, each in an operation of its own, so that none hides another. */
const schemas: Readonly<Record<string, Node>> = {
  optional: text,
  atLeast: { ...text, least: 3 },
  atMost: { ...text, most: 4 },
  unanchored: { ...text, pattern: "b+" },
  anchored: { ...text, pattern: "^[ab]$" },
  letters: { ...text, pattern: "^\\p{L}$", most: 3 },
  email: { ...text, format: "email" },
  uuid: { ...text, format: "uuid" },
  day: { kind: "day" },
  moment: { kind: "moment" },
  flag: { kind: "boolean" },
  whole: { kind: "int", least: -2, most: 2 },
  fraction: { kind: "number", least: 0.5 },
  positive: { kind: "number", above: 0 },
  share: { kind: "number", above: 0, most: 1 },
  words: { kind: "enum", values: ["one", "two", "three"] },
  word: { kind: "enum", values: ["one"] },
  list: { kind: "array", items: { ...text, most: 2 }, least: 2, most: 4 },
  map: { kind: "record", values: { kind: "int", least: 1 }, most: 2 },
  someNames: { kind: "record", values: { kind: "any" }, least: 1 },
  fewNames: { kind: "record", values: { kind: "any" }, least: 1, most: 3 },
  maybe: { kind: "ref", name: "Maybe" },
  perhaps: { kind: "array", items: { kind: "ref", name: "Maybe" } },
  nothing: { ...text, most: 2, nullable: true },
  inside: { kind: "object", fields: { deep: { schema: { ...text, most: 2 }, required: true } } },
  either: {
    kind: "union",
    members: [
      { kind: "object", fields: { a: { schema: { kind: "enum", values: ["x"] }, required: true } } },
      { kind: "object", fields: { b: { schema: { kind: "int", most: 3 }, required: true } } }
    ]
  }
}

const fields = Object.entries(schemas).map(([named, schema]) =>
  post(`${named}Value`, [body(schema)], {
    output: { kind: "object", fields: { value: { schema } } },
    resource: "fields"
  })
)

const required = Object.entries(schemas).map(([named, schema]) =>
  post(`${named}ValueNeeded`, [body(schema, true)], { resource: "fields" })
)

/** The whole of it. */
export const workshop: Description = {
  vendor: "m3ter",
  from: [],
  operations: [...tools, ...requests, ...facts, ...fields, ...required],
  schemas: {
    Tool: {
      kind: "object",
      fields: {
        id: { schema: text, required: true },
        name: { schema: text },
        code: { schema: text },
        version: { schema: { kind: "int" } },
        made: { schema: { kind: "moment" } }
      }
    },
    Tools: {
      kind: "object",
      fields: { data: { schema: { kind: "array", items: tool } }, nextToken: { schema: text } }
    },
    Maybe: { kind: "object", nullable: true, fields: { size: { schema: { ...text, most: 2 } } } },
    Secretive: { kind: "object", fields: { password: { schema: text } } }
  },
  leftOut: []
}
