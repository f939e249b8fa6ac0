/** What a schema is made into: functions that convert a valid value, and say of any other only that it is none. */
import type * as SchemaAST from "effect/SchemaAST"
import type { Notes } from "./notes.ts"

/** Stands for a value that the schema does not take, or that these functions leave to Effect's parser. */
export const invalid: unique symbol = Symbol("invalid")

/** Stands for a field that is not there. */
export const missing: unique symbol = Symbol("missing")

/** Converts a valid value; `invalid` comes of any other. */
export type Converter = (value: unknown) => unknown

/** Makes the converter of a node. */
export type Build = (ast: SchemaAST.AST) => Converter

/** How a schema is read: whether a field that it does not have is refused, and the same in Effect's words. */
export interface Reading {
  readonly strict: boolean
  readonly options: SchemaAST.ParseOptions
  /** Where what did not fit is noted, where a value is read as far as it goes. */
  readonly notes?: Notes | undefined
}
