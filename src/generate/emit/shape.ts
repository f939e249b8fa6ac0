/** The input and the output of operations as code. */
import type { Described, Input, Node } from "../description.ts"
import type { Kit } from "./kit.ts"
import { oursOf } from "./naming.ts"
import { keyOf, together } from "./pieces.ts"
import type { SchemaWriter } from "./schema.ts"
import { othersOf, rulesOf, structOf } from "./struct.ts"
import { owned } from "../owned.ts"

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
  place === "path" &&
  schema.kind === "string" &&
  schema.least === undefined &&
  schema.pattern === undefined &&
  schema.format !== "uuid" &&
  schema.format !== "email"

const fieldOf = (input: Input, { kit, schemas }: Writing): string => {
  const name = oursOf(input.name, kit)
  if (isId(input)) return `${keyOf(name)}: Id()`
  const schema: Node =
    input.schema.kind === "array" && input.whole === true ? { ...input.schema } : input.schema
  const { required } = input
  return schemas.input(name, { schema, ...(required === undefined ? {} : { required }) })
}

/** The inputs that the vendor's own code has ready; none unless all are there. */
const ready = (operation: Described, { kit }: Writing): ReadonlySet<string> => {
  const { inputs } = kit
  const names = new Set(operation.input.filter(({ place }) => place === "query").map(({ name }) => name))
  return new Set(inputs?.names.every((name) => names.has(name)) === true ? inputs.names : [])
}

/** The fields of an input that are written out: what the vendor's own code has ready is spread among them. */
const struct = (operation: Described, writing: Writing): string => {
  const { kit } = writing
  const known = ready(operation, writing)
  const shared = writing.shared(operation)
  const own = operation.input.filter(({ name }) => !known.has(name))
  const fields = own
    .filter(({ name, place }) => shared === undefined || place !== "body" || name === operation.version)
    .map((one) => fieldOf(one, writing))
  const spread = [
    ...fields,
    ...(known.size > 0 ? [`...${kit.inputs?.code}`] : []),
    ...(shared === undefined ? [] : [`...${shared}()`])
  ]
  if (known.size > 0)
    return `Schema.Struct({ ${together(spread)} }).pipe(Schema.encodeKeys(${kit.inputs?.keys}))`
  const names = own.map(({ name }) => name)
  return structOf(together(spread), names, kit, rulesOf(operation, kit))
}

/** The input, as code. */
export const inputOf = (operation: Described, writing: Writing): string => {
  const { body, wholeInput } = writing.kit
  const code = wholeInput?.(operation) ?? struct(operation, writing)
  return operation.content === undefined || body === undefined ? code : body(code, operation)
}

/** What a page holds. */
export const itemOf = (operation: Described, schemas: SchemaWriter): Node | undefined => {
  const { output, paging } = operation
  if (output === undefined || paging === undefined) return undefined
  const page = schemas.resolve(output)
  const items = page.kind === "object" ? owned(page.fields, paging.items)?.schema : undefined
  const found = items === undefined ? undefined : schemas.resolve(items)
  return found?.kind === "array" ? found.items : undefined
}

/** An answer that the vendor's own code completes. */
const answerOf = (node: Node, maker: string, { kit, schemas }: Writing): string => {
  if (node.kind !== "object") return schemas.write(node, "out")
  const { message, ...fields } = node.fields
  void message
  const others = othersOf(Object.keys(fields), kit)
  return `${maker}({ ${schemas.fields(fields, "out")} }${others === "" ? "" : `, ${others}`})`
}

/** The output, as code. */
export const outputOf = (operation: Described, writing: Writing): string => {
  const { kit, schemas } = writing
  const { output } = operation
  const whole = kit.wholeOutput?.(operation)
  if (whole !== undefined) return whole.code
  if (output === undefined) return "Schema.Void"
  if (kit.answer !== undefined) return answerOf(schemas.resolve(output), kit.answer, writing)
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
