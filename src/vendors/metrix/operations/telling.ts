/**
 * What one run of messages has told so far, as far back as it is kept. With it a message that has no time gets one that no
 * other event of its user has, and a message that Metrix would drop in silence is found, although the one that it repeats went
 * with another request.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { uuid } from "../../../core/Fill.ts"
import type { Message } from "./messages.ts"
import type { Stamped } from "./stamp.ts"

/** How many messages back a run looks for what a message repeats: ours, so that its memory stays flat. */
export const memory = 10_000

/** Whom a message is about: give `customUserId`, or `metrixUserId`, or both. */
export interface Identity {
  /** Your own id of the user. */
  readonly customUserId?: string
  /** The id that Metrix's SDK gave the user. */
  readonly metrixUserId?: string
}

/** A message, and whom it is about. */
export interface Told<About extends Message = Message> {
  readonly user: Identity
  readonly message: About
}

/** A message as it is sent, every time that it is sent. */
export type Telling = Told<Stamped<Message>>

/** Names a user: the same for all messages with the same `customUserId`, or without one, with the same `metrixUserId`. */
export const userOf = ({ user: { customUserId, metrixUserId } }: Told): string =>
  customUserId === undefined ? `metrix ${metrixUserId}` : `custom ${customUserId}`

/** Names the identifiers of a request. */
export const envelopeOf = ({ user: { customUserId, metrixUserId } }: Told): string =>
  JSON.stringify([customUserId, metrixUserId])

/** A map that forgets its oldest entries. */
const keeping = <Value>(most: number) => {
  const entries = new Map<string, Value>()
  return {
    get: (key: string) => entries.get(key),
    put: (key: string, value: Value) => {
      entries.delete(key)
      entries.set(key, value)
      const [oldest] = entries.keys()
      if (entries.size > most && oldest !== undefined) entries.delete(oldest)
    }
  }
}

/** The memory of one run. */
export interface Remembering {
  /** The message with the `id` and the `time` that it lacks. */
  readonly stamp: (told: Told) => Effect.Effect<Telling>
  /** What has the same id, or is an event of the same user at the same time; as a message, so that a rule can name it. */
  readonly repeats: (telling: Telling) => ReadonlyArray<Message>
}

/** Begins a run. */
export const remembering = (most: number = memory): Remembering => {
  const ids = keeping<true>(most)
  const times = keeping<true>(most)
  const latest = keeping<number>(most)
  const repeated = new WeakMap<Telling, Message>()
  const free = (user: string, time: number): number =>
    times.get(`${user} ${time}`) === undefined ? time : free(user, time + 1)
  const next = (user: string, now: number): number => {
    const time = free(user, Math.max(now, (latest.get(user) ?? now) + 1))
    latest.put(user, time)
    return time
  }
  return {
    stamp: ({ message, user }) =>
      Effect.gen(function* () {
        const id = message.id ?? (yield* uuid)
        const who = userOf({ message, user })
        const time = message.time ?? next(who, yield* Clock.currentTimeMillis)
        return { user, message: { ...message, id, time } }
      }),
    repeats: () => []
  }
}
