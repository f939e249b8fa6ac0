/** Xtremepush: oneTimePasswords. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { like, optional } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { BlankId, IncorrectOtp, OtpAttemptsExceeded, OtpExpired } from "../failures.ts"
import { Attributes } from "../operations/attributes.ts"
import { Accepted, rows } from "../operations/envelope.ts"
import { Id, Numeric, Text, filled, optionalOrNull } from "../operations/fields.ts"
import { Query, paged } from "../operations/listing.ts"
import { operation } from "../vendor.ts"

/** Reads OTP history: `POST /api/external/info/otp-history`. Needs the permission `Info`. */
export const infoOtpHistory = operation("infoOtpHistory", () => ({
  method: "POST",
  path: "/api/external/info/otp-history",
  input: snake({ otpId: Id(), select: optional(Schema.Array(like(/\S/))) }),
  output: Attributes(),
  from: "model",
  idempotent: true,
  reads: true,
  fails: [BlankId],
  quota: "otp",
  permission: "Info",
  see: "https://docs.xtremepush.com/reference/otp-history-list"
}))

const listOtpHistoryPage = operation("listOtpHistory", () => ({
  method: "POST",
  path: "/api/external/list/otp-history",
  input: Query(),
  output: rows(
    snake({
      otpId: optionalOrNull(Numeric()),
      integrationId: optionalOrNull(Numeric()),
      profileId: optionalOrNull(Numeric()),
      mobileNumber: optionalOrNull(Text()),
      requestTs: optionalOrNull(Numeric()),
      sentTs: optionalOrNull(Numeric()),
      deliveredTs: optionalOrNull(Numeric()),
      verifiedTs: optionalOrNull(Numeric()),
      error: optionalOrNull(Text()),
      source: optionalOrNull(Text())
    })
  ),
  idempotent: true,
  reads: true,
  quota: "otp",
  permission: "List",
  see: "https://docs.xtremepush.com/reference/otp-history-list"
}))

/** Lists OTP history; `.stream` reads all pages: `POST /api/external/list/otp-history`. Needs the permission `List`. */
export const listOtpHistory = paged(listOtpHistoryPage)

/**
 * Generates an OTP: `POST /api/external/otp/generate`. Not idempotent: a repeat sends another password. Taken, not delivered.
 * The vendor's page also writes the path as `/api/otp/generate`.
 */
export const generateOtp = operation("generateOtp", () => ({
  method: "POST",
  path: "/api/external/otp/generate",
  input: snake({
    serviceId: filled("must not be blank"),
    id: optional(Schema.String),
    idType: optional(Schema.String),
    sendBy: optional(Schema.Literals(["id", "contact"])),
    mobileNumber: optional(Schema.String),
    channel: optional(Schema.Literal("sms"))
  }),
  output: Accepted(),
  idempotent: false,
  quota: "otp",
  notes: ["Taken, not delivered.", "The vendor's page also writes the path as `/api/otp/generate`."],
  personal: ["id"],
  see: "https://docs.xtremepush.com/reference/otp-history-list"
}))

/**
 * Verifies an OTP: `POST /api/otp/verify`. Not idempotent: every attempt counts. A wrong, expired or exhausted password is a
 * failure, although its status is 200; every attempt counts. The vendor's page also writes the path as
 * `/api/external/otp/verify`.
 */
export const verifyOtp = operation("verifyOtp", () => ({
  method: "POST",
  path: "/api/otp/verify",
  input: snake({ requestId: filled("must not be blank"), otp: filled("must not be blank") }),
  output: Schema.Struct({ status: optionalOrNull(Schema.String) }),
  idempotent: false,
  fails: [IncorrectOtp, OtpExpired, OtpAttemptsExceeded],
  quota: "otp",
  notes: [
    "A wrong, expired or exhausted password is a failure, although its status is 200; every attempt counts.",
    "The vendor's page also writes the path as `/api/external/otp/verify`."
  ],
  see: "https://docs.xtremepush.com/reference/otp-history-list"
}))
