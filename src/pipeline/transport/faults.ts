/** What an error of a transport means: that the request cannot have arrived, or silence. The table is in `pipeline/Transport`. */
import * as Data from "effect/Data"
import * as HttpClientError from "effect/http/HttpClientError"
import type { NotSentReason, SilenceReason } from "../../contract/Common.ts"
import { isRecord } from "../../contract/Wire.ts"

/** The request did not reach the vendor. */
export class Unsent extends Data.TaggedError("Unsent")<{
  readonly reason: typeof NotSentReason.Type
  readonly code?: string
  /** What else the person on call needs to know: a proxy that is set and not used. */
  readonly note?: string
}> {}

/** The request left, or may have left, and no whole answer came back. */
export class Silence extends Data.TaggedError("Silence")<{
  readonly reason: typeof SilenceReason.Type
  readonly code?: string
}> {}

// While connecting: by the error's syscall, or by codes that nothing else gives.
const connecting: Readonly<Record<string, typeof NotSentReason.Type>> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  ETIMEDOUT: "connect-timeout"
}
const beforeConnected: Readonly<Record<string, typeof NotSentReason.Type>> = {
  UND_ERR_CONNECT_TIMEOUT: "connect-timeout",
  UND_ERR_PRX_TLS: "tls",
  UND_ERR_PRX_CONN: "proxy",
  ERR_PROXY_TUNNEL: "proxy"
}
const resolving = /^(ENOTFOUND|EAI_[A-Z]+)$/

// Node checks the certificate before it hands the connection over, so these verdicts of OpenSSL's come before any request.
const certificate =
  /^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_|CRL_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/
const handshake = /^(ERR_SSL_|ERR_TLS_|EPROTO$)/

const silence: Readonly<Record<string, typeof SilenceReason.Type>> = {
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ETIMEDOUT: "timeout",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "cut-off",
  UND_ERR_HEADERS_OVERFLOW: "too-large",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "too-large"
}

// Runtimes whose fetch gives no code say in words that they were still connecting. hyper is the client within Deno: its error
// names the step that failed, and the request is written in a later one.
const whileConnecting = /client error \(Connect\): (.*)/
const words: ReadonlyArray<readonly [RegExp, typeof NotSentReason.Type]> = [
  [/dns error/i, "dns"],
  [/connection refused/i, "refused"],
  [/timed out/i, "connect-timeout"],
  [/reset by peer/i, "reset"],
  [/tls|certificate|handshake/i, "tls"],
  [/tunnel|proxy/i, "proxy"]
]
// undici's answer of a proxy that opens no tunnel, and ports that the standard of fetch forbids.
const neverOpened: ReadonlyArray<readonly [RegExp, typeof NotSentReason.Type]> = [
  [/^Proxy response \(\d+\) !== 200/, "proxy"],
  [/^bad port$|^Fetch failed: Requests to port \d+ are blocked/, "aborted"]
]

type Link = Readonly<Record<string, unknown>>

// The error, what caused it, and so on; of several addresses that were tried, the first.
const chain = (error: unknown): ReadonlyArray<Link> => {
  const links: Array<Link> = []
  for (let link: unknown = error; isRecord(link) && links.length < 8;) {
    links.push(link)
    const first = Array.isArray(link["errors"]) ? link["errors"][0] : undefined
    link = first ?? link["cause"] ?? link["reason"]
  }
  return links
}

const firstText = (links: ReadonlyArray<Link>, key: string): string | undefined =>
  links.map((link) => link[key]).find((value): value is string => typeof value === "string" && value !== "")

/** The code of a transport error, wherever in the chain of causes it stands. */
export const codeOf = (error: unknown): string | undefined => firstText(chain(error), "code")

const neverBegun = (error: unknown): boolean =>
  HttpClientError.isHttpClientError(error) &&
  (error.reason._tag === "InvalidUrlError" || error.reason._tag === "EncodeError")

const certainly = (code: string, syscall: string | undefined): typeof NotSentReason.Type | undefined => {
  if (resolving.test(code) || syscall === "getaddrinfo") return "dns"
  if (certificate.test(code)) return "tls"
  if (syscall === "connect") return connecting[code] ?? "unreachable"
  // Bun names no syscall. Nothing but connecting is refused, where none is named.
  if (code === "ECONNREFUSED" && syscall === undefined) return "refused"
  return beforeConnected[code]
}

const saidIn = (links: ReadonlyArray<Link>): typeof NotSentReason.Type | undefined => {
  for (const { message } of links) {
    if (typeof message !== "string") continue
    const opened = neverOpened.find(([sign]) => sign.test(message))
    if (opened !== undefined) return opened[1]
    const step = whileConnecting.exec(message)?.[1]
    if (step !== undefined) return words.find(([sign]) => sign.test(step))?.[1] ?? "unreachable"
  }
  return undefined
}

// Only for requests that are known not to have been written.
const unwritten = (code: string): typeof NotSentReason.Type => {
  if (handshake.test(code)) return "tls"
  return silence[code] === "reset" ? "reset" : silence[code] === "timeout" ? "connect-timeout" : "aborted"
}

/** Whether a transport error means that the request cannot have arrived. What is not known for certain is silence. */
export const faultOf = (error: unknown): Unsent | Silence => {
  if (neverBegun(error)) return new Unsent({ reason: "aborted" })
  const links = chain(error)
  const code = firstText(links, "code")
  const coded = code === undefined ? {} : { code }
  const reason = code === undefined ? undefined : certainly(code, firstText(links, "syscall"))
  const certain = reason ?? saidIn(links)
  if (certain !== undefined) return new Unsent({ reason: certain, ...coded })
  if (links.some((link) => link["unwritten"] === true))
    return new Unsent({ reason: unwritten(code ?? ""), ...coded })
  return new Silence({ reason: (code === undefined ? undefined : silence[code]) ?? "lost", ...coded })
}
