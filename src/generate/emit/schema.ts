/** Schemas as code: strict for what is sent, lenient for what comes. */
import type { Field, Fields, Node, Ref, Union } from "../description.ts"
import { answerField, inputField } from "./fields.ts"
import type { Kit } from "./kit.ts"
import { lenientLeaf } from "./lenient.ts"
import { merged } from "./merged.ts"
import { oursOf } from "./naming.ts"
import { arrayOf, grouped, isFilled, leaf, listCode, mapCode, together } from "./pieces.ts"
import { objectOf } from "./struct.ts"

/** Which way a schema goes. */
export type Side = "in" | "out"

/** Writes a reference as code; `undefined` where what it refers to is to be written out. */
export type Refer = (name: string, side: Side) => string | undefined

/** Writes schemas of one vendor. */
export class SchemaWriter {
  private readonly kit: Kit
  private readonly schemas: Readonly<Record<string, Node>>
  private readonly refer: Refer
  private readonly secrets: ReadonlySet<string>
  private depth = 0

  constructor(kit: Kit, schemas: Readonly<Record<string, Node>>, refer: Refer, secrets: ReadonlySet<string>) {
    this.secrets = secrets
    this.kit = kit
    this.schemas = schemas
    this.refer = refer
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
    return this.isNullable(node) ? `Schema.NullOr(${code})` : code
  }

  /** Whether it may be null, or what it refers to. */
  private isNullable(node: Node): boolean {
    const target = node.kind === "ref" ? this.schemas[node.name] : undefined
    return node.nullable === true || (target !== undefined && this.isNullable(target))
  }

  private strict(node: Node): string {
    switch (node.kind) {
      case "ref": {
        const written = this.kit.written?.[node.name] ?? this.refer(node.name, "in")
        return written ?? this.strict(this.resolve(node))
      }
      case "object":
        return this.object(node, "in")
      case "union":
        return `Schema.Union([${node.members.map((one) => this.write(one, "in")).join(", ")}])`
      case "array":
        return listCode(node, this.write(node.items, "in"))
      case "record":
        return mapCode(node, () => this.write(node.values, "in"))
      case "string":
        return this.kit.filled !== undefined && isFilled(node) ? this.kit.filled : leaf(node)
      default:
        return leaf(node)
    }
  }

  private object(node: Fields, side: Side): string {
    return objectOf(
      node,
      this.fields(node.fields, side),
      side === "in" ? "Data()" : "Schema.Unknown",
      this.kit
    )
  }

  /** What comes in a list, where null is no way to leave it out. */
  private orNull(node: Node): string {
    const code = this.lenient(node)
    return node.nullable === true ? `Schema.NullOr(${code})` : code
  }

  /** A schema that comes, by its name where it has one. */
  private referred(node: Ref): string {
    const written = this.kit.written?.[node.name]
    const name = written ?? this.refer(node.name, "out")
    if (written !== undefined || name === undefined) return written ?? this.lenient(this.resolve(node))
    return this.resolve(node).kind === "enum" ? `open(${name})` : name
  }

  private oneOf(node: Union): string {
    const members = node.members.map((one) => this.resolve(one))
    const objects = members.filter((one) => one.kind === "object")
    if (objects.length === members.length) return this.lenient(merged(objects))
    return `Schema.Union([${[...new Set(node.members.map((one) => this.lenient(one)))].join(", ")}])`
  }

  private lenient(node: Node): string {
    switch (node.kind) {
      case "ref":
        return this.referred(node)
      case "object":
        return this.object(node, "out")
      case "union":
        return this.oneOf(node)
      case "array":
        return arrayOf(this.orNull(node.items))
      case "record":
        return node.values.kind === "any"
          ? this.kit.map
          : `Schema.Record(Schema.String, ${this.lenient(node.values)})`
      default:
        return lenientLeaf(node)
    }
  }

  /** The fields of an object, as they stand between its braces. */
  fields(fields: Readonly<Record<string, Field>>, side: Side): string {
    this.depth++
    const lines = Object.entries(fields)
      .filter(([, { only }]) => only === undefined || only === side)
      .map(([name, field]) => this.field(name, field, side))
    this.depth--
    return together(side === "in" ? lines : grouped(lines, this.kit.groups ?? []))
  }

  private field(name: string, field: Field, side: Side): string {
    const ours = this.kit.isSnake === true ? oursOf(name, this.kit) : name
    if (side === "in") return this.input(ours, field)
    const plain = this.write(field.schema, side)
    const code = this.secrets.has(name) && plain === "Schema.String" ? "Secret()" : plain
    return answerField(name, field, code, this.kit, ours)
  }

  /** A field of an input, with what is known of it above it, or before it where that fits in a line. */
  input(name: string, field: Field): string {
    const how = { depth: this.depth, resolve: (node: Node) => this.resolve(node) }
    return inputField(name, field, this.write(field.schema, "in"), this.kit, how)
  }
}
