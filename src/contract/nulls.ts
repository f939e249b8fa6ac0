/** Answers in which `null` means that a field has no value. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { isRecord } from "./Wire.ts"

const inList = (items: ReadonlyArray<unknown>): ReadonlyArray<unknown> => {
  let changed: Array<unknown> | undefined
  for (let index = 0; index < items.length; index++) {
    const inner = dropNulls(items[index])
    if (inner !== items[index]) (changed ??= items.slice())[index] = inner
  }
  return changed ?? items
}

type Fields = Readonly<Record<string, unknown>>

const put = (made: Record<string, unknown>, name: string, value: unknown): void => {
  // An assignment to `__proto__` would change what the object inherits.
  if (name === "__proto__") Object.defineProperty(made, name, { value, enumerable: true })
  else made[name] = value
}

/** The fields that come before the given one. */
const before = (value: Fields, name: string): Record<string, unknown> => {
  const made: Record<string, unknown> = {}
  for (const earlier in value) {
    if (earlier === name) break
    put(made, earlier, value[earlier])
  }
  return made
}

// What JSON makes inherits nothing that a loop would find.
const inObject = (value: Fields): Fields => {
  let made: Record<string, unknown> | undefined
  for (const name in value) {
    const given = value[name]
    const inner = dropNulls(given)
    if (inner === null || inner !== given) made ??= before(value, name)
    if (made !== undefined && inner !== null) put(made, name, inner)
  }
  return made ?? value
}

/** The same value without the fields that are null, in objects however deep; items of lists stay. Nothing is copied in vain. */
export const dropNulls = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return inList(value)
  return isRecord(value) ? inObject(value) : value
}

/**
 * Reads with the schema what is left of an answer without its nulls: a field is optional, and null is one way to leave it out. One
 * pass over the answer costs a fraction of a schema that looks for null at every field.
 */
export const withoutNulls = <S extends Schema.Constraint>(schema: S) =>
  Schema.Unknown.pipe(
    Schema.decodeTo(
      schema,
      SchemaTransformation.transform({
        decode: (answer: unknown) => dropNulls(answer) as S["Encoded"], // as: the schema checks what it is given
        encode: (answer: S["Encoded"]): unknown => answer
      })
    )
  )
