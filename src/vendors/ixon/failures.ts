/**
 * Everything that IXON documents its API to refuse a request with. IXON does not document which 4xx status belongs to which
 * complaint, so failures are recognized by `message` and `propertyName`, whatever the status.
 */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { Complaint } from "../../contract/CallReport.ts"
import { body, type Dialect, failuresOf } from "../../contract/Failure.ts"
import { contains, oneOf, type Pattern, says, type Signature, startsWith } from "../../contract/Signature.ts"
import { privacy } from "./privacy.ts"

const errors = "https://developer.ixon.cloud/docs/common-errors"
const limits = "https://developer.ixon.cloud/docs/api-rate-limits"

/** One complaint: `message`, the header or field that it is about (`propertyName`), and the index in a list body (`listIndex`). */
export interface Problem extends Schema.Schema.Type<typeof ProblemFields> {}
// Failure classes carry problems, so their schema is built with the classes and not on first use.
const ProblemFields = Schema.Struct({
  message: Schema.String,
  propertyName: Schema.optionalKey(Schema.NullOr(Schema.String)),
  listIndex: Schema.optionalKey(Schema.NullOr(Schema.Int))
})
export const Problem = Schema.Opaque<Problem>()(ProblemFields)

const toComplaint = SchemaTransformation.transform({
  decode: ({ listIndex, message, propertyName }: Problem): Complaint => ({
    message,
    ...(typeof propertyName === "string" ? { path: propertyName } : {}),
    ...(typeof listIndex === "number" ? { index: listIndex } : {})
  }),
  encode: ({ index, message, path }: Complaint): Problem => ({
    message,
    ...(path === undefined ? {} : { propertyName: path }),
    ...(index === undefined ? {} : { listIndex: index })
  })
})

/** What all of IXON's error bodies have in common: a list of complaints under `data`. */
export const dialect = {
  vendor: "Ixon",
  messageAt: ["data.0.message"],
  complaints: body("data", Schema.Array(Problem.pipe(Schema.decodeTo(Complaint, toComplaint)))),
  privacy,
  frame: ({ vendorMessage }: { readonly vendorMessage: string }) => ({
    type: "Error",
    data: [{ message: vendorMessage }],
    moreAfter: null,
    status: "error"
  })
} as const satisfies Dialect

const Failure = failuresOf(dialect)

const complaint = (propertyName: string, message: Pattern): Signature => ({
  status: "4xx",
  body: { "data[]": { propertyName: says(propertyName), message } }
})

/** This IP address sent too many requests, and IXON blocks it for 10 minutes. Wait, then send more slowly. */
export class RateLimited extends Failure<RateLimited>()("Ixon.RateLimited", {
  signature: { status: 429 },
  category: "rate-limited",
  // IXON sends no header with the time; the page says 10 minutes.
  retry: { otherwise: "10 minutes" },
  means: "This IP address sent more requests than IXON allows, and is blocked for 10 minutes.",
  remedy:
    "Send nothing to IXON from this address for 10 minutes, then send more slowly: everything behind the address shares the limit.",
  see: limits
}) {}

/** The access token was requested without a one-time password, and a role of the user requires one. Give it, or use a service account. */
export class TwoFactorRequired extends Failure<TwoFactorRequired>()("Ixon.TwoFactorRequired", {
  signature: { status: "4xx", body: { "data[]": { message: contains("2FA is required") } } },
  category: "unauthenticated",
  retry: "never",
  means:
    "The access token was made without a one-time password, but a role of this user enforces two-factor authentication.",
  remedy:
    "Give the one-time password with the credentials (IXON_OTP). A Platform Admin can stop enforcing it for the role, but IXON advises against that.",
  see: errors
}) {}

/** The access token has expired, or was made with wrong credentials. Make a new token; if that fails, check the credentials. */
export class TokenInvalid extends Failure<TokenInvalid>()("Ixon.TokenInvalid", {
  signature: complaint("Authorization", says("Invalid value")),
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The access token has expired, or the credentials that it was made with are wrong.",
  remedy:
    "Make a new access token; if that is refused too, check the email, the password and the one-time password.",
  see: errors
}) {}

/** The access token is too short to be one. Make a new one, and check the credentials. */
export class TokenTooShort extends Failure<TokenTooShort>()("Ixon.TokenTooShort", {
  signature: complaint("Authorization", says("Value is too short")),
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The access token is too short, so something went wrong when it was made.",
  remedy:
    "Make a new access token, and check that email, one-time password and password are given in their own places.",
  see: errors
}) {}

/** The access token is too long to be one. Make a new one, and check the credentials. */
export class TokenTooLong extends Failure<TokenTooLong>()("Ixon.TokenTooLong", {
  signature: complaint("Authorization", says("Value is too long")),
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The access token is too long, so something went wrong when it was made.",
  remedy:
    "Make a new access token, and check that email, one-time password and password are given in their own places.",
  see: errors
}) {}

// The page writes “have credentials” in its list of errors, and “have a credentials” in its JSON example.
const malformed = oneOf(
  says("Authorization must start with a type and have a credentials"),
  startsWith("Authorization must start with a type and have")
)

