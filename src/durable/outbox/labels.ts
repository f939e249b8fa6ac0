/** What an item is known by: its id, its key, its account and its lane. They are kept in the clear, and stores look for them. */
import { createHash } from "node:crypto"
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import type { Complaint } from "../../contract/CallReport.ts"

/** What is given with an item. */
export interface Labels {
  readonly id?: string
  readonly key?: string
  readonly account?: string
  readonly priority?: number
  readonly delay?: Duration.Input
}

/** Longer ones would not fit every database's index. */
const longest = 512

const nameFault = (value: unknown): string | undefined => {
  if (typeof value !== "string") return "must be text"
  if (value.trim() === "") return "must not be empty: it names what is to be done"
  if (value.length > longest) return `must have at most ${longest} characters`
  return value.isWellFormed() && !value.includes("\0") ? undefined : "must be well-formed text without NUL"
}

const accountFault = (value: unknown): string | undefined =>
  typeof value === "string" && /^[\w.:+-]{0,128}$/.test(value)
    ? undefined
    : "must be at most 128 letters, digits, dots, colons, plus signs, hyphens and underscores"

const delayFault = (value: Duration.Input): string | undefined => {
  const span = Option.map(Duration.fromInput(value), Duration.toMillis)
  return Option.isSome(span) && Number.isFinite(span.value) && span.value >= 0
    ? undefined
    : "must be a time from now, such as 5 minutes"
}

const priorityFault = (value: unknown): string | undefined =>
  Number.isFinite(value) ? undefined : "must be a finite number"

const about = <A>(
  path: string,
  value: A | undefined,
  faultOf: (value: A) => string | undefined
): ReadonlyArray<Complaint> => {
  const message = value === undefined ? undefined : faultOf(value)
  return message === undefined ? [] : [{ path, message }]
}

/** What is wrong with what an item is enqueued with. */
export const faultsOf = ({ account, delay, id, key, priority }: Labels): ReadonlyArray<Complaint> => [
  ...about("id", id, nameFault),
  ...about("key", key, nameFault),
  ...about("account", account, accountFault),
  ...about("priority", priority, priorityFault),
  ...about("delay", delay, delayFault)
]

/** A group as part of a lane's name: a long one (the columns of a table) by its beginning and its hash. */
const shortOf = (group: string): string =>
  group.length <= 128
    ? group
    : `${group.slice(0, 96)}~${createHash("sha256").update(group).digest("base64url").slice(0, 22)}`

/** The lane of items: what may share a request. */
export const laneOf = (operation: string, account: string, group: string): string =>
  operation + (account === "" ? "" : `@${account}`) + (group === "" ? "" : `/${shortOf(group)}`)
