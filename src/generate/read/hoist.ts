/**
 * Gives schemas that stand in several places a name, so that they are written once. In answers only the shape counts: what comes is
 * taken as it comes, so bounds and patterns there are no facts that anybody could use, and are left out.
 */
import type { Described, Description, Field, Input, Node } from "../description.ts"
import { candidates, nameOf, type Place, placesOf, tagOf, taken, whereOf } from "./candidates.ts"
import { kept, mapNode, shapeOf } from "./nodes.ts"
import { usedBy } from "./used.ts"

/** What is short enough to be written out wherever it stands. */
const short = 150

const key = (node: Node): string => JSON.stringify(node)

const canHaveName = (node: Node): boolean =>
  (node.kind === "object" || node.kind === "union" || (node.kind === "enum" && node.values.length > 3)) &&
  key(node).length > short

/** A schema without what its place says of it. */
const bareOf = <N extends Node>({ deprecated, nullable, ...bare }: N) => {
  void deprecated
  void nullable
  return bare as Node // as: what is left out is optional
}

/** Names what stands in several places, one operation after the other. */
class Namer {
  readonly schemas: Map<string, Node>
  private readonly counts = new Map<string, number>()
  private readonly names = new Map<string, string>()
  private readonly used: Set<string>
  private readonly earlier: ReadonlyMap<string, string>

  constructor(named: ReadonlyMap<string, Node>, before: Description | undefined) {
    this.schemas = new Map(named)
    this.used = new Set([...taken, ...named.keys()])
    this.earlier = new Map(Object.entries(before?.schemas ?? {}).map(([name, node]) => [key(node), name]))
  }

  /** Counts what stands in a schema. */
  count({ node, where }: Place): void {
    mapNode(node, where, (one) => {
      const text = key(bareOf(one))
      if (canHaveName(one)) this.counts.set(text, (this.counts.get(text) ?? 0) + 1)
      return one
    })
  }

  private nameFor(node: Node, where: string): string {
    const earlier = this.earlier.get(key(node))
    const free = [...(earlier === undefined ? [] : [earlier]), ...candidates(where)]
    const name = free.find((one) => !this.used.has(one))
    if (name === undefined) throw new Error(`no name for ${where}`)
    this.used.add(name)
    this.schemas.set(name, node)
    return name
  }

  /** The schema with references in place of what has a name. `within`: how often the whole that it stands in does. */
  place(node: Node, where: string, within = 1): Node {
    // The texts that were counted are those of the whole: from the outside in.
    const text = key(bareOf(node))
    const often = canHaveName(node) ? (this.counts.get(text) ?? 0) : 0
    if (often <= within) return this.inside(node, where, within)
    const name = this.names.get(text) ?? this.nameFor(bareOf(this.inside(node, where, often)), where)
    this.names.set(text, name)
    return { kind: "ref", name, ...kept(node) }
  }

  /** The same of its parts. */
  inside(node: Node, where: string, within: number): Node {
    if (node.kind === "array") return { ...node, items: this.place(node.items, `${where}[]`, within) }
    if (node.kind === "record") return { ...node, values: this.place(node.values, `${where}*`, within) }
    if (node.kind === "union") {
      const members = node.members.map((one) => this.place(one, `${where}.${tagOf(one)}`, within))
      return { ...node, members }
    }
    if (node.kind !== "object") return node
    const fields = Object.entries(node.fields).map(([name, field]): [string, Field] => [
      name,
      { ...field, schema: this.place(field.schema, `${where}.${name}`, within) }
    ])
    return { ...node, fields: Object.fromEntries(fields) }
  }
}

const ofAnswers = (operation: Described): Described =>
  operation.output === undefined ? operation : { ...operation, output: shapeOf(operation.output) }

const placed = (namer: Namer, operation: Described): Described => {
  const { input, output, paging } = operation
  const name = nameOf(operation)
  return {
    ...operation,
    input: input.map((one): Input => ({ ...one, schema: namer.place(one.schema, whereOf(operation, one)) })),
    ...(output === undefined
      ? {}
      : {
          // A page is the list's own: only what stands in it is worth a name.
          output: paging === undefined ? namer.place(output, name) : namer.inside(output, name, 1)
        })
  }
}

/** Gives a name to what stands in several places. Names of `before` are kept. */
export const hoisted = (
  given: ReadonlyArray<Described>,
  named: ReadonlyMap<string, Node>,
  before: Description | undefined
): Pick<Description, "operations" | "schemas"> => {
  const answers = given.map(ofAnswers)
  const namer = new Namer(named, before)
  for (const place of answers.flatMap(placesOf)) namer.count(place)
  const operations = answers.map((operation) => placed(namer, operation))
  const isUsed = usedBy(operations, namer.schemas)
  const schemas = [...namer.schemas]
    .filter(([name]) => isUsed.has(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { operations, schemas: Object.fromEntries(schemas) }
}
