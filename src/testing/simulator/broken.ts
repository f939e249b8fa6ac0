/** What follows from an operation's own input: whether a request fits it. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { plainCodec } from "../../contract/plainCodec.ts"
import type { Broken, SimulatedRequest } from "./simulated.ts"

const queryOf = ({ url }: SimulatedRequest["received"]): Readonly<Record<string, unknown>> => {
  const names = [...new Set(url.searchParams.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name)
      return name.endsWith("[]")
        ? [name.slice(0, -2), values]
        : [name, values.length > 1 ? values : values[0]]
    })
  )
}

/** The encoded input that the request was made of: path, query and body in one. */
export const encodedInput = ({
  fields,
  operation: { spec },
  params,
  received
}: SimulatedRequest): Readonly<Record<string, unknown>> => {
  const { body = "required" } = spec
  return {
    ...queryOf(received),
    ...(body === "required" ? fields : body === "none" ? {} : { [body]: received.body }),
    ...params
  }
}

/**
 * The rules of the operation's input that path and body break. The query is left out: there all is text, and a list of one looks
 * like the one.
 */
export const brokenRules = (call: SimulatedRequest): ReadonlyArray<Broken> => {
  const { input, query = [] } = call.operation.spec
  const read = Schema.decodeUnknownResult(plainCodec(input), { errors: "all" })(encodedInput(call))
  if (Result.isSuccess(read)) return []
  const broken = SchemaIssue.makeFormatterStandardSchemaV1()(read.failure.issue).issues.map(
    ({ message, path }) => ({
      path: (path ?? []).map((key) => (typeof key === "object" ? String(key.key) : String(key))).join("."),
      rule: message
    })
  )
  return broken.filter(({ path }) => !query.includes(path.split(".")[0] ?? ""))
}
