/** Steps that do in one pass what Effect's parser does in several: those of fields that callers make up, times and JSON. */
import type * as SchemaAST from "effect/SchemaAST"
import { type Converter, invalid } from "./converter.ts"

interface OnePass {
  /** How many rules it takes care of. */
  readonly rules: number
  readonly convert: Converter
}

// Held weakly: a schema that is made for one call, and with it its getters, is forgotten when that call is.
const known = new WeakMap<object, OnePass>()

/** Says how what a getter writes is written in one pass, the rules of what it writes from included; `undefined` for what breaks one. */
export const inOnePass = <Getter extends object>(
  getter: Getter,
  rules: number,
  write: (value: unknown) => unknown
): Getter => {
  const convert: Converter = (value) => {
    const written = write(value)
    return written === undefined ? invalid : written
  }
  known.set(getter, { rules, convert })
  return getter
}

/** The one pass for these steps; `undefined` where there is none, or where another rule was added to the field. */
export const onePass = ([link, ...more]: ReadonlyArray<SchemaAST.Link>): Converter | undefined => {
  if (link === undefined || more.length > 0) return undefined
  const found = known.get(link.transformation.decode)
  return found !== undefined && found.rules === (link.to.checks?.length ?? 0) ? found.convert : undefined
}
