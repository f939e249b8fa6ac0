/** Schemas of a document, OpenAPI 3.0 or 3.1, in the one form that is read. What has no form is named, never `any`. */
import { isRecord } from "../../contract/Wire.ts"
import type { Schema } from "../read/openapi.ts"
import { kept } from "./bounds.ts"
import { collectUnchecked, typesOf, valuesOf } from "./keywords.ts"
import { childrenOf, inheritedOf } from "./discriminators.ts"
import type { Losses } from "./losses.ts"
import { recordAt, Unsupported } from "./pointer.ts"
import { References } from "./references.ts"
import { typedOf } from "./typed.ts"
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

  /** Reads a schema that stands by itself: one that leads to what has no form is thrown. */
  top(raw: unknown, where: string): Schema {
    const outer = this.within
    this.within = new Set()
    try {
      const schema = this.read(raw, where)
      this.refuseBad(this.within)
      return schema
    } finally {
      this.within = outer
    }
  }

  /** Refuses names that lead to a schema without a form. */
  private refuseBad(names: ReadonlySet<string>): void {
    const [seen, queue] = [new Set<string>(), [...names]]
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const bad = this.unsupported.get(name)
      if (bad !== undefined) throw bad
      if (!seen.has(name)) queue.push(...(this.uses.get(name) ?? []))
      seen.add(name)
    }
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

  anything(where: string): Schema {
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
      return { anyOf: types.map((type) => typedOf(this, { ...raw, type }, type, where)), ...isNull }
    const [type] = types
    if (type !== undefined)
      return { ...typedOf(this, raw, type, where), ...this.inherited(raw, where), ...isNull }
    if (nullable) throw new Unsupported({ where, why: "a schema that only null fits" })
    return this.anything(where)
  }

  /** Of an object with a discriminator and no members: those that extend it. */
  private inherited(raw: Raw, where: string): Schema {
    if (raw["discriminator"] === undefined) return {}
    const children = childrenOf(this.references.root, (part) => this.bareRef(part) === `#${where}`)
    return inheritedOf(this, raw, children, where)
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

  /** Whether a schema says nothing of what is valid. */
  saysNothing(raw: unknown): boolean {
    return isRecord(raw) && saysNothing(raw)
  }
}
