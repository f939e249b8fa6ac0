/** Single keywords of a schema: what has no form here is collected, and what 3.1 writes otherwise is put as 3.0 does. */
import { isRecord } from "../../contract/Wire.ts"
import type { Schema } from "../read/openapi.ts"
import type { Losses } from "./losses.ts"
import { below, kindOf, listAt, Malformed, memberOf } from "./pointer.ts"

type Raw = Readonly<Record<string, unknown>>

const types = ["string", "integer", "number", "boolean", "array", "object", "null"]

/** Keywords that narrow what is valid, and that no code is written for. */
const unchecked: Readonly<Record<string, string>> = {
  not: "not",
  if: "if and then",
  patternProperties: "patternProperties",
  propertyNames: "propertyNames",
  dependentRequired: "dependentRequired",
  dependentSchemas: "dependentSchemas",
  dependencies: "dependencies",
  contains: "contains",
  multipleOf: "multipleOf",
  uniqueItems: "uniqueItems",
  unevaluatedItems: "unevaluatedItems",
  $dynamicRef: "$dynamicRef"
}

/** Forms of texts that are checked, or need no check. */
const formats = new Set(["date-time", "date", "email", "uuid", "binary", "byte", "password"])

/** The types of a schema that says them, `null` among them; inferred from other keywords where it says none. */
export const typesOf = (raw: Raw, where: string): ReadonlyArray<string> => {
  const given = raw["type"]
  if (given === undefined) return inferred(raw)
  const list = Array.isArray(given) ? given : [given]
  for (const one of list)
    if (!types.includes(one))
      throw new Malformed({
        where: below(where, "type"),
        why: `a type is one of ${types.join(", ")}, not ${kindOf(one)}`
      })
  return list
}

const hints: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  ["object", ["properties", "additionalProperties", "required", "minProperties", "maxProperties"]],
  ["array", ["items", "prefixItems", "minItems", "maxItems"]],
  ["string", ["pattern", "minLength", "maxLength"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]]
]

const typeOfValue = (value: unknown): string => {
  if (value === null) return "null"
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number"
  return typeof value === "string" ? "string" : typeof value === "boolean" ? "boolean" : "object"
}

const inferred = (raw: Raw): ReadonlyArray<string> => {
  const values = valuesOf(raw, "")
  if (values !== undefined) return [...new Set(values.map(typeOfValue))]
  return hints
    .flatMap(([type, keywords]) => (keywords.some((one) => raw[one] !== undefined) ? [type] : []))
    .slice(0, 1)
}

/** The values that a schema allows, where it lists them. */
export const valuesOf = (raw: Raw, where: string): ReadonlyArray<unknown> | undefined => {
  if (Object.hasOwn(raw, "const")) return [raw["const"]]
  return raw["enum"] === undefined ? undefined : listAt(raw["enum"], below(where, "enum"))
}

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

/** Collects the keywords of a schema that are not checked. */
export const collectUnchecked = (raw: Raw, where: string, losses: Losses): void => {
  for (const [keyword, what] of Object.entries(unchecked))
    if (memberOf(raw, keyword) !== undefined && raw[keyword] !== false)
      losses.lost(`${what} is not checked`, below(where, keyword))
  if (isRecord(raw["properties"]))
    for (const keyword of ["minProperties", "maxProperties"])
      if (raw[keyword] !== undefined) losses.lost(`${keyword} is not checked`, below(where, keyword))
}

/** The same without what is undefined. */
export const kept = <T extends object>(value: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  // as: what is undefined is left out.
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
