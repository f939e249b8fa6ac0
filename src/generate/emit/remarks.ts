/** What is known of a field of an input, in words above it. */
import type { Node } from "../description.ts"

const between = (least: number | undefined, most: number | undefined): string => {
  if (least === undefined && most === undefined) return ""
  if (least === most) return `exactly ${least}`
  if (most === undefined) return `at least ${least}`
  return least === undefined ? `at most ${most}` : `${least} to ${most}`
}

const range = (least: number | undefined, most: number | undefined, what: string): string => {
  if (least === 1 && most === undefined) return "not empty"
  const found = between(least === 0 && most !== undefined ? undefined : least, most)
  return found === "" ? "" : `${found} ${found.endsWith(" 1") ? what.replace(/s$/, "") : what}`
}

const number = (node: {
  readonly least?: number
  readonly most?: number
  readonly above?: number
}): string => {
  const found = between(node.least, node.most)
  if (node.above === undefined) return found
  return found === "" ? `more than ${node.above}` : `more than ${node.above}, ${found}`
}

/** The facts of a field in words. */
const words = (node: Node, resolve: (node: Node) => Node): string => {
  const plain = resolve(node)
  switch (plain.kind) {
    case "string":
      return [
        range(plain.least, plain.most, "characters"),
        plain.bytes === undefined ? "" : `at most ${plain.bytes.toLocaleString("en-US")} bytes`,
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
