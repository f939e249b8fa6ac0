/** Requests that Xtremepush refused: by a 4XX status, or by the `code` or `success` in the body of a success. */
import * as Schema from "effect/Schema"
import { header } from "../../../contract/Failure.ts"
import { contains, startsWith } from "../../../contract/Signature.ts"
import { RetryAfter } from "../../../contract/Wire.ts"
import { answered, codeIn, denied, Failure, namesFields, page } from "./dialect.ts"

/** The app token is wrong. Give the token of this project, and the base URL of its region. Xtremepush answers 400, not 401. */
export class InvalidToken extends Failure<InvalidToken>()("Xtremepush.InvalidToken", {
  signature: answered(400, { message: contains("apptoken is invalid") }),
  category: "unauthenticated",
  retry: "never",
  means: "Xtremepush does not know the app token.",
  remedy:
    "Check that the app token is your project's, and that the base URL is that of the project's region.",
  see: page.errors
}) {}

/** The app token is missing or empty. Give the layer a token. Xtremepush answers 400, not 401. */
export class BlankToken extends Failure<BlankToken>()("Xtremepush.BlankToken", {
  signature: answered(400, { message: contains("apptoken cannot be blank") }),
  category: "unauthenticated",
  retry: "never",
  means: "The request carried no app token, or an empty one.",
  remedy: "Give the layer the app token of your project (XTREMEPUSH_APP_TOKEN).",
  see: page.errors
}) {}

/** Authentication failed in another way: a 401, or a 400 with another complaint about the app token. Check the token with an admin. */
export class AuthenticationFailed extends Failure<AuthenticationFailed>()("Xtremepush.AuthenticationFailed", {
  signature: [...answered(401), ...answered(400, { message: startsWith("apptoken") })],
  category: "unauthenticated",
  retry: "never",
  means: "Xtremepush did not accept the credentials.",
  remedy: "Check the app token with an admin of the project; Xtremepush support can replace it.",
  see: page.errors
}) {}

/** The request names no object, because its `id` is missing or empty. Give the id of the object. */
export class BlankId extends Failure<BlankId>()("Xtremepush.BlankId", {
  signature: answered(400, { message: startsWith("id cannot be blank") }),
  category: "invalid",
  retry: "never",
  means: "The request does not say which object it is about: its id is missing or empty.",
  remedy: "Give the id of the object.",
  see: page.errors
}) {}

/** Single fields are missing or of the wrong type; `complaints` lists them with Xtremepush's messages. Correct them. */
export class InvalidFields extends Failure<InvalidFields>()("Xtremepush.InvalidFields", {
  signature: answered(400, { errors: namesFields }),
  category: "invalid",
  retry: "never",
  means: "Xtremepush refused single fields of the request; nothing was created or changed.",
  remedy: "Correct the fields that it names, and call again.",
  see: page.errors
}) {}

/** The request is invalid in another way, which `vendorMessage` explains. Correct it. */
export class BadRequest extends Failure<BadRequest>()("Xtremepush.BadRequest", {
  signature: answered(400),
  category: "invalid",
  retry: "never",
  means: "Xtremepush rejects the request as invalid.",
  remedy: "Correct what its message names; the same request would be refused again.",
  see: page.errors
}) {}

/** API access is refused; it may not be enabled for the account. Ask the account manager. */
export class Forbidden extends Failure<Forbidden>()("Xtremepush.Forbidden", {
  signature: answered(403),
  category: "forbidden",
  retry: "never",
  means: "Xtremepush understood the request and refused it: API access may not be enabled for your account.",
  remedy: "Ask your account manager at Xtremepush to enable API access.",
  see: page.errors
}) {}

/** No object has this id; or the URL is wrong, or the method does not support the format. Check the id first. */
export class NotFound extends Failure<NotFound>()("Xtremepush.NotFound", {
  signature: answered(404),
  category: "not-found",
  retry: "never",
  means:
    "There is no object with this id. (Xtremepush gives the same answer to a wrong URL, and to a format that the method does not support.)",
  remedy: "Check the id and that it belongs to this project; if it is right, check the base URL.",
  see: page.errors
}) {}

/** The URL does not take this HTTP method, often because of a typo in the URL. Check the base URL. */
export class MethodNotAllowed extends Failure<MethodNotAllowed>()("Xtremepush.MethodNotAllowed", {
  signature: answered(405),
  category: "misconfigured",
  retry: "never",
  means: "The URL does not take this HTTP method; often the API method in the URL is misspelled.",
  remedy: "Check that the base URL has no path and no typo.",
  see: page.errors
}) {}

/** The endpoint has been turned off. Stop using it. */
export class Gone extends Failure<Gone>()("Xtremepush.Gone", {
  signature: answered(410),
  category: "not-found",
  retry: "never",
  means: "Xtremepush has turned this endpoint off.",
  remedy: "Stop calling it, and ask Xtremepush what replaces it.",
  see: page.errors
}) {}

/** The rate limit of this resource is exceeded. Xtremepush publishes neither a figure nor a wait: send less. */
export class RateLimited extends Failure<RateLimited>()("Xtremepush.RateLimited", {
  signature: answered(429),
  // Xtremepush documents no such header; where one is sent all the same, it is never undercut.
  carries: { retryAfter: Schema.optionalKey(header("retry-after", RetryAfter)) },
  category: "rate-limited",
  // Ours, after the second of the two waits that the page advises for a 5XX.
  retry: { after: "retryAfter", otherwise: "30 seconds" },
  means: "The project has exceeded its rate limit for this resource.",
  remedy:
    "Send fewer requests, or more items in each. Xtremepush publishes no figure: ask its support for yours.",
  see: page.errors
}) {}

/** Another 4XX: an issue on the client side, such as a wrong URL or wrong parameters. Read `vendorMessage`, and correct it. */
export class ClientError extends Failure<ClientError>()("Xtremepush.ClientError", {
  // The page: “The 4xx errors will indicate an issue on the client side”. 422 comes first as the sample.
  signature: [{ status: [422, "4xx"] }, { status: "2xx", body: { code: codeIn("4xx", 422) } }],
  category: "invalid",
  retry: "never",
  means: "Xtremepush reports an issue on our side, such as a wrong URL or wrong parameters.",
  remedy: "Correct what its message names, or the base URL; the same request would be refused again.",
  see: page.errors
}) {}

/** The HTTP status is a success, but the body has `success: false`. Read `vendorMessage` and `complaints`. */
export class Unsuccessful extends Failure<Unsuccessful>()("Xtremepush.Unsuccessful", {
  signature: { status: "2xx", body: { success: denied } },
  category: "unknown",
  retry: "never",
  means: "The HTTP status is a success, but the body says that the request was not successful.",
  remedy: "Correct what its message names, and call again.",
  see: page.errors
}) {}
