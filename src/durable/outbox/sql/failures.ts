/** What a database says when it cannot, as one of the outbox's own reasons. */
import * as Predicate from "effect/Predicate"
import type { SqlError } from "effect/sql/SqlError"
import { StoreUnavailable } from "../errors.ts"

type Reason = StoreUnavailable["reason"]

/** Codes of PostgreSQL (SQLSTATE) that drivers have no class for. */
const postgres: Readonly<Record<string, Reason>> = {
  "57P01": "unreachable", // admin_shutdown
  "57P02": "unreachable", // crash_shutdown
  "57P03": "unreachable", // cannot_connect_now: “the database system is starting up”
  "57P05": "unreachable", // idle_session_timeout
  "53300": "unreachable", // too_many_connections
  "53100": "full", // disk_full
  "25006": "read-only", // read_only_sql_transaction: a standby
  XX001: "corrupt",
  XX002: "corrupt"
}

/** Primary result codes of SQLite. */
const sqlite: Readonly<Record<number, Reason>> = {
  5: "locked",
  6: "locked",
  8: "read-only",
  11: "corrupt",
  13: "full",
  14: "unreachable",
  26: "corrupt"
}

const starting =
  /not yet accepting connections|starting up|shutting down|in recovery mode|terminating connection/i

const fieldOf = (cause: unknown, name: string): unknown =>
  Predicate.hasProperty(cause, name) ? cause[name] : undefined

/** The message of the database itself, under those of the driver. */
const wordsOf = (cause: unknown): string => {
  const deeper = fieldOf(cause, "cause")
  if (Predicate.isObject(deeper)) return wordsOf(deeper)
  const message = fieldOf(cause, "message")
  return typeof message === "string" ? message : String(cause)
}

const codeOf = (cause: unknown): Reason | undefined => {
  const code = fieldOf(cause, "code")
  const number = [fieldOf(cause, "errcode"), fieldOf(cause, "errno"), code].find(
    (one) => typeof one === "number"
  )
  if (typeof number === "number") return sqlite[number & 0xff]
  return typeof code === "string" ? postgres[code] : undefined
}

const reasonOf = ({ reason }: SqlError): Reason => {
  const known = codeOf(reason.cause)
  if (known !== undefined) return known
  if (reason._tag === "ConnectionError") return "unreachable"
  if (reason._tag === "LockTimeoutError") return "locked"
  return starting.test(wordsOf(reason)) ? "unreachable" : "other"
}

const advice: Readonly<Partial<Record<SqlError["reason"]["_tag"], string>>> = {
  AuthenticationError: "Check the user and the password of the client.",
  AuthorizationError:
    "Grant the client's user SELECT, INSERT, UPDATE and DELETE on the tables of the outbox.",
  SqlSyntaxError:
    "Where the tables are not there or are older: run the migrations, or leave out “migrate: false”."
}

const said: Readonly<Partial<Record<Reason, string>>> = {
  unreachable: "the database cannot be reached",
  full: "the database has no space left",
  "read-only": "the database takes no writes (a standby, or a file without the right to write)",
  corrupt: "the database says that its files are damaged",
  locked: "others have kept the database locked for too long"
}

/** Nothing was taken in, and nothing was changed, unless the connection was lost on the way back. */
export const unavailable = (store: string, error: SqlError): StoreUnavailable => {
  const reason = reasonOf(error)
  const words = wordsOf(error.reason).replace(/[.\s]+$/, "")
  const problem = `${said[reason] ?? "the database refused a command"} (${words}). ${advice[error.reason._tag] ?? ""}`
  return new StoreUnavailable({ store, reason, problem: problem.trim(), cause: error })
}

/** What is over when it is tried again: others were in the way, and this one was undone as a whole. */
export const isPassing = ({ reason }: SqlError): boolean =>
  reason._tag === "DeadlockError" ||
  reason._tag === "SerializationError" ||
  reason._tag === "LockTimeoutError" ||
  (reason._tag === "UniqueViolation" && reason.constraint.endsWith("_item_slot"))
