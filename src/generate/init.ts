/** A starter for `errors.json`, from what a document shows: statuses, paging parameters, credentials. Guesses are said to be guesses. */
import type { Facts, Failure, Operation } from "./facts/schema.ts"
import { constantOf } from "./own/code.ts"
import type { Schema } from "./read/openapi.ts"
import type { Found, Read } from "./spec/operations.ts"
import { memberOf } from "./spec/pointer.ts"

/** A starter, and what in it is a guess, by its place. */
export interface Starter {
  readonly facts: Facts
  readonly guesses: ReadonlyArray<{ readonly where: string; readonly what: string }>
}

const unknown = "TODO: say what it means to your program."
const see = "TODO: where it is documented"

type Form = Pick<Failure, "tag" | "category" | "retry">

const byStatus: Readonly<Record<string, Form>> = {
  "400": { tag: "BadRequest", category: "invalid", retry: "never" },
  "401": { tag: "Unauthorized", category: "unauthenticated", retry: "never" },
  "402": { tag: "PaymentRequired", category: "forbidden", retry: "never" },
  "403": { tag: "Forbidden", category: "forbidden", retry: "never" },
  "404": { tag: "NotFound", category: "not-found", retry: "never" },
  "409": { tag: "Conflict", category: "conflict", retry: "never" },
  "410": { tag: "Gone", category: "not-found", retry: "never" },
  "413": { tag: "TooLarge", category: "too-large", retry: "split" },
  "422": { tag: "Unprocessable", category: "invalid", retry: "never" },
  "429": {
    tag: "RateLimited",
    category: "rate-limited",
    retry: { header: "retry-after", otherwise: "1 second" }
  },
  "503": { tag: "Unavailable", category: "unavailable", retry: "if-idempotent" }
}

const formOf = (status: string): Form => {
  const known = byStatus[status]
  if (known !== undefined) return known
  return status.startsWith("5")
    ? { tag: `Broken${status}`, category: "unavailable", retry: "if-idempotent" }
    : { tag: `Refused${status}`, category: "unknown", retry: "never" }
}

const failure = (status: number | "4xx" | "5xx", form: Form, of: Failure["of"]): Failure => ({
  ...form,
  status,
  means: unknown,
  remedy: "TODO: what to do about it.",
  see,
  of
})

/** The failures that the document declares, and those that every API has. */
const failuresOf = (read: Read): ReadonlyArray<Failure> => {
  const places = new Map<string, ReadonlyArray<string>>()
  for (const { place, refusals } of read.operations)
    for (const status of refusals.filter((one) => /^[45]\d\d$/.test(one)))
      places.set(status, [...(places.get(status) ?? []), place])
  const always = ["401", "429"]
  const some = [...places].flatMap(([status, of]) => {
    const [first, ...more] = of
    if (first === undefined || always.includes(status)) return []
    const isAlways = of.length === read.operations.length
    return [failure(Number(status), formOf(status), isAlways ? "always" : [first, ...more])]
  })
  return [
    ...some,
    ...always.map((status) => failure(Number(status), formOf(status), "always")),
    // A class of statuses is written as its first: one that has a name of its own leaves none to tell them apart.
    ...(places.has("400")
      ? []
      : [failure("4xx", { tag: "Refused", category: "invalid", retry: "never" }, "always")]),
    ...(places.has("500")
      ? []
      : [failure("5xx", { tag: "Broken", category: "unavailable", retry: "if-idempotent" }, "always")])
  ]
}

const resolved = (schema: Schema | undefined, { schemas }: Read): Schema => {
  const name = schema?.$ref?.slice("#/components/schemas/".length)
  const found = name === undefined ? (schema ?? {}) : (schemas[name] ?? {})
  const parts = (found.allOf ?? []).map((part) => resolved(part, { schemas } as Read)) // as: no more of it is read
  return parts.length === 0
    ? found
    : { ...found, properties: Object.assign({}, ...parts.map(({ properties }) => properties)) }
}

const answerOf = ({ operation }: Found, read: Read): Schema => {
  const [answer] = Object.values(operation.responses)
  return resolved(answer?.content?.["application/json"]?.schema, read)
}

/** The list of an answer: its path, and the fields beside it. */
const listIn = (
  answer: Schema,
  read: Read
): { readonly items: string; readonly beside: Readonly<Record<string, Schema>> } | undefined => {
  if (answer.type === "array") return { items: "", beside: {} }
  const fields = answer.properties ?? {}
  const found = Object.entries(fields).find(([, schema]) => resolved(schema, read).type === "array")
  return found === undefined ? undefined : { items: found[0], beside: fields }
}

const called = (names: ReadonlyArray<string>, pattern: RegExp): string | undefined =>
  names.find((name) => pattern.test(name))

