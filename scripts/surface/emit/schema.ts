/** Schemas as code: strict for what is sent, lenient for what comes. */
import type { Field, Fields, Node, Text } from "../description.ts"
import { snakeOf } from "../../../src/contract/snake.ts"
import type { Kit } from "./kits.ts"
import { oursOf } from "./names.ts"

/** Which way a schema goes. */
export type Side = "in" | "out"

/** Writes a reference; `undefined` where what it refers to is to be written out. */
export type Refer = (name: string, side: Side) => string | undefined

/** The longest line of a field that a comment still fits before. */
const widest = 102

const isName = /^[A-Za-z_$][\w$]*$/

/** A key of an object. */
export const keyOf = (name: string): string => (isName.test(name) ? name : JSON.stringify(name))

/** A regular expression as code. Unicode classes need the flag. */
const pattern = (source: string): string => `/${new RegExp(source).source}/${/\\p\{/.test(source) ? "u" : ""}`

const texts = (values: ReadonlyArray<string | number>): string =>
  values.map((one) => JSON.stringify(one)).join(", ")

/** What may be absent at either end. */
const args = (least: number | undefined, most: number | undefined, lowest: string): string =>
  [least ?? lowest, most ?? []].flat().join(", ")

/** Fields in a row, each in a line of its own where one has a comment: a comment would else belong to the field before it. */
export const together = (fields: ReadonlyArray<string>): string =>
  fields.some((field) => field.startsWith("/**")) ? `\n${fields.join(",\n")}\n` : fields.join(", ")

/** Whether all that is known of a text is that it is not empty. */
const isFilled = ({ bytes, format, least, most, pattern }: Text): boolean =>
  least === 1 &&
  bytes === undefined &&
  format !== "email" &&
  format !== "uuid" &&
  most === undefined &&
  pattern === undefined

/** A number as code: 2_000_000. */
export const digits = (value: number): string => value.toLocaleString("en-US").replaceAll(",", "_")

/** Writes schemas of one vendor. */
export class SchemaWriter {
  private readonly kit: Kit
  private readonly schemas: Readonly<Record<string, Node>>
  private readonly refer: Refer
  private depth = 0

  constructor(kit: Kit, schemas: Readonly<Record<string, Node>>, refer: Refer) {
    this.kit = kit
    this.schemas = schemas
    this.refer = refer
  }

  /** Whether its code says all of a text. */
  isFilled(node: Text): boolean {
    return this.kit.filled !== undefined && isFilled(node)
  }

  /** What a reference stands for. */
  resolve(node: Node): Node {
    const found = node.kind === "ref" ? this.schemas[node.name] : node
    if (found === undefined) throw new Error(`there is no schema ${JSON.stringify(node)}`)
    return found.kind === "ref" ? this.resolve(found) : found
  }

  write(node: Node, side: Side): string {
    if (side === "out") return this.lenient(node)
    const code = this.strict(node)
    return node.nullable === true ? `Schema.NullOr(${code})` : code
  }

  private strict(node: Node): string {
    switch (node.kind) {
      case "ref": {
        const written = this.kit.written?.[node.name]
        if (written !== undefined) return written
        const name = this.refer(node.name, "in")
        return name === undefined ? this.strict(this.resolve(node)) : `${name}()`
      }
      case "object":
        return this.object(node, "in")
      case "union":
        return `Schema.Union([${node.members.map((one) => this.write(one, "in")).join(", ")}])`
      case "array":
        return node.least === undefined && node.most === undefined
          ? `Schema.Array(${this.write(node.items, "in")})`
          : `items(${this.write(node.items, "in")}, ${args(node.least, node.most, "0")})`
      case "record": {
        if (node.values.kind === "any" && node.most === undefined) return "DataObject()"
        const values = this.write(node.values, "in")
        return node.most === undefined
          ? `Schema.Record(Schema.String, ${values})`
          : `atMost(${node.most}, ${values})`
      }
      default:
        return this.leaf(node)
    }
  }

