/**
 * A request as one curl command for a POSIX shell. What Node's transport sends is reproduced to the byte: curl adds nothing of its
 * own, and what it would spell otherwise (`Host`, `Content-Length`) is spelled here.
 */
import { markOf } from "../../contract/named.ts"
import type { Spelled } from "../../contract/spelled.ts"
import type { Variables } from "../../contract/Vendor.ts"
import { count, type Piece, splice, word } from "./shell.ts"

type Names = Variables[string]

/** The value of a credential as the shell makes it: several parts are joined by colons and encoded. */
const expressionOf = (names: Names): string =>
  typeof names === "string" ? `$${names}` : `$(printf %s "${markOf(names)}" | base64 | tr -d '\\n')`

type Around = readonly [before: string, after: string]

/** The text with every credential in its place: `around` says what stands before and after one. */
const spliced = (
  text: string,
  variables: Variables,
  around: (place: string) => Around
): ReadonlyArray<Piece> =>
  Object.entries(variables).reduce<ReadonlyArray<Piece>>(
    (pieces, [place, names]) => {
      const [before, after] = around(place)
      const at = pieces.findIndex(
        (piece) => typeof piece === "string" && piece.includes(before + markOf(names) + after)
      )
      return pieces.flatMap((piece, index) =>
        index === at ? splice(piece, [before, markOf(names), after], expressionOf(names)) : [piece]
      )
    },
    [text]
  )

const schemes = ["bearer", "basic"]

const headerLine = (name: string, value: string, variables: Variables): string => {
  const own = Object.entries(variables).filter(
    ([place]) => place === name || (name.endsWith("authorization") && schemes.includes(place))
  )
  const pieces = spliced(value, Object.fromEntries(own), () => ["", ""])
  return word(value === "" ? [`${name};`] : [`${name}: `, ...pieces])
}

/** The body with the credentials that stand in it: as a field of JSON, or of a form. */
const bodyPieces = (body: string, variables: Variables, isForm: boolean): ReadonlyArray<Piece> =>
  spliced(body, variables, (place) => (isForm ? [`${place}=`, ""] : [`"${place}":"`, `"`]))

// Linux takes no argument of more than 128 KiB; other systems take less in all. What a shell does itself has no limit.
const longestArgument = 100_000

const encoder = new TextEncoder()

const base64 = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** Whether a shell can hold the text in an argument: a NUL ends one. */
const isText = (body: string | Uint8Array): body is string => typeof body === "string" && !body.includes("\0")

interface Data {
  /** What stands before curl, and feeds it. */
  readonly feed: string
  /** The argument of `--data-binary`, as a word. */
  readonly argument: string
  /** The length in bytes, as a word. */
  readonly length: string
  /** How long it is at least. */
  readonly bytes: number
}

const dataOf = (body: string | Uint8Array, variables: Variables, isForm: boolean): Data => {
  if (!isText(body)) {
    const bytes = typeof body === "string" ? encoder.encode(body) : body
    const feed = `printf %s ${word([base64(bytes)])} | base64 -d | `
    return { feed, argument: "@-", length: String(bytes.length), bytes: bytes.length }
  }
  const pieces = bodyPieces(body, variables, isForm)
  const length = count(pieces)
  const bytes = encoder.encode(body).length
  // What begins with @ would be taken for the name of a file.
  return body.startsWith("@") || bytes > longestArgument
    ? { feed: `printf %s ${word(pieces)} | `, argument: "@-", length, bytes }
    : { feed: "", argument: word(pieces), length, bytes }
}

/** The address as it goes over the wire. */
const parsed = (url: string): { readonly href: string; readonly host: string } => {
  if (!URL.canParse(url)) return { href: url, host: "" }
  const { hash, host, href } = new URL(url)
  return { href: href.slice(0, href.length - hash.length), host }
}

/** Methods whose requests say that they have no body. */
const expectBody = ["POST", "PUT", "PATCH"]

const withoutOwn = (headers: Spelled["headers"], bytes: number): ReadonlyArray<string> => {
  const own = ["accept", "user-agent", "content-type"].filter((name) => headers[name] === undefined)
  // What is long is announced by some versions, which then wait for leave.
  return [...own, ...(bytes > 1_000 ? ["expect"] : [])].map((name) => `-H '${name}:'`)
}

/** The command. */
export const curlOf = ({ body, headers, method, url, variables }: Spelled): string => {
  const { host, href } = parsed(url)
  const type = headers["content-type"] ?? ""
  const data = body === undefined ? undefined : dataOf(body, variables, type.includes("form-urlencoded"))
  const length = data?.length ?? (expectBody.includes(method) ? "0" : undefined)
  const address = word(spliced(href, variables, (place) => [`${place}=`, ""]))
  const begin = `${data?.feed ?? ""}curl -q -sS -i --http1.1 --globoff --path-as-is -X ${method} ${address}`
  // Host is given twice: the first takes curl's own away, and the second stands where Node's does, in its spelling.
  const connection = [
    ...(host === "" ? [] : [`-H 'Host:' -H ${word([`host: ${host}`])}`]),
    "-H 'connection: keep-alive'"
  ]
  return [
    begin,
    connection.join(" "),
    ...Object.entries(headers).map(([name, value]) => `-H ${headerLine(name, value, variables)}`),
    ...(length === undefined
      ? []
      : [`-H ${/^\d+$/.test(length) ? `'content-length: ${length}'` : `"content-length: ${length}"`}`]),
    ...withoutOwn(headers, data?.bytes ?? 0),
    ...(data === undefined ? [] : [`--data-binary ${data.argument}`])
  ].join(" \\\n  ")
}