/** How a list is read on, guessed from the names of its parameters and fields. */
const pagingOf = (found: Found, read: Read): Operation["paging"] => {
  const list = found.method === "GET" ? listIn(answerOf(found, read), read) : undefined
  if (list === undefined) return undefined
  const query = (found.operation.parameters ?? []).filter((one) => one.in === "query")
  const ofType = (...types: ReadonlyArray<string>) =>
    query.filter(({ schema }) => types.includes(resolved(schema, read).type ?? "")).map(({ name }) => name)
  const [texts, numbers] = [ofType("string"), ofType("integer", "number")]
  const size = called(numbers, /^(limit|per_?page|page_?size|size|count|max_?results)$/i)
  const cursor = called(texts, /(cursor|next_?token|page_?token|starting_?after|^after$|^page$)/i)
  const token = called(Object.keys(list.beside), /^(next|next_?(token|cursor|page_?token)|cursor)$/i)
  if (cursor !== undefined && token !== undefined && resolved(list.beside[token], read).type === "string")
    return { style: "token", items: list.items, token, into: cursor }
  const offset = called(numbers, /^(offset|skip|start)$/i)
  if (offset !== undefined && size !== undefined)
    return { style: "offset", items: list.items, into: offset, size, usual: usualOf(found, size) }
  const page = called(numbers, /^page(_?(number|index))?$/i)
  return page === undefined
    ? undefined
    : { style: "page", items: list.items, into: page, first: 1, usual: usualOf(found, size) }
}

const usualOf = ({ operation }: Found, size: string | undefined): number => {
  const schema = (operation.parameters ?? []).find(({ name }) => name === size)?.schema
  return schema?.maximum ?? 100
}

const keyOf = ({ operation }: Found): string | undefined =>
  (operation.parameters ?? []).find(({ header }) => /^(x-)?idempotency-key$/i.test(header ?? ""))?.header

const operationOf = (found: Found, read: Read): Operation => {
  const [key, paging] = [keyOf(found), pagingOf(found, read)]
  return {
    ...(found.method === "GET"
      ? {}
      : key === undefined
        ? { idempotent: false, why: "unknown" }
        : { idempotent: true, key }),
    ...(paging === undefined ? {} : { paging })
  }
}

const authOf = (document: Readonly<Record<string, unknown>>, name: string): Facts["auth"] => {
  const schemes = memberOf(memberOf(document, "components"), "securitySchemes")
  const constant = constantOf(name)
  for (const scheme of Object.values(typeof schemes === "object" && schemes !== null ? schemes : {})) {
    const [type, kind, place, header] = ["type", "scheme", "in", "name"].map((one) => memberOf(scheme, one))
    if (type === "apiKey" && place === "header" && typeof header === "string")
      return { type: "header", name: header, variable: `${constant}_API_KEY` }
    if (type === "http" && String(kind).toLowerCase() === "basic")
      return { type: "basic", user: `${constant}_USER`, password: `${constant}_PASSWORD` }
    if (type === "http" || type === "oauth2") return { type: "bearer", variable: `${constant}_TOKEN` }
  }
  return { type: "bearer", variable: `${constant}_TOKEN` }
}

const titleOf = (title: string): string => {
  const words = title
    .replaceAll(/\b(api|rest|openapi|swagger)\b/gi, " ")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => /^[A-Za-z]/.test(word))
  const name = words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
  return name === "" ? "Acme" : name
}

/** The starter. */
export const starterOf = (document: Readonly<Record<string, unknown>>, read: Read): Starter => {
  const name = titleOf(read.title)
  const [server = ""] = read.servers
  const operations = read.operations.flatMap((found) => {
    const own = operationOf(found, read)
    return Object.keys(own).length === 0 ? [] : [[found.place, own] as const]
  })
  const failures = failuresOf(read)
  const facts: Facts = {
    $schema: "./node_modules/faultline/docs/errors.schema.json",
    vendor: { name, docs: see },
    hosts: { main: /^https?:/.test(server) ? server.replace(/^http:/, "https:") : "" },
    auth: authOf(document, name),
    answers: { messageAt: ["message", "error", "error.message"], guaranteed: ["id"] },
    failures,
    operations: Object.fromEntries(operations)
  }
  const guesses = [
    { where: "/auth", what: `credentials: ${facts.auth.type}` },
    ...(server.startsWith("http:") ? [{ where: "/hosts/main", what: "https in place of http" }] : []),
    ...failures.map(({ tag }, index) => ({
      where: `/failures/${index}`,
      what: `${tag}: its category and when to try it once more`
    })),
    ...operations.flatMap(([place, { key, paging }]) => [
      ...(paging === undefined
        ? []
        : [
            {
              where: place,
              what: `its pages: ${paging.style}, by “${paging.into}”, items at “${paging.items}”`
            }
          ]),
      ...(key === undefined ? [] : [{ where: place, what: `a repeat is known by the header ${key}` }])
    ])
  ]
  return { facts, guesses }
}
