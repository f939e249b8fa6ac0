/**
 * Corrections of descriptions, as data: each says where, what, and how we know. One that changes nothing is an error: what it corrected
 * is gone.
 */
import { existsSync, readFileSync } from "node:fs"
import type { Described, Description, LeftOut, Node } from "../../src/generate/description.ts"
import { mapNode } from "../../src/generate/read/nodes.ts"

/** One correction. */
export interface Patch {
  /** Why it is right. */
  readonly why: string
  /** Where that is documented, or how it was found. */
  readonly source: string
  /** Every text with this pattern has that one, in the regular expressions of JavaScript. */
  readonly pattern?: { readonly from: string; readonly to: string; readonly format?: string }
  /** An operation by method and path, and the facts that it has instead. */
  readonly operation?: string
  readonly set?: Partial<Described>
  /** A field of the operation's input, and its schema. */
  readonly input?: string
  readonly schema?: Node
  readonly required?: boolean
  /** The operation is left out. */
  readonly leaveOut?: true
}

const places = ({ operations, schemas }: Description) => JSON.stringify([operations, schemas])

const everywhere = (description: Description, change: (node: Node) => Node): Description => {
  const on = (node: Node) => mapNode(node, "", change)
  return {
    ...description,
    operations: description.operations.map((operation) => ({
      ...operation,
      input: operation.input.map((one) => ({ ...one, schema: on(one.schema) })),
      ...(operation.output === undefined ? {} : { output: on(operation.output) })
    })),
    schemas: Object.fromEntries(Object.entries(description.schemas).map(([name, node]) => [name, on(node)]))
  }
}

const inOperation = (operation: Described, { input, required, schema, set }: Patch): Described => ({
  ...operation,
  ...set,
  input: operation.input.map((one) => {
    if (one.name !== input) return one
    const { required: before, ...rest } = one
    const isRequired = required ?? before === true
    return { ...rest, ...(isRequired ? { required: true as const } : {}), schema: schema ?? one.schema }
  })
})

const apply = (description: Description, patch: Patch): Description => {
  const { leaveOut, operation, pattern } = patch
  if (pattern !== undefined)
    return everywhere(description, (node) =>
      node.kind === "string" && node.pattern === pattern.from
        ? {
            ...node,
            pattern: pattern.to,
            ...(pattern.format === undefined ? {} : { format: pattern.format })
          }
        : node
    )
  const is = ({ method, path }: Described) => `${method} ${path}` === operation
  if (leaveOut !== true)
    return {
      ...description,
      operations: description.operations.map((one) => (is(one) ? inOperation(one, patch) : one))
    }
  const left: ReadonlyArray<LeftOut> = description.operations.filter(is).map((one) => ({
    where: `${one.method} ${one.path}`,
    why: `${patch.why} (${patch.source})`
  }))
  return {
    ...description,
    operations: description.operations.filter((one) => !is(one)),
    leftOut: [...description.leftOut, ...left]
  }
}

/** The patches of a vendor. */
export const patchesOf = (vendor: string): ReadonlyArray<Patch> => {
  const path = `scripts/surface/patches/${vendor}.json`
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : []
}

/** The description with its patches. A patch without effect is an error. */
export const patched = (description: Description, patches = patchesOf(description.vendor)): Description =>
  patches.reduce((before, patch) => {
    const after = apply(before, patch)
    if (places(before) === places(after))
      throw new Error(`A patch of ${description.vendor} changes nothing: ${JSON.stringify(patch)}`)
    return after
  }, description)
