/**
 * Everything that IXON documents its API to refuse a request with. IXON does not document which 4xx status belongs to which
 * complaint, so failures are recognized by `message` and `propertyName`, whatever the status.
 */
import type { Complaint } from "../../contract/CallReport.ts"
import { body, type Dialect, failuresOf } from "../../contract/Failure.ts"
import { complaint, Complaints, errorBody } from "./failures/complaints.ts"
import { privacy } from "./privacy.ts"

const errors = "https://developer.ixon.cloud/docs/common-errors"
const limits = "https://developer.ixon.cloud/docs/api-rate-limits"

/** What all of IXON's error bodies have in common: a list of complaints under `data`. */
export const dialect = {
  vendor: "Ixon",
  messageAt: ["data.0.message"],
  complaints: body("", Complaints),
  privacy,
  frame: ({ vendorMessage }: { readonly vendorMessage: string }) => ({
    type: "Error",
    data: [{ message: vendorMessage }],
    moreAfter: null,
    status: "error"
  })
} as const satisfies Dialect

const Failure = failuresOf(dialect)

/** A complaint about the header with the token, in IXON's words. */
const aboutToken = (sample: string) => complaint({ about: "Authorization", sample })

const secondFactor = /\b(?:2fa|mfa|otp|two[ -]?factor|multi[ -]?factor|one[ -]time password)\b/
const isDemanded = /\b(?:required?|requires|enforced?|enforces|missing|must|needed|needs)\b/

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
  signature: complaint({
    sample: "2FA is required",
    says: (words) => secondFactor.test(words) && isDemanded.test(words)
  }),
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
  signature: aboutToken("Invalid value"),
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The access token has expired, or the credentials that it was made with are wrong.",
  remedy:
    "Make a new access token; if that is refused too, check the email, the password and the one-time password.",
  see: errors
}) {}

/** The access token is too short to be one. Make a new one, and check the credentials. */
export class TokenTooShort extends Failure<TokenTooShort>()("Ixon.TokenTooShort", {
  signature: aboutToken("Value is too short"),
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The access token is too short, so something went wrong when it was made.",
  remedy:
    "Make a new access token, and check that email, one-time password and password are given in their own places.",
  see: errors
}) {}

/** The access token is too long to be one. Make a new one, and check the credentials. */
export class TokenTooLong extends Failure<TokenTooLong>()("Ixon.TokenTooLong", {
  signature: aboutToken("Value is too long"),
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The access token is too long, so something went wrong when it was made.",
  remedy:
    "Make a new access token, and check that email, one-time password and password are given in their own places.",
  see: errors
}) {}

/** The access token is badly encoded: there is a space or an invalid character in it. Make a new one. */
export class TokenMalformed extends Failure<TokenMalformed>()("Ixon.TokenMalformed", {
  // The page writes “have credentials” in its list of errors, and “have a credentials” in its JSON example.
  signature: complaint({
    about: "Authorization",
    sample: "Authorization must start with a type and have a credentials",
    says: (words) => words.includes("must start with a type")
  }),
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "The access token is badly encoded: there may be a space or an invalid character in it.",
  remedy: "Make a new access token, and look for stray spaces and line ends in the one that is configured.",
  see: errors
}) {}

/** The access token does not have the form of one. Make a new one. */
export class TokenMismatch extends Failure<TokenMismatch>()("Ixon.TokenMismatch", {
  signature: aboutToken("Value does not match regex expression"),
  category: "unauthenticated",
  retry: "reauthenticate",
  means:
    "The access token does not have the form that IXON expects: something went wrong when it was encoded.",
  remedy: "Make a new access token, and check that nothing was added to it or cut off on the way.",
  see: errors
}) {}

/** The operation needs a company, and the request named none. Give the layer a `companyId`. */
export class CompanyRequired extends Failure<CompanyRequired>()("Ixon.CompanyRequired", {
  signature: complaint({ about: "Api-Company", sample: "Required header" }),
  category: "misconfigured",
  retry: "never",
  means: "The request does not say which company it is about: the header Api-Company is missing.",
  remedy: "Give the layer the company's id (companyId, IXON_COMPANY_ID); Ixon.listCompanies finds it.",
  see: errors
}) {}

/** The company id is wrong, or not one that these credentials may use. Correct the `companyId` of the layer. */
export class CompanyInvalid extends Failure<CompanyInvalid>()("Ixon.CompanyInvalid", {
  signature: complaint({ about: "Api-Company", sample: "Invalid value" }),
  category: "misconfigured",
  retry: "never",
  means: "The company id in the header Api-Company is wrong.",
  remedy:
    "Correct the company's id (companyId, IXON_COMPANY_ID): five groups of four digits; Ixon.listCompanies finds it.",
  see: errors
}) {}

/** IXON rejects the credentials in words that it does not document, or without any (a bare 401). A new token may help. */
export class AuthorizationRejected extends Failure<AuthorizationRejected>()("Ixon.AuthorizationRejected", {
  signature: [
    ...complaint({ about: "Authorization", sample: "Not accepted", says: () => true }),
    // Whatever its body: HTTP has no other meaning for it.
    { status: 401 }
  ],
  category: "unauthenticated",
  retry: "reauthenticate",
  means: "IXON does not accept the credentials of the request.",
  remedy: "Read IXON's message, make a new access token, and check the credentials that it is made with.",
  see: errors
}) {}

/** One complaint: `message`, the header or field that it is about (`propertyName`), and the index in a list body (`listIndex`). */
export interface Problem {
  readonly message: string
  readonly propertyName?: string
  readonly listIndex?: number
}

const problemOf = ({ index, message, path }: Complaint): Problem => ({
  message,
  ...(path === undefined ? {} : { propertyName: path }),
  ...(index === undefined ? {} : { listIndex: index })
})

/** The request is invalid. `problems` pairs each complaint with the header or field that it is about. Correct the request. */
export class ContentRejected extends Failure<ContentRejected>()("Ixon.ContentRejected", {
  // “Content errors can be recognized by its HTTP response with a 4xx code”: by that alone, whatever the body.
  signature: [{ status: "4xx" }, errorBody],
  category: "invalid",
  retry: "never",
  means: "The request is invalid, and IXON did nothing.",
  remedy: "Correct the header or field that IXON names; the API reference lists what each operation takes.",
  see: errors
}) {
  /** IXON's complaints under its own names. */
  get problems(): ReadonlyArray<Problem> {
    return this.complaints.map(problemOf)
  }
}

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
  CompanyRequired,
  CompanyInvalid,
  AuthorizationRejected,
  ContentRejected,
  ProductionIncident,
  GatewayTimeout,
  ServerFault
] as const

/** What every operation may fail with: IXON documents its errors for the API as a whole, not for single operations. */
export const always = failures

/** What every operation may fail with. */
export type Always = InstanceType<(typeof always)[number]>
