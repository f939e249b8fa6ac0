/** `oneOf`, `anyOf` and `allOf`: what stands beside them is put into each of their members, so that nothing of it is lost. */
import type { Schema } from "../read/openapi.ts"
import { discriminatorOf } from "./discriminators.ts"
import type { Losses } from "./losses.ts"
import { below, listAt, memberOf, Unsupported } from "./pointer.ts"
import type { Placed } from "./references.ts"

type Raw = Readonly<Record<string, unknown>>

/** What schemas are read with. */
export interface Reading {
  readonly losses: Losses
  readonly read: (raw: unknown, where: string) => Schema
  readonly refer: (ref: unknown, where: string) => Schema
  readonly resolve: (raw: unknown, where: string) => { readonly raw: Raw; readonly where: string }
  readonly bareRef: (raw: unknown) => string | undefined
  readonly saysNothing: (raw: unknown) => boolean
}

/** Whether a schema is one of several. */
export const isUnion = (raw: Raw): boolean => raw["oneOf"] !== undefined || raw["anyOf"] !== undefined

const membersAt = (raw: Raw, name: string, where: string): ReadonlyArray<Placed> =>
  listAt(raw[name] ?? [], below(where, name)).map((value, index) => ({
    value,
    where: below(where, name, index)
  }))

const isNull = ({ value }: Placed): boolean =>
  memberOf(value, "type") === "null" ||
  memberOf(value, "const") === null ||
  JSON.stringify(memberOf(value, "enum")) === "[null]"

const onlyRequires = ({ value }: Placed): boolean =>
  memberOf(value, "required") !== undefined &&
  ["properties", "$ref", "allOf", "oneOf", "anyOf", "items"].every(
    (name) => memberOf(value, name) === undefined
  )

/** The members of a union, without null and without those that only say what is required. */
const membersOf = (raw: Raw, where: string, losses: Losses) => {
  if (raw["oneOf"] !== undefined && raw["anyOf"] !== undefined)
    throw new Unsupported({ where, why: "oneOf beside anyOf" })
  const all = [...membersAt(raw, "oneOf", where), ...membersAt(raw, "anyOf", where)]
  const rest = all.filter((one) => !isNull(one))
  if (rest.length > 0 && rest.every(onlyRequires)) {
    losses.lost("alternatives of required fields are not checked", where)
    return { members: [], nullable: false }
  }
  return { members: rest, nullable: rest.length < all.length }
}

/** The parts that all hold: those of `allOf`, and what stands beside. */
const partsOf = (reading: Reading, raw: Raw, where: string): ReadonlyArray<Placed> => {
  const { allOf, anyOf, discriminator, oneOf, ...beside } = raw
  void [allOf, anyOf, discriminator, oneOf]
  const parts = membersAt(raw, "allOf", where).filter(({ value }) => !reading.saysNothing(value))
  return reading.saysNothing(beside) ? parts : [...parts, { value: beside, where }]
}

const typeOf = ({ properties, type }: Raw): unknown =>
  type ?? (properties === undefined ? undefined : "object")

/** Refuses parts that nothing fits all of, and a schema that is a part of itself. */
const refuseCircles = (reading: Reading, parts: ReadonlyArray<Placed>, seen: ReadonlyArray<string>): void => {
  for (const part of parts) {
    const { raw, where } = reading.resolve(part.value, part.where)
    const isReferred = where !== part.where
    if (isReferred && seen.includes(where))
      throw new Unsupported({ where, why: "a schema that is a part of itself (allOf)" })
    if (raw["allOf"] !== undefined)
      refuseCircles(reading, membersAt(raw, "allOf", where), isReferred ? [...seen, where] : seen)
  }
}

const all = (reading: Reading, parts: ReadonlyArray<Placed>, where: string): Schema => {
  const [only] = parts
  if (only === undefined) return reading.read({}, where)
  refuseCircles(reading, parts, [])
  if (parts.length === 1) return reading.read(only.value, only.where)
  const found = parts.map((part) => reading.resolve(part.value, part.where))
  const unions = found.filter(
    ({ raw }) => isUnion(raw) && membersOf(raw, where, reading.losses).members.length > 0
  )
  const [union] = unions
  if (union === undefined) {
    const types = new Set(found.flatMap(({ raw }) => typeOf(raw) ?? []).map((type) => JSON.stringify(type)))
    if (types.size > 1)
      throw new Unsupported({ where, why: `allOf of different types (${[...types].join(", ")})` })
    return { allOf: parts.map((part) => reading.read(part.value, part.where)) }
  }
  if (unions.length > 1) throw new Unsupported({ where, why: "allOf of several oneOf or anyOf" })
  const others = parts.filter((_, index) => found[index] !== union)
  return some(reading, union.raw, union.where, [...others, ...partsOf(reading, union.raw, union.where)])
}

const together = (reading: Reading, parts: ReadonlyArray<Placed>, member: Placed): Schema =>
  all(reading, [...parts, member], member.where)

/** One of several, each with what all of them have. */
const some = (reading: Reading, raw: Raw, where: string, parts: ReadonlyArray<Placed>): Schema => {
  const { members, nullable } = membersOf(raw, where, reading.losses)
  const isNull = nullable ? { nullable: true } : {}
  const [only] = members
  if (only === undefined) return { ...all(reading, parts, where), ...isNull }
  if (parts.length > 0) return { oneOf: members.map((member) => together(reading, parts, member)), ...isNull }
  if (members.length === 1) return { ...reading.read(only.value, only.where), ...isNull }
  const read = members.map((member) => reading.read(member.value, member.where))
  return { oneOf: read, ...discriminatorOf(reading, raw, members, where), ...isNull }
}

/** A schema that is made of others. */
export const combine = (reading: Reading, raw: Raw, where: string): Schema => {
  const parts = partsOf(reading, raw, where)
  return isUnion(raw) ? some(reading, raw, where, parts) : all(reading, parts, where)
}
