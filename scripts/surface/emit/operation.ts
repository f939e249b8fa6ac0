/** Operations as code, in the form that the hand-written ones have. */
import type { Described, Input, Node } from "../description.ts"
import { docOf } from "./docs.ts"
import type { Kit } from "./kits.ts"
import { oursOf } from "./names.ts"
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

const fieldOf = (input: Input, { kit, schemas }: Writing): string => {
  if (isId(input)) return `${keyOf(oursOf(input.name, kit.names))}: Id()`
  const schema: Node =
    input.schema.kind === "array" && input.whole === true ? { ...input.schema } : input.schema
  const { required } = input
  return schemas.input(oursOf(input.name, kit.names), {
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

const rulesOf = ({ rules = [] }: Described, { names }: Kit): ReadonlyArray<string> =>
  rules.map(({ most, of, rule }) => {
    const given = of.map((name) => JSON.stringify(oursOf(name, names)))
    const [first = "", ...others] = given
    switch (rule) {
      case "some":
        return `atLeastOne(${given.join(", ")})`
      case "one":
        return `exactlyOne(${given.join(", ")})`
      case "together":
        return `allOrNone(${given.join(", ")})`
      case "apart":
        return `notBeside(${first}, [${others.join(", ")}])`
      case "in all":
        return `inAll(${most}, ${given.join(", ")})`
      case "lacks":
        return `noneHas(${given.join(", ")})`
    }
  })

/** The fields of an input that are written out: what the vendor's own code has ready is spread among them. */
const structOf = (operation: Described, writing: Writing): string => {
  const { kit } = writing
  const known = ready(operation, writing)
  const shared = writing.shared(operation)
  const fields = operation.input
    .filter(({ name }) => !known.has(name))
    .filter(({ name, place }) => shared === undefined || place !== "body" || name === operation.version)
    .map((one) => fieldOf(one, writing))
  const spread = [
    ...fields,
    ...(known.size > 0 ? [`...${kit.inputs?.code}`] : []),
    ...(shared === undefined ? [] : [`...${shared}()`])
  ]
  const names = operation.input.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  const struct = writing.schemas.struct(together(spread), names, rulesOf(operation, kit))
  return known.size > 0 ? `${struct}.pipe(Schema.encodeKeys(${kit.inputs?.keys}))` : struct
}

/** The input, as code. */
const inputOf = (operation: Described, writing: Writing): string => {
  const { body, wholeInput } = writing.kit
  const code = wholeInput?.(operation) ?? structOf(operation, writing)
  return operation.content === undefined || body === undefined ? code : body(code, operation)
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
  const whole = kit.wholeOutput?.(operation)
  if (whole !== undefined) return whole.code
  if (output === undefined) return "Schema.Void"
  if (kit.answer !== undefined) return schemas.answer(schemas.resolve(output), kit.answer)
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
const makerOf = ({ needs = [], resource }: Described, { kit }: Writing): string =>
  kit.makers[needs.join()] ?? kit.makers[resource] ?? "operation"

const quotaOf = ({ quota }: Described, { kit }: Writing): string =>
  quota === kit.quota ? "" : (kit.quotas?.[quota] ?? `quota: ${JSON.stringify(quota)}`)

/** The facts that most operations do not have. */
const extras = (operation: Described, writing: Writing): ReadonlyArray<string> => {
  const { anonymous, content, from, headers, host, input, method, version } = operation
  const whole = input.find((one) => one.whole === true)
  const query = method === "GET" ? [] : input.filter(({ place }) => place === "query").map(({ name }) => name)
  const fails = operation.fails.filter((tag) => !writing.usual.has(tag)).map((tag) => tag.split(".")[1])
  const note = notesOf(operation, writing)
  const settles = writing.settles(operation)
  const own: Readonly<Record<string, string>> = writing.kit.facts?.[operation.name] ?? {}
  const isAll = writing.kit.wholeOutput?.(operation)?.isAll === true
  return [
    query.length > 0 ? `query: ${list(query)}` : "",
    whole !== undefined ? `body: ${JSON.stringify(whole.name)}` : hasBody(operation) ? "" : `body: "none"`,
    content !== undefined && content !== "json" ? `content: ${JSON.stringify(content)}` : "",
    operation.answer === undefined ? "" : `answer: ${JSON.stringify(operation.answer)}`,
    operation.status < 300 ? "" : `succeeds: [${operation.status}]`,
    from === undefined || isAll ? "" : `from: ${JSON.stringify(from)}`,
    `idempotent: ${own["idempotent"] ?? operation.idempotent}`,
    operation.reads === true ? "reads: true" : "",
    fails.length === 0 ? "" : `fails: [${fails.join(", ")}]`,
    host === writing.kit.host ? "" : `host: ${JSON.stringify(host)}`,
    quotaOf(operation, writing),
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
    note === undefined ? "" : `notes: ${note}`,
    ...Object.entries(own).flatMap(([name, code]) => (name === "idempotent" ? [] : [`${name}: ${code}`]))
  ].filter((part) => part !== "")
}

const factsOf = (operation: Described, writing: Writing): string =>
  [
    `method: ${JSON.stringify(operation.method)}`,
    `path: ${JSON.stringify(operation.path)}`,
    `input: ${inputOf(operation, writing)}`,
    `output: ${outputOf(operation, writing)}`,
    ...extras(operation, writing),
    `see: ${JSON.stringify(operation.see ?? `${writing.kit.title} OpenAPI document, ${operation.title}`)}`
  ].join(", ")

/** How the list is read on. */
const listed = (operation: Described, page: string, { kit }: Writing): string => {
  const { listed: listedByHand } = kit
  const { paging } = operation
  if (listedByHand !== undefined) return listedByHand(operation, page)
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
