/**
 * Tells bundlers what they cannot see: that what is made at the top of our modules is only a value. A bundler must take any call
 * for one that does something, and any property for a getter, and keeps both; what has the comment `#__PURE__` before it goes once
 * nobody uses it. So whoever uses one operation gets neither the others nor their schemas.
 */
import { decode, encode } from "@jridgewell/sourcemap-codec"
import { at, childrenOf, isFunction, isNode, type Node, parse, within } from "./syntax.ts"

/** Text put in at an index of the text as it was. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

const pure = "/*#__PURE__*/ "

/** Whether what is inside a node runs when the module is loaded. What is awaited is done for its effect. */
const runsOnLoad = (node: Node): boolean =>
  !isFunction(node) &&
  node.type !== "AwaitExpression" &&
  (node.type !== "PropertyDefinition" || node["static"] === true)

const isCall = ({ type }: Node): boolean => type === "CallExpression" || type === "NewExpression"

const fieldOf = (node: Node, field: string): ReadonlyArray<Node> => {
  const value = node[field]
  return isNode(value) ? [value] : []
}

/** What the top of a module makes and binds to a name: the values of its constants, and what its classes extend. */
const valuesOf = (statement: Node): ReadonlyArray<Node> => {
  const declaration = at(statement, "declaration") ?? statement
  if (declaration.type === "VariableDeclaration")
    return childrenOf(declaration).flatMap((declarator) => fieldOf(declarator, "init"))
  if (declaration.type !== "ClassDeclaration") return []
  const members = childrenOf(declaration).flatMap((child) =>
    child.type === "ClassBody" ? childrenOf(child) : []
  )
  return [
    ...fieldOf(declaration, "superClass"),
    ...members.filter((member) => member["static"] === true).flatMap((member) => fieldOf(member, "value"))
  ]
}

/** What a longer expression begins with: `a()` of `a().b` and of `a()()`. A comment before it would be the longer one's. */
const beginningOf = (node: Node): ReadonlyArray<unknown> =>
  node.type === "NewExpression" ? [] : [node["callee"], node["object"], node["tag"]]

/** Whether more than calls would keep a value: a property that is read for it, a spread, a text with values in it. */
const doesMore = (value: Node, nodes: ReadonlyArray<Node>): boolean => {
  const called = new Set(nodes.filter(isCall).map((call) => call["callee"]))
  return nodes.some(
    (node) =>
      node.type === "SpreadElement" ||
      (node.type === "MemberExpression" && node !== value && !called.has(node)) ||
      (node.type === "TemplateLiteral" && called.size > 0)
  )
}

/** The whole value as one pure call, of a function that makes it. */
const wrapped = ({ end, start, type }: Node): ReadonlyArray<Insertion> => {
  const [open, close] = type === "ObjectExpression" ? ["(", ")"] : ["", ""]
  return [
    { at: start, text: `${pure}(() => ${open}` },
    { at: end, text: `${close})()` }
  ]
}

/** Each call as a pure one, in parentheses where its comment would be that of a longer expression. */
const marked = (nodes: ReadonlyArray<Node>): ReadonlyArray<Insertion> => {
  const beginnings = new Set(nodes.flatMap(beginningOf))
  // In `a?.().b()` parentheses would end the chain: its beginning stays without a comment.
  const chained = new Set(
    nodes.filter(({ type }) => type === "ChainExpression").flatMap((node) => within(node).slice(2))
  )
  return nodes.filter(isCall).flatMap((call) => {
    if (!beginnings.has(call)) return [{ at: call.start, text: pure }]
    if (chained.has(call)) return []
    return [
      { at: call.start, text: `(${pure}` },
      { at: call.end, text: ")" }
    ]
  })
}

/** What is put into a module, in the order of the text; before an outer call before an inner one. */
export const insertions = (text: string, path: string): ReadonlyArray<Insertion> =>
  parse(text, path)
    .flatMap(valuesOf)
    .flatMap((value) => {
      const nodes = within(value, runsOnLoad)
      const waits = nodes.some(({ type }) => type === "AwaitExpression")
      return doesMore(value, nodes) && !waits ? wrapped(value) : marked(nodes)
    })
    .toSorted((one, other) => one.at - other.at)

/** The text with what is put in. */
export const insert = (text: string, added: ReadonlyArray<Insertion>): string => {
  let [result, end] = ["", 0]
  for (const { at, text: more } of added) {
    result += text.slice(end, at) + more
    end = at
  }
  return result + text.slice(end)
}

/** The source map of the text with what is put in: on each line, what stands behind it has moved to the right. */
export const shift = (map: string, text: string, added: ReadonlyArray<Insertion>): string => {
  const source = JSON.parse(map)
  const places = added.map(({ at, text: more }) => {
    const before = text.slice(0, at).split("\n")
    return { line: before.length - 1, column: before.at(-1)?.length ?? 0, length: more.length }
  })
  const mappings = decode(source.mappings)
  for (const [index, segments] of mappings.entries()) {
    const here = places.filter(({ line }) => line === index)
    for (const segment of segments) {
      const moved = here.filter(({ column }) => column <= segment[0])
      segment[0] += moved.reduce((sum, { length }) => sum + length, 0)
    }
  }
  return JSON.stringify({ ...source, mappings: encode(mappings) })
}
