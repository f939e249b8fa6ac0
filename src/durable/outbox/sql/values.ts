/** Values as drivers give them: what is `bigint` in the database comes as number, `bigint` or text. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"

/** A whole number, whatever it comes as. */
export const Whole = Schema.Union([Schema.Finite, Schema.BigInt, Schema.String]).pipe(
  Schema.decodeTo(
    Schema.Finite,
    SchemaTransformation.transform({ decode: (given) => Number(given), encode: (number) => number })
  )
)

/** True or false, also where the database has only 0 and 1. */
export const Flag = Schema.Union([Schema.Boolean, Whole]).pipe(
  Schema.decodeTo(
    Schema.Boolean,
    SchemaTransformation.transform({
      decode: (given) => given === true || given === 1,
      encode: (flag) => flag
    })
  )
)
