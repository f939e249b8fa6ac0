/**
 * What only a syntax tree tells of a vendor's files: that operations and schemas are built on first use, so that a bundler drops
 * what a program does not use, and that a vendor holds no loop and no catch.
 */
import { dirname, join } from "node:path"
import { at, bare, childrenOf, isFunction, isNode, type Node, nameOf, within } from "../../scripts/syntax.ts"
import { inVendor } from "./floors.ts"
import type { Found } from "./rules.ts"
import type { Source } from "./source.ts"

/** A name that a module declares, and what it stands for. */
type Declared = ReadonlyMap<string, Node>

/** Whether a name has a property, in the module of that path. */
type Has = (path: string, name: string) => boolean

const list = (value: unknown): ReadonlyArray<Node> => (Array.isArray(value) ? value.filter(isNode) : [])

/** A declaration, whether it is exported or not. */
const declarationOf = (statement: Node): Node => at(statement, "declaration") ?? statement

/** The constants at the top of a module, each with what it is bound to. */
const constantsOf = (tree: ReadonlyArray<Node>): Declared =>
  new Map(
    tree
      .map(declarationOf)
      .flatMap((statement) => list(statement["declarations"]))
      .flatMap((one) => {
        const [name, value] = [nameOf(at(one, "id")), at(one, "init")]
        return name === undefined || value === undefined ? [] : [[name, value]]
      })
  )

/** The name of a specifier here, and in the module that it comes from; `*` is the whole module. */
const namesOf = (specifier: Node): readonly [here: string, there: string] => {
  const local = nameOf(at(specifier, "local")) ?? ""
  if (specifier.type === "ExportSpecifier") return [nameOf(at(specifier, "exported")) ?? "", local]
  return [
    local,
    specifier.type === "ImportNamespaceSpecifier" ? "*" : (nameOf(at(specifier, "imported")) ?? "")
  ]
}

/** The names that a module imports or passes on, each with the module it comes from and its name there. */
const importedBy = ({ path, tree }: Source): ReadonlyMap<string, readonly [from: string, name: string]> =>
  new Map(
    tree().flatMap((statement) => {
      const from = at(statement, "source")?.["value"]
      if (typeof from !== "string") return []
      const module = from.startsWith(".") ? join(dirname(path), from) : from
      return list(statement["specifiers"])
        .map(namesOf)
        .map(([here, there]) => [here, [module, there]] as const)
    })
  )

/** What is first called, or read, in a chain: `a` of `a.b(c).d()()`. */
const rootOf = (node: Node): Node => {
  const inner = at(node, "callee") ?? at(node, "object")
  return inner === undefined ? node : rootOf(inner)
}

/** What runs when the node is reached, without what runs in the functions inside it. */
const runBy = (node: Node): ReadonlyArray<Node> => within(node, (one) => !isFunction(one))

const calls = (nodes: ReadonlyArray<Node>): ReadonlyArray<Node> =>
  nodes.filter(({ type }) => type === "CallExpression")

const lineOf = ({ text }: Source, { start }: Node): number => text.slice(0, start).split("\n").length

/** Finds by name across modules, and stops where names go in a circle. */
const across = (
  sources: ReadonlyArray<Source>,
  test: (value: Node, has: (name: string) => boolean, imported: ReturnType<typeof importedBy>) => boolean
): Has => {
  const modules = new Map(
    sources.map((source) => [
      source.path,
      { constants: constantsOf(source.tree()), imported: importedBy(source) }
    ])
  )
  const known = new Map<string, boolean>()
  const has: Has = (path, name) => {
    const key = `${path} ${name}`
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, false)
    const module = modules.get(path)
    const value = module?.constants.get(name)
    const [from, there] = module?.imported.get(name) ?? []
    const found =
      module !== undefined && value !== undefined
        ? test(value, (other) => has(path, other), module.imported)
        : from !== undefined && there !== undefined && has(from, there)
    known.set(key, found)
    return found
  }
  return has
}

/** Whether a name makes operations: it is bound to `operations<Always>()(Api, vendor, defaults)`, or to `proven`. */
const makesOperations = (sources: ReadonlyArray<Source>): Has =>
  across(
    sources,
    (value, _, imported) =>
      value.type === "CallExpression" &&
      ["operations", "proven"].includes(imported.get(nameOf(rootOf(value)) ?? "")?.[1] ?? "")
  )

/** What is wrong with one operation's facts. */
const thunkProblem = (facts: Node | undefined): string | undefined => {
  if (facts?.type !== "ArrowFunctionExpression")
    return "the facts of an operation are a thunk, `() => ({ … })`: they are built on first use"
  const body = at(facts, "body")
  if (body?.type === "BlockStatement")
    return "the facts of an operation are an expression, `() => ({ … })`: move what is computed to a function with a name"
  return body?.type === "ObjectExpression" && list(facts["params"]).length === 0
    ? undefined
    : "the facts of an operation are written out, `() => ({ … })`, so that they are read where they stand"
}

