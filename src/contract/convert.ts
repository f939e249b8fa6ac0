/**
 * Schemas as functions that convert what is valid. Effect's parser collects every issue of a value, for which it keeps much that a
 * valid value has no use for; these functions only tell valid from not. So a value goes through them first, and through Effect's
 * parser if they refuse it: every word about what is wrong is Effect's, and so is whatever they do not know.
 */
import * as Result from "effect/Result"
import * as SchemaAST from "effect/SchemaAST"
import { type Build, type Converter, invalid, missing, type Reading } from "./convert/converter.ts"
import { leaf, parser } from "./convert/leaves.ts"
import { lenientLeaf, lenientLists, lenientObjects, lenientUnion } from "./convert/lenient.ts"
import type { Notes } from "./convert/notes.ts"
import { linked } from "./convert/links.ts"
import { objects } from "./convert/objects.ts"
import { lists, unions } from "./convert/parts.ts"

const flat = (
  checks: ReadonlyArray<SchemaAST.Check<unknown>> = []
): ReadonlyArray<SchemaAST.Filter<unknown>> =>
  checks.flatMap((check) => (check._tag === "Filter" ? [check] : flat(check.checks)))

const checked = (ast: SchemaAST.AST, convert: Converter, { options }: Reading): Converter => {
  const after = flat(ast.checks)
  const before = flat("encodingChecks" in ast ? ast.encodingChecks : undefined)
  if (after.length === 0 && before.length === 0) return convert
  return (value) => {
    const converted = convert(value)
    if (converted === invalid) return invalid
    for (const { run } of before) if (run(value, ast, options) !== undefined) return invalid
    for (const { run } of after) if (run(converted, ast, options) !== undefined) return invalid
    return converted
  }
}

const suspended = ({ thunk }: SchemaAST.Suspend, build: Build): Converter => {
  let convert: Converter | undefined
  return (value) => (convert ??= build(thunk()))(value)
}

const localOf = (ast: SchemaAST.AST, build: Build, reading: Reading): Converter | undefined => {
  switch (ast._tag) {
    case "Arrays":
      return lists(ast, build)
    case "Declaration":
      // What is left of it without its steps, as long as nothing in it has steps of its own.
      return ast.typeParameters.every((one) => SchemaAST.toType(one) === one)
        ? parser(SchemaAST.toType(ast), reading)
        : undefined
    case "Objects":
      return objects(ast, build, reading)
    case "Suspend":
      return suspended(ast, build)
    case "Union":
      return unions(ast, build)
    default:
      return leaf(ast, reading)
  }
}

const exact: Build = (ast) => converterOf(ast, { strict: false })

/** The lenient converter of a node; `undefined` for those that are read as ever. */
const lenientOf = (ast: SchemaAST.AST, build: Build, notes: Notes): Converter | undefined => {
  switch (ast._tag) {
    case "Arrays":
      return lenientLists(ast, build, notes)
    case "Objects":
      return lenientObjects(ast, build, notes)
    case "Union":
      return lenientUnion(ast, build, unions(ast, exact), notes)
    default:
      return lenientLeaf(ast)
  }
}

const made = (ast: SchemaAST.AST, build: Build, reading: Reading): Converter | undefined => {
  const local = (reading.notes && lenientOf(ast, build, reading.notes)) ?? localOf(ast, build, reading)
  if (local === undefined) return undefined
  const whole = ast._tag === "Declaration" ? local : checked(ast, local, reading)
  return ast.encoding === undefined ? whole : linked(ast.encoding, whole, build, reading)
}

/**
 * What converts a valid value as Effect's parser would. `strict` refuses fields that the schema does not have; with `notes`, a value
 * is read as far as it goes.
 */
export const converterOf = (
  ast: SchemaAST.AST,
  { notes, strict }: { readonly strict: boolean; readonly notes?: Notes }
): Converter => {
  const reading: Reading = { strict, notes, options: strict ? { onExcessProperty: "error" } : {} }
  const built = new Map<SchemaAST.AST, Converter>()
  const build: Build = (node) => {
    const known = built.get(node)
    if (known !== undefined) return known
    const convert = made(node, build, reading) ?? parser(node, reading)
    built.set(node, convert)
    return convert
  }
  return build(ast)
}

/** Converts a value; `invalid` where it, or a rule of the schema, throws. */
export const attempt = (convert: Converter, value: unknown): unknown => {
  try {
    const converted = convert(value)
    return converted === missing ? invalid : converted
  } catch {
    // Where a schema throws, Effect's parser throws too, in its own way.
    return invalid
  }
}

/** Converts what is valid by functions, which are made when the first value comes, and everything else `slowly`. */
export const converting = <E>(
  make: () => Converter,
  slowly: (value: unknown) => Result.Result<unknown, E>
): ((value: unknown) => Result.Result<unknown, E>) => {
  let convert: Converter | undefined
  return (value) => {
    const converted = attempt((convert ??= make()), value)
    return converted === invalid ? slowly(value) : Result.succeed(converted)
  }
}