/** The access token is badly encoded: there is a space or an invalid character in it. Make a new one. */
export class TokenMalformed extends Failure<TokenMalformed>()("Ixon.TokenMalformed", {
  signature: complaint("Authorization", malformed),
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The access token is badly encoded: there may be a space or an invalid character in it.",
  remedy: "Make a new access token, and look for stray spaces and line ends in the one that is configured.",
  see: errors
}) {}

/** The access token does not have the form of one. Make a new one. */
export class TokenMismatch extends Failure<TokenMismatch>()("Ixon.TokenMismatch", {
  signature: complaint("Authorization", says("Value does not match regex expression")),
  category: "unauthenticated",
  retry: "reauthenticate",
  means:
    "The access token does not have the form that IXON expects: something went wrong when it was encoded.",
  remedy: "Make a new access token, and check that nothing was added to it or cut off on the way.",
  see: errors
}) {}

/** IXON rejects the credentials with a message that it does not document. A new token may help; read IXON's message. */
export class AuthorizationRejected extends Failure<AuthorizationRejected>()("Ixon.AuthorizationRejected", {
  signature: { status: "4xx", body: { "data[]": { propertyName: says("Authorization") } } },
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "IXON does not accept the credentials of the request.",
  remedy: "Read IXON's message, make a new access token, and check the credentials that it is made with.",
  see: errors
}) {}

/** The operation needs a company, and the request named none. Give the layer a `companyId`. */
export class CompanyRequired extends Failure<CompanyRequired>()("Ixon.CompanyRequired", {
  signature: complaint("Api-Company", says("Required header")),
  category: "misconfigured",
  retry: "never",
  means: "The request does not say which company it is about: the header Api-Company is missing.",
  remedy: "Give the layer the company's id (companyId, IXON_COMPANY_ID); Ixon.listCompanies finds it.",
  see: errors
}) {}

/** The company id is wrong, or not one that these credentials may use. Correct the `companyId` of the layer. */
export class CompanyInvalid extends Failure<CompanyInvalid>()("Ixon.CompanyInvalid", {
  signature: complaint("Api-Company", says("Invalid value")),
  category: "misconfigured",
  retry: "never",
  means: "The company id in the header Api-Company is wrong.",
  remedy:
    "Correct the company's id (companyId, IXON_COMPANY_ID): five groups of four digits; Ixon.listCompanies finds it.",
  see: errors
}) {}

/** The request is invalid. `problems` pairs each complaint with the header or field that it is about. Correct the request. */
export class ContentRejected extends Failure<ContentRejected>()("Ixon.ContentRejected", {
  signature: { status: "4xx" },
  carries: { problems: body("data", Schema.Array(Problem)) },
  category: "invalid",
  retry: "never",
  means: "The request is invalid, and IXON did nothing.",
  remedy: "Correct the header or field that IXON names; the API reference lists what each operation takes.",
  see: errors
}) {}

/** IXON has a production incident, or is recovering from one. Try again later; the request may have taken effect. */
export class ProductionIncident extends Failure<ProductionIncident>()("Ixon.ProductionIncident", {
  signature: { status: 500 },
  category: "unavailable",
  retry: "if-idempotent",
  means: "IXON most likely has a production incident, or is recovering from one.",
  remedy: "Nothing is wrong with the request: try again later, and ask IXON's support if it lasts.",
  see: errors
}) {}

/** The request took more than 60 seconds, and the same request would again. Ask for less at a time. */
export class GatewayTimeout extends Failure<GatewayTimeout>()("Ixon.GatewayTimeout", {
  signature: { status: 504 },
  category: "too-large",
  retry: "split",
  // The gateway stopped waiting; the server behind it may have carried on.
  delivery: "Unknown",
  means: "The request took IXON more than 60 seconds.",
  remedy: "Ask for less at a time: a smaller page, fewer attributes, a shorter span of time.",
  see: errors
}) {}

/** One of IXON's servers has a problem. Try again later; the request may have taken effect. */
export class ServerFault extends Failure<ServerFault>()("Ixon.ServerFault", {
  // Any other 5xx. The 502 comes first as the sample, because 500 has a class of its own.
  signature: { status: [502, "5xx"] },
  category: "unavailable",
  retry: "if-idempotent",
  means: "One of IXON's servers has a problem.",
  remedy: "Nothing is wrong with the request: try again later, and ask IXON's support if it lasts.",
  see: errors
}) {}

/** The catalogue, specials before the general. */
export const failures = [
  RateLimited,
  TwoFactorRequired,
  TokenInvalid,
  TokenTooShort,
  TokenTooLong,
  TokenMalformed,
  TokenMismatch,
  AuthorizationRejected,
  CompanyRequired,
  CompanyInvalid,
  ContentRejected,
  ProductionIncident,
  GatewayTimeout,
  ServerFault
] as const

/** What every operation may fail with: IXON documents its errors for the API as a whole, not for single operations. */
export const always = failures

/** What every operation may fail with. */
export type Always = InstanceType<(typeof always)[number]>
