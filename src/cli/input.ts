/**
 * The input of an operation from JSON: spelled as in TypeScript (`externalId`) or as the vendor spells it (`external_id`).
 * Every documented rule is checked, and a name that the operation does not know is an error, not dropped.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { InvalidInput } from "../contract/Common.ts"
import { generate } from "../pipeline/Generate.ts"
import type { AnyOperation } from "../contract/Operation.ts"

const strict = { errors: "all", onExcessProperty: "error" } as const

// What a person who types JSON makes of the schema's own words.
const rules: Readonly<Record<string, string>> = {
  "Expected no excess property": "there is no such field",
  "Missing key": "is missing"
}

const issuesOf = (issue: SchemaIssue.Issue): InvalidInput["issues"] =>
  SchemaIssue.makeFormatterStandardSchemaV1()(issue).issues.map(({ message, path = [] }) => ({
    path: path.map((key) => String(typeof key === "object" ? key.key : key)).join("."),
    rule: rules[message] ?? message
  }))

const invalid = ({ tag }: AnyOperation, issues: InvalidInput["issues"]): InvalidInput => {
  const call = { vendor: tag.slice(0, tag.indexOf(".")), operation: tag, delivery: "NotSent" as const }
  return new InvalidInput({ issues, call })
}

type Reading = Effect.Effect<unknown, InvalidInput["issues"]>

const readings = ({ spec }: AnyOperation, json: unknown): readonly [ours: Reading, theirs: Reading] => {
  const typed = Schema.decodeUnknownEffect(Schema.toCodecJson(Schema.toType(spec.input)), strict)
  const wired = Schema.decodeUnknownEffect(spec.input, strict)
  const withIssues = Effect.mapError(({ issue }: Schema.SchemaError) => issuesOf(issue))
  return [withIssues(Effect.flatMap(generate(json, spec.generates ?? {}), typed)), withIssues(wired(json))]
}

/** Reads the input of an operation. What is wrong with it is reported for the spelling that it is nearer to. */
export const decodeInput = (operation: AnyOperation, json: unknown): Effect.Effect<unknown, InvalidInput> => {
  const [ours, theirs] = readings(operation, json)
  return Effect.catch(ours, (issues) =>
    Effect.mapError(theirs, (others) => invalid(operation, others.length < issues.length ? others : issues))
  )
}
