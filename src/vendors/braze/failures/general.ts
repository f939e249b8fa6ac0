/** What any Braze call may be refused with: by its credentials, its size, its pace, its address, or by a server at fault. */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Schema from "effect/Schema"
import { header } from "../../../contract/Failure.ts"
import { absent, contains, noneOf, not, notJson, oneOf, regex, says } from "../../../contract/Signature.ts"
import { Reset, RetryAfter, Seconds } from "../../../contract/Wire.ts"
import { Failure, page } from "./dialect.ts"

/** The API key is wrong for this workspace or this instance, or the header is malformed. Check both before the permissions. */
export class Unauthorized extends Failure<Unauthorized>()("Braze.Unauthorized", {
  signature: [
    { status: 401 },
    { status: "4xx", body: { message: contains("Error authenticating credentials") } }
  ],
  category: "unauthenticated",
  retry: "never",
  means:
    "Braze does not accept the API key: it is wrong, or it belongs to another workspace or another instance.",
  remedy:
    "Check the key, then that the base URL is the one of your instance, then the key's permissions; a key only works in its own workspace and instance. SCIM takes a token of its own.",
  see: page.errors
}) {}

/** The key has an IP allow list, and this machine is not on it. Add the address, or send from one that is listed. */
export class IpNotAllowed extends Failure<IpNotAllowed>()("Braze.IpNotAllowed", {
  signature: { status: ["4xx", "2xx"], body: { message: contains("Invalid whitelisted IP") } },
  category: "forbidden",
  retry: "never",
  means: "The API key has an IP allow list, and the address that this call came from is not on it.",
  remedy:
    "Add this machine's outgoing address to the key's allow list, or send from an address that is listed.",
  see: page.transactional
}) {}

/** The API key lacks the permission for this endpoint. Give it the permission, or make a key that has it. */
export class AccessDenied extends Failure<AccessDenied>()("Braze.AccessDenied", {
  signature: [
    { status: 403, body: { message: oneOf(contains("Access Denied"), contains("permission")) } },
    { status: "4xx", body: { message: contains("You do not have permission to access this resource") } }
  ],
  category: "forbidden",
  retry: "never",
  means: "The API key does not have the permission that this endpoint needs.",
  remedy:
    "Make a key with the permission in Settings > API Keys: keys older than a feature do not have its permissions. Check the URL for a trailing slash, too.",
  see: page.errors
}) {}

/** The plan does not include this, or the account is inactive. Only Braze can change that. */
export class Forbidden extends Failure<Forbidden>()("Braze.Forbidden", {
  signature: { status: 403 },
  category: "forbidden",
  retry: "never",
  means: "The rate plan does not include this, or the account is inactive.",
  remedy:
    "Ask your Braze account manager about plan and account; if the body is not Braze's JSON, look for a proxy in between.",
  see: page.errors
}) {}

/** There is nothing at this URL. Check the base URL and the path. */
export class NotFound extends Failure<NotFound>()("Braze.NotFound", {
  signature: { status: 404 },
  category: "not-found",
  retry: "never",
  means: "The URL is not valid: there is no such endpoint, or no such object at it.",
  remedy: "Check the base URL (https, REST host of your instance, no path) and the ids in the path.",
  see: page.errors
}) {}

/** The body is larger than Braze accepts (4 MB). Send fewer objects at once. */
export class RequestTooLarge extends Failure<RequestTooLarge>()("Braze.RequestTooLarge", {
  signature: { status: 413 },
  category: "too-large",
  retry: "split",
  means: "The request body is larger than Braze accepts: 4 MB.",
  remedy:
    "Send less in one call: fewer objects or users, or shorter texts. If it is far below 4 MB, a proxy on the way has a smaller limit.",
  see: page.limits
}) {}

/** The body was not announced as JSON. Something on the way changed or dropped the content type. */
export class UnsupportedMediaType extends Failure<UnsupportedMediaType>()("Braze.UnsupportedMediaType", {
  signature: { status: 415 },
  category: "invalid",
  retry: "never",
  means: "The Content-Type header is missing or not application/json.",
  remedy: "Look for a proxy or middleware that changes headers: every body is sent as application/json.",
  see: page.errors
}) {}

const moment = (value: Duration.Duration | DateTime.Utc): string =>
  Duration.isDuration(value) ? `in ${Duration.format(value)}` : `at ${DateTime.formatIso(value)}`

