/** Objects that Braze leaves open: fields of ours, and beside them on the wire any others, in the caller's own spelling. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { lazy } from "../../../contract/lazy.ts"
import { isRecord } from "../../../contract/Wire.ts"

const Anything = lazy(() => Schema.Record(Schema.String, Schema.Unknown))

/** Moves the fields that have no name of ours from beside the others into one field, and back. */
const beside = (field: string, known: ReadonlyArray<string>) =>
  SchemaTransformation.transform({
    decode: (wire: Readonly<Record<string, unknown>>) => {
      const own = Object.entries(wire).filter(([name]) => known.includes(name))
      const rest = Object.entries(wire).filter(([name]) => !known.includes(name))
      return {
        ...Object.fromEntries(own),
        ...(rest.length === 0 ? {} : { [field]: Object.fromEntries(rest) })
      }
    },
    encode: (tree: Readonly<Record<string, unknown>>) => {
      const { [field]: more, ...own } = tree
      return { ...(isRecord(more) ? more : {}), ...own }
    }
  })

const wireName = (keys: object, name: string): string => {
  const other: unknown = Reflect.get(keys, name)
  return typeof other === "string" ? other : name
}

const clashes = (field: string, known: ReadonlyArray<string>) =>
  Schema.makeFilter((tree: object) =>
    Object.keys(Reflect.get(tree, field) ?? {})
      .filter((name) => known.includes(name))
      .map((name) => ({ path: [field, name], issue: `has a field of its own: give it outside ${field}` }))
  )

/** What is said of a field that has no name of ours. */
const elsewhere = (field: string): string =>
  field === "custom"
    ? "custom attributes go in `custom`"
    : `what has no field of its own goes in \`${field}\``

/**
 * An open object: what the one field of `rest` holds goes to the wire beside the other fields. `keys` are the wire names of those
 * others, where they differ.
 */
export const open = <
  const Fields extends Schema.Struct.Fields,
  const Keys extends { readonly [K in keyof Fields]?: PropertyKey },
  const Rest extends Schema.Struct.Fields
>(
  fields: Fields,
  keys: Keys,
  rest: Rest
) => {
  const known = Object.keys(fields).map((name) => wireName(keys, name))
  const [field = ""] = Object.keys(rest)
  return Anything().pipe(
    Schema.decodeTo(Anything(), beside(field, known)),
    Schema.decodeTo(
      Schema.Struct({ ...fields, ...rest })
        .annotate({ messageUnexpectedKey: elsewhere(field) })
        .check(clashes(field, known))
        .pipe(Schema.encodeKeys(keys)),
      SchemaTransformation.passthrough({ strict: false })
    )
  )
}
