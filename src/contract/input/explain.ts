/** Why a schema does not take an input: what Effect's parser found, in words for whoever wrote the call. */
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"
import type { Complaint } from "../CallReport.ts"
import { fieldAt } from "../operation/shape.ts"
import { nearest } from "./nearest.ts"
import { odd } from "./odd.ts"
import { pathOf } from "./path.ts"
import { mostComplaints } from "./plain.ts"

const unknownField = "unknown field"

// A vendor's schema says where such a field goes, with the annotation `messageUnexpectedKey`.
const leafHook: SchemaIssue.LeafHook = (issue) => {
  const says = SchemaIssue.defaultLeafHook(issue)
  if (issue._tag === "MissingKey") return says === "Missing key" ? "is missing" : says
  if (issue._tag !== "UnexpectedKey") return says
  return says === "Expected no excess property" ? unknownField : `${unknownField}: ${says}`
}

const format = SchemaIssue.makeFormatterStandardSchemaV1({ leafHook })

const fewNames = 12

const suggestion = (name: string, known: ReadonlyArray<string>, isTold: boolean): string => {
  const meant = nearest(name, known)
  if (meant !== undefined) return `; did you mean ${meant}?`
  return isTold || known.length === 0 || known.length > fewNames ? "" : `; there are ${known.join(", ")}`
}

const stepOf = (step: PropertyKey | { readonly key: PropertyKey }): PropertyKey =>
  typeof step === "object" ? step.key : step

const valueAt = (value: unknown, path: ReadonlyArray<PropertyKey>): unknown =>
  path.reduce<unknown>(
    (inner, step) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, step) : undefined),
    value
  )

const complaintsOf = (
  ast: SchemaAST.AST,
  value: unknown,
  { message, path: given = [] }: ReturnType<typeof format>["issues"][number]
): ReadonlyArray<Complaint> => {
  const path = given.map(stepOf)
  if (message.startsWith(unknownField)) {
    const known = [...(fieldAt(ast, path.slice(0, -1).map(String))?.fields.keys() ?? [])]
    const near = suggestion(String(path.at(-1)), known, message !== unknownField)
    return [{ ...pathOf(path), message: `${message}${near}` }]
  }
  const odds = message.startsWith("Expected ") ? odd(valueAt(value, path), path) : []
  return odds.length > 0 ? odds : [{ ...pathOf(path), message }]
}

/** No more than can be read, and how many there are besides. */
export const bounded = (complaints: ReadonlyArray<Complaint>): ReadonlyArray<Complaint> =>
  complaints.length <= mostComplaints
    ? complaints
    : [
        ...complaints.slice(0, mostComplaints),
        { message: `and ${complaints.length - mostComplaints} more complaints` }
      ]

/** What is wrong with plain data that should have the shape of the syntax tree, which has no steps. */
export const explain = (
  ast: SchemaAST.AST,
  value: unknown,
  issue: SchemaIssue.Issue
): ReadonlyArray<Complaint> => bounded(format(issue).issues.flatMap((one) => complaintsOf(ast, value, one)))
