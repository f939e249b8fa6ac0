/** Objects that come instead of each other, as one. */
import type { Field, Fields } from "../description.ts"
import { owned } from "../owned.ts"

/** Of objects that come instead of each other: all that any of them may have. What it is stands in it, and more kinds may come. */
export const merged = (objects: ReadonlyArray<Fields>): Fields => {
  const fields: Record<string, Field> = {}
  for (const [name, { only, schema }] of objects.flatMap((one) => Object.entries(one.fields))) {
    if (only === "in") continue
    const known = owned(fields, name)?.schema
    if (known === undefined) fields[name] = { schema }
    else if (known.kind === "enum" && schema.kind === "enum")
      fields[name] = { schema: { kind: "enum", values: [...new Set([...known.values, ...schema.values])] } }
    else if (JSON.stringify(known) !== JSON.stringify(schema))
      fields[name] = {
        schema: {
          kind: "union",
          members: known.kind === "union" ? [...known.members, schema] : [known, schema]
        }
      }
  }
  return { kind: "object", fields }
}
