/** Under which name a field goes over the wire, as the schema itself writes it. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaGetter from "effect/SchemaGetter"

/** What the wire has for a field whose own fields stand beside the others there. */
export const beside = "beside the others"

// The steps of a codec alone, without its rules: what they are given here would break some.
const written = (ast: SchemaAST.AST, value: unknown): unknown =>
  (ast.encoding ?? []).reduce<unknown>((before, { to, transformation }) => {
    if (transformation._tag !== "Transformation") throw new Error("a middleware writes nothing")
    // as: no vendor's schema asks for a service.
    const encode = transformation.encode as SchemaGetter.Getter<unknown, unknown>
    const after = Effect.runSync(SchemaGetter.run(encode, Option.some(before), {}))
    return written(to, Option.getOrUndefined(after))
  }, value)

const probe = "a field that no vendor has"

/** Whether what a field holds goes over the wire beside the other fields. */
const isSpread = (ast: SchemaAST.Objects, name: string): boolean => {
  try {
    const sent: unknown = written(ast, { [name]: { [probe]: true } })
    return typeof sent === "object" && sent !== null && probe in sent
  } catch {
    // It writes nothing without its other fields, so it does more than to move one.
    return false
  }
}

/** The names of an object's fields on the wire, in the order of its own. */
export const wireNames = (ast: SchemaAST.Objects): ReadonlyArray<string> => {
  const [link] = ast.encoding ?? []
  const own = ast.propertySignatures.map(({ name }) => String(name))
  const to = link?.to
  const sent = to?._tag === "Objects" ? to.propertySignatures.map(({ name }) => String(name)) : []
  return own.map((name, index) =>
    isSpread(ast, name) ? beside : sent.length === own.length ? (sent[index] ?? name) : name
  )
}
