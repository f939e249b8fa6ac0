/** References of a document: what they lead to, and the names that schemas have because of them. */
import { isRecord } from "../../contract/Wire.ts"
import { nameOf } from "../read/openapi.ts"
import { below, Malformed, memberOf, partsOf, textAt, valueAt } from "./pointer.ts"

/** Something of a document, and where it stands. */
export interface Placed {
  readonly value: unknown
  readonly where: string
}

/** The reference of an object that is one. */
export const refOf = (value: unknown): unknown => (isRecord(value) ? memberOf(value, "$ref") : undefined)

/** Follows references within the document. */
export class References {
  readonly root: unknown
  private readonly names = new Map<string, string>()
  private readonly taken = new Set<string>()

  constructor(root: unknown) {
    this.root = root
    // Those of the components have their names first, whatever else refers to them.
    const schemas = valueAt(root, "/components/schemas")
    if (isRecord(schemas))
      for (const name of Object.keys(schemas)) this.nameAt(below("/components/schemas", name))
  }

  /** The pointer of a reference, or an error where it leads out of the document or nowhere. */
  pointerOf(ref: unknown, where: string): string {
    const text = textAt(ref, below(where, "$ref"))
    if (!text.startsWith("#"))
      throw new Malformed({
        where: below(where, "$ref"),
        why: `“${text}” is in another document, and only this one is read. Put everything into one first: npx @redocly/cli bundle`
      })
    const pointer = below("", ...partsOf(decode(text)))
    if (valueAt(this.root, pointer) === undefined)
      throw new Malformed({ where: below(where, "$ref"), why: `there is nothing at “${text}”` })
    return pointer
  }

  /** What is meant: itself, or what its references lead to. */
  follow(value: unknown, where: string, seen: ReadonlyArray<string> = []): Placed {
    const ref = refOf(value)
    if (ref === undefined) return { value, where }
    const pointer = this.pointerOf(ref, where)
    if (seen.includes(pointer))
      throw new Malformed({ where: below(where, "$ref"), why: "this reference leads to itself" })
    return this.follow(valueAt(this.root, pointer), pointer, [...seen, pointer])
  }

  /** The name of the schema at a pointer: its own, and another where that is taken. Letter case does not tell names apart. */
  nameAt(pointer: string): string {
    const known = this.names.get(pointer)
    if (known !== undefined) return known
    const plain = nameOf(pointer).replace(/^(?=\d)/, "N") || "Schema"
    const name = [plain, ...Array.from({ length: 1000 }, (_, index) => `${plain}${index + 2}`)].find(
      (one) => !this.taken.has(one.toLowerCase())
    )
    if (name === undefined) throw new Malformed({ where: pointer, why: "a thousand schemas have this name" })
    this.names.set(pointer, name)
    this.taken.add(name.toLowerCase())
    return name
  }
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
