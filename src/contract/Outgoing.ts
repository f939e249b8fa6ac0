/** A request as plain data: what an operation and its input become before credentials are added. */
import type { AnyOperation } from "./Operation.ts"
import type { RequestReport } from "./CallReport.ts"
import { byName } from "./redact.ts"
import { excerpt, isRecord } from "./Wire.ts"

/** A request that can be shown, changed and sent. `body` is JSON; `undefined` sends none. */
export interface Outgoing {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly query: ReadonlyArray<readonly [string, string]>
  readonly body: unknown
}

/** How a vendor spells a list in a query: `ids=a&ids=b`, `ids[]=a&ids[]=b` or `ids=a,b`. */
export type QueryLists = "repeated" | "brackets" | "commas"

/** What the layer knows that an operation's path or headers need. */
export interface Setting {
  readonly hosts: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly queryLists: QueryLists
}

const word = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value))

const queryOf = (fields: ReadonlyArray<readonly [string, unknown]>, lists: QueryLists): Outgoing["query"] =>
  fields.flatMap(([name, value]): ReadonlyArray<readonly [string, string]> => {
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) return [[name, word(value)]]
    if (lists === "commas") return value.length === 0 ? [] : [[name, value.map(word).join(",")]]
    return value.map((item): readonly [string, string] => [
      lists === "brackets" ? `${name}[]` : name,
      word(item)
    ])
  })

const fillPath = (path: string, values: Readonly<Record<string, unknown>>): string =>
  path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(word(values[name] ?? "")))

/** The names in braces of a path: `/meters/{id}` has `id`. */
export const pathNames = (path: string): ReadonlyArray<string> =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "")

/** Why a text cannot stand in a path; `undefined` where it can. An empty one or dots would lead to another resource. */
const pathFault = (value: unknown): string | undefined => {
  const text = word(value ?? "")
  if (text.trim() === "") return "must not be empty: it is part of the address"
  if (text === "." || text === "..") return "must not be dots: it is part of the address"
  return text.isWellFormed() ? undefined : "must be well-formed Unicode text: it is part of the address"
}

/** The fields of the path that cannot stand in it, each with the rule that it breaks. */
export const faultsOf = (
  { spec }: AnyOperation,
  encoded: unknown,
  { settings }: Pick<Setting, "settings">
): ReadonlyArray<{ readonly path: string; readonly rule: string }> => {
  const values: Readonly<Record<string, unknown>> = { ...settings, ...(isRecord(encoded) ? encoded : {}) }
  return pathNames(spec.path).flatMap((path) => {
    const rule = pathFault(values[path])
    return rule === undefined ? [] : [{ path, rule }]
  })
}

/** Puts each field of the encoded input in its place: path, query or body. */
export const make = ({ spec }: AnyOperation, encoded: unknown, setting: Setting): Outgoing => {
  const input = isRecord(encoded) ? encoded : {}
  const inPath = new Set(pathNames(spec.path))
  const rest = Object.entries(input).filter(([name]) => !inPath.has(name))
  const inQuery = (name: string) =>
    spec.method === "GET" ? name !== spec.body : (spec.query ?? []).includes(name)
  const fields = rest.filter(([name]) => !inQuery(name) && name !== spec.body)
  const bodyless = spec.method === "GET" || (spec.method === "DELETE" && fields.length === 0)
  const host = setting.hosts[spec.host ?? Object.keys(setting.hosts)[0] ?? ""] ?? ""
  return {
    method: spec.method,
    url: host.replace(/\/+$/, "") + fillPath(spec.path, { ...setting.settings, ...input }),
    headers: { accept: "application/json", ...setting.headers, ...spec.headers },
    query: queryOf(
      rest.filter(([name]) => inQuery(name)),
      setting.queryLists
    ),
    body: spec.body !== undefined ? input[spec.body] : bodyless ? undefined : Object.fromEntries(fields)
  }
}

/** The URL with its query. */
export const urlOf = ({ query, url }: Pick<Outgoing, "url" | "query">): string =>
  query.length === 0
    ? url
    : `${url}?${new URLSearchParams(query.map(([name, value]) => [name, value])).toString()}`

const excerptLength = 2_000

/** The request as it may be shown. It is taken before credentials are added, and fields named like secrets are blanked. */
export const show = (outgoing: Outgoing): RequestReport => ({
  method: outgoing.method,
  url: urlOf({
    url: outgoing.url,
    query: outgoing.query.map(([name, value]) => [name, String(byName(name, value))] as const)
  }),
  ...(outgoing.body === undefined
    ? {}
    : { body: excerpt(JSON.stringify(outgoing.body, byName), excerptLength) })
})
