/** What a request holds, and what its answer does. */
import type { Described, Field, Fields, Input, Node } from "../description.ts"
import type { Content, Operation, References } from "./openapi.ts"
import type { Profile } from "./profile.ts"
import type { Reader } from "./schema.ts"
import { owned } from "../owned.ts"

/** What operations are read with. */
export interface Reading {
  readonly references: References
  readonly reader: Reader
  readonly profile: Profile
  readonly leaveOut: (where: string, why: string) => void
}

const resolved = (node: Node, reading: Pick<Reading, "reader">): Node =>
  node.kind === "ref" ? resolved(reading.reader.used.get(node.name) ?? { kind: "any" }, reading) : node

const jsonOf = (content: Content = {}) => content["application/json"]?.schema

/** The fields of the body, or the one that is the body. */
export const bodyOf = (operation: Operation, where: string, reading: Reading) => {
  const { content = {}, required = false } = operation.requestBody ?? {}
  const [type = "application/json"] = Object.keys(content)
  const schema = jsonOf(content) ?? content[type]?.schema
  if (schema === undefined) return { input: [], content: undefined }
  const node = reading.reader.read(schema, where)
  const plain = resolved(node, reading)
  const isJson = jsonOf(content) !== undefined
  const isForm = type === "application/x-www-form-urlencoded"
  const takesMore = reading.profile.open === true && plain.kind === "object" && plain.rest !== undefined
  if ((isJson || isForm) && plain.kind === "object" && !takesMore)
    return {
      content: isJson ? ("json" as const) : ("form" as const),
      of: node.kind === "ref" ? node.name : undefined,
      input: fieldsOf(plain, required)
    }
  if (isForm) throw new Error(`${where}: there is no form for this form`)
  const name = !isJson || plain.kind === "bytes" ? "content" : plain.kind === "array" ? "items" : "body"
  const whole: Input = { name, place: "body", required: true, whole: true, schema: listIn(node) }
  return { content: isJson ? ("json" as const) : (type as `${string}/${string}`), input: [whole] }
}

const fieldsOf = ({ fields }: Fields, required: boolean): ReadonlyArray<Input> =>
  Object.entries(fields)
    .filter(([, { only }]) => only !== "out")
    .map(([name, field]) => ({
      name,
      place: "body",
      schema: field.schema,
      ...(required && field.required === true ? { required: true } : {})
    }))

/** A list, or one item of it: a list can always be sent. */
const listIn = (node: Node): Node => {
  if (node.kind !== "union" || node.members.length !== 2) return node
  const list = node.members.find((member) => member.kind === "array")
  const other = node.members.find((member) => member.kind !== "array")
  return list?.kind === "array" && JSON.stringify(list.items) === JSON.stringify(other) ? list : node
}

type Outcome = Pick<Described, "status" | "output" | "from" | "answer">

/** The answer of a success, its status, and where in it the output stands. */
export const outputOf = (
  operation: Operation,
  where: string,
  isPaged: boolean,
  reading: Reading
): Outcome => {
  const [status, answer] = Object.entries(operation.responses).find(([code]) => /^[23]\d\d$/.test(code)) ?? []
  const schema = jsonOf(answer?.content)
  const code = { status: Number(status) }
  if (schema === undefined) return { ...code, ...rawOf(answer?.content) }
  const node = reading.reader.read(schema, `${where}=`)
  const { envelope } = reading.profile
  const whole = resolved(node, reading)
  if (envelope === undefined || whole.kind !== "object") return { ...code, output: node }
  const data = owned(whole.fields, envelope)?.schema
  if (reading.profile.open === true)
    return data === undefined || isPaged
      ? { ...code, output: node }
      : { ...code, output: data, from: envelope }
  if (data === undefined || data.kind === "record") return code
  if (!isPaged) return { ...code, output: data, from: envelope }
  return { ...code, output: { kind: "object" as const, fields: pageOf(whole.fields, envelope) } }
}

/** An answer that is no JSON: text, or bytes. */
const rawOf = (content: Content = {}): Pick<Described, "answer" | "output"> => {
  const [media] = Object.values(content)
  if (media?.schema === undefined) return {}
  return media.schema.format === "binary"
    ? { answer: "bytes", output: { kind: "bytes" } }
    : { answer: "text", output: { kind: "string" } }
}

/** The fields of a page: the items, and where it goes on. What else is in an envelope says nothing. */
const pageOf = (fields: Readonly<Record<string, Field>>, envelope: string): Readonly<Record<string, Field>> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => [envelope, "moreAfter"].includes(name)))

/** Every name of a field in a schema, however deep. */
export const namesIn = (
  node: Node | undefined,
  reading: Reading,
  seen = new Set<string>()
): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (one: Node): void => {
    if (one.kind === "ref" && !seen.has(one.name)) {
      seen.add(one.name)
      visit(resolved(one, reading))
    } else if (one.kind === "array") visit(one.items)
    else if (one.kind === "record") visit(one.values)
    else if (one.kind === "union") one.members.forEach(visit)
    else if (one.kind === "object")
      for (const [name, { schema }] of Object.entries(one.fields)) {
        found.add(name)
        visit(schema)
      }
  }
  if (node !== undefined) visit(node)
  return found
}
