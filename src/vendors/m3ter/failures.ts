/**
 * What m3ter's two APIs (Config and Ingest) answer when they refuse. One table of status codes holds for every operation; the
 * body is an object with a `message`, which may be missing, and a gateway may answer with something that is not JSON at all.
 * A batch of measurements that was accepted can still be refused later: m3ter reports that as an event, never as an answer.
 */
import * as Schema from "effect/Schema"
import { failuresOf, header } from "../../contract/Failure.ts"
import { Matcher } from "../../contract/Signature.ts"
import { RetryAfter } from "../../contract/Wire.ts"
import { privacy } from "./privacy.ts"

/** What m3ter's answers have in common: the words stand in `message`; no request id is documented. */
export const dialect = {
  vendor: "M3ter",
  messageAt: ["message"],
  privacy,
  frame: ({ vendorMessage }: { readonly vendorMessage: string }) => ({ message: vendorMessage })
} as const

const Failure = failuresOf(dialect)

const see = "m3ter documentation, “HTTP Error Codes”"
const seeLimits = "m3ter documentation, “HTTP Error Codes”, “Config API Limits” and “Ingest API Limits”"

/** The request is malformed, or it breaks a rule or an existing configuration. Read m3ter's message and correct the call. */
export class BadRequest extends Failure<BadRequest>()("M3ter.BadRequest", {
  signature: { status: 400 },
  category: "invalid",
  retry: "never",
  means:
    "m3ter did not accept the request: its JSON is malformed, or it would break a rule or a configuration that is in use.",
  remedy:
    "Read what m3ter said and mend the call, or the configuration it names; the same request will be refused again.",
  see
}) {}

// m3ter publishes the word “Unauthorized”, not the sentence that it stands in: so these words count wherever in the answer they are.
const speaksOfTheToken = (value: unknown): boolean => {
  if (typeof value !== "string") return false
  const said = value.toLowerCase()
  return (
    said.includes("unauthorized") ||
    said.includes("unauthorised") ||
    (said.includes("token") && (said.includes("expire") || said.includes("invalid")))
  )
}

/** The text speaks of a token that is not taken any more. */
const staleToken = new Matcher(
  speaksOfTheToken,
  "unauthorized",
  "says “unauthorized”, or that the token has expired or is invalid"
)

/**
 * The bearer token has expired: a 403 that speaks of “unauthorized” or of the token, or any 401. It says nothing about permissions.
 * A new token is fetched and the call made once more by itself.
 */
export class TokenExpired extends Failure<TokenExpired>()("M3ter.TokenExpired", {
  // The page lists no 401, and HTTP has no other meaning for it.
  signature: [
    { status: 403, body: { message: staleToken } },
    { status: 403, text: staleToken },
    { status: 401 }
  ],
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "m3ter no longer takes the bearer token: it has expired. This is not about permissions.",
  remedy:
    "Get a new token and call again while it is valid; if a new token is refused as well, check the API key and secret.",
  see
}) {}

/** m3ter refuses the call: an organization that does not exist, or measurements in a body over the limit. A new token does not help. */
export class Forbidden extends Failure<Forbidden>()("M3ter.Forbidden", {
  signature: { status: 403 },
  category: "forbidden",
  retry: "never",
  means:
    "m3ter refuses this call: the organization id does not exist, or the body of measurements was over the limit.",
  remedy:
    "Check the organization id, then what the service user is allowed to do; of measurements, send fewer at once.",
  see: seeLimits
}) {}

/** The key and secret are not taken: no token is handed out for them. Every other call needs one, so none is made. */
export class CredentialsRefused extends Failure<CredentialsRefused>()("M3ter.CredentialsRefused", {
  // m3ter does not document what its token endpoint answers: whatever the words, these two statuses say no to who asks.
  signature: { status: [401, 403] },
  category: "unauthenticated",
  retry: "never",
  means: "m3ter does not take the API key and secret, so there is no token to call it with.",
  remedy:
    "Check M3TER_API_KEY and M3TER_API_SECRET (apiKey, apiSecret): both of one service user, whole, and not revoked in the m3ter Console.",
  see: "m3ter documentation, “Authentication”"
}) {}

/** There is no such object. Paths take ids: a code used where an id belongs ends here. */
export class NotFound extends Failure<NotFound>()("M3ter.NotFound", {
  signature: { status: 404 },
  category: "not-found",
  retry: "never",
  means: "There is no such object in the organization.",
  remedy:
    "Check the id: a code used where an id belongs is not found. List by code to learn the id, then call again.",
  see
}) {}

/** The answer, not the request, would be too large. Ask for less: a smaller page, or more filters. */
export class ResponseTooLarge extends Failure<ResponseTooLarge>()("M3ter.ResponseTooLarge", {
  signature: { status: 413 },
  category: "too-large",
  retry: "split",
  // The answer grew too large after the work was done, so a write may have been applied. (For a read the core says Refused.)
  delivery: "Unknown",
  means: "The answer to this call would be larger than m3ter sends.",
  remedy: "Ask for less at once: a smaller page, more filters, fewer objects or a shorter span of time.",
  see
}) {}

