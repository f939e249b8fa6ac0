/** Source text as a syntax tree, for what text alone cannot tell: the build and the rules of the house read it. */
import { parseAst } from "rolldown/parseAst"

/** A node of the tree (ESTree, with TypeScript's types). Its other fields depend on its type. */
export interface Node {
  readonly type: string
  /** Where it stands in the text, as an index. */
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

/** Whether a field holds a node. */
export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"

/** The statements of a module; `path` says whether it is TypeScript. */
export const parse = (text: string, path: string): ReadonlyArray<Node> => {
  const body: ReadonlyArray<unknown> = parseAst(text, { lang: path.endsWith(".ts") ? "ts" : "js" }, path).body
  return body.filter(isNode)
}

/** What stands directly inside a node, in the order of the text. */
export const childrenOf = (node: Node): ReadonlyArray<Node> =>
  Object.values(node)
    .flat()
    .filter(isNode)
    .toSorted((one, other) => one.start - other.start)

/** A node and all that is inside it; `enter` says of each whether to look inside. */
export const within = (node: Node, enter: (node: Node) => boolean = () => true): ReadonlyArray<Node> => [
  node,
  ...(enter(node) ? childrenOf(node).flatMap((child) => within(child, enter)) : [])
]

/** Whether the node is a function: what is inside runs when it is called, not when the module is loaded. */
export const isFunction = ({ type }: Node): boolean =>
  type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration"

/** The node without the parentheses around it. */
export const bare = (node: Node): Node =>
  node.type === "ParenthesizedExpression" && isNode(node["expression"]) ? bare(node["expression"]) : node

/** A field that holds a node, without parentheses. */
export const at = (node: Node, field: string): Node | undefined => {
  const value = node[field]
  return isNode(value) ? bare(value) : undefined
}

/** The name of an identifier. */
export const nameOf = (node: Node | undefined): string | undefined =>
  node?.type === "Identifier" && typeof node["name"] === "string" ? node["name"] : undefined
