/** Schemas of a document, OpenAPI 3.0 or 3.1, in the one form that is read. What has no form is named, never `any`. */
import { isRecord } from "../../contract/Wire.ts"
import type { Schema } from "../read/openapi.ts"
import { boundsOf, collectUnchecked, countsOf, formOf, kept, typesOf, valuesOf } from "./keywords.ts"
import { inheritedOf } from "./discriminators.ts"
import type { Losses } from "./losses.ts"
import {
  below,
  kindOf,
  listAt,
  Malformed,
  memberOf,
  recordAt,
  valueAt,
  textAt,
  Unsupported
} from "./pointer.ts"
import { References } from "./references.ts"
import { combine, isUnion } from "./unions.ts"

type Raw = Readonly<Record<string, unknown>>

/** Keywords that say nothing of what is valid. */
const remarks =
  /^(title|description|default|examples?|externalDocs|xml|readOnly|writeOnly|deprecated|nullable|\$comment|\$id|\$schema|\$defs|\$anchor|definitions|x-.*)$/

const saysNothing = (raw: Raw): boolean => Object.keys(raw).every((name) => remarks.test(name))

/** Reads schemas, and those that they refer to. */
export class Schemas {
  readonly references: References
  readonly losses: Losses
  /** Schemas that are referred to, by name. */
  readonly named = new Map<string, Schema>()
  /** Named schemas that have no form, each with why. */
  readonly unsupported = new Map<string, Unsupported>()
  /** The names that each named schema refers to. */
  private readonly uses = new Map<string, Set<string>>()
  private within: Set<string> = new Set()

  constructor(root: unknown, losses: Losses) {
    this.references = new References(root)
    this.losses = losses
  }

  /** Reads a schema; gives the names that it refers to beside it. */
  top(raw: unknown, where: string): Schema {
    const outer = this.within
    this.within = new Set()
    try {
      const schema = this.read(raw, where)
      const bad = this.firstBad(this.within)
      if (bad !== undefined) throw bad
      return schema
    } finally {
      this.within = outer
    }
  }

