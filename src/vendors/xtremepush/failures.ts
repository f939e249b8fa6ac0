/**
 * What Xtremepush may answer when it does not do what it was asked: one class per documented failure. An answer fails by its HTTP
 * status, or with a 2XX by the `code` or `success` in its body.
 */
import { BadGateway, GatewayTimeout, InternalFault, Overloaded, ServerFault } from "./failures/faults.ts"
import { IncorrectOtp, OtpAttemptsExceeded, OtpExpired } from "./failures/oneTimePasswords.ts"
import {
  AuthenticationFailed,
  BadRequest,
  BlankId,
  BlankToken,
  ClientError,
  Forbidden,
  Gone,
  InvalidFields,
  InvalidToken,
  MethodNotAllowed,
  NotFound,
  RateLimited,
  Unsuccessful
} from "./failures/refusals.ts"

export { dialect } from "./failures/dialect.ts"
export * from "./failures/faults.ts"
export * from "./failures/oneTimePasswords.ts"
export * from "./failures/refusals.ts"

/** Every documented failure, specials before the general: where two fit one answer, the first counts. */
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
  ClientError,
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
  ClientError,
  InternalFault,
  BadGateway,
  Overloaded,
  GatewayTimeout,
  ServerFault,
  Unsuccessful
] as const

/** What every operation may fail with. */
export type Always = InstanceType<(typeof always)[number]>
