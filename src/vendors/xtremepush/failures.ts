/**
 * What Xtremepush may say when it does not do what it was asked: one class per documented failure, specials before the
 * general. An answer fails by its HTTP status, or under a 2XX by the `code` or `success` in its body.
 */
import { contains, startsWith } from "../../contract/Signature.ts"
import { answered, codeIn, complaintsThere, Failure } from "./failures/dialect.ts"

export { dialect } from "./failures/dialect.ts"

// "External API Responses Status/Error Codes"
const see = "https://support.xtremepush.com/hc/en-us/articles/115001058185"
// "OTP verify"
const seeOtp = "https://docs.xtremepush.com/reference/otp-verify"

/** The app token is wrong. Give the token of this project, and its region's base URL. Xtremepush says so with a 400. */
export class InvalidToken extends Failure<InvalidToken>()("Xtremepush.InvalidToken", {
  signature: answered(400, { message: contains("apptoken is invalid") }),
  category: "unauthenticated",
  retry: "never",
  means: "Xtremepush does not know the app token.",
  remedy:
    "Check that the app token is the one of your project, and that the base URL is the one of the project's region.",
  see
}) {}

/** The app token is missing or empty. Give the layer a token. Xtremepush says so with a 400. */
export class BlankToken extends Failure<BlankToken>()("Xtremepush.BlankToken", {
  signature: answered(400, { message: contains("apptoken cannot be blank") }),
  category: "unauthenticated",
  retry: "never",
  means: "The request carried no app token, or an empty one.",
  remedy: "Give the layer the app token of your project (XTREMEPUSH_APP_TOKEN).",
  see
}) {}

/** Authentication failed otherwise: a 401, or a 400 with another complaint about the app token. Check the token with an admin. */
export class AuthenticationFailed extends Failure<AuthenticationFailed>()("Xtremepush.AuthenticationFailed", {
  signature: [...answered(401), ...answered(400, { message: startsWith("apptoken") })],
  category: "unauthenticated",
  retry: "never",
  means: "Xtremepush did not accept the credentials.",
  remedy: "Check the app token with an admin of the project; Xtremepush support can replace it.",
  see
}) {}

/** The request names no object: its `id` is missing or empty. Give the id of the object. */
export class BlankId extends Failure<BlankId>()("Xtremepush.BlankId", {
  signature: answered(400, { message: startsWith("id cannot be blank") }),
  category: "invalid",
  retry: "never",
  means: "The request does not say which object it is about: its id is missing or empty.",
  remedy: "Give the id of the object.",
  see
}) {}

/** Single fields are missing or of the wrong type; `fields` lists them with the vendor's words. Correct them. */
export class InvalidFields extends Failure<InvalidFields>()("Xtremepush.InvalidFields", {
  signature: answered(400, { errors: complaintsThere }),
  category: "invalid",
  retry: "never",
  means: "Xtremepush refused single fields of the request; nothing was created or changed.",
  remedy: "Correct the fields that it names, and call again.",
  see
}) {}

/** The request is invalid in another way, which `vendorMessage` explains. Correct it. */
export class BadRequest extends Failure<BadRequest>()("Xtremepush.BadRequest", {
  signature: answered(400),
  category: "invalid",
  retry: "never",
  means: "Xtremepush calls the request invalid.",
  remedy: "Correct what its message names; sent again unchanged, it is refused again.",
  see
}) {}

/** API access is refused, perhaps because it is not enabled for the account. Ask the account manager. */
export class Forbidden extends Failure<Forbidden>()("Xtremepush.Forbidden", {
  signature: answered(403),
  category: "forbidden",
  retry: "never",
  means: "Xtremepush understood the request and refused it: API access may not be enabled for your account.",
  remedy: "Ask your account manager at Xtremepush to enable API access.",
  see
}) {}

/** No object has that id; or the method's address is wrong, or the method does not support the format. Check the id first. */
export class NotFound extends Failure<NotFound>()("Xtremepush.NotFound", {
  signature: answered(404),
  category: "not-found",
  retry: "never",
  means:
    "There is no object with that id. (The same answer comes for a wrong address, or a format that the method does not support.)",
  remedy: "Check the id and that it belongs to this project; if it is right, check the base URL.",
  see
}) {}

/** The address does not take this method, often because of a typo in it. Check the base URL. */
export class MethodNotAllowed extends Failure<MethodNotAllowed>()("Xtremepush.MethodNotAllowed", {
  signature: answered(405),
  category: "invalid",
  retry: "never",
  means: "The address does not take this method; often the API method in the URL is misspelled.",
  remedy: "Check the base URL for a path that does not belong there.",
  see
}) {}

/** The endpoint has been turned off. Stop using it. */
export class Gone extends Failure<Gone>()("Xtremepush.Gone", {
  signature: answered(410),
  category: "not-found",
  retry: "never",
  means: "Xtremepush has turned this endpoint off.",
  remedy: "Stop calling it, and ask Xtremepush what replaces it.",
  see
}) {}

/** The rate limit of this resource is spent. The vendor publishes no figure and advises no retry: send less. */
export class RateLimited extends Failure<RateLimited>()("Xtremepush.RateLimited", {
  signature: answered(429),
  category: "rate-limited",
  retry: "never",
  means: "The project has spent its rate limit for this resource.",
  remedy: "Send fewer requests, or more items in each; Xtremepush publishes no figure, so ask it for yours.",
  see
}) {}

