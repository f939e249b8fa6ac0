/** Rows of an outbox in SQLite, read and written. */
import type { Claimed, Item, Outcome, State } from "../model.ts"
import { codes } from "./schema.ts"

/** A request's id, as it is stored. */
export type RequestKey = Uint8Array | string

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A UUID in its 16 bytes, for each item has one. */
export const keyOf = (request: string): RequestKey =>
  uuid.test(request) ? Buffer.from(request.replaceAll("-", ""), "hex") : request

/** The id that a key stands for. */
export const idOf = (key: RequestKey): string =>
  typeof key === "string"
    ? key
    : Buffer.from(key)
        .toString("hex")
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")

/** The state of each code. */
export const states: ReadonlyArray<State> = [
  "pending",
  "pending",
  "pending",
  "claimed",
  "delivered",
  "warned",
  "dead",
  "dead",
  "unknown"
]

/** The codes of states. */
export const codesOf = (wanted: ReadonlyArray<State>): ReadonlyArray<number> =>
  states.flatMap((state, code) => (wanted.includes(state) ? [code] : []))

/** The code of a state, but for pending, which the wait decides. */
export const codeOf = (state: Exclude<State, "pending">, hold: number): number =>
  state === "dead" && hold === 1 ? codes.deadHold : codes[state]

/** What a worker needs of an item. */
export interface ClaimedRow {
  readonly seq: number
  readonly id: string
  readonly version: number
  readonly input: string
  readonly attempts: number
  readonly doubts: number
  readonly since: number
  readonly first_sent: number | null
  readonly operation: string
}

export const claimedOf = ({ first_sent, ...row }: ClaimedRow): Claimed => ({
  ...row,
  ...(first_sent === null ? {} : { firstSent: first_sent })
})

/** All of an item. */
export interface ItemRow extends ClaimedRow {
  readonly lane: string
  readonly account: string
  readonly state: number
  readonly sending: number
  readonly hold: number
  readonly priority: number
  readonly enqueued: number
  readonly due: number
  readonly ended: number | null
  readonly request: RequestKey | null
  readonly key: string | null
  readonly replays: string | null
  readonly hash: string
  readonly outcome: string | null
}

const present = <Name extends string, A>(name: Name, value: A | null | undefined) =>
  value === null || value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]: A }) // as: a computed name is not followed

const waits: ReadonlyArray<Item["waits"]> = [undefined, "due", "key"]

export const itemOf = (row: ItemRow): Item => {
  const { ended, enqueued, first_sent, hold, key, outcome, replays, request, sending, state, ...rest } = row
  return {
    ...rest,
    state: states[state] ?? "unknown",
    sending: sending === 1,
    onDead: hold === 1 ? "hold" : "go-on",
    enqueued,
    ...present("waits", waits[state]),
    ...present("firstSent", first_sent),
    ...present("ended", ended),
    ...present("request", request === null ? null : idOf(request)),
    ...present("key", key),
    ...present("replays", replays),
    ...present("outcome", outcomeOf(outcome))
  }
}

/** What is known of an item's end. */
export const outcomeOf = (text: string | null): Outcome | undefined =>
  text === null ? undefined : JSON.parse(text)
