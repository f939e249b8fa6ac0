/** The step that tells which way requests take, and whether a proxy on it lets them through. */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Category } from "../../contract/Failure.ts"
import { httpRule } from "../../contract/statuses.ts"
import type * as Transport from "../../pipeline/Transport.ts"
import type { Place } from "./place.ts"
import type { Connected, Probes, Tunneled, Unreached } from "./probes.ts"
import { failed, ok, type Outcome, sentences } from "./step.ts"
import { connecting, resolving, type Words, wordsOn } from "./words.ts"

// By what HTTP says of the status of its answer.
const refusals: Partial<Record<Category, Words>> = {
  misconfigured: {
    means: "The proxy wants credentials, and got none or wrong ones.",
    remedy: "Give them in its address: http://user:password@host:port."
  },
  forbidden: {
    means: "The proxy's rules do not allow this host and port.",
    remedy:
      "Ask who runs the proxy to allow them, or name the host in NO_PROXY where it can be reached straight."
  },
  unavailable: {
    means: "The proxy could not reach the host.",
    remedy: "Ask who runs the proxy: its DNS, its firewall, or the host itself."
  }
}
const otherRefusal: Words = {
  means: "The proxy opened no tunnel to the host.",
  remedy: "Check that the address is the one of a proxy (CONNECT), and what it lets through."
}

/** Its address without credentials. */
const shown = (proxy: string): string => new URL(proxy).host

const about = ({ from }: Transport.Route): string =>
  from === "proxy" ? "the layer's option proxy" : `the variable ${from}`

const byCode = (route: Transport.Route, proxy: string, { code, detail }: Unreached): Outcome => {
  const vocabulary = /^(ENOTFOUND|EAI_)/.test(code) ? resolving : connecting
  const { means, remedy } = wordsOn(vocabulary, code)
  return failed({
    found: sentences(`Requests go through ${shown(proxy)}, as ${about(route)} says`, detail),
    means: sentences("The proxy cannot be reached", means),
    remedy: sentences(`Check ${about(route)}`, remedy),
    code
  })
}

const byAnswer = (route: Transport.Route, proxy: string, { status }: Tunneled): Outcome => {
  const found = `Requests go through ${shown(proxy)}, as ${about(route)} says`
  if (status >= 200 && status < 300) return ok(`${found}; it opened a tunnel.`)
  const rule = httpRule(status)
  const words = (rule === undefined ? undefined : refusals[rule.category]) ?? otherRefusal
  return failed({ ...words, found: `${found}; it answered HTTP ${status}.`, code: String(status) })
}

const byConnection = (route: Transport.Route, proxy: string, { remote }: Connected): Outcome =>
  ok(`Requests go through ${shown(proxy)}, as ${about(route)} says; it is at ${remote}.`)

/** Which way requests to a place take. */
export const proxied = (
  probes: Probes,
  { host, port, route, secure }: Place
): Effect.Effect<Outcome, never> => {
  const proxy = route.proxy === undefined ? undefined : Redacted.value(route.proxy)
  if (proxy === undefined)
    return Effect.succeed(
      ok("None: requests go straight to the host.", {
        means: route.unused === undefined ? null : sentences(route.unused)
      })
    )
  if (!URL.canParse(proxy) || !/^https?:/.test(proxy))
    return Effect.succeed(
      failed({
        category: "misconfigured",
        found: `A proxy is set by ${about(route)}.`,
        means: "Its address is not one of an HTTP proxy.",
        remedy: "Write it as http://host:port, with user:password@ before the host where it asks for them."
      })
    )
  const itself = new URL(proxy)
  const itsPort = Number(itself.port) || (itself.protocol === "https:" ? 443 : 80)
  const outcome = secure
    ? Effect.map(probes.tunnel({ host, port, proxy }), (answer) => byAnswer(route, proxy, answer))
    : Effect.map(
        probes.connect({ host: itself.hostname.replace(/^\[(.+)\]$/, "$1"), port: itsPort }),
        (found) => byConnection(route, proxy, found)
      )
  return Effect.catch(outcome, (fault) => Effect.succeed(byCode(route, proxy, fault)))
}
