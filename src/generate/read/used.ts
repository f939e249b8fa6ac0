/** Which schemas operations lead to. */
import type { Described, Node } from "../description.ts"
import { mapNode } from "./nodes.ts"

/** The schemas that operations lead to. */
export const usedBy = (
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