/** The rate limit is spent. It resets at the full minute or hour: wait for that, and send at a steadier pace. */
export class RateLimited extends Failure<RateLimited>()("Braze.RateLimited", {
  signature: { status: 429 },
  carries: {
    /** `X-Ratelimit-Retry-After`: contracts by monthly active users send it in place of the other headers. */
    retryAfter: Schema.optionalKey(header("x-ratelimit-retry-after", Seconds)),
    /** `Retry-After`: not documented, obeyed where it comes. */
    httpRetryAfter: Schema.optionalKey(header("retry-after", RetryAfter)),
    /** `X-RateLimit-Reset`: Unix seconds, or seconds to wait, depending on the contract. */
    reset: Schema.optionalKey(header("x-ratelimit-reset", Reset))
  },
  category: "rate-limited",
  // Without a header nothing is documented but the windows; of those that reset on the clock the minute is the shortest.
  retry: { after: ["retryAfter", "httpRetryAfter", "reset"], otherwise: "1 minute" },
  means: "The rate limit is exceeded.",
  remedy:
    "Wait for the reset, then send at a steadier pace; the limits of all endpoints are on Braze's page.",
  detail: ({ httpRetryAfter, reset, retryAfter }) => {
    const when = retryAfter ?? httpRetryAfter ?? reset
    return when === undefined ? "Braze did not say when it resets" : `It resets ${moment(when)}`
  },
  see: page.limits
}) {}

/** The body is not JSON that Braze can parse. Look for what changed it on the way. */
export class MalformedBody extends Failure<MalformedBody>()("Braze.MalformedBody", {
  signature: [
    {
      status: 400,
      body: { error: regex(/\S/, "message body does not match declared format"), message: absent }
    },
    { status: 400, body: { message: contains("Error while parsing request body") } }
  ],
  category: "invalid",
  retry: "never",
  means: "Braze could not parse the request body as JSON.",
  remedy: "Look for a proxy or middleware that changes bodies: every body is sent as UTF-8 JSON.",
  see: page.errors
}) {}

/** The request is wrong in a way that Braze names in its own words only. Read them, and correct the request. */
export class BadRequest extends Failure<BadRequest>()("Braze.BadRequest", {
  signature: { status: 400 },
  category: "invalid",
  retry: "never",
  means: "Braze rejects the request: its syntax or one of its values is wrong.",
  remedy: "Read what Braze said and the minor errors beside it, correct the request, and send it again.",
  see: page.errors
}) {}

/** The status is one of the client errors that Braze's page does not list. The request is refused; Braze's words say why. */
export class ClientError extends Failure<ClientError>()("Braze.ClientError", {
  // The page: the class 4XX (fatal) indicates an error of the client.
  signature: { status: [422, "4xx"] },
  category: "invalid",
  retry: "never",
  means: "Braze refuses the request with a client error that its page does not list.",
  remedy:
    "Read what Braze said, correct the request, and send it again; look for a proxy that answers so, too.",
  see: page.errors
}) {}

const lookUp =
  "Before you repeat what must not be done twice, look up whether it was done, where Braze shows it (analytics, an export of the users)."
const incident =
  "Try again with growing waits and look at Braze's status page; Braze does not replay calls that failed during an incident, so keep what was not taken."

// What all of Braze's own answers with an error status have: a message.
const own = { message: regex(/\S/, "Internal Server Error") }

/**
 * Something on the way to Braze, such as a gateway or a proxy, answered with a server error in Braze's place. Whether Braze took the
 * request is open: look that up before you repeat what must not be done twice.
 */
export class GatewayFault extends Failure<GatewayFault>()("Braze.GatewayFault", {
  signature: [
    { status: "5xx", text: notJson },
    { status: "5xx", body: not(own, { message: undefined, error: "no healthy upstream" }) }
  ],
  category: "unavailable",
  // Braze's promise that no message is sent is Braze's: something else cannot give it.
  retry: "if-idempotent",
  means:
    "A gateway or proxy on the way answered in Braze's place: a server error that is not in Braze's form (HTML, text, or nothing).",
  remedy: `${lookUp} Try again with growing waits; if it lasts, look at Braze's status page and for a proxy on the way.`,
  see: page.errors
}) {}

/**
 * Braze's servers are at fault: down, under maintenance, or overloaded. Try again with growing waits. After a send, no message went
 * out; after others, whether it was done is open.
 */
export class ServerFault extends Failure<ServerFault>()("Braze.ServerFault", {
  signature: { status: "5xx" },
  category: "unavailable",
  // The page promises of these codes that no message is sent, so the sends call it harmless; of other calls it promises nothing.
  retry: "if-idempotent",
  variant: ({ delivery }) => (delivery === "Refused" ? { retry: "safe", remedy: incident } : undefined),
  means: "Braze's servers could not carry out the request: they are down, under maintenance, or overloaded.",
  remedy: `${lookUp} ${incident}`,
  see: page.errors
}) {}

/** The status says success, but Braze's message is a fatal error: nothing was accepted. Read the message. */
export class Rejected extends Failure<Rejected>()("Braze.Rejected", {
  // A missing, empty or null message says nothing, so the status stands.
  signature: {
    status: "2xx",
    body: { message: noneOf([says("success"), says("queued"), says(""), null], "fatal error message") }
  },
  category: "unknown",
  retry: "never",
  means: "Braze answered with a success status and a fatal error message: the request was rejected.",
  remedy: "Read what Braze said and the minor errors beside it, correct the request, and send it again.",
  see: page.errors
}) {}
