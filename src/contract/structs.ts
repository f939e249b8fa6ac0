/** Structs as derived code writes them: named ones, and lists of objects. */
import * as Schema from "effect/Schema"
import { lazy } from "./lazy.ts"

/** What a struct of these fields holds. */
export type Made<F extends () => Schema.Struct.Fields> = Schema.Struct.Type<ReturnType<F>>

/** What a struct of these fields is on the wire. */
export type Sent<F extends () => Schema.Struct.Fields> = Schema.Struct.Encoded<ReturnType<F>>

/** A struct of these fields, built on first use, whose type is shown by its name: `const Plan = opaque<Plan>()(planFields)`. */
export const opaque =
  <Self>() =>
  <F extends Schema.Struct.Fields>(fields: () => F) =>
    lazy(() => Schema.Opaque<Self>()(Schema.Struct(fields())))

/** A list of objects, each with these fields. */
export const objects = <const F extends Schema.Struct.Fields>(fields: F): Schema.$Array<Schema.Struct<F>> =>
  Schema.Array(Schema.Struct(fields))
