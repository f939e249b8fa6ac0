/** A request as plain data: what an operation and its input become before credentials are added. */
import type { Complaint, RequestReport } from "./CallReport.ts"
import type { Contract } from "./compile.ts"
import { namesIn } from "./operation/places.ts"
import type { Content } from "./Operation.ts"
import { hide, hideInPath, type Hiding } from "./privacy.ts"
import { byName } from "./redact.ts"
import type { QueryLists } from "./Vendor.ts"
import { excerpt, isRecord } from "./Wire.ts"

/** A request that can be shown, changed and sent. */
export interface Outgoing {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly query: ReadonlyArray<readonly [string, string]>
  /** JSON values, the fields of a form, or the text or bytes of any other content; `undefined` sends no body. */
  readonly body: unknown
  readonly content: Content
}

/** What a layer knows that the path or headers of an operation need. */
export interface Setting {
  readonly hosts: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
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

type Values = Readonly<Record<string, unknown>>

const fill = (text: string, values: Values, spell: (value: string) => string): string =>
  text.replace(/\{([^}]+)\}/g, (_, name: string) => spell(word(values[name] ?? "")))

/** The headers of an operation; one whose field is not given is left out. */
const headersOf = (
  headers: Readonly<Record<string, string>> = {},
  values: Values
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([, text]) =>
        namesIn(text).every((name) => values[name] !== undefined && values[name] !== null)
      )
      .map(([name, text]) => [name, fill(text, values, (value) => value)])
  )

/** Why a text cannot stand in a path; `undefined` where it can. An empty one or dots would lead to another resource. */
const pathFault = (value: unknown): string | undefined => {
  const text = word(value ?? "")
  if (text.trim() === "") return "must not be empty: it is part of the address"
  if (text === "." || text === "..") return "must not be dots: it is part of the address"
  return text.isWellFormed() ? undefined : "must be well-formed Unicode text: it is part of the address"
}

const headerFault = (value: unknown): string | undefined =>
  value === undefined || value === null || /^[\t\x20-\x7e]*$/.test(word(value))
    ? undefined
    : "must be printable ASCII: it is sent in a header"

/** The fields that cannot stand in their place, each with the rule that it breaks. */
export const faultsOf = ({ places }: Contract, encoded: unknown): ReadonlyArray<Complaint> => {
  const input = isRecord(encoded) ? encoded : {}
  const wrong = (names: ReadonlyArray<string>, fault: typeof pathFault) =>
    names.flatMap((path) => {
      const message = fault(input[path])
      return message === undefined ? [] : [{ path, message }]
    })
  return [...wrong(places.path, pathFault), ...wrong(places.headers, headerFault)]
}

/** The settings that an operation needs and the layer does not have. */
export const missingSettings = ({ places }: Contract, { settings }: Setting): ReadonlyArray<string> =>
  places.settings.filter((name) => (settings[name] ?? "").trim() === "")

const bodyOf = ({ places, spec }: Contract, input: Values): unknown => {
  if (!places.hasBody) return undefined
  if (places.whole !== undefined) return input[places.whole]
  const fields = Object.entries(input).filter(([name]) => places.of(name) === "body")
  const isEmpty = fields.length === 0 && spec.method === "DELETE" && spec.body !== "required"
  return isEmpty ? undefined : Object.fromEntries(fields)
}

/** Puts each field of the encoded input in its place: path, headers, query or body. Settings go before fields of their name. */
export const make = (contract: Contract, encoded: unknown, setting: Setting): Outgoing => {
  const { places, spec, vendor } = contract
  const input = isRecord(encoded) ? encoded : {}
  const values = { ...input, ...setting.settings }
  const host = setting.hosts[spec.host ?? Object.keys(setting.hosts)[0] ?? ""] ?? ""
  return {
    method: spec.method,
    url: host.replace(/\/+$/, "") + fill(spec.path, values, encodeURIComponent),
    headers: { accept: "application/json", ...setting.headers, ...headersOf(spec.headers, values) },
    query: queryOf(
      Object.entries(input).filter(([name]) => places.of(name) === "query"),
      vendor.queryLists
    ),
    body: bodyOf(contract, input),
    content: spec.content ?? "json"
  }
}

/** The URL with its query. */
export const urlOf = ({ query, url }: Pick<Outgoing, "url" | "query">): string =>
  query.length === 0
    ? url
    : `${url}?${new URLSearchParams(query.map(([name, value]) => [name, value])).toString()}`

const excerptLength = 2_000

const showBody = ({ body, content }: Outgoing, hiding: Hiding): string => {
  if (content === "json" || content === "form")
    return excerpt(JSON.stringify(hide(hiding, body), byName()), excerptLength)
  return body instanceof Uint8Array ? `${body.length} bytes of ${content}` : `${content}, not shown`
}

// Longer than servers take, as a rule.
const longestUrl = 8_000

/**
 * The request as it may be shown. It is taken before credentials are added; fields named like secrets are blanked, and personal
 * data is hidden.
 */
export const show = (outgoing: Outgoing, template: string, hiding: Hiding): RequestReport => ({
  method: outgoing.method,
  url: excerpt(
    urlOf({
      url: hideInPath(hiding, template, outgoing.url),
      query: outgoing.query.map(
        ([name, value]) => [name, String(byName()(name, hide(hiding, value, name)))] as const
      )
    }),
    longestUrl
  ),
  ...(outgoing.body === undefined ? {} : { body: showBody(outgoing, hiding) })
})
