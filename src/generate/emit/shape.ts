/** The input and the output of operations as code. */
import type { Described, Input, Node } from "../description.ts"
import type { Kit } from "./kit.ts"
import { keyOf, together } from "./pieces.ts"
import type { SchemaWriter } from "./schema.ts"

/** What operations are written with. */
export interface Writing {
  readonly kit: Kit
  readonly schemas: SchemaWriter
  /** The constant that holds the fields of a body which several operations of the file share. */
  readonly shared: (operation: Described) => string | undefined
  /** The failures that every operation of the vendor may give. */
  readonly usual: ReadonlySet<string>
  readonly settles: (operation: Described) => string | undefined
}

/** Names, as a list. */
export const list = (names: ReadonlyArray<string>): string =>
  `[${names.map((one) => JSON.stringify(one)).join(", ")}]`

/** An id of which no more is known than that it stands in the path. */
const isId = ({ place, schema }: Input): boolean =>
  place === "path" && schema.kind === "string" && schema.least === undefined && schema.pattern === undefined

const camel = (name: string): string =>
  name.replaceAll(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase())

/** The name of a field in code. */
const renamed = (name: string, { kit }: Writing): string => (kit.rename ?? camel)(name)

const fieldOf = (input: Input, writing: Writing): string => {
  const { schemas } = writing
  if (isId(input)) return `${keyOf(input.name)}: Id()`
  const schema: Node =
    input.schema.kind === "array" && input.whole === true ? { ...input.schema } : input.schema
  const { required } = input
  return schemas.input(renamed(input.name, writing), {
    schema,
    ...(required === undefined ? {} : { required })
  })
}

/** The inputs that the vendor's own code has ready; none unless all are there. */
const ready = (operation: Described, { kit }: Writing): ReadonlySet<string> => {
  const { inputs } = kit
  const names = new Set(operation.input.filter(({ place }) => place === "query").map(({ name }) => name))
  return new Set(inputs?.names.every((name) => names.has(name)) === true ? inputs.names : [])
}

/** The input, as code. */
export const inputOf = (operation: Described, writing: Writing): string => {
  const known = ready(operation, writing)
  const shared = writing.shared(operation)
  const fields = operation.input
    .filter(({ name }) => !known.has(name))
    .filter(({ name, place }) => shared === undefined || place !== "body" || name === operation.version)
    .map((one) => fieldOf(one, writing))
  const spread = [
    ...fields,
    ...(known.size > 0 ? [`...${writing.kit.inputs?.code}`] : []),
    ...(shared === undefined ? [] : [`...${shared}()`])
  ]
  const keys = operation.input.filter(({ name }) => !known.has(name) && renamed(name, writing) !== name)
  const struct = `Schema.Struct({ ${together(spread)} })`
  if (known.size > 0) return `${struct}.pipe(Schema.encodeKeys(${writing.kit.inputs?.keys}))`
  if (keys.length === 0) return struct
  const pairs = keys.map(({ name }) => `${keyOf(renamed(name, writing))}: ${JSON.stringify(name)}`)
  return `${struct}.pipe(Schema.encodeKeys({ ${pairs.join(", ")} }))`
}

/** What a page holds. */
export const itemOf = (operation: Described, schemas: SchemaWriter): Node | undefined => {
  const { output, paging } = operation
  if (output === undefined || paging === undefined) return undefined
  const page = schemas.resolve(output)
  const items = page.kind === "object" ? page.fields[paging.items]?.schema : undefined
  const found = items === undefined ? undefined : schemas.resolve(items)
  return found?.kind === "array" ? found.items : undefined
}

/** The output, as code. */
export const outputOf = (operation: Described, writing: Writing): string => {
  const { kit, schemas } = writing
  const { output } = operation
  if (output === undefined) return "Schema.Void"
  if (operation.answer !== undefined)
    return operation.answer === "bytes" ? "Schema.Uint8Array" : "Schema.String"
  const item = kit.paged === undefined ? itemOf(operation, schemas) : undefined
  if (item !== undefined) return kit.output(`Schema.Struct(${kit.page(schemas.write(item, "out"))})`)
  const plain = schemas.resolve(output)
  return kit.output(
    plain.kind === "array" && kit.list !== undefined
      ? kit.list(schemas.write(plain.items, "out"))
      : schemas.write(output, "out")
  )
}
