/** Converters of lists, and of one of several. `undefined` where only Effect's parser knows how. */
import type * as SchemaAST from "effect/SchemaAST"
import { type Build, type Converter, invalid, missing } from "./converter.ts"

/** Items each of its own kind, and then any number of one kind. */
export const lists = ({ elements, rest }: SchemaAST.Arrays, build: Build): Converter | undefined => {
  if (rest.length > 1 || elements.some(({ context }) => context?.isOptional === true)) return undefined
  const [first, item] = [elements.map(build), rest[0] && build(rest[0])]
  return (value) => {
    if (!Array.isArray(value) || value.length < first.length) return invalid
    const made: Array<unknown> = []
    for (let index = 0; index < value.length; index++) {
      const convert = first[index] ?? item
      const converted = convert === undefined ? invalid : convert(value[index])
      if (converted === invalid || converted === missing) return invalid
      made.push(converted)
    }
    return made
  }
}

const isLiteral = (ast: SchemaAST.AST): ast is SchemaAST.Literal =>
  ast._tag === "Literal" && ast.checks === undefined && ast.encoding === undefined

/** The first of several that takes the value. */
export const unions = ({ options, types }: SchemaAST.Union, build: Build): Converter | undefined => {
  if (options?.mode === "oneOf") return undefined
  if (types.every(isLiteral)) {
    const known = new Set<unknown>(types.map(({ literal }) => literal))
    return (value) => (known.has(value) ? value : invalid)
  }
  const members = types.map(build)
  return (value) => {
    for (const convert of members) {
      const converted = convert(value)
      if (converted !== invalid) return converted
    }
    return invalid
  }
}
