/** The fields of described schemas as rows of a table. */
import type { Description, Input, Node } from "../../../src/generate/description.ts"

/** One row: a dotted path, what kind of value, the rules. */
export interface Row {
  readonly path: string
  readonly kind: string
  readonly required: boolean
  readonly rules: string
}

const range = (
  { least, most }: { readonly least?: number; readonly most?: number },
  unit: string
): string => {
  if (least === undefined && most === undefined) return ""
  if (least === most) return `exactly ${least}${unit}`
  if (most === undefined) return `at least ${least}${unit}`
  return least === undefined || least === 0 ? `at most ${most}${unit}` : `${least} to ${most}${unit}`
}

const rulesOf = (node: Node): string => {
  switch (node.kind) {
    case "string": {
      const { format = "", pattern } = node
      const form = pattern === undefined ? "" : `of the form \`${pattern}\``
      const bytes = node.bytes === undefined ? "" : `at most ${node.bytes.toLocaleString("en-US")} bytes`
      return [range(node, " characters"), bytes, form, format].filter((part) => part !== "").join("; ")
    }
    case "int":
    case "number":
      return node.above === undefined ? range(node, "") : `more than ${node.above}`
    case "array":
      return [range(node, " items"), rulesOf(node.items)].filter((part) => part !== "").join("; ")
    case "record":
      return range(node, " fields")
    default:
      return ""
  }
}

const plain: Readonly<Record<string, string>> = {
  string: "text",
  int: "whole number",
  number: "number",
  boolean: "true or false",
  moment: "time",
  day: "day",
  bytes: "bytes",
  any: "any JSON",
  object: "object"
}

const kindOf = (node: Node): string => {
  switch (node.kind) {
    case "enum":
      return node.values.map((value) => `\`${value}\``).join(" or ")
    case "array":
      return `list of ${kindOf(node.items)}`
    case "record":
      return `object of ${kindOf(node.values)}`
    case "union":
      return [...new Set(node.members.map(kindOf))].join(" or ")
    case "ref":
      return `[${node.name}](#${node.name.toLowerCase()})`
    default:
      return plain[node.kind] ?? node.kind
  }
}

/** The object within a list or a map, and how its fields are written. */
const inner = (node: Node): { readonly fields: Node; readonly mark: string } | undefined => {
  if (node.kind === "object") return { fields: node, mark: "" }
  if (node.kind === "array") {
    const found = inner(node.items)
    return found === undefined ? undefined : { fields: found.fields, mark: `[]${found.mark}` }
  }
  return undefined
}

const rowsIn = (path: string, node: Node, required: boolean): ReadonlyArray<Row> => {
  const nullable = node.nullable === true ? " or null" : ""
  const own = { path, kind: `${kindOf(node)}${nullable}`, required, rules: rulesOf(node) }
  const found = inner(node)
  if (found === undefined || found.fields.kind !== "object") return [own]
  const { fields } = found.fields
  return [
    own,
    ...Object.entries(fields).flatMap(([name, field]) =>
      rowsIn(`${path}${found.mark}.${name}`, field.schema, field.required === true)
    )
  ]
}

/** The rows of the inputs of an operation. */
export const inputRows = (inputs: ReadonlyArray<Input>): ReadonlyArray<Row> =>
  inputs.flatMap(({ name, required, schema }) => rowsIn(name, schema, required === true))

/** The rows of a schema: of the fields of an object, of the items of a list of objects; else none. */
export const schemaRows = (node: Node): ReadonlyArray<Row> => {
  const found = inner(node)
  if (found === undefined || found.fields.kind !== "object") return []
  return Object.entries(found.fields.fields).flatMap(([name, field]) =>
    rowsIn(name, field.schema, field.required === true)
  )
}

/** What a schema is, in words. */
export const nameOf = kindOf

const refsIn = (node: Node): ReadonlyArray<string> => {
  switch (node.kind) {
    case "ref":
      return [node.name]
    case "array":
      return refsIn(node.items)
    case "record":
      return refsIn(node.values)
    case "union":
      return node.members.flatMap(refsIn)
    case "object":
      return Object.values(node.fields).flatMap(({ schema }) => refsIn(schema))
    default:
      return []
  }
}

/** The schemas that these refer to, and those that they refer to in turn, in the order of their names. */
export const referred = (
  { schemas }: Description,
  nodes: ReadonlyArray<Node>
): ReadonlyArray<readonly [string, Node]> => {
  const found = new Map<string, Node>()
  const follow = (node: Node): void => {
    for (const name of refsIn(node)) {
      const target = schemas[name]
      if (target === undefined || found.has(name)) continue
      found.set(name, target)
      follow(target)
    }
  }
  nodes.forEach(follow)
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1))
}
