/** What HTTP itself says about an answer, by its status: RFC 9110, and RFC 6585 for 429. It holds where a vendor says nothing else. */
import type { Delivery } from "./CallReport.ts"
import type { Category } from "./failure/facts.ts"

/** The categories that a status tells by itself. */
export type HttpCategory = Exclude<Category, "network" | "not-attempted" | "unreadable">

/** What follows from a status. */
export interface HttpRule {
  readonly category: HttpCategory
  readonly retry: "never" | "safe" | "if-idempotent" | "reauthenticate" | "split" | typeof limited
  readonly delivery: Delivery
  readonly means: string
  readonly remedy: string
}

/** How long a 429 without a header holds, which nobody has documented. */
export const limited = { otherwise: "1 second" } as const

const undocumented = "The vendor gave an answer that it does not document for this operation."

const rule = (
  category: HttpCategory,
  retry: HttpRule["retry"],
  says: string,
  remedy: string,
  delivery: Delivery = "Refused"
): HttpRule => ({ category, retry, delivery, means: `${undocumented} By its status, ${says}.`, remedy })

const byCredentials = rule(
  "unauthenticated",
  "reauthenticate",
  "the credentials are not accepted",
  "A token that can be renewed was renewed once: check the key, or the credentials that the token is made with."
)
const forbidden = rule(
  "forbidden",
  "never",
  "these credentials may not do this",
  "Check what the key may do and the ids in the call; a firewall or proxy on the way can answer so, too."
)
const absent = rule(
  "not-found",
  "never",
  "there is nothing at this address",
  "Check the ids in the call, then the base URL and any proxy on the way."
)
const conflict = rule(
  "conflict",
  "never",
  "the request conflicts with the present state of its object",
  "Read the object back, and decide from its state whether to call again."
)
const early = rule(
  "unavailable",
  "safe",
  "the request was not processed",
  "Asking again is safe; if it lasts, look for a slow network or proxy on the way."
)
const large = rule(
  "too-large",
  "split",
  "the request is too large",
  "Send less at once; a proxy on the way can have a smaller limit than the vendor."
)
const refused = rule(
  "invalid",
  "never",
  "the request is refused as it is",
  "Read the answer's words, and correct the call; the same request would be refused again."
)
const failed = rule(
  "unavailable",
  "if-idempotent",
  "the server or a gateway before it failed",
  "Ask again later; before repeating what must not be done twice, look up whether it was done. If it lasts, ask the vendor with the request id and time.",
  "Unknown"
)
const redirected = rule(
  "unknown",
  "never",
  "it sends the call elsewhere, and redirects are not followed",
  "Check the base URL (scheme, host, path) and any proxy or login page on the way.",
  "Unknown"
)

const rules: Readonly<Record<number, HttpRule>> = {
  401: byCredentials,
  402: forbidden,
  403: forbidden,
  404: absent,
  407: rule(
    "misconfigured",
    "never",
    "a proxy on the way wants credentials of its own",
    "Give the proxy its credentials, or go around it."
  ),
  408: early,
  409: conflict,
  410: absent,
  412: conflict,
  413: large,
  414: large,
  423: conflict,
  425: early,
  429: rule(
    "rate-limited",
    limited,
    "there were too many requests",
    "Wait for the time that the answer names, and send at a steadier pace."
  ),
  431: { ...large, retry: "never" },
  451: forbidden
}

/** What HTTP says about a status; `undefined` for one that says nothing, such as a success. */
export const httpRule = (status: number): HttpRule | undefined =>
  rules[status] ??
  (status >= 300 && status < 400
    ? redirected
    : status >= 400 && status < 500
      ? refused
      : status >= 500 && status < 600
        ? failed
        : undefined)
