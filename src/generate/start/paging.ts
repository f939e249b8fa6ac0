/** How lists are read on, guessed from names. */
import type { Operation } from "../facts/schema.ts"
import type { Schema } from "../read/openapi.ts"
import type { Found, Read } from "../spec/found.ts"

const resolved = (schema: Schema | undefined, read: Pick<Read, "schemas">): Schema => {
  const name = schema?.$ref?.slice("#/components/schemas/".length)
  const found = name === undefined ? (schema ?? {}) : (read.schemas[name] ?? {})
  const parts = (found.allOf ?? []).map((part) => resolved(part, read))
  return parts.length === 0
    ? found
    : { ...found, properties: Object.assign({}, ...parts.map(({ properties }) => properties)) }
}

const answerOf = ({ operation }: Found, read: Read): Schema => {
  const [answer] = Object.values(operation.responses)
  return resolved(answer?.content?.["application/json"]?.schema, read)
}

/** The list of an answer: its path, and the fields beside it. */
interface List {
  readonly items: string
  readonly beside: Readonly<Record<string, Schema>>
}

const listIn = (answer: Schema, read: Read): List | undefined => {
  if (answer.type === "array") return { items: "", beside: {} }
  const fields = answer.properties ?? {}
  const found = Object.entries(fields).find(([, schema]) => resolved(schema, read).type === "array")
  return found === undefined ? undefined : { items: found[0], beside: fields }
}

const called = (names: ReadonlyArray<string>, pattern: RegExp): string | undefined =>
  names.find((name) => pattern.test(name))

interface Names {
  readonly texts: ReadonlyArray<string>
  readonly numbers: ReadonlyArray<string>
}

/** Parameters of the query, by what they hold. */
const namesOf = ({ operation }: Found, read: Read): Names => {
  const query = (operation.parameters ?? []).filter((one) => one.in === "query")
  const ofType = (...types: ReadonlyArray<string>) =>
    query.filter(({ schema }) => types.includes(resolved(schema, read).type ?? "")).map(({ name }) => name)
  return { texts: ofType("string"), numbers: ofType("integer", "number") }
}

const byToken = (list: List, { texts }: Names, read: Read): Operation["paging"] => {
  const into = called(texts, /(cursor|next_?token|page_?token|starting_?after|^after$|^page$)/i)
  const token = called(Object.keys(list.beside), /^(next|next_?(token|cursor|page_?token)|cursor)$/i)
  const isText = token !== undefined && resolved(list.beside[token], read).type === "string"
  return into === undefined || !isText ? undefined : { style: "token", items: list.items, token, into }
}

/** How a list is read on, guessed from the names of its parameters and fields. */
export const pagingOf = (found: Found, read: Read): Operation["paging"] => {
  const list = found.method === "GET" ? listIn(answerOf(found, read), read) : undefined
  if (list === undefined) return undefined
  const names = namesOf(found, read)
  const size = called(names.numbers, /^(limit|per_?page|page_?size|size|count|max_?results)$/i)
  const offset = called(names.numbers, /^(offset|skip|start)$/i)
  const page = called(names.numbers, /^page(_?(number|index))?$/i)
  const [{ items }, usual] = [list, usualOf(found, size)]
  return (
    byToken(list, names, read) ??
    (offset !== undefined && size !== undefined
      ? { style: "offset", items, into: offset, size, usual }
      : page === undefined
        ? undefined
        : { style: "page", items, into: page, first: 1, usual })
  )
}

const usualOf = ({ operation }: Found, size: string | undefined): number => {
  const schema = (operation.parameters ?? []).find(({ name }) => name === size)?.schema
  return schema?.maximum ?? 100
}
