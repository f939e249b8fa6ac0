/** A schema with its parts changed, and that of an answer: only its shape counts there. */
import type { Field, Node } from "../description.ts"

/** What a place says of a schema. */
export const kept = ({ deprecated, nullable }: Node) => ({
  ...(nullable === undefined ? {} : { nullable }),
  ...(deprecated === undefined ? {} : { deprecated })
})

/** The same schema with its parts changed, from the inside out. */
export const mapNode = (node: Node, where: string, change: (node: Node, where: string) => Node): Node => {
  const inner = (): Node => {
    if (node.kind === "array") return { ...node, items: mapNode(node.items, `${where}[]`, change) }
    if (node.kind === "record") return { ...node, values: mapNode(node.values, `${where}*`, change) }
    if (node.kind === "union")
      return { ...node, members: node.members.map((one, index) => mapNode(one, `${where}|${index}`, change)) }
    if (node.kind !== "object") return node
    const fields = Object.entries(node.fields).map(([name, field]): [string, Field] => [
      name,
      { ...field, schema: mapNode(field.schema, `${where}.${name}`, change) }
    ])
    const rest = node.rest === undefined ? {} : { rest: mapNode(node.rest, `${where}.*`, change) }
    return { ...node, fields: Object.fromEntries(fields), ...rest }
  }
  return change(inner(), where)
}

/** A schema of an answer: its shape alone. */
export const shapeOf = (node: Node): Node =>
  mapNode(node, "", (one) => {
    if (one.kind === "string") return { kind: "string", ...kept(one) }
    if (one.kind === "int" || one.kind === "number")
      return { kind: one.kind, ...(one.format === undefined ? {} : { format: one.format }), ...kept(one) }
    if (one.kind === "array") return { kind: "array", items: one.items, ...kept(one) }
    if (one.kind === "record") return { kind: "record", values: one.values, ...kept(one) }
    return one
  })
