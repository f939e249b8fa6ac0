/** Schemas that say their type: texts, numbers, lists and objects. */
import type { Schema } from "../read/openapi.ts"
import { boundsOf, countsOf, formOf, kept } from "./bounds.ts"
import { valuesOf } from "./keywords.ts"
import type { Losses } from "./losses.ts"
import { below, kindOf, listAt, Malformed, recordAt, textAt } from "./pointer.ts"

type Raw = Readonly<Record<string, unknown>>

/** What the schemas in it are read with. */
interface Reading {
  readonly losses: Losses
  readonly read: (raw: unknown, where: string) => Schema
  readonly anything: (where: string) => Schema
}

const withValues = (values: ReadonlyArray<unknown>, type: string, where: string): Schema => {
  if (values.length === 0)
    throw new Malformed({ where: below(where, "enum"), why: "there is no value in it" })
  return { type, enum: values.filter((value) => typeof value === (type === "integer" ? "number" : type)) }
}

const items = (reading: Reading, raw: Raw, where: string): Schema => {
  const { items: given, prefixItems } = raw
  if (prefixItems === undefined && !Array.isArray(given))
    return {
      items: given === undefined ? reading.anything(where) : reading.read(given, below(where, "items"))
    }
  const [name, list] = prefixItems === undefined ? ["items", given] : ["prefixItems", prefixItems]
  reading.losses.lost("the order of the items of a list is not checked", below(where, name))
  const each = listAt(list, below(where, name)).map((one, index) =>
    reading.read(one, below(where, name, index))
  )
  return { items: each.length === 1 ? (each[0] ?? {}) : { anyOf: each } }
}

/** How many fields a map may have. */
const counts = (raw: Raw, where: string): Schema => {
  const found = kept({ minItems: raw["minProperties"], maxItems: raw["maxProperties"] })
  for (const count of Object.values(found))
    if (typeof count !== "number")
      throw new Malformed({ where, why: `a count of fields is a number, not ${kindOf(count)}` })
  return found as Schema // as: looked at above
}

const fields = (reading: Reading, raw: Raw, where: string): Schema => {
  const { additionalProperties: rest, properties, required } = raw
  const all = Object.entries(recordAt(properties ?? {}, below(where, "properties")))
  const needed = listAt(required ?? [], below(where, "required")).map((one, index) =>
    textAt(one, below(where, "required", index))
  )
  const more =
    rest === undefined || typeof rest === "boolean"
      ? rest
      : reading.read(rest, below(where, "additionalProperties"))
  if (all.length === 0 && typeof rest !== "object")
    reading.losses.noted("an object of which the document does not say what is in it", where)
  const read = all.map(([name, one]) => [name, reading.read(one, below(where, "properties", name))])
  return {
    ...(all.length === 0 ? counts(raw, where) : { properties: Object.fromEntries(read) }),
    ...(needed.length === 0 ? {} : { required: needed }),
    ...kept({ additionalProperties: more })
  }
}

/** A schema of one type. */
export const typedOf = (reading: Reading, raw: Raw, type: string, where: string): Schema => {
  const values = valuesOf(raw, where)?.filter((value) => value !== null)
  if (values !== undefined && type !== "array" && type !== "object") return withValues(values, type, where)
  if (type === "array") return { type, ...items(reading, raw, where), ...countsOf(raw, where) }
  if (type === "object") return { type, ...fields(reading, raw, where) }
  if (type === "boolean") return { type }
  if (type === "string") return { type, ...countsOf(raw, where), ...formOf(raw, where, reading.losses) }
  const format = raw["format"] === "int64" ? { format: "int64" } : {}
  return { type, ...boundsOf(raw, type, where, reading.losses), ...format }
}
