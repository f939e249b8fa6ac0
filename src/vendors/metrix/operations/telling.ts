/**
 * What one run of messages has told so far, as far back as it is kept. With it a message that has no time gets one that no
 * other event of its user has, and a message that Metrix would drop in silence is found, although the one that it repeats went
 * with another request.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { uuid } from "../../../pipeline/Generate.ts"
import { Envelope } from "./envelope.ts"
import type { Message } from "./messages.ts"
import type { Stamped } from "./stamp.ts"

/** How many messages back, at least, a run looks for what a message repeats: ours, so that its memory stays flat. */
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

/** A map that keeps the last `most` entries at least, and never twice as many: the older half is forgotten at once. */
const keeping = <Value>(most: number) => {
  let [young, old] = [new Map<string, Value>(), new Map<string, Value>()]
  return {
    get: (key: string) => young.get(key) ?? old.get(key),
    put: (key: string, value: Value) => {
      young.set(key, value)
      if (young.size >= most) [young, old] = [new Map<string, Value>(), young]
    }
  }
}

/** What is known of the last messages of one run. */
export interface Run {
  /** The message with the `id` and the `time` that it lacks. */
  readonly stamp: (told: Told) => Effect.Effect<Telling>
  /** What the message repeats, by its id or by the time of its user's event, as a message of just that; else nothing. */
  readonly repeatedBy: (telling: Telling) => ReadonlyArray<Message>
}

const isSound = Schema.is(Envelope)

/** The messages that were told, under one of the names that no two may share. */
const makeNames = (most: number) => {
  const first = keeping<Telling>(most)
  return {
    has: (name: string) => first.get(name) !== undefined,
    /** Whether the name was taken: not by a message that breaks a rule, for that was never sent. */
    take: (name: string, one: Telling): boolean => {
      const earlier = first.get(name)
      const taken = earlier !== undefined && isSound({ ...earlier.user, messages: [earlier.message] })
      first.put(name, taken ? earlier : one)
      return taken
    }
  }
}

/** Times for messages that have none: the present, or the next that is free for the user. */
const makePresent = (most: number, isTaken: (user: string, time: number) => boolean) => {
  const latest = keeping<number>(most)
  const free = (user: string, time: number): number => (isTaken(user, time) ? free(user, time + 1) : time)
  return (user: string, now: number): number => {
    const time = free(user, Math.max(now, (latest.get(user) ?? -Infinity) + 1))
    latest.put(user, time)
    return time
  }
}

/** Begins a run. */
export const beginRun = (most: number = memory): Run => {
  const ids = makeNames(most)
  const moments = makeNames(most)
  const momentOf = (user: string, time: number) => `${user} ${time}`
  const present = makePresent(most, (user, time) => moments.has(momentOf(user, time)))
  const repeated = new WeakMap<Telling, Message>()
  const note = (one: Telling): Telling => {
    const { id, time, type } = one.message
    const sameId = ids.take(id, one)
    // The rule is documented for events; a `user` message is none.
    const sameTime = type !== "user" && moments.take(momentOf(userOf(one), time), one)
    const same = { ...(sameId ? { id } : {}), ...(sameTime ? { time } : {}) }
    if (sameId || sameTime) repeated.set(one, { type: "action", customName: "earlier", ...same })
    return one
  }
  return {
    stamp: (told) =>
      Effect.gen(function* () {
        const id = told.message.id ?? (yield* uuid)
        const time = told.message.time ?? present(userOf(told), yield* Clock.currentTimeMillis)
        return note({ user: told.user, message: { ...told.message, id, time } })
      }),
    repeatedBy: (one) => [repeated.get(one) ?? []].flat()
  }
}
