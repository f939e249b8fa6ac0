/** Converters of objects: fields by name, and any others where the schema has values for them. */
import type * as SchemaAST from "effect/SchemaAST"
import { isRecord } from "../Wire.ts"
import { type Build, type Converter, invalid, missing, type Reading } from "./converter.ts"

interface Field {
  readonly name: string
  readonly optional: boolean
  readonly convert: Converter
  /** What comes of it where it is not there: a step of its own may put a default there. */
  readonly absent: (() => unknown) | undefined
}

type Given = Readonly<Record<string, unknown>>
type Made = Record<string, unknown>

/** Reads the known fields of an object into another one, and says whether they are valid. */
type Fields = (value: Given, made: Made) => boolean

const put = (made: Made, { name, optional }: Field, converted: unknown): boolean => {
  if (converted === invalid) return false
  if (converted === missing) return optional
  made[name] = converted
  return true
}

/** In the order of the schema: a request is always written in the same way. */
const inOrder =
  (fields: ReadonlyArray<Field>): Fields =>
  (value, made) => {
    for (const field of fields) {
      const { absent, convert, name } = field
      const given = value[name]
      const there = given !== undefined || name in value
      if (!put(made, field, there ? convert(given) : absent === undefined ? missing : absent())) return false
    }
    return true
  }

/** By the fields that are there, which takes half the time: most answers have few of those that are known. */
const asGiven = (fields: ReadonlyArray<Field>): Fields => {
  const free = fields.filter(({ absent, optional }) => optional && absent === undefined)
  const byName = new Map(free.map((field) => [field.name, field]))
  const rest = inOrder(fields.filter(({ name }) => !byName.has(name)))
  return (value, made) => {
    for (const name in value) {
      const field = byName.get(name)
      if (field !== undefined && !put(made, field, field.convert(value[name]))) return false
    }
    return rest(value, made)
  }
}

const addOthers = (made: Made, value: Given, others: Converter, known: ReadonlySet<string>): boolean => {
  for (const name of Object.keys(value)) {
    const converted = others(value[name])
    // Effect has the known fields too read as what the others are, and writes `__proto__` in a way of its own.
    if (converted === invalid || converted === missing || name === "__proto__") return false
    if (!known.has(name)) made[name] = converted
  }
  return true
}

/** Whether an object is nothing but its own fields. What is inherited, or named by a symbol, is for Effect to judge. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Whether an object has what is not known, or may have it. */
const hasUnknown = (value: Given, known: ReadonlySet<string> | undefined): boolean => {
  if (known !== undefined) for (const name in value) if (!known.has(name)) return true
  return Object.getOwnPropertySymbols(value).length > 0
}

const objectOf = (
  fields: ReadonlyArray<Field>,
  others: Converter | undefined,
  strict: boolean
): Converter => {
  const known = new Set(fields.map(({ name }) => name))
  const expected = others === undefined ? known : undefined
  const read = strict ? inOrder(fields) : asGiven(fields)
  return (value) => {
    if (!isRecord(value) || !isPlain(value) || (strict && hasUnknown(value, expected))) return invalid
    const made: Made = {}
    if (!read(value, made)) return invalid
    return others === undefined || addOthers(made, value, others, known) ? made : invalid
  }
}

const takesAnyName = ({ parameter: { _tag, checks, encoding } }: SchemaAST.IndexSignature): boolean =>
  _tag === "String" && checks === undefined && encoding === undefined

/** The converter of an object; `undefined` where only Effect's parser knows how. */
export const objects = (
  { indexSignatures, propertySignatures }: SchemaAST.Objects,
  build: Build,
  { strict }: Reading
): Converter | undefined => {
  const [index] = indexSignatures
  // Without fields Effect takes anything; of an input that would be dropped, or sent where nobody looks for it.
  if (index === undefined && propertySignatures.length === 0 && !strict) return (value) => value ?? invalid
  if (indexSignatures.length > 1 || !indexSignatures.every(takesAnyName)) return undefined
  if (propertySignatures.some(({ name }) => typeof name !== "string" || name === "__proto__"))
    return undefined
  const fields = propertySignatures.map(({ name, type }): Field => {
    const [convert, optional] = [build(type), type.context?.isOptional === true]
    return { name: String(name), optional, convert, absent: type.encoding && (() => convert(missing)) }
  })
  return objectOf(fields, index && build(index.type), strict)
}
