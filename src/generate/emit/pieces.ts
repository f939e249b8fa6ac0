/** Small parts of code: keys, texts, bounds, and the schemas that have no other in them. */
import type { List, Map, Node, Numeric, Text } from "../description.ts"

const isName = /^[A-Za-z_$][\w$]*$/

/** A number as code: 2_000_000. */
export const digits = (value: number): string => value.toLocaleString("en-US").replaceAll(",", "_")

/** A key of an object. */
export const keyOf = (name: string): string => (isName.test(name) ? name : JSON.stringify(name))

const flagsOf = (source: string): string => (/\\p\{/.test(source) ? "u" : "")

/** A regular expression as code. Unicode classes need the flag. */
const pattern = (source: string): string =>
  `/${new RegExp(source, flagsOf(source)).source}/${flagsOf(source)}`

/** Texts, as they stand in a list. */
export const texts = (values: ReadonlyArray<string | number>): string =>
  values.map((one) => JSON.stringify(one)).join(", ")

/** What may be absent at either end. */
const args = (least: number | undefined, most: number | undefined, lowest: string): string =>
  [least ?? lowest, most ?? []].flat().join(", ")

/** Fields in a row, each in a line of its own where one has a comment: a comment would else belong to the field before it. */
export const together = (fields: ReadonlyArray<string>): string =>
  fields.some((field) => field.startsWith("/**")) ? `\n${fields.join(",\n")}\n` : fields.join(", ")

/** A list without bounds. Of objects that are written out with nothing about them, the fields stand right in it. */
export const arrayOf = (item: string): string => {
  const fields = /^Schema\.Struct\((\{\s[\s\S]*\s\})\)$/.exec(item)?.[1]
  return fields === undefined ? `Schema.Array(${item})` : `objects(${fields})`
}

/** Fields with those that come together as one, where the first of them stands. */
export const grouped = (
  lines: ReadonlyArray<string>,
  groups: ReadonlyArray<{ readonly code: string; readonly fields: ReadonlyArray<string> }>
): ReadonlyArray<string> =>
  groups.reduce(
    (left, { code, fields }) =>
      fields.every((field) => left.includes(field))
        ? left.flatMap((line) => (line === fields[0] ? [`...${code}`] : fields.includes(line) ? [] : [line]))
        : left,
    lines
  )

/** A schema that has no other in it. */
export type Leaf = Exclude<Node, { readonly kind: "ref" | "object" | "union" | "array" | "record" }>

/** Whether all that is known of a text is that it is not empty. */
export const isFilled = ({ bytes, format, least, most, pattern }: Text): boolean =>
  least === 1 &&
  format !== "email" &&
  format !== "uuid" &&
  [bytes, most, pattern].every((bound) => bound === undefined)

const string = (node: Text): string => {
  if (node.format === "email" && node.pattern === undefined) return "Email()"
  if (node.format === "uuid" && node.pattern === undefined) return "Uuid()"
  const bounds = node.least !== undefined || node.most !== undefined
  const long = bounds ? `text(${args(node.least, node.most, "0")})` : undefined
  const base = node.bytes === undefined ? long : `fits(${[digits(node.bytes), long ?? []].flat().join(", ")})`
  if (node.pattern === undefined) return base ?? "Schema.String"
  return `like(${pattern(node.pattern)}${base === undefined ? "" : `, ${base}`})`
}

const numeric = (node: Numeric): string => {
  const { above, kind, least, most } = node
  const isBounded = least !== undefined || most !== undefined
  const bounded = `${kind === "int" ? "whole" : "numeric"}(${args(least, most, "-Infinity")})`
  const base = isBounded ? bounded : kind === "int" ? "Schema.Int" : "Schema.Finite"
  return above === undefined ? base : `above(${above}, ${base})`
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
    case "given":
      return "Data()"
  }
}

/** The code of a map that is sent. */
export const mapCode = ({ least, most, values }: Map, write: () => string): string => {
  if (values.kind === "any" && least === undefined && most === undefined) return "DataObject()"
  if (least !== undefined) return `names(${write()}, ${args(least, most, "0")})`
  return most === undefined ? `Schema.Record(Schema.String, ${write()})` : `atMost(${most}, ${write()})`
}

/** A list as code, from that of its items. */
export const listCode = ({ least, most }: List, item: string): string =>
  least === undefined && most === undefined ? arrayOf(item) : `items(${item}, ${args(least, most, "0")})`
