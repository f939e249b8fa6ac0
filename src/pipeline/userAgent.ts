/** Who sends: the library's name and version in each request's `User-Agent`, where the platform lets a program say so. */

/** The version of the package. */
export const version = "0.1.0"

/** Whether a person's browser runs this, in a page or in a worker of one. Whatever is here, that person can read. */
export const inBrowser = (): boolean =>
  Reflect.has(globalThis, "window") ||
  (typeof navigator !== "undefined" && (navigator.userAgent ?? "").startsWith("Mozilla/"))

/** What is wrong with the caller's own part. */
export const userAgentProblem = (own: string | undefined): ReadonlyArray<string> =>
  own === undefined || /^[\x20-\x7e]*[\x21-\x7e][\x20-\x7e]*$/.test(own)
    ? []
    : ["It must be printable ASCII, and not empty: it is sent in a header."]

/** The header. A browser sends its own, and asks the server's leave for any other. */
export const userAgentOf = (own: string | undefined): Readonly<Record<string, string>> =>
  inBrowser() ? {} : { "user-agent": `${own === undefined ? "" : `${own.trim()} `}faultline/${version}` }
