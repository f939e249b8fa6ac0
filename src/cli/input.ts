/**
 * The input of an operation from JSON: spelled as in TypeScript (`externalId`) or as the vendor spells it (`external_id`).
 * Every documented rule is checked, and a name that the operation does not know is an error, not dropped.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import { explain } from "../contract/compile.ts"
import { InvalidInput } from "../contract/Common.ts"
import { generate } from "../pipeline/Generate.ts"
import type { AnyOperation } from "../contract/Operation.ts"

const strict = { errors: "all", onExcessProperty: "error" } as const

const invalid = ({ tag }: AnyOperation, complaints: InvalidInput["complaints"]): InvalidInput => {
  const call = { vendor: tag.slice(0, tag.indexOf(".")), operation: tag, delivery: "NotSent" as const }
  return new InvalidInput({ complaints, call })
}

type Reading = Effect.Effect<unknown, InvalidInput["complaints"]>

const readings = ({ spec }: AnyOperation, json: unknown): readonly [ours: Reading, theirs: Reading] => {
  const typed = Schema.decodeUnknownEffect(Schema.toCodecJson(Schema.toType(spec.input)), strict)
  const wired = Schema.decodeUnknownEffect(spec.input, strict)
  const explained = (ast: SchemaAST.AST) =>
    Effect.mapError(({ issue }: Schema.SchemaError) => explain(ast, json, issue))
  return [
    Effect.flatMap(generate(json, spec.generates ?? {}), typed).pipe(
      explained(SchemaAST.toType(spec.input.ast))
    ),
    explained(SchemaAST.toEncoded(spec.input.ast))(wired(json))
  ]
}

/** Reads the input of an operation. What is wrong with it is reported for the spelling that it is nearer to. */
export const decodeInput = (operation: AnyOperation, json: unknown): Effect.Effect<unknown, InvalidInput> => {
  const [ours, theirs] = readings(operation, json)
  return Effect.catch(ours, (complaints) =>
    Effect.mapError(theirs, (others) =>
      invalid(operation, others.length < complaints.length ? others : complaints)
    )
  )
}
