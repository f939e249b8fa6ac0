/** Fields of objects as code: of what is sent, with what is known of them above, and of what comes. */
import type { Field, Node } from "../description.ts"
import type { Kit } from "./kit.ts"
import { keyOf } from "./pieces.ts"
import { docOf } from "./remarks.ts"

/** The longest line of a field that a comment still fits before. */
const widest = 102

/** A field of an answer. A text that is a secret is read as one. */
export const answerField = (
  name: string,
  { required, schema }: Field,
  code: string,
  { guaranteed, field, isSure }: Kit,
  ours: string
): string => {
  const isThere =
    required === true &&
    (guaranteed === "as described" || guaranteed.includes(name) || isSure?.(schema) === true)
  return `${keyOf(ours)}: ${isThere ? code : field(code)}`
}

/** A field of an input, with what is known of it above it, or before it where that fits in a line. */
export const inputField = (
  name: string,
  { required, schema }: Field,
  code: string,
  { filled }: Kit,
  { depth, resolve }: { readonly depth: number; readonly resolve: (node: Node) => Node }
): string => {
  const line = `${keyOf(name)}: ${required === true ? code : `optional(${code})`}`
  // Code that says all of a text needs no comment.
  const doc = code === filled ? "" : docOf(schema, resolve)
  return `${doc}${doc !== "" && doc.length + line.length + 4 * depth > widest ? "\n" : ""}${line}`
}
