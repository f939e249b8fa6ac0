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

/** What is known of the messages of one run, `most` of them. */
export interface Run {
  /** The message with the `id` and the `time` that it lacks. */
  readonly stamp: (told: Told) => Effect.Effect<Telling>
  /** What the message repeats, by its id or by the time of its user's event, as a message of just that; else nothing. */
  readonly repeatedBy: (telling: Telling) => ReadonlyArray<Message>
}

/** Begins a run. */
export const beginRun = (most: number = memory): Run => {
  const ids = keeping<true>(most)
  const times = keeping<true>(most)
  const latest = keeping<number>(most)
  const repeated = new WeakMap<Telling, Message>()
  const free = (user: string, time: number): number =>
    times.get(`${user} ${time}`) === undefined ? time : free(user, time + 1)
  const present = (user: string, now: number): number => {
    const time = free(user, Math.max(now, (latest.get(user) ?? -Infinity) + 1))
    latest.put(user, time)
    return time
  }
  const note = (telling: Telling): void => {
    const { id, time, type } = telling.message
    const moment = `${userOf(telling)} ${time}`
    const known = {
      ...(ids.get(id) === undefined ? {} : { id }),
      // The rule is documented for events; a `user` message is none.
      ...(type === "user" || times.get(moment) === undefined ? {} : { time })
    }
    if (Object.keys(known).length > 0)
      repeated.set(telling, { type: "action", customName: "earlier", ...known })
    ids.put(id, true)
    if (type !== "user") times.put(moment, true)
  }
  return {
    stamp: ({ message, user }) =>
      Effect.gen(function* () {
        const id = message.id ?? (yield* uuid)
        const time = message.time ?? present(userOf({ message, user }), yield* Clock.currentTimeMillis)
        const telling: Telling = { user, message: { ...message, id, time } }
        note(telling)
        return telling
      }),
    repeatedBy: (telling) => [repeated.get(telling) ?? []].flat()
  }
}
