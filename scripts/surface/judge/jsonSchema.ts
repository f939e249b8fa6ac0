/** A description's schemas as JSON Schema, for a judge that nobody here wrote. */
import type { Described, Description, Input, Node } from "../../../src/generate/description.ts"

type Json = Readonly<Record<string, unknown>>

/** What a bound is called in JSON Schema: the least and the most. */
const bounds = (
  { least, most }: { readonly least?: number; readonly most?: number },
  names: readonly [string, string]
): Json => ({
  ...(least === undefined ? {} : { [names[0]]: least }),
  ...(most === undefined ? {} : { [names[1]]: most })
})

const text = (node: Extract<Node, { readonly kind: "string" }>): Json => ({
  type: "string",
  ...bounds(node, ["minLength", "maxLength"]),
  ...(node.pattern === undefined ? {} : { pattern: node.pattern }),
  ...(node.format === "email" || node.format === "uuid" ? { format: node.format } : {})
})

const numeric = (node: Extract<Node, { readonly kind: "int" | "number" }>): Json => ({
  type: node.kind === "int" ? "integer" : "number",
  ...bounds(node, ["minimum", "maximum"]),
  ...(node.above === undefined ? {} : { exclusiveMinimum: node.above })
})

const fields = (node: Extract<Node, { readonly kind: "object" }>): Json => ({
  type: "object",
  properties: Object.fromEntries(
    Object.entries(node.fields).map(([name, { schema }]) => [name, schemaOf(schema)])
  ),
  required: Object.entries(node.fields).flatMap(([name, { required }]) => (required === true ? [name] : [])),
  additionalProperties: node.rest === undefined ? false : schemaOf(node.rest)
})

const bare = (node: Node): Json => {
  switch (node.kind) {
    case "string":
      return text(node)
    case "int":
    case "number":
      return numeric(node)
    case "enum":
    case "values":
      return { enum: node.values }
    case "boolean":
      return { type: "boolean" }
    case "moment":
      return { type: "string", format: "date-time" }
    case "day":
      return { type: "string", format: "date" }
    case "array":
      return { type: "array", items: schemaOf(node.items), ...bounds(node, ["minItems", "maxItems"]) }
    case "record":
      return {
        type: "object",
        additionalProperties: schemaOf(node.values),
        ...bounds(node, ["minProperties", "maxProperties"])
      }
    case "object":
      return fields(node)
    case "union":
      return { anyOf: node.members.map(schemaOf) }
    case "ref":
      return { $ref: `#/$defs/${node.name}` }
    case "any":
    case "bytes":
    case "given":
      return {}
  }
}

/** A schema as JSON Schema. */
export const schemaOf = (node: Node): Json =>
  node.nullable === true ? { anyOf: [bare(node), { type: "null" }] } : bare(node)

/** The schemas that others refer to. */
export const defsOf = ({ schemas }: Description): Json =>
  Object.fromEntries(Object.entries(schemas).map(([name, node]) => [name, schemaOf(node)]))

/** The body of an operation; absent where it has none, or one that is no JSON. */
export const bodyOf = ({ content, input }: Pick<Described, "content" | "input">): Node | undefined => {
  if (content !== "json" && content !== "form") return undefined
  const placed = input.filter(({ place }) => place === "body")
  return placed.find(({ whole }) => whole === true)?.schema ?? objectOf(placed)
}

/** Inputs as one object. */
export const objectOf = (inputs: ReadonlyArray<Input>): Node => ({
  kind: "object",
  fields: Object.fromEntries(
    inputs.map(({ name, required, schema }) => [name, required === true ? { schema, required } : { schema }])
  )
})
