/** What the answers of an operation show of an object: the fields of its output that the object has, the needed ones made up. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import type { AnyOperation } from "../../contract/Operation.ts"
import { plainCodec } from "../../contract/plainCodec.ts"
import { isRecord } from "../../contract/Wire.ts"
import { inventedBy } from "./plausible.ts"
import type { Item } from "./simulated.ts"

/** The forms that an object may have: one, or several of a union; none where the schema is of something else. */
const formsOf = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.Objects> => {
  if (SchemaAST.isObjects(ast)) return ast.propertySignatures.length === 0 ? [] : [ast]
  if (SchemaAST.isUnion(ast)) return ast.types.flatMap(formsOf)
  return SchemaAST.isSuspend(ast) ? formsOf(ast.thunk()) : []
}

const itemsOf = (ast: SchemaAST.AST): SchemaAST.AST | undefined =>
  SchemaAST.isArrays(ast) ? ast.rest[0] : undefined

const fieldAt = (ast: SchemaAST.AST, name: string): SchemaAST.AST | undefined =>
  formsOf(ast)
    .flatMap(({ propertySignatures }) => propertySignatures)
    .find((signature) => signature.name === name)?.type

const pagedItems = ({ spec }: AnyOperation, listAt: string): SchemaAST.AST | undefined => {
  const field = spec.from === undefined ? fieldAt(spec.output.ast, listAt) : undefined
  const items = field && itemsOf(field)
  return items !== undefined && formsOf(items).length > 0 ? items : undefined
}

/** Whether the operation answers with a page of objects. */
export const isPage = (operation: AnyOperation, listAt: string): boolean =>
  pagedItems(operation, listAt) !== undefined

/** The objects of a list; of a list or nothing, too. */
const listIn = (ast: SchemaAST.AST): SchemaAST.AST | undefined => {
  const items = SchemaAST.isUnion(ast)
    ? ast.types.map(itemsOf).find((type) => type !== undefined)
    : itemsOf(ast)
  return items !== undefined && formsOf(items).length > 0 ? items : undefined
}

const fits = (type: SchemaAST.AST, value: unknown): boolean =>
  value !== undefined && Result.isSuccess(Schema.decodeUnknownResult(plainCodec(Schema.make(type)))(value))

const needed = (name: string, type: SchemaAST.AST, seed: string): Item => {
  if (SchemaAST.isOptional(type)) return {}
  const made = inventedBy(Schema.make(type), `${seed} ${name}`)
  return made === undefined ? {} : { [name]: made }
}

const fieldsIn = (form: SchemaAST.Objects, object: Item): Item =>
  Object.fromEntries(
    form.propertySignatures.flatMap(({ name, type }) =>
      fits(type, object[String(name)]) ? [[String(name), object[String(name)]]] : []
    )
  )

const shownIn = (form: SchemaAST.Objects, object: Item, seed: string): Item => {
  const found = fieldsIn(form, object)
  const rest = form.propertySignatures.filter(({ name }) => !Object.hasOwn(found, name))
  return Object.assign({}, ...rest.map(({ name, type }) => needed(String(name), type, seed)), found)
}

/** The object in the form that shows most of it; `undefined` where the schema is of no object. */
const shown = (ast: SchemaAST.AST, object: Item, seed: string): Item | undefined =>
  formsOf(ast)
    .map((form) => ({ form, count: Object.keys(fieldsIn(form, object)).length }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, 1)
    .map(({ form }) => shownIn(form, object, seed))[0]

/** What the output of an operation shows of an object; the same seed makes up the same needed fields. */
export const shownBy = ({ spec }: AnyOperation, object: Item, seed: string): Item | undefined =>
  shown(itemsOf(spec.output.ast) ?? spec.output.ast, object, seed)

/**
 * What the output of an operation shows of the objects that it has made: a list of them, the first, or the list in a field that is
 * named as their collection.
 */
export const shownAfter = (
  operation: AnyOperation,
  objects: ReadonlyArray<Item>,
  collection: string
): unknown => {
  const { ast } = operation.spec.output
  const name = collection.slice(collection.lastIndexOf("/") + 1)
  const field = fieldAt(ast, name)
  const items = field && listIn(field)
  if (items !== undefined) return { [name]: objects.map((object) => shown(items, object, collection)) }
  const all = objects.flatMap((object) => shownBy(operation, object, collection) ?? [])
  return itemsOf(ast) === undefined ? all[0] : all
}

/** What a page of the operation shows of an object. */
export const shownInPage = (
  operation: AnyOperation,
  listAt: string,
  object: Item,
  seed: string
): Item | undefined => {
  const items = pagedItems(operation, listAt)
  return items && shown(items, object, seed)
}

/** An object such as a page of the operation has, made up whole. */
export const madeUpInPage = (operation: AnyOperation, listAt: string): unknown => {
  const items = pagedItems(operation, listAt)
  return items && inventedBy(Schema.make(items), operation.tag)
}

/** A made-up output with the fields of the object that it has, too. */
export const overlaid = ({ spec }: AnyOperation, output: unknown, object: Item): unknown => {
  if (!isRecord(output)) return output
  const [form] = formsOf(spec.output.ast)
  return form === undefined || formsOf(spec.output.ast).length > 1
    ? output
    : { ...output, ...fieldsIn(form, object) }
}
