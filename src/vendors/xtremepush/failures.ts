/**
 * What Xtremepush may say when it does not do what it was asked: one class per documented failure, specials before the
 * general. An answer fails by its HTTP status, or under a 2XX by the `code` or `success` in its body.
 */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { body, failuresOf } from "../../core/Failure.ts"
import { contains, inStatus, Matcher, type Pattern, type Sign, startsWith } from "../../core/Sign.ts"
import { FieldError } from "../../core/Story.ts"
import { isRecord } from "../../core/Wire.ts"

// The page calls `errors` a list and shows a map from names to texts; both are read, and PHP's empty map, `[]`, says nothing.
const readFields = (value: unknown, path?: string): ReadonlyArray<FieldError> => {
  if (typeof value === "string")
    return [FieldError.make(path === undefined ? { said: value } : { path, said: value })]
  if (Array.isArray(value)) return value.flatMap((item) => readFields(item, path))
  return isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => readFields(inner, name)) : []
}

const writeFields = (fields: ReadonlyArray<FieldError>): unknown =>
  Object.fromEntries(
    fields.map(({ path }) => [path ?? "", fields.filter((one) => one.path === path).map(({ said }) => said)])
  )

const FieldErrors = Schema.Unknown.pipe(
  Schema.decodeTo(
    Schema.Array(FieldError),
    SchemaTransformation.transform({ decode: (value: unknown) => readFields(value), encode: writeFields })
  )
)

/** How Xtremepush talks: where its words and its field errors stand. */
export const dialect = {
  vendor: "Xtremepush",
  said: ["message", "error"],
  fields: body("errors", FieldErrors),
  frame: ({ said, status }: { status: number; said: string }) => ({
    code: status,
    message: said,
    success: false
  })
} as const

const Failure = failuresOf(dialect)

// "External API Responses Status/Error Codes"
const see = "https://support.xtremepush.com/hc/en-us/articles/115001058185"
// "OTP verify"
const seeOtp = "https://docs.xtremepush.com/reference/otp-verify"

/** The HTTP status says it; or the status is a success, and the `code` in the body says it. */
const answered = (code: number, says?: { readonly [key: string]: Pattern }): ReadonlyArray<Sign> => [
  { status: code, ...(says === undefined ? {} : { body: says }) },
  { status: "2xx", body: { ...says, code } }
]

/** A `code` of the class; the sample is one that the page does not list, for those have failures of their own. */
const codeIn = (codes: "4xx" | "5xx", sample: number): Matcher =>
  new Matcher((value) => typeof value === "number" && inStatus(codes, value), sample, codes.toUpperCase())

const fieldErrors = new Matcher(
  (value) => readFields(value).length > 0,
  { ibeacon_major: ["iBeacon Major cannot be blank."] },
  "a map from field names to messages"
)

/** The app token is wrong. Give the token of this project, and its region's base URL. Xtremepush says so with a 400. */
export class InvalidToken extends Failure<InvalidToken>()("Xtremepush.InvalidToken", {
  sign: answered(400, { message: contains("apptoken is invalid") }),
  again: "never",
  means: "Xtremepush does not know the app token.",
  remedy:
    "Check that the app token is the one of your project, and that the base URL is the one of the project's region.",
  see
}) {}

/** The app token is missing or empty. Give the layer a token. Xtremepush says so with a 400. */
export class BlankToken extends Failure<BlankToken>()("Xtremepush.BlankToken", {
  sign: answered(400, { message: contains("apptoken cannot be blank") }),
  again: "never",
  means: "The request carried no app token, or an empty one.",
  remedy: "Give the layer the app token of your project (XTREMEPUSH_APP_TOKEN).",
  see
}) {}

/** Authentication failed otherwise: a 401, or a 400 with another complaint about the app token. Check the token with an admin. */
export class AuthenticationFailed extends Failure<AuthenticationFailed>()("Xtremepush.AuthenticationFailed", {
  sign: [...answered(401), ...answered(400, { message: startsWith("apptoken") })],
  again: "never",
  means: "Xtremepush did not accept the credentials.",
  remedy: "Check the app token with an admin of the project; Xtremepush support can replace it.",
  see
}) {}

/** The request names no object: its `id` is missing or empty. Give the id of the object. */
export class BlankId extends Failure<BlankId>()("Xtremepush.BlankId", {
  sign: answered(400, { message: startsWith("id cannot be blank") }),
  again: "never",
  means: "The request does not say which object it is about: its id is missing or empty.",
  remedy: "Give the id of the object.",
  see
}) {}

/** Single fields are missing or of the wrong type; `fields` lists them with the vendor's words. Correct them. */
export class InvalidFields extends Failure<InvalidFields>()("Xtremepush.InvalidFields", {
  sign: answered(400, { errors: fieldErrors }),
  again: "never",
  means: "Xtremepush refused single fields of the request; nothing was created or changed.",
  remedy: "Correct the fields that it names, and call again.",
  see
}) {}

/** The request is invalid in another way, which `said` explains. Correct it. */
export class BadRequest extends Failure<BadRequest>()("Xtremepush.BadRequest", {
  sign: answered(400),
  again: "never",
  means: "Xtremepush calls the request invalid.",
  remedy: "Correct what its message names; sent again unchanged, it is refused again.",
  see
}) {}

