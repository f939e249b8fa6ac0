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

/** The variants that lead back to themselves, each with all that it leads to. */
const inCircles = (
  graph: ReadonlyMap<string, ReadonlyArray<string>>
): ReadonlyMap<string, ReadonlySet<string>> => {
  const reached = (start: string): ReadonlySet<string> => {
    const [seen, queue] = [new Set<string>(), [...(graph.get(start) ?? [])]]
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      if (!seen.has(key)) queue.push(...(graph.get(key) ?? []))
      seen.add(key)
    }
    return seen
  }
  return new Map(
    [...graph.keys()].map((key) => [key, reached(key)] as const).filter(([key, all]) => all.has(key))
  )
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

/** Variants that lead back to themselves, each with all that it leads to. */
export const circularOf = (
  schemas: Description["schemas"],
  variants: Variants
): ReadonlyMap<string, ReadonlySet<string>> => inCircles(graphOf(schemas, variants))

/** Whether there are variants that lead back to themselves with no object of fixed fields between: no type can be written for them. */
export const isEndless = (schemas: Description["schemas"], variants: Variants): boolean => {
  const rest = [...graphOf(schemas, variants)].filter(([key]) => {
    const variant = variants.get(key)
    const node = variant === undefined ? undefined : schemas[variant.name]
    return variant !== undefined && node !== undefined && !isFixed(node, variant.side, schemas)
  })
  return inCircles(new Map(rest)).size > 0
}
