/** Schemas that lead back to themselves. */
import type { Description, Node } from "../description.ts"
import type { Side } from "./schema.ts"
import { asWritten, keyOf, refsIn, type Variant } from "./usage.ts"

type Variants = ReadonlyMap<string, Variant>

/** Which variants each leads to, as they are written. */
const graphOf = (
  schemas: Description["schemas"],
  variants: Variants
): ReadonlyMap<string, ReadonlyArray<string>> =>
  new Map(
    [...variants].map(([key, { name, side }]) => {
      const node = schemas[name]
      return [
        key,
        node === undefined ? [] : refsIn(asWritten(node, side, schemas)).map((one) => keyOf(one, side))
      ]
    })
  )

const inCircles = (graph: ReadonlyMap<string, ReadonlyArray<string>>): ReadonlySet<string> => {
  const isIn = (start: string): boolean => {
    const [seen, queue] = [new Set<string>(), [...(graph.get(start) ?? [])]]
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      if (key === start) return true
      if (!seen.has(key)) queue.push(...(graph.get(key) ?? []))
      seen.add(key)
    }
    return false
  }
  return new Set([...graph.keys()].filter(isIn))
}

/** Whether a schema is an object of fixed fields: its type has a name then, which stands for it where it leads back to itself. */
export const isFixed = (node: Node, side: Side, schemas: Description["schemas"]): boolean => {
  if (node.kind === "object") return node.rest === undefined
  if (node.kind === "ref") {
    const found = schemas[node.name]
    return found !== undefined && isFixed(found, side, schemas)
  }
  return side === "out" && node.kind === "union" && node.members.every((one) => isFixed(one, side, schemas))
}

/** Variants that lead back to themselves. */
export const circularOf = (schemas: Description["schemas"], variants: Variants): ReadonlySet<string> =>
  inCircles(graphOf(schemas, variants))

/** Variants that lead back to themselves with no object of fixed fields on the way: no type can be written for them. */
export const endlessOf = (schemas: Description["schemas"], variants: Variants): ReadonlySet<string> => {
  const rest = [...graphOf(schemas, variants)].filter(([key]) => {
    const variant = variants.get(key)
    const node = variant === undefined ? undefined : schemas[variant.name]
    return variant !== undefined && node !== undefined && !isFixed(node, variant.side, schemas)
  })
  return inCircles(new Map(rest))
}
