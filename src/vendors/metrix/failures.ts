/**
 * What Metrix may answer when it does not take a request. It documents three answers and the form of none, and no answer says
 * whether an event is kept.
 */
import { failuresOf } from "../../contract/Failure.ts"
import { privacy } from "./privacy.ts"

/** Metrix documents no error bodies, so its message is looked for where JSON answers usually have one, or is the whole text. */
export const dialect = {
  vendor: "Metrix",
  messageAt: ["message", "error", ""],
  privacy,
  frame: () => undefined
} as const

const Failure = failuresOf(dialect)

// "API Troubleshooting"
const see = "https://docs.metrix.ir/en/technical/api/troubleshooting"

/** What a 400 may be about, as far as Metrix documents it. The answer does not tell which. */
export const suspects = {
  malformed: "the body is not valid JSON",
  missing: ["type", "id", "time", "name or customName", "customUserId or metrixUserId"],
  mistyped: {
    time: "a whole number (Long), in milliseconds",
    birthday: "a whole number (Long)",
    revenue: "a number (Double)"
  }
} as const

/** The body is not valid JSON, or a field is missing or of the wrong type; `suspects` lists which it may be. Correct it. */
export class BadRequest extends Failure<BadRequest>()("Metrix.BadRequest", {
  signature: { status: 400 },
  category: "invalid",
  retry: "never",
  means:
    "Metrix cannot use the request: a mandatory field is missing (type, id, time, name or customName, a user identifier), or a field has the wrong type (time and birthday are whole numbers, revenue is a number), or the body is not JSON.",
  remedy: "Check those fields of every message; the answer does not tell which it is.",
  see
}) {
  /** What may be missing or mistyped. */
  get suspects() {
    return suspects
  }
}

/** Why Metrix may refuse access, each with what to do. The answer does not tell which. */
export const reasons = [
  {
    reason: "key",
    means: "The API key is wrong or no longer valid, or belongs to another application.",
    remedy: "Compare the application id and the API key with Application Settings in the Metrix dashboard."
  },
  {
    reason: "address",
    means:
      "The application has an IP allow list (“IP WhiteList” in the dashboard), and this machine's address is not on it.",
    remedy:
      "Add the address from which the request leaves your network to the list, or switch the list off for a test."
  }
] as const

/** The API key is wrong, or this machine's address is not on the application's IP allow list; `reasons` has both. Check both. */
export class Forbidden extends Failure<Forbidden>()("Metrix.Forbidden", {
  signature: { status: 403 },
  category: "forbidden",
  retry: "never",
  means:
    "Metrix refuses access, for one of two reasons that its answer does not tell apart: the API key is wrong, or this machine's address is not on the application's IP allow list (“IP WhiteList”).",
  remedy:
    "Compare the application id and the API key with Application Settings in the Metrix dashboard, and check there that the IP WhiteList has the address from which requests leave your network; switch it off for a test.",
  see
}) {
  /** The two possible reasons, each with what it means and what to do. */
  get reasons() {
    return reasons
  }
}

/** Metrix has trouble, usually for a short time, and the request may have been taken. If it lasts, contact support. */
export class Unavailable extends Failure<Unavailable>()("Metrix.Unavailable", {
  signature: { status: "5xx" },
  category: "unavailable",
  retry: "if-idempotent",
  means: "Metrix has trouble, usually for a short time, or the network on the way to it has.",
  remedy:
    "If it lasts, give Metrix support the application id, the request with its headers and body, the answer, the time in UTC and your log.",
  see
}) {}

/** Every documented failure. */
export const failures = [BadRequest, Forbidden, Unavailable] as const

/** What every operation may fail with. */
export const always = failures

/** What every operation may fail with. */
export type Always = InstanceType<(typeof always)[number]>
