/** Faults at Xtremepush: any 5XX. The request may have been carried out all the same. */
import { answered, codeIn, Failure, page } from "./dialect.ts"

/** Something is broken at Xtremepush, and the request may have been carried out. If it lasts, open a support ticket. */
export class InternalFault extends Failure<InternalFault>()("Xtremepush.InternalFault", {
  signature: answered(500),
  category: "unavailable",
  retry: "if-idempotent",
  means: "Something is broken at Xtremepush.",
  remedy: "If it lasts, open a support ticket with the request, the answer and the time.",
  see: page.errors
}) {}

/** Xtremepush is down, being upgraded, or its web server has a problem. If it lasts, open a support ticket. */
export class BadGateway extends Failure<BadGateway>()("Xtremepush.BadGateway", {
  signature: answered(502),
  category: "unavailable",
  retry: "if-idempotent",
  means: "Xtremepush may be down or being upgraded, or its web server layer has a problem.",
  remedy: "If it lasts, open a support ticket with the request, the answer and the time.",
  see: page.errors
}) {}

/** Xtremepush is up but overloaded. Try again later. */
export class Overloaded extends Failure<Overloaded>()("Xtremepush.Overloaded", {
  signature: answered(503),
  category: "unavailable",
  retry: "if-idempotent",
  means: "The servers of Xtremepush are up, but overloaded with requests.",
  remedy: "Try again later, and send less at once.",
  see: page.errors
}) {}

/** Xtremepush is up, but the request failed on its way. Try again later. */
export class GatewayTimeout extends Failure<GatewayTimeout>()("Xtremepush.GatewayTimeout", {
  signature: answered(504),
  category: "unavailable",
  retry: "if-idempotent",
  means: "The servers of Xtremepush are up, but the request failed on its way to them or back.",
  remedy: "Try again later. Where doing it twice matters, find out first whether it was done.",
  see: page.errors
}) {}

/** Another 5XX: a fault at Xtremepush, which advises to retry any 5XX. */
export class ServerFault extends Failure<ServerFault>()("Xtremepush.ServerFault", {
  signature: [{ status: [501, "5xx"] }, { status: "2xx", body: { code: codeIn("5xx", 501) } }],
  category: "unavailable",
  retry: "if-idempotent",
  means: "Xtremepush has a fault.",
  remedy: "If it lasts, open a support ticket with the request, the answer and the time.",
  see: page.errors
}) {}
