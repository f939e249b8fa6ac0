/** Proxies: where the environment names one, whether it is used, and what a failure has to say of that. */
import * as Data from "effect/Data"

/** A proxy was asked for that this platform's transport cannot use. */
export class Unproxied extends Data.TaggedError("Unproxied")<{ readonly problem: string }> {}

/** Whether this Node is older than that version. */
export const nodeIsBefore = (major: number, minor: number): boolean => {
  const [ours = 0, its = 0] = process.versions.node.split(".").map(Number)
  return ours < major || (ours === major && its < minor)
}

/** Whether Node is to use the proxies that the environment names. */
export const environmentIsUsed = (): boolean =>
  process.env["NODE_USE_ENV_PROXY"] === "1" || process.execArgv.includes("--use-env-proxy")

const names: Readonly<Record<string, ReadonlyArray<string>>> = {
  "https:": ["https_proxy", "HTTPS_PROXY"],
  "http:": ["http_proxy", "HTTP_PROXY"]
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** That the environment names a proxy for this address which is not used; `undefined` where that is not so. */
export const unusedProxy = (url: string): string | undefined => {
  const heeded = environmentIsUsed()
  if ((heeded && !nodeIsBefore(22, 19)) || !URL.canParse(url)) return undefined
  const { hostname, protocol } = new URL(url)
  const found = names[protocol]?.find((name) => (process.env[name] ?? "") !== "")
  if (found === undefined || loopback.test(hostname)) return undefined
  const cure = heeded
    ? `Node ${process.versions.node} is too old to heed NODE_USE_ENV_PROXY`
    : "set NODE_USE_ENV_PROXY=1, or give the layer its option proxy"
  return `The environment has ${found}, which was not used: ${cure}`
}

/** A proxy as it is spelled, or what is wrong with it. The address is never repeated: it may hold a password. */
export const proxyProblem = (proxy: string): string | undefined => {
  if (!URL.canParse(proxy)) return "It is not a URL: write it as http://host:port."
  const { protocol } = new URL(proxy)
  return protocol === "http:" || protocol === "https:"
    ? undefined
    : "It must begin with http:// or https://, which is how the proxy itself is spoken to."
}
