/** A request with the names of variables in the place of its credentials, which are not kept. */
import type { Outgoing } from "./Outgoing.ts"
import { hide, type Hiding } from "./privacy.ts"
import { byName, redacted } from "./redact.ts"
import type { Named } from "./sent.ts"
import type { Variables, Vendor } from "./Vendor.ts"
import { isRecord } from "./Wire.ts"

/** A request before and after it got its credentials; the second is absent where it got none. */
export interface Request {
  readonly outgoing: Outgoing
  readonly authenticated?: Outgoing | undefined
}

/** What credentials are shown as: `$NAME`, or several as they are joined before they are encoded. */
export const markOf = (names: Variables[string]): string =>
  [names]
    .flat()
    .map((name) => `$${name}`)
    .join(":")

// Where a vendor does not say: SHOP_X_API_KEY.
const namesFor = ({ name, variables = {} }: Vendor, place: string): Variables[string] =>
  variables[place] ?? `${name}_${place}`.replace(/\W+|-/g, "_").toUpperCase()

// A text that is spelled otherwise in the body than it is: a variable cannot stand in its place.
const isPlain = (text: unknown, content: string): boolean =>
  typeof text === "string" &&
  (content === "json" ? JSON.stringify(text) === `"${text}"` : encodeURIComponent(text) === text)

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})

/** Names the credentials of a request: whatever they have changed. */
export const named = (vendor: Vendor, { authenticated, outgoing }: Request): Named => {
  const after = authenticated ?? outgoing
  const variables: Record<string, Variables[string]> = {}
  const mark = (place: string): string => markOf((variables[place] = namesFor(vendor, place)))
  const headers = Object.entries(after.headers).map(([name, value]) => {
    if (outgoing.headers[name] === value) return [name, value, false] as const
    const [scheme = ""] = /^(Bearer|Basic) /.exec(value) ?? []
    return [name, scheme + mark((scheme.trim() || name).toLowerCase()), true] as const
  })
  const [before, body] = [fieldsOf(outgoing.body), fieldsOf(after.body)]
  const fields = Object.entries(after.body === outgoing.body ? {} : body)
    .filter(([name, value]) => before[name] !== value)
    .map(([name, value]) => [name, isPlain(value, after.content) ? mark(name) : redacted] as const)
  const query = after.query
    .filter((one) => !outgoing.query.some(([name, value]) => one[0] === name && one[1] === value))
    .map(([name]) => [name, mark(name)] as const)
  const order = fields.length === 0 ? [] : Object.keys(body)
  return { outgoing, headers, fields: Object.fromEntries(fields), order, query, variables }
}

/** The headers as they may be shown. */
export const headersOf = ({ headers }: Named, hiding: Hiding): Readonly<Record<string, string>> =>
  Object.fromEntries(
    headers.map(([name, text, isName]) => [
      name.toLowerCase(),
      isName ? text : String(byName()(name, hide(hiding, text, name)))
    ])
  )
