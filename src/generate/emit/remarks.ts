/** What is known of a field of an input, in words above it. */
import type { Node } from "../description.ts"

const range = (least: number | undefined, most: number | undefined, what: string): string => {
  if (least === undefined && most === undefined) return ""
  if (least === 1 && most === undefined) return "not empty"
  if (least === most) return `exactly ${least} ${what}`
  if (most === undefined) return `at least ${least} ${what}`
  return least === undefined || least === 0 ? `at most ${most} ${what}` : `${least} to ${most} ${what}`
}

const number = (node: {
  readonly least?: number
  readonly most?: number
  readonly above?: number
}): string => (node.above === undefined ? range(node.least, node.most, "").trim() : `more than ${node.above}`)

/** The facts of a field in words. */
const words = (node: Node, resolve: (node: Node) => Node): string => {
  const plain = resolve(node)
  switch (plain.kind) {
    case "string":
      return [
        range(plain.least, plain.most, "characters"),
        plain.pattern === undefined ? "" : "of a fixed form"
      ]
        .filter((part) => part !== "")
        .join(", ")
    case "int":
      return number(plain)
    case "number":
      return number(plain)
    case "array":
      return range(plain.least, plain.most, "items")
    case "record":
      return range(plain.least, plain.most, "fields")
    case "day":
      return "a day, as 2026-01-31"
    case "moment":
      return "a time, sent in UTC"
    default:
      return ""
  }
}

/** The comment above a field of an input; nothing where its type says all that is known. */
export const docOf = (node: Node, resolve: (node: Node) => Node): string => {
  const said = [
    words(node, resolve),
    node.nullable === true ? "or null" : "",
    node.deprecated === true ? "deprecated" : ""
  ]
    .filter((part) => part !== "")
    .join("; ")
  return said === "" ? "" : `/** ${said.charAt(0).toUpperCase()}${said.slice(1)}. */ `
}
