/** The field that tells the members of a union apart, with the values that name each: written out, where the document implies them. */
import { isRecord } from "../../contract/Wire.ts"
import type { Schema } from "../read/openapi.ts"
import { below, memberOf, partsOf, textAt, valueAt } from "./pointer.ts"
import type { Placed } from "./references.ts"

type Raw = Readonly<Record<string, unknown>>

interface Reading {
  readonly refer: (ref: unknown, where: string) => Schema
  readonly resolve: (raw: unknown, where: string) => { readonly raw: Raw }
  readonly bareRef: (raw: unknown) => string | undefined
}

/** The values that a schema itself gives the field. */
const ownValues = (reading: Reading, member: Placed, field: string): ReadonlyArray<string> => {
  const { raw } = reading.resolve(member.value, member.where)
  const property = memberOf(raw["properties"], field)
  const { raw: found } = reading.resolve(property ?? {}, member.where)
  const values = Object.hasOwn(found, "const") ? [found["const"]] : found["enum"]
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : []
}

/** A name of a schema, or a reference to it, as a reference. */
const asRef = (given: unknown, where: string): string => {
  const text = textAt(given, where)
  return /[#/]/.test(text) ? text : `#${below("/components/schemas", text)}`
}

const given = (
  reading: Reading,
  mapping: unknown,
  where: string
): ReadonlyArray<readonly [string, Schema]> =>
  isRecord(mapping)
    ? Object.entries(mapping).map(([value, ref]) => {
        const place = below(where, "discriminator", "mapping", value)
        return [value, reading.refer(asRef(ref, place), place)]
      })
    : []

/** The discriminator of a union. None where a member has no name: nothing would say its value. */
export const discriminatorOf = (
  reading: Reading,
  raw: Raw,
  members: ReadonlyArray<Placed>,
  where: string
): Pick<Schema, "discriminator"> => {
  const { discriminator } = raw
  const field = memberOf(discriminator, "propertyName")
  if (typeof field !== "string") return {}
  const written = given(reading, memberOf(discriminator, "mapping"), where)
  const implied = members.flatMap((member): ReadonlyArray<readonly [string, Schema] | undefined> => {
    const ref = reading.bareRef(member.value)
    if (ref === undefined) return [undefined]
    const schema = reading.refer(ref, member.where)
    if (written.some(([, known]) => known.$ref === schema.$ref)) return []
    const own = ownValues(reading, member, field)
    const values = own.length === 0 ? [partsOf(ref).at(-1) ?? ""] : own
    return values.map((value) => [value, schema] as const)
  })
  const known = implied.filter((one) => one !== undefined)
  if (known.length < implied.length) return {}
  return { discriminator: { propertyName: field, mapping: refsOf([...written, ...known]) } }
}

const refsOf = (all: ReadonlyArray<readonly [string, Schema]>): Readonly<Record<string, string>> =>
  Object.fromEntries(all.flatMap(([value, { $ref: ref }]) => (ref === undefined ? [] : [[value, ref]])))

/** The discriminator of an object that others extend (`allOf`): wherever it stands, one of those may come. */
export const inheritedOf = (
  reading: Reading,
  raw: Raw,
  children: ReadonlyArray<string>,
  where: string
): Pick<Schema, "discriminator"> => {
  const members = children.map((pointer) => ({ value: { $ref: `#${pointer}` }, where }))
  if (members.length === 0) return {}
  return discriminatorOf(reading, raw, members, where)
}

/** Named schemas that have such a part: those that extend another one. */
export const childrenOf = (root: unknown, isParent: (part: unknown) => boolean): ReadonlyArray<string> => {
  const schemas = valueAt(root, "/components/schemas")
  return Object.entries(isRecord(schemas) ? schemas : {}).flatMap(([name, schema]) => {
    const parts = memberOf(schema, "allOf")
    return Array.isArray(parts) && parts.some(isParent) ? [below("/components/schemas", name)] : []
  })
}
