/**
 * Gives schemas that stand in several places a name, so that they are written once. In answers only the shape counts: what comes is
 * taken as it comes, so bounds and patterns there are no facts that anybody could use, and are left out.
 */
import type { Described, Description, Field, Input, Node } from "../description.ts"
import { kept, mapNode, shapeOf } from "./nodes.ts"

/** What is short enough to be written out wherever it stands. */
const short = 150

const key = (node: Node): string => JSON.stringify(node)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const singular = (text: string): string =>
  text.endsWith("ies")
    ? `${text.slice(0, -3)}y`
    : text.endsWith("s") && !/[sui]s$/.test(text)
      ? text.slice(0, -1)
      : text

const suffixes: Readonly<Record<string, string>> = {
  POST: "New",
  PUT: "Replaced",
  PATCH: "Changed",
  DELETE: "Removed"
}

/** Names for what stands at a place, the best first. */
const candidates = (where: string): ReadonlyArray<string> => {
  const words = where
    // Items of a page are what the list is of, and no data of it.
    .replace(/^(\w+)\.data\[\]/, "$1")
    .replaceAll(/\[\]|\|\d+|\*/g, "")
    .split(".")
    .filter((part) => part !== "")
    .map((part) =>
      singular(
        part
          .split(/[^A-Za-z0-9]+/)
          .map(capital)
          .join("")
      )
    )
  const long = words.map((_, index) => words.slice(words.length - 1 - index).join(""))
  const [first = "Part", ...more] = words.length === 1 ? long : long.slice(1)
  const all = [first, ...more]
  return [...all, ...Array.from({ length: 50 }, (_, index) => `${all.at(-1)}${index + 2}`)]
}

// Names that code has already.
const taken = [
  "Array",
  "Boolean",
  "Date",
  "Error",
  "Function",
  "Map",
  "Number",
  "Object",
  "Pages",
  "Promise",
  "Record",
  "Schema",
  "Set",
  "Split",
  "Status",
  "String",
  "Symbol",
  "Effect",
  "Event",
  "Request",
  "Response",
  "Location"
]

interface Place {
  readonly node: Node
  readonly where: string
}

const nameOf = ({ title }: Described): string => capital(title.replace(/List$/, ""))

const whereOf = (operation: Described, { name, whole }: Input): string =>
  `${suffixes[operation.method] ?? ""}${nameOf(operation)}${whole === true ? "" : `.${name}`}`

/** Every schema of an operation, with its place. */
const placesOf = (operation: Described): ReadonlyArray<Place> => [
  ...operation.input.map((one) => ({ node: one.schema, where: whereOf(operation, one) })),
  ...(operation.output === undefined ? [] : [{ node: operation.output, where: nameOf(operation) }])
]

const canHaveName = (node: Node): boolean =>
  (node.kind === "object" || node.kind === "union" || (node.kind === "enum" && node.values.length > 3)) &&
  key(node).length > short

/** A schema without what its place says of it. */
const bareOf = <N extends Node>({ deprecated, nullable, ...bare }: N) => {
  void deprecated
  void nullable
  return bare as Node
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

/** What tells a member of a union from the others: its field that can have one value only. */
const tagOf = (node: Node): string => {
  if (node.kind !== "object") return ""
  const tags = Object.values(node.fields).flatMap(({ schema }) =>
    schema.kind === "enum" && schema.values.length === 1 ? schema.values : []
  )
  return String(tags[0] ?? "")
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

/** The schemas that operations lead to. */
const usedBy = (
  operations: ReadonlyArray<Described>,
  schemas: ReadonlyMap<string, Node>
): ReadonlySet<string> => {
  const used = new Set<string>()
  const visit = (node: Node): Node =>
    mapNode(node, "", (one) => {
      if (one.kind === "ref" && !used.has(one.name)) {
        used.add(one.name)
        visit(schemas.get(one.name) ?? one)
      }
      return one
    })
  for (const { bodyOf: name, input, output } of operations) {
    for (const { schema } of input) visit(schema)
    if (output !== undefined) visit(output)
    if (name !== undefined) visit({ kind: "ref", name })
  }
  return used
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
