/** Judges the judge: a body that is certainly wrong must be refused by it, for every operation that has one. */
import type { Description, Node } from "../../../src/generate/description.ts"
import type { Validate } from "./ajv.ts"
import { bodyOf } from "./jsonSchema.ts"
import type { Violation } from "./judged.ts"

/** What no vendor takes as this. */
const wrong = (node: Node, schemas: Description["schemas"]): unknown => {
  if (node.kind === "ref") {
    const target = schemas[node.name]
    return target === undefined ? 7 : wrong(target, schemas)
  }
  return node.kind === "int" || node.kind === "number" ? "seven" : 7
}

/** The operations whose bodies the judge does not look at. One that is described as anything, or as bytes, cannot be wrong. */
export const sleeping = (description: Description, validate: Validate): ReadonlyArray<Violation> =>
  description.operations.flatMap((described) => {
    const node = bodyOf(described)
    if (node === undefined || node.kind === "any" || node.kind === "bytes") return []
    return validate(node, wrong(node, description.schemas)) === ""
      ? [{ operation: described.name, says: "a wrong body passes the judge" }]
      : []
  })
