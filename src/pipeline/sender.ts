/** Who sends, and through what: the name in each request's `User-Agent`, where the platform lets a program give one, and the proxy. */
import type * as Redacted from "effect/Redacted"

/** What a layer may be told of it. */
export interface SenderOptions {
  /**
   * The proxy to send through, in place of those that the environment names: `http://host:port`, with `user:password@` before the
   * host where it asks for them. It is never printed. For the transport of this platform only.
   */
  readonly proxy?: string | URL | Redacted.Redacted
  /** Your program's name and version, `shop/2.1`: they stand before the library's own in the `User-Agent` of every request. */
  readonly userAgent?: string
  /**
   * Sends the vendor the trace headers `traceparent` and `b3` of the span of each request, for a proxy of your own on the way that
   * continues traces. Default: `false`; ids of your traces are nobody else's business.
   */
  readonly propagate?: boolean
}

/** The version of the package. */
export const version = "0.1.0"

/** Whether a person's browser runs this, in a page or in a worker of one. Whatever is here, that person can read. */
export const inBrowser = (): boolean =>
  Reflect.has(globalThis, "window") ||
  (typeof navigator !== "undefined" && (navigator.userAgent ?? "").startsWith("Mozilla/"))

const sendable = /^[\x20-\x7e]*[\x21-\x7e][\x20-\x7e]*$/

/** What is wrong with the options of a layer whose transport is given. */
export const senderProblems = ({
  proxy,
  userAgent
}: SenderOptions): ReadonlyArray<{ readonly setting: string; readonly problem: string }> => [
  ...(proxy === undefined
    ? []
    : [
        {
          setting: "proxy",
          problem: "This layer sends through the transport that it is given: set the proxy there."
        }
      ]),
  ...(userAgent === undefined || sendable.test(userAgent)
    ? []
    : [
        {
          setting: "userAgent",
          problem: "It must be printable ASCII, and not empty: it is sent in a header."
        }
      ])
]

/** The header. A browser sends its own, and asks the server's leave for any other. */
export const userAgentOf = (own: string | undefined): Readonly<Record<string, string>> =>
  inBrowser() ? {} : { "user-agent": `${own === undefined ? "" : `${own.trim()} `}faultline/${version}` }
