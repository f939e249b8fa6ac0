/** From a schema of an OpenAPI document to our own form. What has no form is an error that names the place, never `any`. */
import type { Field, Node } from "../description.ts"
import { nameOf, type References, type Schema } from "./openapi.ts"
import { Within } from "./within.ts"
import { isTrivial, present, typed } from "./typed.ts"

/** Reads schemas; collects those that are referred to. */
export class Reader {
  readonly used = new Map<string, Node>()
  /** Values that tell a schema from others in the unions that name it. */
  private readonly tags = new Map<string, { readonly by: string; readonly values: Set<string> }>()
  private readonly references: References
  private readonly within = new Within({
    has: (name) => this.used.has(name) || this.references.schemas.has(name),
    keep: (name, node) => void this.used.set(name, node)
  })

  constructor(references: References) {
    this.references = references
    for (const schema of references.schemas.values()) this.note(schema)
  }

  /** Notes which values of its discriminator each member of a union has. Done for the whole document before schemas are read. */
  note(schema: Schema): void {
    const { mapping = {}, propertyName } = schema.discriminator ?? { propertyName: "" }
    for (const [value, ref] of Object.entries(mapping)) {
      const tag = this.tags.get(nameOf(ref)) ?? { by: propertyName, values: new Set() }
      this.tags.set(nameOf(ref), tag)
      tag.values.add(value)
    }
    for (const inner of Object.values(schema))
      if (typeof inner === "object" && inner !== null) this.note(inner)
  }

  read(schema: Schema, where: string): Node {
    const node = this.bare(schema, where)
    return {
      ...node,
      ...(schema.nullable === true ? { nullable: true as const } : {}),
      ...(schema.deprecated === true ? { deprecated: true as const } : {})
    }
  }

  private bare(schema: Schema, where: string): Node {
    if (schema.$ref !== undefined) return this.refer(schema.$ref)
    if (schema.allOf !== undefined) return this.within.read(schema, where, () => this.together(schema, where))
    const members = schema.anyOf ?? schema.oneOf
    if (members !== undefined) return this.union(members, schema, where)
    if (schema.discriminator?.mapping !== undefined)
      return this.union(
        Object.values(schema.discriminator.mapping).map(($ref) => ({ $ref })),
        schema,
        where
      )
    if (schema.properties !== undefined) return this.object(schema, where)
    return typed(schema, where, (inner, place) => this.read(inner, place))
  }

  private refer(ref: string): Node {
    const name = nameOf(ref)
    if (!this.used.has(name)) {
      this.used.set(name, { kind: "any" })
      this.used.set(name, this.tagged(name, this.read(this.references.schema(ref), name)))
    }
    return { kind: "ref", name }
  }

  private tagged(name: string, node: Node): Node {
    const tag = this.tags.get(name)
    if (tag === undefined || node.kind !== "object") return node
    const field: Field = { schema: { kind: "enum", values: [...tag.values] }, required: true }
    return { ...node, fields: { ...node.fields, [tag.by]: field } }
  }

  private union(members: ReadonlyArray<Schema>, { discriminator }: Schema, where: string): Node {
    const read = members.map((member, index) => this.read(member, `${where}|${index}`))
    // A whole number is a number: both say no more than one.
    const kinds = read.filter((node) => node.kind !== "int" || !read.some((other) => other.kind === "number"))
    const by = discriminator?.propertyName
    return { kind: "union", members: kinds, ...(by === undefined ? {} : { by }) }
  }

  /** One reference with nothing beside it, or objects whose fields are put together. */
  private together(schema: Schema, where: string): Node {
    const { allOf = [], deprecated, nullable, ...beside } = schema
    void [deprecated, nullable]
    const parts = [...allOf, beside].filter(
      (part) =>
        !isTrivial(present(part)) && !(Object.keys(present(part)).join() === "type" && part.type === "object")
    )
    const [only] = parts
    if (parts.length === 1 && only !== undefined) return this.bare(only, where)
    const flat = parts.map((part) => this.flat(part))
    if (flat.every((part) => part.properties === undefined))
      return this.bare(Object.assign({}, ...flat), where)
    return this.object(
      {
        type: "object",
        properties: Object.assign({}, ...flat.map(({ properties = {} }) => properties)),
        required: [...new Set(flat.flatMap(({ required = [] }) => required))],
        ...present({
          additionalProperties: flat.find((part) => part.additionalProperties)?.additionalProperties
        })
      },
      where
    )
  }

  /** A part with its references looked up and its own parts put together. */
  private flat(part: Schema): Schema {
    const found = part.$ref === undefined ? part : this.references.schema(part.$ref)
    if (found.allOf === undefined) return found
    const { allOf, ...beside } = found
    const parts = [...allOf, beside].map((one) => this.flat(one))
    return {
      ...Object.assign({}, ...parts),
      properties: Object.assign({}, ...parts.map(({ properties = {} }) => properties)),
      required: [...new Set(parts.flatMap(({ required = [] }) => required))]
    }
  }

  private object(schema: Schema, where: string): Node {
    const { additionalProperties, properties = {}, required = [] } = schema
    const fields = Object.entries(properties).map(([name, one]): [string, Field] => [
      name,
      {
        schema: this.read(one, `${where}.${name}`),
        ...(one.readOnly === true ? { only: "out" as const } : {}),
        ...(one.writeOnly === true ? { only: "in" as const } : {}),
        ...(required.includes(name) ? { required: true as const } : {})
      }
    ])
    const rest =
      typeof additionalProperties === "object"
        ? this.read(additionalProperties, `${where}.*`)
        : additionalProperties === true
          ? ({ kind: "any" } as const)
          : undefined
    return { kind: "object", fields: Object.fromEntries(fields), ...present({ rest }) }
  }
}
