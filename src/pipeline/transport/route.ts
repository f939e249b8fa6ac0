/** Which proxy a request of this process goes through, by Node's rules for the environment (Node only). */
import * as Redacted from "effect/Redacted"
import { environmentIsUsed, nodeIsBefore, unusedProxy } from "./proxies.ts"

/** The way of a request. */
export interface Route {
  /** The address of the proxy, which may hold a password. Absent where requests go straight to the host. */
  readonly proxy?: Redacted.Redacted
  /** What says so: `proxy`, the option of the layer, or the name of a variable. */
  readonly from?: string
  /** A proxy is set and is not used: why, and what to do. */
  readonly unused?: string
}

// A proxy for plain http serves where none is named for https. As undici and Node's own fetch have it, lower case comes first, and
// there even an empty one counts as set.
const variables: Readonly<Record<string, ReadonlyArray<readonly [lower: string, upper: string]>>> = {
  "https:": [
    ["https_proxy", "HTTPS_PROXY"],
    ["http_proxy", "HTTP_PROXY"]
  ],
  "http:": [["http_proxy", "HTTP_PROXY"]]
}

const ports: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 }

interface Entry {
  readonly host: string
  readonly port: number
  readonly wildcard: boolean
}

/** One name of NO_PROXY: `host`, `host:port`, `.domain`, `*.domain`, `*`. */
const entryOf = (written: string): Entry => {
  const [, bracketed, bracketedPort] = /^\[(.+)\](?::(\d+))?$/.exec(written) ?? []
  const [, plain, plainPort] = /^([^:]+):(\d+)$/.exec(written) ?? []
  const host = (bracketed ?? plain ?? written).toLowerCase()
  const port = Number(bracketedPort ?? plainPort ?? 0)
  // `*.domain` is for what is below a domain alone, `.domain` and `domain` for the domain as well.
  const wildcard = host.startsWith("*")
  return { host: host === "*" ? host : host.replace(/^\*?\./, "").replace(/\.$/, ""), port, wildcard }
}

/** Whether NO_PROXY takes an address out. */
export const isExempt = ({ hostname, port, protocol }: URL, noProxy: string): boolean => {
  const host = hostname.replace(/^\[(.+)\]$/, "$1").replace(/\.$/, "")
  const wanted = Number(port) || ports[protocol]
  return noProxy
    .split(/[,\s]+/)
    .filter((written) => written !== "")
    .map(entryOf)
    .some(
      (entry) =>
        (entry.port === 0 || entry.port === wanted) &&
        (entry.host === "*" || (!entry.wildcard && host === entry.host) || host.endsWith(`.${entry.host}`))
    )
}

/** The way of a request to this address: by the option of a layer where it is given, else as the environment says. */
export const routeOf = (url: string, given: Redacted.Redacted | undefined): Route => {
  if (given !== undefined) return { proxy: given, from: "proxy" }
  const unused = unusedProxy(url)
  if (unused !== undefined) return { unused }
  if (!environmentIsUsed() || nodeIsBefore(22, 19) || !URL.canParse(url)) return {}
  const target = new URL(url)
  const from = variables[target.protocol]
    ?.map(([lower, upper]) => (process.env[lower] === undefined ? upper : lower))
    .find((name) => (process.env[name] ?? "") !== "")
  if (from === undefined || isExempt(target, process.env["no_proxy"] ?? process.env["NO_PROXY"] ?? ""))
    return {}
  return { proxy: Redacted.make(process.env[from] ?? ""), from }
}
