/** What a schema says of a field, in short words: what it takes, and within which limits. */
import type * as SchemaAST from "effect/SchemaAST"

type AST = SchemaAST.AST

const jsonValue = "JSON value"

/** Types that a page has a shorter word for. */
const shorter: Readonly<Record<string, string>> = {
  Moment: "time",
  "number | Moment": "time or number",
  Utc: "time"
}

/** What stands for a type that only the compiler has a name for. */
const named = (text: string): string => shorter[text] ?? `\`${text}\``

const idOf = ({ annotations }: SchemaAST.Check<unknown>): unknown =>
  Object(Object(annotations).representation).id

const isWhole = (ast: AST): boolean => checksOf(ast).some((check) => idOf(check) === "effect/schema/isInt")

const plain: Readonly<Record<string, string>> = {
  String: "text",
  Boolean: "true or false",
  Null: "null",
  Void: "nothing",
  Unknown: "anything"
}

const literal = (value: unknown): string => `\`${JSON.stringify(value)}\``

const unique = (texts: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(texts)]

const present = ({ types }: SchemaAST.Union): ReadonlyArray<AST> =>
  types.filter(({ _tag }) => _tag !== "Undefined")

const ofUnion = (ast: SchemaAST.Union, text: string): string =>
  unique(present(ast).map((type) => kindOf(type, text))).join(" or ")

/** What a value of the schema is; `text` is the compiler's name of it. Fields of an object have rows of their own. */
export const kindOf = (ast: AST, text: string): string => {
  switch (ast._tag) {
    case "Number":
      return isWhole(ast) ? "whole number" : "number"
    case "Literal":
      return literal(ast.literal)
    case "Union":
      return ofUnion(ast, text)
    case "Arrays":
      return `list of ${unique([...ast.elements, ...ast.rest].map((item) => kindOf(item, text))).join(", ")}`
    case "Objects": {
      const [rest] = ast.indexSignatures
      if (ast.propertySignatures.length > 0 || rest === undefined) return "object"
      const values = kindOf(rest.type, "")
      return values === jsonValue ? "JSON object" : `object of ${values}`
    }
    case "Declaration":
      // A schema that says what it expects in words of its own; others have the name that the compiler gives their type.
      return ast.annotations?.expected === jsonValue ? jsonValue : named(text)
    default:
      return plain[ast._tag] ?? named(text)
  }
}

/** Every rule of a schema, and of the form in which a value that is no object is sent. */
const checksOf = (ast: AST): ReadonlyArray<SchemaAST.Check<unknown>> => {
  const own = (ast.checks ?? []).flatMap(function flat(check): ReadonlyArray<SchemaAST.Check<unknown>> {
    return check._tag === "FilterGroup" ? check.checks.flatMap(flat) : [check]
  })
  const sent = ast._tag === "Objects" ? [] : (ast.encoding ?? []).flatMap(({ to }) => checksOf(to))
  return [...own, ...sent]
}

// They say what the kind says already.
const said: ReadonlySet<unknown> = new Set(["effect/schema/isFinite"])

const ruleOf = (check: SchemaAST.Check<unknown>): ReadonlyArray<string> => {
  const { expected, message } = Object(check.annotations)
  if (typeof message === "string") return [message]
  const id = idOf(check)
  if (said.has(id) || id === "effect/schema/isInt") return []
  if (id === "effect/schema/isMinLength") return ["not empty"]
  return typeof expected === "string" ? [expected] : []
}

/** The limits of a value, in the words in which a value outside of them is refused. */
export const limitsOf = (ast: AST): ReadonlyArray<string> => {
  const inner =
    ast._tag === "Union"
      ? present(ast).flatMap(limitsOf)
      : ast._tag === "Arrays"
        ? [...ast.elements, ...ast.rest].flatMap(limitsOf).map((rule) => `each: ${rule}`)
        : ast._tag === "Objects"
          ? ast.indexSignatures.flatMap(({ type }) => limitsOf(type)).map((rule) => `each: ${rule}`)
          : []
  return unique([...checksOf(ast).flatMap(ruleOf), ...inner])
}