  private leaf(
    node: Exclude<Node, { readonly kind: "ref" | "object" | "union" | "array" | "record" }>
  ): string {
    switch (node.kind) {
      case "string": {
        if (node.format === "email" && node.pattern === undefined) return "Email()"
        if (node.format === "uuid" && node.pattern === undefined) return "Uuid()"
        if (this.kit.filled !== undefined && isFilled(node)) return this.kit.filled
        const bounds = node.least !== undefined || node.most !== undefined
        const long = bounds ? `text(${args(node.least, node.most, "0")})` : undefined
        const base =
          node.bytes === undefined ? long : `fits(${[digits(node.bytes), long ?? []].flat().join(", ")})`
        if (node.pattern === undefined) return base ?? "Schema.String"
        return `like(${pattern(node.pattern)}${base === undefined ? "" : `, ${base}`})`
      }
      case "int":
      case "number": {
        const base = node.kind === "int" ? "Schema.Int" : "Schema.Finite"
        if (node.above !== undefined) return `above(${node.above}, ${base})`
        if (node.least === undefined && node.most === undefined) return base
        return `${node.kind === "int" ? "whole" : "numeric"}(${args(node.least, node.most, "-Infinity")})`
      }
      case "enum":
        return node.values.length === 1
          ? `Schema.Literal(${texts(node.values)})`
          : `Schema.Literals([${texts(node.values)}])`
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

  private lenient(node: Node): string {
    switch (node.kind) {
      case "ref": {
        const written = this.kit.written?.[node.name]
        if (written !== undefined) return written
        const name = this.refer(node.name, "out")
        if (name === undefined) return this.lenient(this.resolve(node))
        return this.resolve(node).kind === "enum" ? `open(${name}())` : `${name}()`
      }
      case "object":
        return this.object(node, "out")
      case "union": {
        const members = node.members.map((one) => this.resolve(one))
        const objects = members.filter((one) => one.kind === "object")
        if (objects.length === members.length) return this.lenient(merged(objects))
        return `Schema.Union([${[...new Set(node.members.map((one) => this.lenient(one)))].join(", ")}])`
      }
      case "array":
        return `Schema.Array(${this.lenient(node.items)})`
      case "record":
        return node.values.kind === "any"
          ? this.kit.map
          : `Schema.Record(Schema.String, ${this.lenient(node.values)})`
      case "string":
      case "day":
      case "bytes":
        return "Schema.String"
      case "int":
      case "number":
        return "Schema.Finite"
      case "enum":
        return `words(${texts(node.values)})`
      case "boolean":
        return "Schema.Boolean"
      case "moment":
        return "Schema.DateTimeUtcFromString"
      case "any":
      case "given":
        return "Schema.Unknown"
    }
  }

  /** A struct of fields that are written already. `names`: those of the vendor. */
  struct(fields: string, names: ReadonlyArray<string>, rules: ReadonlyArray<string> = []): string {
    const renamed = names
      .map((name) => ({ name, ours: oursOf(name, this.kit.names) }))
      .filter(({ name, ours }) => (this.kit.isSnake === true ? snakeOf(ours) : ours) !== name)
    const others = `{ ${renamed.map(({ name, ours }) => `${ours}: ${JSON.stringify(name)}`).join(", ")} }`
    if (this.kit.isSnake !== true) {
      const struct = `Schema.Struct({ ${fields} })`
      return renamed.length === 0 ? struct : `${struct}.pipe(Schema.encodeKeys(${others}))`
    }
    const args = [`{ ${fields} }`, ...(renamed.length === 0 ? [] : [others]), ...rules].join(", ")
    if (renamed.length > 0) return `renamed(${args})`
    const isPlain = rules.length === 0 && names.every((name) => oursOf(name, this.kit.names) === name)
    return isPlain ? `Schema.Struct(${args})` : `snake(${args})`
  }

  private object(node: Fields, side: Side): string {
    if (side === "in" && node.rest !== undefined)
      return `Schema.StructWithRest(${this.struct(this.fields(node.fields, side), [])}, [DataObject()])`
    return this.struct(
      this.fields(node.fields, side),
      this.kit.isSnake === true ? Object.keys(node.fields) : []
    )
  }

  /** An answer that the vendor's own code completes. */
  answer(node: Node, maker: string): string {
    return node.kind === "object"
      ? `${maker}({ ${this.fields(node.fields, "out")} })`
      : this.write(node, "out")
  }

  /** The fields of an object, as they stand between its braces. */
  fields(fields: Readonly<Record<string, Field>>, side: Side): string {
    this.depth++
    const lines = Object.entries(fields).map(([name, field]) => this.field(name, field, side))
    this.depth--
    return together(lines)
  }

  private field(name: string, { required, schema }: Field, side: Side): string {
    const ours = this.kit.isSnake === true ? oursOf(name, this.kit.names) : name
    if (side === "in") return this.input(ours, { schema, ...(required === undefined ? {} : { required }) })
    const code = this.write(schema, side)
    const isSure =
      required === true && (this.kit.guaranteed.includes(name) || this.kit.isSure?.(schema) === true)
    return `${keyOf(ours)}: ${isSure ? code : this.kit.field(code)}`
  }

  /** A field of an input, with what is known of it above it, or before it where that fits in a line. */
  input(name: string, { required, schema }: Field): string {
    const code = this.write(schema, "in")
    const line = `${keyOf(name)}: ${required === true ? code : `optional(${code})`}`
    const doc = docOf(schema, this)
    return `${doc}${doc !== "" && doc.length + line.length + 4 * this.depth > widest ? "\n" : ""}${line}`
  }
}

/** Of objects that come instead of each other: all that any of them may have. What it is stands in it, and more kinds may come. */
const merged = (objects: ReadonlyArray<Fields>): Fields => {
  const fields: Record<string, Field> = {}
  for (const [name, { schema }] of objects.flatMap((one) => Object.entries(one.fields))) {
    const known = fields[name]?.schema
    if (known === undefined) fields[name] = { schema }
    else if (known.kind === "enum" && schema.kind === "enum")
      fields[name] = { schema: { kind: "enum", values: [...new Set([...known.values, ...schema.values])] } }
    else if (JSON.stringify(known) !== JSON.stringify(schema))
      fields[name] = {
        schema: {
          kind: "union",
          members: known.kind === "union" ? [...known.members, schema] : [known, schema]
        }
      }
  }
  return { kind: "object", fields }
}

const counted = (count: number | undefined, what: string): string =>
  `${count} ${count === 1 ? what.replace(/s$/, "") : what}`

const range = (least: number | undefined, most: number | undefined, what: string): string => {
  if (least === undefined && most === undefined) return ""
  if (least === 1 && most === undefined) return "not empty"
  if (least === most) return `exactly ${counted(least, what)}`
  if (most === undefined) return `at least ${counted(least, what)}`
  return least === undefined || least === 0 ? `at most ${counted(most, what)}` : `${least} to ${most} ${what}`
}

const number = (node: {
  readonly least?: number
  readonly most?: number
  readonly above?: number
}): string => (node.above === undefined ? range(node.least, node.most, "").trim() : `more than ${node.above}`)

/** The facts of a field in words. */
const words = (node: Node, writer: SchemaWriter): string => {
  const plain = writer.resolve(node)
  switch (plain.kind) {
    case "string":
      if (writer.isFilled(plain)) return ""
      return [
        range(plain.least, plain.most, "characters"),
        plain.bytes === undefined ? "" : `at most ${plain.bytes.toLocaleString("en-US")} bytes`,
        plain.pattern === undefined ? "" : "of a fixed form"
      ]
        .filter((part) => part !== "")
        .join(", ")
    case "int":
      return number(plain)
    case "number":
      return number(plain)
    case "array":
      return range(plain.least, plain.most, "items")
    case "record":
      return range(plain.least, plain.most, "fields")
    case "day":
      return "a day, as 2026-01-31"
    case "moment":
      return "a time, sent in UTC"
    default:
      return ""
  }
}

/** The comment above a field of an input; nothing where its type says all that is known. */
const docOf = (node: Node, writer: SchemaWriter): string => {
  const said = [
    words(node, writer),
    node.nullable === true ? "or null" : "",
    node.deprecated === true ? "deprecated" : ""
  ]
    .filter((part) => part !== "")
    .join("; ")
  return said === "" ? "" : `/** ${said.charAt(0).toUpperCase()}${said.slice(1)}. */ `
}
