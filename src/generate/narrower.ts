/** Whether a schema takes less than it did, or gives less: what callers would notice. */
import { bounds, type Difference } from "./bounds.ts"
import type { Node } from "./description.ts"
import type { Surface } from "./lock.ts"
import { owned } from "./owned.ts"

type Schemas = Surface["schemas"]

/** Two schemas and what they refer to. */
interface Pair {
  readonly before: Node
  readonly after: Node
}

const resolve = (node: Node, schemas: Schemas): Node => {
  const found = node.kind === "ref" ? schemas[node.name] : undefined
  return found === undefined ? node : resolve(found, schemas)
}

/** Compares schemas of two surfaces. */
export class Comparison {
  private readonly old: Schemas
  private readonly now: Schemas
  private readonly seen = new Set<string>()

  constructor(old: Schemas, now: Schemas) {
    this.old = old
    this.now = now
  }

  private pair({ after, before }: Pair): Pair {
    return { before: resolve(before, this.old), after: resolve(after, this.now) }
  }

  /** What is no longer taken. */
  input(pair: Pair, where: string): ReadonlyArray<Difference> {
    const { after, before } = this.pair(pair)
    const key = JSON.stringify(["in", pair.before, pair.after])
    if (this.seen.has(key)) return []
    this.seen.add(key)
    const nulls: ReadonlyArray<Difference> =
      pair.before.nullable === true && pair.after.nullable !== true && after.nullable !== true
        ? [[where, "null is no longer taken"]]
        : []
    return [...nulls, ...this.taken(before, after, where)]
  }

  private taken(before: Node, after: Node, where: string): ReadonlyArray<Difference> {
    if (after.kind === "any" || JSON.stringify(before) === JSON.stringify(after))
      return this.inside(before, after, where)
    if (after.kind === "union") return this.amongst(before, after.members, where)
    if (before.kind === "union")
      return before.members.flatMap((member) => this.input({ before: member, after }, where))
    if (before.kind === "enum" && after.kind === "string") return bounds({ kind: "string" }, after, where)
    if (before.kind === "int" && after.kind === "number") return bounds(before, after, where)
    if (before.kind !== after.kind) return [[where, `${after.kind} is expected, not ${before.kind}`]]
    return [...bounds(before, after, where), ...this.inside(before, after, where)]
  }

  private amongst(before: Node, members: ReadonlyArray<Node>, where: string): ReadonlyArray<Difference> {
    const each = before.kind === "union" ? before.members : [before]
    const isTaken = (one: Node) =>
      members.some(
        (member) =>
          new Comparison(this.old, this.now).input({ before: one, after: member }, where).length === 0
      )
    return each.every(isTaken) ? [] : [[where, "one of the forms is no longer taken"]]
  }

  private inside(before: Node, after: Node, where: string): ReadonlyArray<Difference> {
    if (before.kind === "array" && after.kind === "array")
      return this.input({ before: before.items, after: after.items }, `${where}[]`)
    if (before.kind === "record" && after.kind === "record")
      return this.input({ before: before.values, after: after.values }, `${where}.*`)
    if (before.kind !== "object" || after.kind !== "object") return []
    const fields = Object.entries(before.fields).flatMap(([name, { required, schema }]) => {
      const now = owned(after.fields, name)
      const at = `${where}.${name}`
      if (now === undefined) return after.rest === undefined ? [[at, "the field is gone"] as const] : []
      const isNeeded = now.required === true && required !== true
      return [
        ...(isNeeded ? [[at, "the field is required now"] as const] : []),
        ...this.input({ before: schema, after: now.schema }, at)
      ]
    })
    const added = Object.entries(after.fields).filter(
      ([name, { required }]) => required === true && owned(before.fields, name) === undefined
    )
    return [
      ...fields,
      ...added.map(([name]) => [`${where}.${name}`, "the field is new and required"] as const)
    ]
  }

  /** What no longer comes. */
  output(pair: Pair, where: string): ReadonlyArray<Difference> {
    const { after, before } = this.pair(pair)
    const key = JSON.stringify(["out", pair.before, pair.after])
    if (this.seen.has(key)) return []
    this.seen.add(key)
    if (typeOf(before) !== typeOf(after)) return [[where, `${typeOf(after)} comes, not ${typeOf(before)}`]]
    if (before.kind === "array" && after.kind === "array")
      return this.output({ before: before.items, after: after.items }, `${where}[]`)
    if (before.kind === "record" && after.kind === "record")
      return this.output({ before: before.values, after: after.values }, `${where}.*`)
    if (before.kind === "union" && after.kind === "union")
      return JSON.stringify(before.members) === JSON.stringify(after.members)
        ? []
        : [[where, "what may come is something else"]]
    if (before.kind !== "object" || after.kind !== "object") return []
    return Object.entries(before.fields).flatMap(([name, { schema }]) => {
      const now = owned(after.fields, name)
      return now === undefined
        ? [[`${where}.${name}`, "the field is gone"] as const]
        : this.output({ before: schema, after: now.schema }, `${where}.${name}`)
    })
  }
}

/** The type that an answer has in code: words from a list and days are texts there. */
const typeOf = ({ kind }: Node): string => {
  if (kind === "enum" || kind === "day") return "string"
  return kind === "int" || kind === "values" ? "number" : kind
}