/** A place where an operation is made. */
interface Made {
  readonly path: string
  readonly line: number
  readonly facts: Node | undefined
}

const madeIn =
  (makes: Has) =>
  (source: Source): ReadonlyArray<Made> =>
    calls(source.tree().flatMap((statement) => within(statement))).flatMap((call) => {
      const name = nameOf(at(call, "callee"))
      if (name === undefined || !makes(source.path, name)) return []
      const [, facts] = list(call["arguments"])
      return [{ path: source.path, line: lineOf(source, call), facts: facts && bare(facts) }]
    })

/** Every place where an operation is made. */
export const operationsIn = (sources: ReadonlyArray<Source>): ReadonlyArray<Made> =>
  sources.flatMap(madeIn(makesOperations(sources)))

/** Every operation of a vendor is made with a thunk of its facts. */
export const operationThunks = (sources: ReadonlyArray<Source>): ((source: Source) => Found) => {
  const made = madeIn(makesOperations(sources))
  return (source) =>
    made(source).flatMap(({ facts, line }) => {
      const problem = thunkProblem(facts)
      return problem === undefined ? [] : [[line, problem] as const]
    })
}

const isSchemaModule = (imported: ReturnType<typeof importedBy>, name: string | undefined): boolean =>
  name !== undefined && imported.get(name)?.[0] === "effect/Schema"

/**
 * Whether calling a name builds a schema: it is a part of `Schema`, a thunk that `lazy` was given, or a function whose own body
 * calls such a name. What a function inside it does is done later.
 */
const buildsSchemas = (sources: ReadonlyArray<Source>): Has =>
  across(sources, (value, has, imported) => {
    const builds = (call: Node): boolean => {
      const root = nameOf(rootOf(call))
      return isSchemaModule(imported, root) || (root !== undefined && has(root))
    }
    if (isFunction(value)) return calls(childrenOf(value).flatMap(runBy)).some(builds)
    if (value.type !== "CallExpression") return builds(value)
    const [thunk] = list(value["arguments"])
    return (
      imported.get(nameOf(at(value, "callee")) ?? "")?.[1] === "lazy" &&
      thunk !== undefined &&
      isFunction(thunk)
    )
  })

/**
 * No vendor module builds a schema when it is loaded. Failures and what they carry are classes, which are whole from the start;
 * they stand in files of their own.
 */
export const lazySchemas = (sources: ReadonlyArray<Source>): ((source: Source) => Found) => {
  const builds = buildsSchemas(sources)
  return (source) => {
    const [room, imported] = [inVendor(source.path), importedBy(source)]
    if (room === undefined || room === "failures") return []
    return calls(source.tree().flatMap(runBy)).flatMap((call) => {
      const root = nameOf(rootOf(call))
      return root !== undefined && (isSchemaModule(imported, root) || builds(source.path, root))
        ? [[lineOf(source, call), "a schema is built on first use: `lazy(() => …)`"] as const]
        : []
    })
  }
}

const waits = new Set(["AwaitExpression", "YieldExpression"])
const loops = new Set(["ForStatement", "ForInStatement", "ForOfStatement"])
const verbs = /^(catch|retry|repeat|forever|schedule|sleep|delay|timeout)/

const verbProblem = (node: Node, imported: ReturnType<typeof importedBy>): string | undefined => {
  if (node.type === "WhileStatement" || node.type === "DoWhileStatement") return "a loop without a known end"
  if (loops.has(node.type))
    return node["await"] === true || runBy(node).some(({ type }) => waits.has(type))
      ? "a loop that waits"
      : undefined
  if (node.type === "TryStatement") return "a catch"
  const [object, member] = [nameOf(at(node, "object")), nameOf(at(node, "property"))]
  const isVerb = node.type === "MemberExpression" && member !== undefined && verbs.test(member)
  return isVerb && imported.get(object ?? "")?.[0] === "effect/Effect" ? `Effect.${member}` : undefined
}

/** A vendor is nouns and data: it waits for nothing, repeats nothing and catches nothing. */
export const noVerbs = (source: Source): Found => {
  if (inVendor(source.path) === undefined) return []
  const imported = importedBy(source)
  return source
    .tree()
    .flatMap((statement) => within(statement))
    .flatMap((node) => {
      const found = verbProblem(node, imported)
      return found === undefined
        ? []
        : [
            [
              lineOf(source, node),
              `a vendor holds no ${found.replace(/^a /, "")}: the core does the work`
            ] as const
          ]
    })
}
