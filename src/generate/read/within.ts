/** Schemas that stand within themselves without a name: one that extends what it is a part of. */
import type { Node } from "../description.ts"
import { nameOf, type Schema } from "./openapi.ts"

/** Names of schemas that are known, and where one goes that gets a name. */
export interface Known {
  readonly has: (name: string) => boolean
  readonly keep: (name: string, node: Node) => void
}

/** Gives those a name to be referred to by, from the place where they are met first. */
export class Within {
  private readonly open = new Map<Schema, { readonly name: string; isReferred: boolean }>()
  private readonly known: Known

  constructor(known: Known) {
    this.known = known
  }

  private nameAt(where: string): string {
    const name = nameOf(where.replaceAll("/", "."))
    let found = name
    for (let count = 2; this.known.has(found); count++) found = `${name}${count}`
    return found
  }

  /** What is read of a schema, or a reference to it where it is met while it is read. */
  read(schema: Schema, where: string, make: () => Node): Node {
    const open = this.open.get(schema)
    if (open !== undefined) {
      open.isReferred = true
      return { kind: "ref", name: open.name }
    }
    const own = { name: this.nameAt(where), isReferred: false }
    this.open.set(schema, own)
    const node = make()
    this.open.delete(schema)
    if (!own.isReferred) return node
    this.known.keep(own.name, node)
    return { kind: "ref", name: own.name }
  }
}
