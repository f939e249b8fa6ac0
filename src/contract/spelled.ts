/** A request in its spelling on the wire, the names of variables in the place of its credentials. */
import { headersOf, markOf } from "./named.ts"
import { hide, hideInPath, type Hiding } from "./privacy.ts"
import { byName } from "./redact.ts"
import type { Named, Sent } from "./sent.ts"
import { spell, type Spelling } from "./spelling.ts"
import type { Variables } from "./Vendor.ts"
import { isRecord } from "./Wire.ts"

/** The request. */
export interface Spelled {
  readonly method: string
  readonly url: string
  /** Those that the operation and the layer give, in their order; the transport adds `host`, `connection` and `content-length`. */
  readonly headers: Readonly<Record<string, string>>
  /** Absent where there is none, and where it is not shown. */
  readonly body?: string | Uint8Array
  /** The variables whose names stand in it, by their places. */
  readonly variables: Variables
  /** How many fields are hidden; a body that is not shown is one. */
  readonly hidden: number
}

const isStructured = (content: string): boolean => content === "json" || content === "form"

// A form spells the mark of a variable in its own way.
const inForm = (text: string, variables: Variables): string =>
  Object.values(variables).reduce<string>(
    (found, names) => found.replace(encodeURIComponent(markOf(names)), () => markOf(names)),
    text
  )

const bodyOf = ({ fields, order, outgoing, variables }: Named, hiding: Hiding): Spelling | undefined => {
  const { body, content } = outgoing
  if (!isStructured(content) || (body === undefined && order.length === 0)) return spell(outgoing)
  const shown: unknown =
    body === undefined ? {} : JSON.parse(JSON.stringify(hide(hiding, body), byName()) ?? "null")
  const own = isRecord(shown) ? shown : {}
  const all = order.flatMap((name) =>
    name in fields || name in own ? [[name, fields[name] ?? own[name]] as const] : []
  )
  const spelling = spell({ body: order.length === 0 ? shown : Object.fromEntries(all), content })
  return spelling === undefined || content === "json"
    ? spelling
    : { ...spelling, body: inForm(String(spelling.body), variables) }
}

const queryOf = ({ outgoing, query }: Named, hiding: Hiding): string => {
  const own = new URLSearchParams(
    outgoing.query.map(([name, value]): [string, string] => [
      name,
      String(byName()(name, hide(hiding, value, name)))
    ])
  ).toString()
  const all = [...(own === "" ? [] : [own]), ...query.map(([name, text]) => `${name}=${text}`)]
  return all.length === 0 ? "" : `?${all.join("&")}`
}

const hiddenMark = /(?:<|%3C)(?:personal|redacted|deeper[ +]than[ +]is[ +]shown)(?:>|%3E)/g

/** How many fields are hidden in these texts. */
export const hiddenIn = (texts: ReadonlyArray<string>): number =>
  texts.join("\n").match(hiddenMark)?.length ?? 0

/** Spells a request. `whole` is with personal data, and with a body that is neither JSON nor a form. */
export const spelled = ({ blank, hiding, request, template }: Sent, whole: boolean): Spelled => {
  const { content, method, url: address } = request.outgoing
  const hides = hiding(whole)
  const found = bodyOf(request, hides)
  const url = blank(hideInPath(hides, template, address) + queryOf(request, hides))
  const type = found === undefined ? {} : { "content-type": found.type }
  const headers = { ...headersOf(request, hides), ...type }
  const shown = whole || isStructured(content) ? found?.body : undefined
  const body = typeof shown === "string" ? blank(shown) : shown
  const hidden = hiddenIn([url, ...Object.values(headers), typeof body === "string" ? body : ""])
  return {
    method,
    url,
    headers,
    ...(body === undefined ? {} : { body }),
    variables: request.variables,
    hidden: found !== undefined && body === undefined ? 1 : hidden
  }
}
