/** Lenient converters of objects: a field that may be absent is left out where it does not fit. */
import type * as SchemaAST from "effect/SchemaAST"
import { isRecord } from "../Wire.ts"
import { type Build, type Converter, invalid, missing } from "./converter.ts"
import type { Notes } from "./notes.ts"

/** Marks what an answer is for: it may be absent, but where it is there it must be readable. */
export const essential = { "faultline/essential": true } as const

interface Field {
  readonly name: string
  readonly optional: boolean
  /** It may be left out where it does not fit. */
  readonly dispensable: boolean
  readonly convert: Converter
  readonly absent: (() => unknown) | undefined
}

type Made = Record<string, unknown>

const set = (made: Made, name: string, value: unknown): void => {
  Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true })
}

const readField = (
  { absent, convert, dispensable, name, optional }: Field,
  value: Readonly<Made>,
  made: Made,
  notes: Notes
): boolean => {
  const before = notes.left.length
  const there = Object.hasOwn(value, name)
  const converted = there ? notes.within(name, () => convert(value[name])) : (absent?.() ?? missing)
  if (converted === invalid) {
    if (dispensable) notes.leave(name, before)
    return dispensable
  }
  if (converted === missing) return optional
  set(made, name, converted)
  return true
}

const readOthers = (
  others: Converter,
  known: ReadonlySet<string>,
  value: Readonly<Made>,
  made: Made,
  notes: Notes
): void => {
  for (const name of Object.keys(value)) {
    if (known.has(name)) continue
    const before = notes.left.length
    const converted = notes.within(name, () => others(value[name]))
    if (converted === invalid || converted === missing) notes.leave(name, before)
    else set(made, name, converted)
  }
}

/** The converter of an object; `undefined` where only Effect's parser knows how. */
export const lenientObjects = (
  { indexSignatures, propertySignatures }: SchemaAST.Objects,
  build: Build,
  notes: Notes
): Converter | undefined => {
  const [index] = indexSignatures
  if (indexSignatures.length > 1 || (index === undefined && propertySignatures.length === 0)) return undefined
  const fields = propertySignatures.map(({ name, type }): Field => {
    const [convert, optional] = [build(type), type.context?.isOptional === true]
    return {
      name: String(name),
      optional,
      dispensable: optional && type.annotations?.["faultline/essential"] !== true,
      convert,
      absent: type.encoding && (() => convert(missing))
    }
  })
  const known = new Set(fields.map(({ name }) => name))
  const others = index && build(index.type)
  return (value) => {
    if (!isRecord(value)) return invalid
    const made: Made = {}
    if (!fields.every((field) => readField(field, value, made, notes))) return invalid
    if (others !== undefined) readOthers(others, known, value, made, notes)
    return made
  }
}
