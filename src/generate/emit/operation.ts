/** Operations as code, in the form that the hand-written ones have. */
import type { Described } from "../description.ts"
import { docOf } from "./docs.ts"
import { inputOf, itemOf, list, outputOf, type Writing } from "./shape.ts"
import { owned } from "../owned.ts"

const notes = ["partial", "failureAfter200", "poll"]

const notesOf = (operation: Described, { kit }: Writing): string | undefined => {
  if (operation.notes !== undefined) return list(operation.notes)
  const found = operation.facts
    .filter(({ kind }) => notes.includes(kind))
    .map(({ fact, kind }) => `${kind === "poll" ? "Started, not done: look with " : ""}${fact}`)
    .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
  if (found.length > 0) return list(found)
  const isRead = operation.method === "GET" && operation.output !== undefined
  if (kit.notes === undefined || !isRead) return undefined
  return operation.paging === undefined ? kit.notes.read : kit.notes.list
}

/** What makes the operation: the vendor may have a maker that says for many what they need. */
const makerOf = ({ needs = [], resource }: Described, { kit }: Writing): string =>
  owned(kit.makers, needs.join()) ?? owned(kit.makers, resource) ?? "operation"

const quotaOf = ({ quota }: Described, { kit }: Writing): string =>
  quota === kit.quota ? "" : (kit.quotas?.[quota] ?? `quota: ${JSON.stringify(quota)}`)

/** The facts of this operation that the vendor's kit has as code. */
const codeOf = ({ name }: Described, { kit }: Writing): Readonly<Record<string, string>> =>
  owned(kit.facts, name) ?? {}

/** What the body is, where that is not the fields without another place. */
const bodyOf = ({ content, input, method }: Described): string => {
  const placed = input.filter(({ place }) => place === "body")
  const whole = placed.find((one) => one.whole === true)
  if (whole !== undefined) return `body: ${JSON.stringify(whole.name)}`
  if (method === "GET") return ""
  if (content === undefined) return method === "DELETE" ? "" : `body: "none"`
  // Without any of its fields a DELETE would send no body.
  const isEmpty = method === "DELETE" && placed.every(({ required }) => required !== true)
  return isEmpty ? `body: "required"` : ""
}

/** How the request is made, and where the output stands in the answer. */
const onTheWire = (operation: Described, { kit }: Writing): ReadonlyArray<string> => {
  const { answer, content, from, input, method } = operation
  const isAll = kit.wholeOutput?.(operation)?.isAll === true
  const query = method === "GET" ? [] : input.filter(({ place }) => place === "query").map(({ name }) => name)
  return [
    query.length > 0 ? `query: ${list(query)}` : "",
    bodyOf(operation),
    content !== undefined && content !== "json" ? `content: ${JSON.stringify(content)}` : "",
    answer === undefined ? "" : `answer: ${JSON.stringify(answer)}`,
    operation.status < 300 ? "" : `succeeds: [${operation.status}]`,
    from === undefined || isAll ? "" : `from: ${JSON.stringify(from)}`
  ]
}

/**
 * How a list that is written is split: where a second time is as good as once, for a 504 leaves open whether it was done; not where it
 * takes the place of another, whose second half would replace the first; and not where the answer has something of each item.
 */
const splitsOf = ({ idempotent, input, method, output }: Described, { kit }: Writing): string => {
  const list = input.find(({ schema, whole }) => whole === true && schema.kind === "array")
  const isSafe = idempotent && method !== "PUT" && output === undefined
  return list === undefined || !isSafe || kit.halvesLists !== true
    ? ""
    : `splits: Split.inHalves(${JSON.stringify(list.name)})`
}

/** What a repeat does, how it may fail, and what it needs. */
const rules = (operation: Described, writing: Writing): ReadonlyArray<string> => {
  const { anonymous, headers, host, needs } = operation
  const fails = operation.fails.filter((tag) => !writing.usual.has(tag)).map((tag) => tag.split(".")[1])
  const isPlain = makerOf(operation, writing) === "operation"
  return [
    `idempotent: ${codeOf(operation, writing)["idempotent"] ?? operation.idempotent}`,
    operation.generates === undefined ? "" : `generates: ${JSON.stringify(operation.generates)}`,
    operation.reads === true ? "reads: true" : "",
    splitsOf(operation, writing),
    fails.length === 0 ? "" : `fails: [${fails.join(", ")}]`,
    host === writing.kit.host ? "" : `host: ${JSON.stringify(host)}`,
    quotaOf(operation, writing),
    headers === undefined ? "" : `headers: ${JSON.stringify(headers)}`,
    anonymous === true ? "anonymous: true" : "",
    needs === undefined || !isPlain ? "" : `needs: ${list(needs)}`
  ]
}

/** What else is known of it. */
const knowledge = (operation: Described, writing: Writing): ReadonlyArray<string> => {
  const { deprecated, permission, secrets, version } = operation
  const note = notesOf(operation, writing)
  const settles = writing.settles(operation)
  return [
    permission === undefined ? "" : `permission: ${JSON.stringify(permission)}`,
    deprecated === undefined ? "" : `deprecated: ${JSON.stringify(deprecated)}`,
    secrets === undefined ? "" : `secrets: ${list(secrets)}`,
    version === undefined ? "" : `version: ${JSON.stringify(version)}`,
    settles === undefined ? "" : `settles: ${settles}`,
    note === undefined ? "" : `notes: ${note}`,
    ...Object.entries(codeOf(operation, writing)).map(([name, code]) =>
      name === "idempotent" ? "" : `${name}: ${code}`
    )
  ]
}

/** Where it is documented. */
const seeOf = ({ see, title }: Described, { kit }: Writing): string =>
  `see: ${JSON.stringify(see ?? kit.see ?? `${kit.title} OpenAPI document, ${title}`)}`

const factsOf = (operation: Described, writing: Writing): string =>
  [
    `method: ${JSON.stringify(operation.method)}`,
    `path: ${JSON.stringify(operation.path)}`,
    `input: ${inputOf(operation, writing)}`,
    `output: ${outputOf(operation, writing)}`,
    ...[
      ...onTheWire(operation, writing),
      ...rules(operation, writing),
      ...knowledge(operation, writing)
    ].filter((part) => part !== ""),
    ...(writing.kit.isSeen === true && operation.see === undefined ? [] : [seeOf(operation, writing)])
  ].join(", ")

/** One operation. */
export const operationCode = (operation: Described, writing: Writing): string => {
  const { name, paging } = operation
  const doc = docOf(operation, writing.kit)
  const made = `${makerOf(operation, writing)}(${JSON.stringify(name)}, () => ({ ${factsOf(operation, writing)} }))`
  const alone = `${doc}\nexport const ${name} = ${made}`
  const { paged, piped } = writing.kit
  if (paging === undefined || (paged === undefined && itemOf(operation, writing.schemas) === undefined))
    return alone
  if (paged === undefined) return piped === undefined ? alone : `${alone}.pipe(${piped(paging)})`
  return `const ${name}Page = ${made}\n\n${doc}\nexport const ${name} = ${paged(`${name}Page`, operation)}`
}