/** Something broke at Xtremepush, and the request may have been carried out. If it lasts, post a support ticket. */
export class InternalFault extends Failure<InternalFault>()("Xtremepush.InternalFault", {
  signature: answered(500),
  category: "unavailable",
  retry: "if-idempotent",
  means: "Something is broken at Xtremepush.",
  remedy: "If it lasts, post a support ticket with the request, the answer and the time.",
  see
}) {}

/** Xtremepush is down, being upgraded, or its web server has trouble. If it lasts, post a support ticket. */
export class BadGateway extends Failure<BadGateway>()("Xtremepush.BadGateway", {
  signature: answered(502),
  category: "unavailable",
  retry: "if-idempotent",
  means: "Xtremepush may be down or being upgraded, or its web server layer has trouble.",
  remedy: "If it lasts, post a support ticket with the request, the answer and the time.",
  see
}) {}

/** Xtremepush is up but overloaded. Try again later. */
export class Overloaded extends Failure<Overloaded>()("Xtremepush.Overloaded", {
  signature: answered(503),
  category: "unavailable",
  retry: "if-idempotent",
  means: "The servers of Xtremepush are up, but overloaded with requests.",
  remedy: "Try again later, and send less at once.",
  see
}) {}

/** Xtremepush is up, but the request failed on its way. Try again later. */
export class GatewayTimeout extends Failure<GatewayTimeout>()("Xtremepush.GatewayTimeout", {
  signature: answered(504),
  category: "unavailable",
  retry: "if-idempotent",
  means: "The servers of Xtremepush are up, but the request failed on its way to them or back.",
  remedy: "Try again later; find out first whether it was done if doing it twice would matter.",
  see
}) {}

/** Another 5XX: a fault on the side of Xtremepush. The vendor lets any 5XX be tried again. */
export class ServerFault extends Failure<ServerFault>()("Xtremepush.ServerFault", {
  signature: [{ status: [501, "5xx"] }, { status: "2xx", body: { code: codeIn("5xx", 501) } }],
  category: "unavailable",
  retry: "if-idempotent",
  means: "A fault on the side of Xtremepush.",
  remedy: "If it lasts, post a support ticket with the request, the answer and the time.",
  see
}) {}

/** The one-time password is wrong. Ask the user for it again. Said under HTTP 200, when a password is verified. */
export class IncorrectOtp extends Failure<IncorrectOtp>()("Xtremepush.IncorrectOtp", {
  signature: { status: "2xx", body: { success: false, error: contains("Incorrect OTP") } },
  category: "unauthenticated",
  retry: "never",
  means: "The one-time password is not the one that was sent.",
  remedy: "Ask the user for it again.",
  see: seeOtp
}) {}

/** The one-time password is too old. Send a new one. Said under HTTP 200, when a password is verified. */
export class OtpExpired extends Failure<OtpExpired>()("Xtremepush.OtpExpired", {
  signature: { status: "2xx", body: { success: false, error: contains("OTP expired") } },
  category: "unauthenticated",
  retry: "never",
  means: "The one-time password has expired.",
  remedy: "Send the user a new one.",
  see: seeOtp
}) {}

/** The one-time password was tried too often. Send a new one. Said under HTTP 200, when a password is verified. */
export class OtpAttemptsExceeded extends Failure<OtpAttemptsExceeded>()("Xtremepush.OtpAttemptsExceeded", {
  signature: { status: "2xx", body: { success: false, error: contains("Verification attempts exceeded") } },
  category: "unauthenticated",
  retry: "never",
  means: "The one-time password was tried too often.",
  remedy: "Send the user a new one.",
  see: seeOtp
}) {}

/** The HTTP status says success, but the body says `success: false`, or its `code` is a refusal. Read `vendorMessage` and `fields`. */
export class Unsuccessful extends Failure<Unsuccessful>()("Xtremepush.Unsuccessful", {
  signature: [
    { status: "2xx", body: { success: false } },
    { status: "2xx", body: { code: codeIn("4xx", 422) } }
  ],
  category: "unknown",
  retry: "never",
  means: "The status says success, but the answer says that the request was not successful.",
  remedy: "Correct what its message names, and call again.",
  see
}) {}

/** Every documented failure; where two fit one answer, the first counts. */
export const failures = [
  InvalidToken,
  BlankToken,
  AuthenticationFailed,
  BlankId,
  InvalidFields,
  BadRequest,
  Forbidden,
  NotFound,
  MethodNotAllowed,
  Gone,
  RateLimited,
  InternalFault,
  BadGateway,
  Overloaded,
  GatewayTimeout,
  ServerFault,
  IncorrectOtp,
  OtpExpired,
  OtpAttemptsExceeded,
  Unsuccessful
] as const

/** What every operation may fail with. */
export const always = [
  InvalidToken,
  BlankToken,
  AuthenticationFailed,
  InvalidFields,
  BadRequest,
  Forbidden,
  NotFound,
  MethodNotAllowed,
  Gone,
  RateLimited,
  InternalFault,
  BadGateway,
  Overloaded,
  GatewayTimeout,
  ServerFault,
  Unsuccessful
] as const

/** What every operation may fail with. */
export type Always = InstanceType<(typeof always)[number]>
