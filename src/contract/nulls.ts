/** Answers in which `null` means that a field has no value. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { isRecord } from "./Wire.ts"

/** The same value without the fields that are null, in objects however deep; items of lists stay. Nothing is copied in vain. */
export const dropNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(dropNulls)
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isRecord(value)) return value
  let changed: Record<string, unknown> | undefined
  for (const name of Object.keys(value)) {
    const inner = dropNulls(value[name])
    if (inner === value[name] && inner !== null) continue
    changed ??= { ...value }
    if (inner === null) delete changed[name]
    else changed[name] = inner
  }
  return changed ?? value
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
