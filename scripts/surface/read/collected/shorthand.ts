/**
 * The types of collected facts: `string`, `int[]`, `asc|desc`, `string|null`, `{id!,name,tags[]}`. In an object, `!` marks a field that
 * must be there and `?` one that need not; `{id!}`, where only some fields are known, holds others as well.
 */
import type { Field, Node } from "../../../../src/generate/description.ts"

/** What a name means: of a type, or of a field whose type is not written out. */
export interface Vocabulary {
  readonly types: Readonly<Record<string, string | Node>>
  readonly fields: Readonly<Record<string, string | Node>>
}

const leaves: Readonly<Record<string, Node>> = {
  string: { kind: "string" },
  int: { kind: "int" },
  number: { kind: "number" },
  boolean: { kind: "boolean" },
  datetime: { kind: "moment" },
  date: { kind: "day" },
  url: { kind: "string", format: "url" },
  object: { kind: "record", values: { kind: "any" } },
  unknown: { kind: "any" },
  any: { kind: "any" }
}

/** The parts of a text between separators, outside of brackets. */
const partsOf = (text: string, separator: string): ReadonlyArray<string> => {
  const parts = [""]
  let depth = 0
  for (const letter of text) {
    if ("{(".includes(letter)) depth++
    if ("})".includes(letter)) depth--
    if (letter === separator && depth === 0) parts.push("")
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim())
}

/** Which of an object's fields must be there: those that say so, or all that do not say otherwise. */
export type Side = "in" | "out"

/** Reads the types of one vendor. */
export class Shorthand {
  private readonly vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  /** The schema that a type stands for. */
  read(text: string | Node, side: Side): Node {
    if (typeof text !== "string") return text
    const known = this.vocabulary.types[text]
    if (known !== undefined) return this.read(known, side)
    const given = partsOf(text, "|")
    const others = given.filter((one) => one !== "null")
    const node = this.alternatives(others, side)
    return others.length < given.length ? { ...node, nullable: true } : node
  }

  /** The schema of a field whose type is not written out. */
  field(name: string, side: Side): Node {
    const known = this.vocabulary.fields[name]
    return known === undefined ? { kind: "string" } : this.read(known, side)
  }

  private isType(text: string): boolean {
    return /[[{(]/.test(text) || text in leaves || text in this.vocabulary.types
  }

  private alternatives(given: ReadonlyArray<string>, side: Side): Node {
    const [first = "string", ...more] = given
    if (!given.some((one) => this.isType(one))) {
      return given.every((one) => /^\d+$/.test(one))
        ? { kind: "values", values: given.map(Number) }
        : { kind: "enum", values: given }
    }
    if (more.length === 0) return this.one(first, side)
    // One thing or a list of it: a list can always be sent.
    const list = given.find((one) => one.endsWith("[]"))
    if (list !== undefined && given.every((one) => one === list || `${one}[]` === list))
      return this.one(list, side)
    return { kind: "union", members: given.map((one) => this.read(one, side)) }
  }

  private one(text: string, side: Side): Node {
    if (text.endsWith("[]")) return { kind: "array", items: this.read(text.slice(0, -2), side) }
    if (text.startsWith("(")) return this.read(text.slice(1, -1), side)
    if (text.startsWith("{")) return this.object(text.slice(1, -1), side)
    const leaf = leaves[text]
    if (leaf === undefined) throw new Error(`there is no type ${text}`)
    return leaf
  }

  private object(inside: string, side: Side): Node {
    const fields = Object.fromEntries(partsOf(inside, ",").map((part) => this.part(part, side)))
    const names = partsOf(inside, ",")
    // One field alone, marked: the others are the caller's own.
    const isOpen = names.length === 1 && names[0]?.endsWith("!") === true
    return { kind: "object", fields, ...(isOpen ? { rest: { kind: "any" } } : {}) }
  }

  private part(part: string, side: Side): [string, Field] {
    const [, name = "", list, mark, type] = /^([\w.]+)(\[\])?([!?])?(?::(.*))?$/.exec(part) ?? []
    const item = type === undefined ? this.field(name, side) : this.read(type, side)
    const schema: Node = list === undefined ? item : { kind: "array", items: item }
    const required = side === "in" ? mark !== "?" : mark === "!"
    return [
      name,
      { schema: this.filled(schema, required && side === "in"), ...(required ? { required } : {}) }
    ]
  }

  /** A text that must be there says something, and a list that must be there holds something. */
  filled(node: Node, isRequired: boolean): Node {
    if (!isRequired || (node.kind !== "string" && node.kind !== "array")) return node
    return { ...node, least: node.least ?? 1 }
  }
}
