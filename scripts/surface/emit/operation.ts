/** Operations as code, in the form that the hand-written ones have. */
import type { Described, Input, Node } from "../description.ts"
import { docOf } from "./docs.ts"
import type { Kit } from "./kits.ts"
import { keyOf, type SchemaWriter, together } from "./schema.ts"

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

const list = (names: ReadonlyArray<string>): string =>
  `[${names.map((one) => JSON.stringify(one)).join(", ")}]`

/** An id of which no more is known than that it stands in the path. */
const isId = ({ place, schema }: Input): boolean =>
  place === "path" && schema.kind === "string" && schema.least === undefined && schema.pattern === undefined

const camel = (name: string): string =>
  name.replaceAll(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase())

const fieldOf = (input: Input, { schemas }: Writing): string => {
  if (isId(input)) return `${keyOf(input.name)}: Id()`
  const schema: Node =
    input.schema.kind === "array" && input.whole === true ? { ...input.schema } : input.schema
  const { required } = input
  return schemas.input(camel(input.name), { schema, ...(required === undefined ? {} : { required }) })
}

/** The inputs that the vendor's own code has ready; none unless all are there. */
const ready = (operation: Described, { kit }: Writing): ReadonlySet<string> => {
  const { inputs } = kit
  const names = new Set(operation.input.filter(({ place }) => place === "query").map(({ name }) => name))
  return new Set(inputs?.names.every((name) => names.has(name)) === true ? inputs.names : [])
}

/** The input, as code. */
const inputOf = (operation: Described, writing: Writing): string => {
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
  const keys = operation.input.filter(({ name }) => !known.has(name) && camel(name) !== name)
  const struct = `Schema.Struct({ ${together(spread)} })`
  if (known.size > 0) return `${struct}.pipe(Schema.encodeKeys(${writing.kit.inputs?.keys}))`
  if (keys.length === 0) return struct
  const renamed = keys.map(({ name }) => `${camel(name)}: ${JSON.stringify(name)}`).join(", ")
  return `${struct}.pipe(Schema.encodeKeys({ ${renamed} }))`
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

const outputOf = (operation: Described, writing: Writing): string => {
  const { kit, schemas } = writing
  const { output } = operation
  if (output === undefined) return "Schema.Void"
  const item = itemOf(operation, schemas)
  if (item !== undefined) return kit.output(`Schema.Struct(${kit.page(schemas.write(item, "out"))})`)
  const plain = schemas.resolve(output)
  return kit.output(
    plain.kind === "array" ? kit.list(schemas.write(plain.items, "out")) : schemas.write(output, "out")
  )
}

const notes = ["partial", "failureAfter200", "poll"]

const notesOf = (operation: Described, { kit }: Writing): string | undefined => {
  const found = operation.facts
    .filter(({ kind }) => notes.includes(kind))
    .map(({ fact, kind }) => `${kind === "poll" ? "Started, not done: look with " : ""}${fact}`)
    .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
  if (found.length > 0) return list(found)
  const isRead = operation.method === "GET" && operation.output !== undefined
  if (kit.notes === undefined || !isRead) return undefined
  return operation.paging === undefined ? kit.notes.read : kit.notes.list
}

const hasBody = ({ content, method }: Described): boolean =>
  content !== undefined || method === "GET" || method === "DELETE"

/** What makes the operation: the vendor may have a maker that says for many what they need. */
const makerOf = ({ needs = [] }: Described, { kit }: Writing): string =>
  kit.makers[needs.join()] ?? "operation"

/** The facts that most operations do not have. */
const extras = (operation: Described, writing: Writing): ReadonlyArray<string> => {
  const { anonymous, content, from, headers, host, input, method, quota, version } = operation
  const whole = input.find((one) => one.whole === true)
  const query = method === "GET" ? [] : input.filter(({ place }) => place === "query").map(({ name }) => name)
  const fails = operation.fails.filter((tag) => !writing.usual.has(tag)).map((tag) => tag.split(".")[1])
  const note = notesOf(operation, writing)
  const settles = writing.settles(operation)
  return [
    query.length > 0 ? `query: ${list(query)}` : "",
    whole !== undefined ? `body: ${JSON.stringify(whole.name)}` : hasBody(operation) ? "" : `body: "none"`,
    content !== undefined && content !== "json" ? `content: ${JSON.stringify(content)}` : "",
    operation.answer === undefined ? "" : `answer: ${JSON.stringify(operation.answer)}`,
    operation.status < 300 ? "" : `succeeds: [${operation.status}]`,
    from === undefined ? "" : `from: ${JSON.stringify(from)}`,
    `idempotent: ${operation.idempotent}`,
    operation.reads === true ? "reads: true" : "",
    fails.length === 0 ? "" : `fails: [${fails.join(", ")}]`,
    host === writing.kit.host ? "" : `host: ${JSON.stringify(host)}`,
    quota === writing.kit.quota ? "" : `quota: ${JSON.stringify(quota)}`,
    headers === undefined ? "" : `headers: ${JSON.stringify(headers)}`,
    anonymous === true ? "anonymous: true" : "",
    operation.needs === undefined || makerOf(operation, writing) !== "operation"
      ? ""
      : `needs: ${list(operation.needs)}`,
    operation.permission === undefined ? "" : `permission: ${JSON.stringify(operation.permission)}`,
    operation.deprecated === undefined ? "" : `deprecated: ${JSON.stringify(operation.deprecated)}`,
    operation.secrets === undefined ? "" : `secrets: ${list(operation.secrets)}`,
    version === undefined ? "" : `version: ${JSON.stringify(version)}`,
    settles === undefined ? "" : `settles: ${settles}`,
    note === undefined ? "" : `notes: ${note}`
  ].filter((part) => part !== "")
}

const factsOf = (operation: Described, writing: Writing): string =>
  [
    `method: ${JSON.stringify(operation.method)}`,
    `path: ${JSON.stringify(operation.path)}`,
    `input: ${inputOf(operation, writing)}`,
    `output: ${outputOf(operation, writing)}`,
    ...extras(operation, writing),
    `see: ${JSON.stringify(`${writing.kit.title} OpenAPI document, ${operation.title}`)}`
  ].join(", ")

/** How the list is read on. */
const listed = (operation: Described, page: string, { kit }: Writing): string => {
  const { paging } = operation
  if (paging?.style === "offset")
    return `Pages.byOffset(${page}, { items: ({ ${paging.items} }) => ${paging.items}, offset: ${JSON.stringify(paging.into)}, limit: ${JSON.stringify(paging.size)}, size: ${paging.usual} })`
  const most = paging?.usual ?? paging?.most ?? 0
  return `Pages.byToken(Split.page(${page}, { ${kit.halves(most)} }), { ${kit.paging}, items: ({ data }) => data })`
}

/** One operation. */
export const operationCode = (operation: Described, writing: Writing): string => {
  const { name, paging } = operation
  const made = `${makerOf(operation, writing)}(${JSON.stringify(name)}, () => ({ ${factsOf(operation, writing)} }))`
  if (paging === undefined || itemOf(operation, writing.schemas) === undefined)
    return `${docOf(operation)}\nexport const ${name} = ${made}`
  return `const ${name}Page = ${made}\n\n${docOf(operation)}\nexport const ${name} = ${listed(operation, `${name}Page`, writing)}`
}
