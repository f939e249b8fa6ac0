/** Single keywords of a schema: what has no form here is collected, and what 3.1 writes otherwise is put as 3.0 does. */
import { isRecord } from "../../contract/Wire.ts"
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

/** Collects the keywords of a schema that are not checked. */
export const collectUnchecked = (raw: Raw, where: string, losses: Losses): void => {
  for (const [keyword, what] of Object.entries(unchecked))
    if (memberOf(raw, keyword) !== undefined && raw[keyword] !== false)
      losses.lost(`${what} is not checked`, below(where, keyword))
  if (isRecord(raw["properties"]))
    for (const keyword of ["minProperties", "maxProperties"])
      if (raw[keyword] !== undefined) losses.lost(`${keyword} is not checked`, below(where, keyword))
}
