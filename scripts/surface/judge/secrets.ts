/** Judges secrets: a field of an answer whose name says that it is one must be known as one. */
import type { Description, Node } from "../../../src/generate/description.ts"
import type { Judged, Violation } from "./judged.ts"

const secret = /(?:secret|passwords?|api_?key|private_?key|access_?token|pin_?code)$|^(?:token|pin|otp)$/i

/** The names of the texts that a schema has, with those within. */
const textsIn = (
  node: Node,
  schemas: Description["schemas"],
  seen: ReadonlySet<string>
): ReadonlyArray<string> => {
  switch (node.kind) {
    case "object":
      return Object.entries(node.fields).flatMap(([name, { schema }]) => [
        ...(schema.kind === "string" ? [name] : []),
        ...textsIn(schema, schemas, seen)
      ])
    case "array":
      return textsIn(node.items, schemas, seen)
    case "record":
      return textsIn(node.values, schemas, seen)
    case "union":
      return node.members.flatMap((one) => textsIn(one, schemas, seen))
    case "ref": {
      const target = schemas[node.name]
      return target === undefined || seen.has(node.name)
        ? []
        : textsIn(target, schemas, new Set([...seen, node.name]))
    }
    default:
      return []
  }
}

/** The secrets of an operation's answers that are not known as secrets. */
export const secretViolations = (
  { contract: { operation, spec }, described: { output } }: Judged,
  { schemas }: Description
): ReadonlyArray<Violation> => {
  const names = output === undefined ? [] : textsIn(output, schemas, new Set())
  return [...new Set(names)]
    .filter((name) => secret.test(name) && !(spec.secrets ?? []).includes(name))
    .map((name) => ({ operation: operation.tag, says: `${name} of its answer is no secret` }))
}
