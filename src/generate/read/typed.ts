/** Schemas that say their type: texts, numbers, lists and maps. What has no form is an error that names the place, never `any`. */
import type { Node } from "../description.ts"
import type { Schema } from "./openapi.ts"

/** Whole numbers beyond this are not exact in a double: a bound out there says nothing that could be kept. */
const safe = Number.MAX_SAFE_INTEGER

/** The same without what is undefined. */
export const present = <T extends object>(value: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  // as: what is undefined is left out.
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never

/** Whether a schema says nothing of what it is for. */
export const isTrivial = (schema: Schema): boolean =>
  Object.keys(schema).every((key) =>
    [
      "title",
      "description",
      "default",
      "example",
      "nullable",
      "deprecated",
      "readOnly",
      "writeOnly"
    ].includes(key)
  )

const bounds = ({ exclusiveMinimum, maximum, minimum }: Schema) => ({
  least: exclusiveMinimum === true || (minimum ?? 0) < -safe ? undefined : minimum,
  above: exclusiveMinimum === true ? minimum : undefined,
  most: (maximum ?? 0) > safe ? undefined : maximum
})

/** Reads a schema that stands in another one. */
export type Read = (schema: Schema, where: string) => Node

const list = (schema: Schema, where: string, read: Read): Node => {
  if (schema.items === undefined) throw new Error(`${where}: a list of what?`)
  const counts = present({ least: schema.minItems, most: schema.maxItems })
  return { kind: "array", items: read(schema.items, `${where}[]`), ...counts }
}

const map = (schema: Schema, where: string, read: Read): Node => {
  const { additionalProperties: values } = schema
  return {
    kind: "record",
    values: typeof values === "object" ? read(values, `${where}.*`) : { kind: "any" },
    // Of an object, a count of items or characters can only mean its fields.
    ...present({ least: schema.minItems, most: schema.maxItems ?? schema.maxLength })
  }
}

const numeric = (schema: Schema): Node => {
  const kind = schema.type === "integer" ? "int" : "number"
  const format = schema.format === "int64" ? "int64" : undefined
  return { kind, ...present({ ...bounds(schema), format }) }
}

const isPlain = (value: unknown): value is number | boolean =>
  typeof value === "number" || typeof value === "boolean"

const words = (values: ReadonlyArray<unknown>, where: string): Node => {
  if (!values.every((value) => typeof value === "string"))
    throw new Error(`${where}: an enumeration of what is no text`)
  return { kind: "enum", values }
}

const formats: Readonly<Record<string, Node>> = {
  "date-time": { kind: "moment" },
  date: { kind: "day" },
  binary: { kind: "bytes" }
}

const text = (schema: Schema, where: string): Node => {
  if (schema.enum !== undefined) return words(schema.enum, where)
  // Of a text, a least and a most number can only mean its length.
  return (
    formats[schema.format ?? ""] ?? {
      kind: "string",
      ...present({
        least: schema.minLength ?? schema.minimum,
        most: schema.maxLength ?? schema.maximum,
        pattern: schema.pattern,
        format: schema.format
      })
    }
  )
}

/** A schema that says its type. `read` reads those in it. */
export const typed = (schema: Schema, where: string, read: Read): Node => {
  const { enum: values } = schema
  if (schema.type !== "string" && values?.every(isPlain) === true) return { kind: "values", values }
  switch (schema.type) {
    case "string":
      return text(schema, where)
    case "integer":
    case "number":
      return numeric(schema)
    case "boolean":
      return { kind: "boolean" }
    case "array":
      return list(schema, where, read)
    case "object":
      return map(schema, where, read)
    default:
      if (isTrivial(schema)) return { kind: "any" }
      throw new Error(`${where}: there is no form for ${JSON.stringify(schema)}`)
  }
}