/** API access is refused, perhaps because it is not enabled for the account. Ask the account manager. */
export class Forbidden extends Failure<Forbidden>()("Xtremepush.Forbidden", {
  sign: answered(403),
  again: "never",
  means: "Xtremepush understood the request and refused it: API access may not be enabled for your account.",
  remedy: "Ask your account manager at Xtremepush to enable API access.",
  see
}) {}

/** No object has that id; or the method's address is wrong, or the method does not support the format. Check the id first. */
export class NotFound extends Failure<NotFound>()("Xtremepush.NotFound", {
  sign: answered(404),
  again: "never",
  means:
    "There is no object with that id. (The same answer comes for a wrong address, or a format that the method does not support.)",
  remedy: "Check the id and that it belongs to this project; if it is right, check the base URL.",
  see
}) {}

/** The address does not take this method, often because of a typo in it. Check the base URL. */
export class MethodNotAllowed extends Failure<MethodNotAllowed>()("Xtremepush.MethodNotAllowed", {
  sign: answered(405),
  again: "never",
  means: "The address does not take this method; often the API method in the URL is misspelled.",
  remedy: "Check the base URL for a path that does not belong there.",
  see
}) {}

/** The endpoint has been turned off. Stop using it. */
export class Gone extends Failure<Gone>()("Xtremepush.Gone", {
  sign: answered(410),
  again: "never",
  means: "Xtremepush has turned this endpoint off.",
  remedy: "Stop calling it, and ask Xtremepush what replaces it.",
  see
}) {}

/** The rate limit of this resource is spent. The vendor publishes no figure and advises no retry: send less. */
export class RateLimited extends Failure<RateLimited>()("Xtremepush.RateLimited", {
  sign: answered(429),
  again: "never",
  means: "The project has spent its rate limit for this resource.",
  remedy: "Send fewer requests, or more items in each; Xtremepush publishes no figure, so ask it for yours.",
  see
}) {}

/** Something broke at Xtremepush, and the request may have been carried out. If it lasts, post a support ticket. */
export class InternalFault extends Failure<InternalFault>()("Xtremepush.InternalFault", {
  sign: answered(500),
  again: "unsure",
  means: "Something is broken at Xtremepush.",
  remedy: "If it lasts, post a support ticket with the request, the answer and the time.",
  see
}) {}

/** Xtremepush is down, being upgraded, or its web server has trouble. If it lasts, post a support ticket. */
export class BadGateway extends Failure<BadGateway>()("Xtremepush.BadGateway", {
  sign: answered(502),
  again: "unsure",
  means: "Xtremepush may be down or being upgraded, or its web server layer has trouble.",
  remedy: "If it lasts, post a support ticket with the request, the answer and the time.",
  see
}) {}

/** Xtremepush is up but overloaded. Try again later. */
export class Overloaded extends Failure<Overloaded>()("Xtremepush.Overloaded", {
  sign: answered(503),
  again: "unsure",
  means: "The servers of Xtremepush are up, but overloaded with requests.",
  remedy: "Try again later, and send less at once.",
  see
}) {}

/** Xtremepush is up, but the request failed on its way. Try again later. */
export class GatewayTimeout extends Failure<GatewayTimeout>()("Xtremepush.GatewayTimeout", {
  sign: answered(504),
  again: "unsure",
  means: "The servers of Xtremepush are up, but the request failed on its way to them or back.",
  remedy: "Try again later; find out first whether it was done if doing it twice would matter.",
  see
}) {}

/** Another 5XX: a fault on the side of Xtremepush. The vendor lets any 5XX be tried again. */
export class ServerFault extends Failure<ServerFault>()("Xtremepush.ServerFault", {
  sign: [{ status: [501, "5xx"] }, { status: "2xx", body: { code: codeIn("5xx", 501) } }],
  again: "unsure",
  means: "A fault on the side of Xtremepush.",
  remedy: "If it lasts, post a support ticket with the request, the answer and the time.",
  see
}) {}

/** The one-time password is wrong. Ask the user for it again. Said under HTTP 200, when a password is verified. */
export class IncorrectOtp extends Failure<IncorrectOtp>()("Xtremepush.IncorrectOtp", {
  sign: { status: "2xx", body: { success: false, error: contains("Incorrect OTP") } },
  again: "never",
  means: "The one-time password is not the one that was sent.",
  remedy: "Ask the user for it again.",
  see: seeOtp
}) {}

/** The one-time password is too old. Send a new one. Said under HTTP 200, when a password is verified. */
export class OtpExpired extends Failure<OtpExpired>()("Xtremepush.OtpExpired", {
  sign: { status: "2xx", body: { success: false, error: contains("OTP expired") } },
  again: "never",
  means: "The one-time password has expired.",
  remedy: "Send the user a new one.",
  see: seeOtp
}) {}

/** The one-time password was tried too often. Send a new one. Said under HTTP 200, when a password is verified. */
export class OtpAttemptsExceeded extends Failure<OtpAttemptsExceeded>()("Xtremepush.OtpAttemptsExceeded", {
  sign: { status: "2xx", body: { success: false, error: contains("Verification attempts exceeded") } },
  again: "never",
  means: "The one-time password was tried too often.",
  remedy: "Send the user a new one.",
  see: seeOtp
}) {}

/** The HTTP status says success, but the body says `success: false`, or its `code` is a refusal. Read `said` and `fields`. */
export class Unsuccessful extends Failure<Unsuccessful>()("Xtremepush.Unsuccessful", {
  sign: [
    { status: "2xx", body: { success: false } },
    { status: "2xx", body: { code: codeIn("4xx", 422) } }
  ],
  again: "never",
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
