/** Judges the judge: a body that is certainly wrong must be refused by it, for every operation that has one. */
import type { Described, Description, Node } from "../../../src/generate/description.ts"
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

/** A body that the vendor cannot take of this operation; absent where it has none, or one that is described as anything or as bytes. */
export const wrongBody = (described: Described, schemas: Description["schemas"]): unknown => {
  const node = bodyOf(described)
  return node === undefined || node.kind === "any" || node.kind === "bytes" ? undefined : wrong(node, schemas)
}

/** The operations whose bodies the judge does not look at. */
export const sleeping = (
  { operations, schemas }: Description,
  validate: Validate
): ReadonlyArray<Violation> =>
  operations.flatMap((described) => {
    const [node, body] = [bodyOf(described), wrongBody(described, schemas)]
    return node !== undefined && body !== undefined && validate(node, body) === ""
      ? [{ operation: described.name, says: "a wrong body passes the judge" }]
      : []
  })