/** The batch of measurements is too large for m3ter or for a gateway on the way. Nothing was taken: send fewer at once. */
export class RequestTooLarge extends Failure<RequestTooLarge>()("M3ter.RequestTooLarge", {
  // The page's 413 is about the answer; that of a submission is a few bytes.
  signature: { status: 413 },
  category: "too-large",
  retry: "split",
  means: "The batch of measurements is too large for m3ter, or for a gateway or proxy on the way.",
  remedy: "Send fewer measurements in one call; `.many` sends the halves by itself.",
  see: seeLimits
}) {}

/** Too many requests: per second and organization, or within five minutes from this address. Each wait is longer. */
export class RateLimited extends Failure<RateLimited>()("M3ter.RateLimited", {
  signature: { status: 429 },
  // m3ter documents no such header; where one is sent all the same, it is never undercut.
  carries: { retryAfter: Schema.optionalKey(header("retry-after", RetryAfter)) },
  category: "rate-limited",
  retry: { after: "retryAfter", otherwise: "1 second" },
  means:
    "Too many requests: in this second for the organization, or within five minutes from this machine's address.",
  remedy:
    "Send less at once, and wait at least 1 s, then 3 s, then longer; the limit by address can last up to five minutes.",
  see: seeLimits
}) {}

/**
 * Ten bill jobs are running, and no more may: one has to end first, which takes minutes. Other calls go on. m3ter documents no words
 * for it, so any 429 to a new bill job is read so, and waits long enough for the limits on requests too.
 */
export class TooManyBillJobs extends Failure<TooManyBillJobs>()("M3ter.TooManyBillJobs", {
  signature: { status: 429 },
  carries: { retryAfter: Schema.optionalKey(header("retry-after", RetryAfter)) },
  category: "rate-limited",
  // “Minutes, not seconds”, without a figure: ours. Each attempt begins no job, so that trying once a minute costs nothing.
  retry: { after: "retryAfter", otherwise: "1 minute" },
  holds: "operation",
  means:
    "Ten bill jobs of the organization are running, the most that m3ter allows; no job was started. It can also be the limit on requests: m3ter answers both with a 429.",
  remedy:
    "Wait until one ends: `listBillJobs` with status RUNNING shows them, and `cancelBillJob` stops one. Better one job of many accounts than many jobs.",
  see: "m3ter API reference, “BillJob”"
}) {}

/** m3ter failed inside (500). Asking again may help; whether a write was applied is not known. */
export class ServerFault extends Failure<ServerFault>()("M3ter.ServerFault", {
  signature: { status: 500 },
  category: "unavailable",
  retry: "if-idempotent",
  means: "m3ter failed inside while it handled the call.",
  remedy: "Ask again later; before repeating a write, look up whether it was applied.",
  see
}) {}

/** The gateway in front of m3ter got no usable answer (502). Whether a write was applied is not known. */
export class BadGateway extends Failure<BadGateway>()("M3ter.BadGateway", {
  signature: { status: 502 },
  category: "unavailable",
  retry: "if-idempotent",
  means: "The gateway in front of m3ter got no usable answer from behind it.",
  remedy: "Ask again later; before repeating a write, look up whether it was applied.",
  see
}) {}

/** The gateway in front of m3ter waited too long (504). Whether a write was applied is not known. */
export class GatewayTimeout extends Failure<GatewayTimeout>()("M3ter.GatewayTimeout", {
  signature: { status: 504 },
  category: "unavailable",
  retry: "if-idempotent",
  means: "The gateway in front of m3ter waited too long for an answer.",
  remedy:
    "Ask again later, for less if the call is a large query; before repeating a write, look up whether it was applied.",
  see
}) {}

/** m3ter failed with another 5xx: its 500 “might be mapped to something else”. Whether a write was applied is not known. */
export class OtherServerFault extends Failure<OtherServerFault>()("M3ter.OtherServerFault", {
  // The page: “5XX codes. An error occurred on the server side.” The 503 comes first as the sample.
  signature: { status: [503, "5xx"] },
  category: "unavailable",
  retry: "if-idempotent",
  means: "An error occurred on m3ter's side, or at a gateway in front of it.",
  remedy: "Ask again later; before repeating a write, look up whether it was applied.",
  see
}) {}

/**
 * Every documented failure of m3ter, special ones before the general. Those that look like one before them are of one operation each,
 * where they count first.
 */
export const failures = [
  BadRequest,
  TokenExpired,
  Forbidden,
  CredentialsRefused,
  NotFound,
  ResponseTooLarge,
  RequestTooLarge,
  RateLimited,
  TooManyBillJobs,
  ServerFault,
  BadGateway,
  GatewayTimeout,
  OtherServerFault
] as const

/** What any operation may fail with: m3ter documents one table for all of them. */
export const always = [
  BadRequest,
  NotFound,
  RateLimited,
  ServerFault,
  BadGateway,
  GatewayTimeout,
  OtherServerFault
] as const

/** What any operation of m3ter may fail with. */
export type Always = InstanceType<(typeof always)[number]> | CredentialsRefused

/** What any operation may fail with whose token could not be fetched. */
export const whileAuthenticating = [CredentialsRefused] as const

/** What any operation may fail with that carries a token. */
export const withToken = [TokenExpired, Forbidden] as const

/** What most operations may fail with besides `always`: all but the request for a token and the submission of measurements. */
export const usual = [...withToken, ResponseTooLarge] as const