  /** The first of the schemas that these lead to which has no form. */
  private firstBad(names: ReadonlySet<string>): Unsupported | undefined {
    const [seen, queue] = [new Set<string>(), [...names]]
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const bad = this.unsupported.get(name)
      if (bad !== undefined) return bad
      if (seen.has(name)) continue
      seen.add(name)
      queue.push(...(this.uses.get(name) ?? []))
    }
    return undefined
  }

  read(raw: unknown, where: string): Schema {
    if (raw === true) return this.anything(where)
    if (raw === false) throw new Unsupported({ where, why: "a schema that nothing fits" })
    const given = recordAt(raw, where)
    const marks = kept({
      nullable: given["nullable"] === true ? true : undefined,
      deprecated: given["deprecated"] === true ? true : undefined,
      readOnly: given["readOnly"] === true ? true : undefined,
      writeOnly: given["writeOnly"] === true ? true : undefined
    })
    const { $ref: ref, ...beside } = given
    if (ref === undefined) return { ...this.plain(given, where), ...marks }
    const referred = this.refer(ref, where)
    if (saysNothing(beside)) return { ...referred, ...marks }
    return { ...combine(this, { allOf: [{ $ref: ref }, beside] }, where), ...marks }
  }

  /** A reference to a schema, which is read as well. */
  refer(ref: unknown, where: string): Schema {
    const pointer = this.references.pointerOf(ref, where)
    const name = this.references.nameAt(pointer)
    this.within.add(name)
    if (!this.uses.has(name)) this.define(name, pointer)
    return { $ref: `#/components/schemas/${name}` }
  }

  private define(name: string, pointer: string): void {
    const outer = this.within
    this.within = new Set()
    this.uses.set(name, this.within)
    try {
      const { value } = this.references.follow({ $ref: `#${pointer}` }, pointer)
      this.named.set(name, this.read(value, pointer))
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error
      this.unsupported.set(name, error)
    } finally {
      this.within = outer
    }
  }

  private anything(where: string): Schema {
    this.losses.noted("the document does not say what it holds", where)
    return {}
  }

  private plain(raw: Raw, where: string): Schema {
    collectUnchecked(raw, where, this.losses)
    if (isUnion(raw) || raw["allOf"] !== undefined) return combine(this, raw, where)
    const given = typesOf(raw, where)
    const types = given.filter((type) => type !== "null")
    const nullable = given.length > types.length || valuesOf(raw, where)?.includes(null) === true
    const isNull = nullable ? { nullable: true } : {}
    if (types.length > 1)
      return { anyOf: types.map((type) => this.typed({ ...raw, type }, type, where)), ...isNull }
    const [type] = types
    if (type !== undefined)
      return { ...this.typed(raw, type, where), ...this.inherited(raw, where), ...isNull }
    if (nullable) throw new Unsupported({ where, why: "a schema that only null fits" })
    return this.anything(where)
  }

  /** Of an object with a discriminator and no members: those that extend it. */
  private inherited(raw: Raw, where: string): Schema {
    if (raw["discriminator"] === undefined) return {}
    const schemas = valueAt(this.references.root, "/components/schemas")
    const children = Object.entries(isRecord(schemas) ? schemas : {}).flatMap(([name, schema]) => {
      const parts = memberOf(schema, "allOf")
      const isChild = Array.isArray(parts) && parts.some((part) => this.bareRef(part) === `#${where}`)
      return isChild ? [below("/components/schemas", name)] : []
    })
    return inheritedOf(this, raw, children, where)
  }

  private typed(raw: Raw, type: string, where: string): Schema {
    const values = valuesOf(raw, where)?.filter((value) => value !== null)
    if (values !== undefined && type !== "array" && type !== "object") return this.values(values, type, where)
    if (type === "array") return { type, ...this.items(raw, where), ...countsOf(raw, where) }
    if (type === "object") return { type, ...this.fields(raw, where) }
    if (type === "boolean") return { type }
    return type === "string"
      ? { type, ...countsOf(raw, where), ...formOf(raw, where, this.losses) }
      : {
          type,
          ...boundsOf(raw, type, where, this.losses),
          ...(raw["format"] === "int64" ? { format: "int64" } : {})
        }
  }

  private values(values: ReadonlyArray<unknown>, type: string, where: string): Schema {
    if (values.length === 0)
      throw new Malformed({ where: below(where, "enum"), why: "there is no value in it" })
    const isOf = (value: unknown) => typeof value === (type === "integer" ? "number" : type)
    return { type, enum: values.filter(isOf) }
  }

  private items(raw: Raw, where: string): Schema {
    const { items, prefixItems } = raw
    if (prefixItems === undefined && !Array.isArray(items))
      return { items: items === undefined ? this.anything(where) : this.read(items, below(where, "items")) }
    const [name, list] = prefixItems === undefined ? ["items", items] : ["prefixItems", prefixItems]
    this.losses.lost("the order of the items of a list is not checked", below(where, name))
    const each = listAt(list, below(where, name)).map((one, index) =>
      this.read(one, below(where, name, index))
    )
    return { items: each.length === 1 ? (each[0] ?? {}) : { anyOf: each } }
  }

  private fields(raw: Raw, where: string): Schema {
    const { additionalProperties: rest, properties, required } = raw
    const names = Object.entries(recordAt(properties ?? {}, below(where, "properties")))
    const needed = listAt(required ?? [], below(where, "required")).map((one, index) =>
      textAt(one, below(where, "required", index))
    )
    const more =
      rest === undefined || typeof rest === "boolean"
        ? rest
        : this.read(rest, below(where, "additionalProperties"))
    const counts = kept({ minItems: raw["minProperties"], maxItems: raw["maxProperties"] })
    for (const [name, count] of Object.entries(counts))
      if (typeof count !== "number")
        throw new Malformed({ where, why: `${name} is a number, not ${kindOf(count)}` })
    return {
      ...(names.length === 0
        ? (counts as Schema) // as: looked at above
        : {
            properties: Object.fromEntries(
              names.map(([name, one]) => [name, this.read(one, below(where, "properties", name))])
            )
          }),
      ...(needed.length === 0 ? {} : { required: needed }),
      ...kept({ additionalProperties: more })
    }
  }

  /** What a schema is, its references followed. */
  resolve(raw: unknown, where: string): { readonly raw: Raw; readonly where: string } {
    const found = this.references.follow(raw, where)
    return { raw: isRecord(found.value) ? found.value : {}, where: found.where }
  }

  /** The reference of a schema that is one, and says nothing beside it. */
  bareRef(raw: unknown): string | undefined {
    if (!isRecord(raw)) return undefined
    const { $ref: ref, ...beside } = raw
    return typeof ref === "string" && saysNothing(beside) ? ref : undefined
  }

  /** Whether a schema says anything of what is valid. */
  saysNothing(raw: unknown): boolean {
    return isRecord(raw) && saysNothing(raw) && memberOf(raw, "$ref") === undefined
  }
}
