/** Bounds, patterns and formats of schemas, in the form that 3.0 has. */
import type { Schema } from "../read/openapi.ts"
import type { Losses } from "./losses.ts"
import { below, kindOf, Malformed } from "./pointer.ts"

type Raw = Readonly<Record<string, unknown>>

/** Forms of texts that are checked, or need no check. */
const formats = new Set(["date-time", "date", "email", "uuid", "binary", "byte", "password"])

const count = (raw: Raw, name: string, where: string): number | undefined => {
  const given = raw[name]
  if (given === undefined) return undefined
  if (typeof given !== "number" || !Number.isInteger(given) || given < 0)
    throw new Malformed({
      where: below(where, name),
      why: `a whole number from 0 is expected here, not ${kindOf(given)}`
    })
  return given
}

/** Lengths and counts. */
export const countsOf = (raw: Raw, where: string): Schema =>
  kept({
    minLength: count(raw, "minLength", where),
    maxLength: count(raw, "maxLength", where),
    minItems: count(raw, "minItems", where),
    maxItems: count(raw, "maxItems", where)
  })

const number = (raw: Raw, name: string, where: string): number | undefined => {
  const given = raw[name]
  if (given === undefined || typeof given === "boolean") return undefined
  if (typeof given !== "number" || !Number.isFinite(given))
    throw new Malformed({ where: below(where, name), why: `a number is expected here, not ${kindOf(given)}` })
  return given
}

/** Bounds of a number: of whole numbers, exclusive ones are put as inclusive ones, which is the same. */
export const boundsOf = (raw: Raw, type: string, where: string, losses: Losses): Schema => {
  const [minimum, maximum] = [number(raw, "minimum", where), number(raw, "maximum", where)]
  const above = raw["exclusiveMinimum"] === true ? minimum : number(raw, "exclusiveMinimum", where)
  const under = raw["exclusiveMaximum"] === true ? maximum : number(raw, "exclusiveMaximum", where)
  const isWhole = type === "integer"
  const most = Math.min(
    maximum ?? Infinity,
    isWhole && under !== undefined ? Math.ceil(under) - 1 : (under ?? Infinity)
  )
  if (under !== undefined && !isWhole)
    losses.lost("exclusiveMaximum: the bound itself is let through", below(where, "exclusiveMaximum"))
  const top = most === Infinity ? {} : { maximum: most }
  if (above === undefined || (minimum ?? -Infinity) > above) return kept({ minimum, ...top })
  if (isWhole) return { minimum: Math.max(minimum ?? -Infinity, Math.floor(above) + 1), ...top }
  return { minimum: above, exclusiveMinimum: true, ...top }
}

const flagsOf = (pattern: string): string | undefined =>
  ["u", ""].find((flags) => {
    try {
      return new RegExp(pattern, flags) instanceof RegExp
    } catch {
      return false
    }
  })

/** The pattern and the format of a text, as far as they are carried. */
export const formOf = (raw: Raw, where: string, losses: Losses): Schema => {
  const { format, pattern } = raw
  if (typeof format === "string" && !formats.has(format))
    losses.noted(`format ${format} is not checked`, below(where, "format"))
  if (pattern !== undefined && typeof pattern !== "string")
    throw new Malformed({
      where: below(where, "pattern"),
      why: `a regular expression is expected here, not ${kindOf(pattern)}`
    })
  const isReadable = pattern === undefined || flagsOf(pattern) !== undefined
  if (!isReadable) losses.lost("pattern that JavaScript cannot read: not checked", below(where, "pattern"))
  return kept({
    pattern: isReadable ? pattern : undefined,
    format: typeof format === "string" ? format : undefined
  })
}

/** The same without what is undefined. */
export const kept = <T extends object>(value: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  // as: what is undefined is left out.
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
