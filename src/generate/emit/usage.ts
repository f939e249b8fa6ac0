/** Where named schemas are used: which are written out, which stand in the file of one resource, and which are shared. */
import type { Described, Description, Node } from "../description.ts"
import { mapNode } from "../read/nodes.ts"
import type { Side } from "./schema.ts"

/** A schema that goes one way. */
export interface Variant {
  readonly name: string
  readonly side: Side
  /** The files that need it. */
  readonly files: ReadonlySet<string>
  /** In how many places it stands. */
  readonly count: number
}

export const keyOf = (name: string, side: Side): string => `${side} ${name}`

/** The references of a schema, once for each place. */
export const refsIn = (node: Node): ReadonlyArray<string> => {
  const found: Array<string> = []
  mapNode(node, "", (one) => {
    if (one.kind === "ref") found.push(one.name)
    return one
  })
  return found
}

/** Of objects that come instead of each other only the fields are written, merged: what they are is not referred to. */
export const asWritten = (node: Node, side: Side, schemas: Description["schemas"]): Node => {
  if (side === "in") return node
  return mapNode(node, "", (one) => {
    if (one.kind !== "union") return one
    const members = one.members.map((member) =>
      member.kind === "ref" ? (schemas[member.name] ?? member) : member
    )
    return members.every(({ kind }) => kind === "object") ? { ...one, members } : one
  })
}

interface Entry {
  readonly files: Set<string>
  count: number
}

/** Where named schemas are used, as it is found out. */
class Uses {
  readonly entries = new Map<string, Entry>()
  private readonly schemas: Description["schemas"]

  constructor(schemas: Description["schemas"]) {
    this.schemas = schemas
  }

  visit(node: Node, side: Side, file: string, isFirst: boolean): void {
    const { entries, schemas } = this
    for (const name of refsIn(asWritten(node, side, schemas))) {
      // What may be written either way is one and the same where it is only words from a list.
      const key = keyOf(name, schemas[name]?.kind === "enum" ? "in" : side)
      const entry = entries.get(key) ?? { files: new Set(), count: 0 }
      const isNew = !entry.files.has(file)
      const isKnown = entries.has(key)
      entries.set(key, entry)
      entry.files.add(file)
      if (isFirst) entry.count++
      const inner = schemas[name]
      if (inner !== undefined && (isNew || !isKnown)) this.visit(inner, side, file, !isKnown)
    }
  }
}

/** Every schema that the operations lead to. `fileOf`: the file of an operation. */
export const variantsOf = (
  { schemas }: Pick<Description, "schemas">,
  operations: ReadonlyArray<Described>,
  fileOf: (operation: Described) => string,
  outputOf: (operation: Described) => Node | undefined
): ReadonlyMap<string, Variant> => {
  const uses = new Uses(schemas)
  for (const operation of operations) {
    const file = fileOf(operation)
    for (const { schema } of operation.input) uses.visit(schema, "in", file, true)
    const output = outputOf(operation)
    if (output !== undefined) uses.visit(output, "out", file, true)
  }
  return new Map(
    [...uses.entries].map(([key, { count, files }]) => {
      const [side = "", name = ""] = key.split(" ")
      return [key, { name, side: side === "in" ? "in" : "out", files, count }]
    })
  )
}
