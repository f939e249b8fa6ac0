/** Places in a document, as JSON pointers, and what is wrong there. */
import * as Data from "effect/Data"
import { isRecord } from "../../contract/Wire.ts"

/** The document, or the file of facts, is not what it must be: nothing is generated. `where` is a JSON pointer. */
export class Malformed extends Data.TaggedError("Malformed")<{
  readonly where: string
  readonly why: string
}> {
  override get message(): string {
    return this.where === "" ? this.why : `${this.where}: ${this.why}`
  }
}

/** Something is well-formed and has no form here: what it stands in is left out. */
export class Unsupported extends Data.TaggedError("Unsupported")<{
  readonly where: string
  readonly why: string
}> {}

/** The pointer to a member of what is at a pointer. */
export const below = (where: string, ...names: ReadonlyArray<string | number>): string =>
  [where, ...names.map((name) => String(name).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/")

/** The names that a pointer goes through. */
export const partsOf = (pointer: string): ReadonlyArray<string> =>
  pointer
    .replace(/^#/, "")
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))

/** A member of an object or a list; a name that objects inherit is none. */
export const memberOf = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return value[Number(name)]
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** What is at a pointer; `undefined` where there is nothing. */
export const valueAt = (root: unknown, pointer: string): unknown =>
  partsOf(pointer).reduce<unknown>(memberOf, root)

/** An object, or an error that names the place. */
export const recordAt = (value: unknown, where: string): Readonly<Record<string, unknown>> => {
  if (!isRecord(value))
    throw new Malformed({ where, why: `an object is expected here, not ${kindOf(value)}` })
  return value
}

/** A list, or an error that names the place. */
export const listAt = (value: unknown, where: string): ReadonlyArray<unknown> => {
  if (!Array.isArray(value))
    throw new Malformed({ where, why: `a list is expected here, not ${kindOf(value)}` })
  return value
}

/** A text, or an error that names the place. */
export const textAt = (value: unknown, where: string): string => {
  if (typeof value !== "string")
    throw new Malformed({ where, why: `a text is expected here, not ${kindOf(value)}` })
  return value
}

/** What a value is, in words. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return "nothing"
  if (value === null) return "null"
  if (Array.isArray(value)) return "a list"
  return isRecord(value)
    ? "an object"
    : `${typeof value === "string" ? "the text " : ""}${JSON.stringify(value)}`
}
