/** Why a request never left, and how an answer failed to come, each with what that means. */
import * as Schema from "effect/Schema"

/** Why a request never left. `unreachable` is a network or firewall that lets nothing through. */
export const NotSentReason = Schema.Literals([
  "refused",
  "dns",
  "tls",
  "connect-timeout",
  "unreachable",
  "reset",
  "aborted",
  "proxy",
  "credentials"
])

/** What each means. */
export const notSentAdvice: Record<typeof NotSentReason.Type, string> = {
  refused: "The host refused the connection: nothing listens on that port, or a firewall rejects it",
  dns: "The host name did not resolve: check the base URL and this machine's DNS",
  tls: "The TLS handshake failed: check the certificate, the clock and any proxy in between",
  "connect-timeout": "The host did not take the connection in time: check firewalls and routes to its port",
  unreachable: "The network cannot reach the host: check routes, firewalls and proxies",
  reset: "The connection was reset before any of the request was written",
  aborted: "The request was given up before any of it was written",
  proxy:
    "The proxy did not open a way to the host: check its address, its credentials and what it lets through",
  credentials: "The credentials for it could not be fetched in time"
}

/** How an answer failed to come. */
export const SilenceReason = Schema.Literals(["timeout", "reset", "cut-off", "too-large", "lost"])

/** What each means. */
export const silenceAdvice: Record<typeof SilenceReason.Type, string> = {
  timeout: "No answer came in time",
  reset: "The connection broke before an answer came",
  "cut-off": "The answer broke off in the middle",
  "too-large": "The answer was larger than the limit for one answer",
  lost: "The connection failed in a way that does not tell how far the request got"
}
