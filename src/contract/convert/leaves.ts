/** Converters of values without parts, and of those that only Effect's parser can take apart. */
import * as Exit from "effect/Exit"
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import { plainCodec } from "../plainCodec.ts"
import { type Converter, invalid, type Reading } from "./converter.ts"

const when =
  (is: (value: unknown) => boolean): Converter =>
  (value) =>
    is(value) ? value : invalid

const same: Converter = (value) => value

const byTag: Readonly<Record<string, Converter>> = {
  Any: same,
  Boolean: when((value) => typeof value === "boolean"),
  Never: () => invalid,
  Null: when((value) => value === null),
  Number: when((value) => typeof value === "number"),
  String: when((value) => typeof value === "string"),
  Undefined: when((value) => value === undefined),
  Unknown: same,
  Void: () => undefined
}

// JSON writes a number that is not finite as null, and half of a character has no UTF-8.
const strictly: Readonly<Record<string, Converter>> = {
  Number: when((value) => typeof value === "number" && Number.isFinite(value)),
  String: when((value) => typeof value === "string" && value.isWellFormed())
}

/** The converter of a node without parts. */
export const leaf = (ast: SchemaAST.AST, { strict }: Reading): Converter | undefined =>
  ast._tag === "Literal"
    ? when((value) => value === ast.literal)
    : ((strict ? strictly[ast._tag] : undefined) ?? byTag[ast._tag])

/** What an effect that is done already came to: these functions run none. */
export const done = (effect: unknown): unknown =>
  Exit.isExit(effect) && Exit.isSuccess(effect) ? effect.value : invalid

/** Effect's parser of the node, with its checks and all its steps. */
export const parser = (ast: SchemaAST.AST, { options }: Reading): Converter => {
  const parse = Schema.decodeUnknownExit(plainCodec(Schema.make(ast)), options)
  return (value) => done(parse(value))
}
