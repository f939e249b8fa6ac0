/**
 * Converters that read an answer as far as it goes: a field that may be absent, and whose value does not fit, is left out and noted;
 * numbers and booleans may be texts, and texts numbers. They are used where the answer as a whole is not valid. What must be there
 * and does not fit makes the whole unreadable, as does an item of a list.
 */
import type * as SchemaAST from "effect/SchemaAST"
import { isRecord } from "../Wire.ts"
import { type Build, type Converter, invalid, missing } from "./converter.ts"
import type { Notes } from "./notes.ts"

export { lenientObjects } from "./lenientObjects.ts"

const numeric = /^\s{0,8}[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?\s{0,8}$/i

const numberOf: Converter = (value) => {
  if (typeof value === "number") return value
  const read = typeof value === "string" && value.length < 64 && numeric.test(value) ? Number(value) : invalid
  return Number.isFinite(read) ? read : invalid
}

const booleans: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
  [1, true],
  [0, false]
])

const booleanOf: Converter = (value) => {
  const spelled = typeof value === "string" ? value.trim().toLowerCase() : value
  return typeof value === "boolean" ? value : (booleans.get(spelled) ?? invalid)
}

const textOf: Converter = (value) => {
  if (typeof value === "string") return value
  return typeof value === "number" || typeof value === "boolean" ? String(value) : invalid
}

/** The converter of a value without parts; `undefined` for those that are read as ever. */
export const lenientLeaf = ({ _tag }: SchemaAST.AST): Converter | undefined =>
  _tag === "Number" ? numberOf : _tag === "Boolean" ? booleanOf : _tag === "String" ? textOf : undefined

/** A list; items that are nothing (`null`), or odd among others, are left out. An object that cannot be read makes it unreadable. */
export const lenientLists = (
  { elements, rest: [item, ...after] }: SchemaAST.Arrays,
  build: Build,
  notes: Notes
): Converter | undefined => {
  if (elements.length > 0 || item === undefined || after.length > 0) return undefined
  const convert = build(item)
  return (value) => {
    if (!Array.isArray(value)) return invalid
    const made: Array<unknown> = []
    for (const [index, one] of value.entries()) {
      const before = notes.left.length
      const converted = notes.within(index, () => convert(one))
      if (converted !== invalid && converted !== missing) made.push(converted)
      else if (isRecord(one)) return invalid
      else notes.leave(index, before)
    }
    // A list of which nothing can be read is no empty list.
    return made.length > 0 || value.every((one) => one === null) ? made : invalid
  }
}

/** The first of several that takes the value as it is, else the first that takes it leniently. */
export const lenientUnion = (
  { types }: SchemaAST.Union,
  build: Build,
  exact: Converter | undefined,
  notes: Notes
): Converter | undefined => {
  if (exact === undefined) return undefined
  const members = types.map(build)
  return (value) => {
    const whole = exact(value)
    if (whole !== invalid) return whole
    for (const convert of members) {
      const before = notes.left.length
      const converted = convert(value)
      if (converted !== invalid) return converted
      notes.left.length = before
    }
    return invalid
  }
}
