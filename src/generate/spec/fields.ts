/** What is known of a schema from afar: its fields and its types, wherever its parts stand. */
import type { Schema } from "../read/openapi.ts"

/** The names of the fields of a body. */
export const fieldsOf = (
  schema: Schema | undefined,
  named: ReadonlyMap<string, Schema>
): ReadonlyArray<string> => {
  if (schema === undefined) return []
  const name = schema.$ref?.slice("#/components/schemas/".length)
  const found = name === undefined ? schema : (named.get(name) ?? {})
  return [
    ...Object.keys(found.properties ?? {}),
    ...(found.allOf ?? []).flatMap((part) => fieldsOf(part, named))
  ]
}

/** The types that a schema may have. */
export const kindsOf = (schema: Schema, named: ReadonlyMap<string, Schema>): ReadonlyArray<string> => {
  const name = schema.$ref?.slice("#/components/schemas/".length)
  const found = name === undefined ? schema : (named.get(name) ?? {})
  const parts = [...(found.allOf ?? []), ...(found.oneOf ?? []), ...(found.anyOf ?? [])]
  return parts.length > 0 ? parts.flatMap((part) => kindsOf(part, named)) : [found.type ?? "any"]
}
