/** Small parts of code: keys, texts, bounds, and the schemas that have no other in them. */
import type { Node, Numeric, Text } from "../description.ts"

const isName = /^[A-Za-z_$][\w$]*$/

/** A key of an object. */
export const keyOf = (name: string): string => (isName.test(name) ? name : JSON.stringify(name))

const flagsOf = (source: string): string => (/\\p\{/.test(source) ? "u" : "")

/** A regular expression as code. Unicode classes need the flag. */
const pattern = (source: string): string =>
  `/${new RegExp(source, flagsOf(source)).source}/${flagsOf(source)}`

const texts = (values: ReadonlyArray<string>): string => values.map((one) => JSON.stringify(one)).join(", ")

/** What may be absent at either end. */
export const args = (least: number | undefined, most: number | undefined, lowest: string): string =>
  [least ?? lowest, most ?? []].flat().join(", ")

/** Fields in a row, each in a line of its own where one has a comment: a comment would else belong to the field before it. */
export const together = (fields: ReadonlyArray<string>): string =>
  fields.some((field) => field.startsWith("/**")) ? `\n${fields.join(",\n")}\n` : fields.join(", ")

/** A schema that has no other in it. */
type Leaf = Exclude<Node, { readonly kind: "ref" | "object" | "union" | "array" | "record" }>

const string = (node: Text): string => {
  if (node.format === "email" && node.pattern === undefined) return "Email()"
  if (node.format === "uuid" && node.pattern === undefined) return "Uuid()"
  const bounds = node.least !== undefined || node.most !== undefined
  const base = bounds ? `text(${args(node.least, node.most, "0")})` : undefined
  if (node.pattern === undefined) return base ?? "Schema.String"
  return `like(${pattern(node.pattern)}${base === undefined ? "" : `, ${base}`})`
}

const numeric = (node: Numeric): string => {
  const base = node.kind === "int" ? "Schema.Int" : "Schema.Finite"
  const bounded = node.kind === "int" ? "whole" : "numeric"
  if (node.above !== undefined)
    return `above(${node.above}, ${node.most === undefined ? base : `${bounded}(-Infinity, ${node.most})`})`
  if (node.least === undefined && node.most === undefined) return base
  return `${bounded}(${args(node.least, node.most, "-Infinity")})`
}

/** The code of what is sent. */
export const leaf = (node: Leaf): string => {
  switch (node.kind) {
    case "string":
      return string(node)
    case "int":
    case "number":
      return numeric(node)
    case "enum":
      return node.values.length === 1
        ? `Schema.Literal(${texts(node.values)})`
        : `Schema.Literals([${texts(node.values)}])`
    case "values":
      return `Schema.Literals([${node.values.join(", ")}])`
    case "boolean":
      return "Schema.Boolean"
    case "moment":
      return "Moment.Text()"
    case "day":
      return "Day()"
    case "bytes":
      return "Schema.Uint8Array"
    case "any":
      return "Data()"
  }
}

/** The code of what comes. */
export const lenientLeaf = (node: Leaf): string => {
  switch (node.kind) {
    case "string":
    case "day":
    case "bytes":
      return "Schema.String"
    case "int":
    case "number":
      return "Schema.Finite"
    case "enum":
      return `words(${texts(node.values)})`
    case "values":
      return `Schema.${node.values.every((value) => typeof value === "number") ? "Finite" : "Boolean"}`
    case "boolean":
      return "Schema.Boolean"
    case "moment":
      return "Schema.DateTimeUtcFromString"
    case "any":
      return "Schema.Unknown"
  }
}
