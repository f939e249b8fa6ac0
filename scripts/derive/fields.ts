/** The fields of what an operation takes or gives: the schema says what holds of each, the compiler in which words. */
import type * as SchemaAST from "effect/SchemaAST"
import { kindOf, limitsOf } from "./schema.ts"
import type { Typed } from "./types.ts"
import { wireNames } from "./wire.ts"

type AST = SchemaAST.AST

/** A field, by its path: `attributes[].email`. */
export interface Field {
  readonly path: string
  /** Its name on the wire; where its own fields stand beside the others there, so it says. */
  readonly wire: string
  readonly kind: string
  readonly required: boolean
  readonly limits: ReadonlyArray<string>
  readonly words: string
}

/** An object that has a name, and so is described once, wherever it stands. */
export interface Form {
  readonly name: string
  readonly words: string
  readonly fields: ReadonlyArray<Field>
  /** Whether it takes fields besides these. */
  readonly open: boolean
}

/** What is said of a value: its own fields, and the forms that it refers to. */
export interface Described {
  /** What it is: a link where it is a form. */
  readonly kind: string
  readonly fields: ReadonlyArray<Field>
  readonly forms: ReadonlyArray<Form>
}

/** A link to the section of a form. */
export const linkTo = (name: string): string => `[${name}](#${name.toLowerCase()})`

const isStruct = (ast: AST): ast is SchemaAST.Objects =>
  ast._tag === "Objects" && ast.propertySignatures.length > 0

const without = (ast: SchemaAST.Union): ReadonlyArray<AST> =>
  ast.types.filter(({ _tag }) => _tag !== "Null" && _tag !== "Undefined")

const literalOf = (ast: AST): string | undefined =>
  ast._tag === "Literal" ? JSON.stringify(ast.literal) : undefined

/** The member of a union that has an object's fields, with the same fixed values. */
const memberFor = (ast: AST, type: Typed): Typed =>
  isStruct(ast)
    ? (type.members().find((member) =>
        ast.propertySignatures.every(({ name, type: of }) => {
          const field = member.field(String(name))
          const fixed = literalOf(of)
          return field !== undefined && (fixed === undefined || field.type.text === fixed)
        })
      ) ?? type)
    : type

const none: Described = { kind: "", fields: [], forms: [] }

const together = (all: ReadonlyArray<Described>): Described => ({
  kind: [...new Set(all.map(({ kind }) => kind))].join(" or "),
  fields: merged(all.flatMap(({ fields }) => fields)),
  forms: all.flatMap(({ forms }) => forms)
})

/** Fields of the members of a union: those of one path and the same words are one, of any of their kinds. */
const merged = (fields: ReadonlyArray<Field>): ReadonlyArray<Field> => {
  const byPath = new Map<string, Field>()
  for (const field of fields) {
    const key = `${field.path} ${field.words}`
    const before = byPath.get(key)
    const kinds = [...new Set([...(before?.kind.split(" or ") ?? []), ...field.kind.split(" or ")])]
    byPath.set(key, {
      ...field,
      kind: kinds.join(" or "),
      required: field.required && before?.required !== false
    })
  }
  return [...byPath.values()]
}

const fieldsOf = (ast: SchemaAST.Objects, type: Typed, path: string): Described => {
  const wires = wireNames(ast)
  const described = ast.propertySignatures.map(({ name, type: of }, index): Described => {
    const own = String(name)
    const field = type.field(own)
    const inner = field === undefined ? none : describe(of, field.type, `${path}${own}`)
    const row: Field = {
      path: `${path}${own}`,
      wire: wires[index] ?? own,
      kind: inner.kind === "" ? kindOf(of, "") : inner.kind,
      required: of.context?.isOptional !== true,
      limits: limitsOf(of),
      words: field?.words ?? ""
    }
    return { ...inner, fields: [row, ...inner.fields] }
  })
  return {
    ...together(described),
    kind: ast.indexSignatures.length > 0 ? "object, with other fields" : "object"
  }
}

/** What there is to say of a value at a path; a form has no fields there, for it is described in a section of its own. */
export const describe = (ast: AST, type: Typed, path: string = ""): Described => {
  if (ast._tag === "Union" && without(ast).some((member) => isStruct(member) || member._tag === "Arrays")) {
    const all = ast.types.map((member) =>
      member._tag === "Null" ? { ...none, kind: "null" } : describe(member, memberFor(member, type), path)
    )
    return together(all)
  }
  if (ast._tag === "Arrays") {
    const [item] = [...ast.elements, ...ast.rest]
    const of = type.item()
    if (item === undefined || of === undefined) return { ...none, kind: kindOf(ast, type.text) }
    const inner = describe(item, of, `${path}[]`)
    return { ...inner, kind: `list of ${inner.kind}` }
  }
  if (!isStruct(ast)) return { ...none, kind: kindOf(ast, type.text) }
  if (type.name === undefined) return fieldsOf(ast, type, path === "" ? "" : `${path}.`)
  const { fields, forms } = fieldsOf(ast, type, "")
  const form = { name: type.name, words: type.words, fields, open: ast.indexSignatures.length > 0 }
  return { kind: linkTo(type.name), fields: [], forms: [form, ...forms] }
}
