/** One-time passwords of a project's users that could not be verified. */
import { contains } from "../../../contract/Signature.ts"
import { denied, Failure, page } from "./dialect.ts"

/** The one-time password is wrong. Ask the user for it again. It comes with HTTP 200. */
export class IncorrectOtp extends Failure<IncorrectOtp>()("Xtremepush.IncorrectOtp", {
  signature: { status: "2xx", body: { success: denied, error: contains("Incorrect OTP") } },
  category: "invalid",
  retry: "never",
  means: "The one-time password is not the one that was sent.",
  remedy: "Ask the user for it again.",
  see: page.otp
}) {}

/** The one-time password has expired. Send a new one. It comes with HTTP 200. */
export class OtpExpired extends Failure<OtpExpired>()("Xtremepush.OtpExpired", {
  signature: { status: "2xx", body: { success: denied, error: contains("OTP expired") } },
  category: "invalid",
  retry: "never",
  means: "The one-time password has expired.",
  remedy: "Send the user a new one.",
  see: page.otp
}) {}

/** The one-time password was tried too often. Send a new one. It comes with HTTP 200. */
export class OtpAttemptsExceeded extends Failure<OtpAttemptsExceeded>()("Xtremepush.OtpAttemptsExceeded", {
  signature: { status: "2xx", body: { success: denied, error: contains("Verification attempts exceeded") } },
  category: "invalid",
  retry: "never",
  means: "The one-time password was tried too often.",
  remedy: "Send the user a new one.",
  see: page.otp
}) {}
