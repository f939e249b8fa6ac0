/** Which fields a codec's encoded or decoded side has, read from its syntax tree, so that names written as text can be checked. */
import * as SchemaAST from "effect/SchemaAST"
import type { Codec } from "./facts.ts"

/** The fields of a value: by name, and whether there may be others. `undefined` where it is not an object of known fields. */
export interface Shape {
  readonly fields: ReadonlyMap<string, SchemaAST.AST>
  readonly open: boolean
}

const opened = (ast: SchemaAST.AST): SchemaAST.AST => (ast._tag === "Suspend" ? opened(ast.thunk()) : ast)

const merge = (shapes: ReadonlyArray<Shape>): Shape => ({
  fields: new Map(shapes.flatMap(({ fields }) => [...fields])),
  open: shapes.some(({ open }) => open)
})

/** The shape of a syntax tree: of an object, or of a union of objects; of anything else it is unknown. */
export const shapeOf = (given: SchemaAST.AST): Shape | undefined => {
  const ast = opened(given)
  if (ast._tag === "Union") {
    const shapes = ast.types.filter(({ _tag }) => _tag !== "Null" && _tag !== "Undefined").map(shapeOf)
    return shapes.length > 0 && shapes.every((shape) => shape !== undefined) ? merge(shapes) : undefined
  }
  if (ast._tag !== "Objects") return undefined
  return {
    fields: new Map(ast.propertySignatures.map(({ name, type }) => [String(name), type])),
    open: ast.indexSignatures.length > 0
  }
}

/** The shape of what a codec encodes to. */
export const encodedShape = (codec: Codec): Shape | undefined => shapeOf(SchemaAST.toEncoded(codec.ast))

const itemOf = (given: SchemaAST.AST): SchemaAST.AST | undefined => {
  const ast = opened(given)
  if (ast._tag === "Union") return ast.types.map(itemOf).find((item) => item !== undefined)
  return ast._tag === "Arrays" ? (ast.rest[0] ?? ast.elements[0]) : undefined
}

/** The shape of what stands at a path of a value (`measurements.0.who`), where it has one. */
export const fieldAt = (ast: SchemaAST.AST, path: ReadonlyArray<string>): Shape | undefined => {
  const [step, ...rest] = path
  if (step === undefined) return shapeOf(ast)
  const inner = /^\d+$/.test(step) ? itemOf(ast) : undefined
  const field = inner ?? shapeOf(ast)?.fields.get(step)
  return field === undefined ? undefined : fieldAt(field, rest)
}

/** Whether a value of the codec's own type has the path: `measurements[].uid`. What cannot be known counts as yes. */
export const hasPath = (codec: Codec, path: string): boolean => {
  let ast: SchemaAST.AST = SchemaAST.toType(codec.ast)
  for (const step of path.split(".")) {
    const list = step.endsWith("[]")
    const shape = shapeOf(ast)
    if (shape === undefined) return true
    const field = shape.fields.get(list ? step.slice(0, -2) : step)
    if (field === undefined) return shape.open
    const inner = list ? itemOf(field) : field
    if (inner === undefined) return false
    ast = inner
  }
  return true
}
