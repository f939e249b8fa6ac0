/**
 * What one run of `ingest.many` has sent so far, as far back as it is kept. With it a message that has no time gets one that no
 * other event of its user has, and a message that Metrix would drop in silence is found, although the one that it repeats went
 * with another request.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import { orItself } from "../../../many/batch/item.ts"
import { Envelope } from "./envelope.ts"
import { type ManyItem, type StampedItem, userOf } from "./item.ts"
import type { Message } from "./messages.ts"
import { stamp } from "./stamp.ts"

/** How many messages back, at least, a run looks for what a message repeats: ours, so that its memory stays flat. */
export const memory = 10_000

/** An item that is ready to be sent, and what it repeats. */
export interface Checked extends StampedItem {
  /** A message with only the id or time that this one shares with an earlier one; empty where it repeats nothing. */
  readonly repeats: ReadonlyArray<Message>
}

/** What is known of the last messages of one run. */
export interface Run {
  /** Gives the message the `id` and the `time` that it lacks, remembers it, and finds what it repeats. */
  readonly stamp: (item: ManyItem) => Effect.Effect<Checked>
}

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

const isSound = lazy(() => Schema.is(Envelope()))

/** The items of the run, under one of the names that no two may share. */
const makeNames = (most: number) => {
  const first = keeping<StampedItem>(most)
  return {
    has: (name: string) => first.get(name) !== undefined,
    /** Whether the name was taken: not by a message that breaks a rule, because that was never sent. */
    take: (name: string, item: StampedItem): boolean => {
      const earlier = first.get(name)
      const taken = earlier !== undefined && isSound()({ ...earlier.user, messages: [earlier.message] })
      first.put(name, taken ? earlier : item)
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
  const check = (item: StampedItem): Checked => {
    const { id, time, type } = item.message
    const sameId = ids.take(id, item)
    // The rule is documented for events; a `user` message is none.
    const sameTime = type !== "user" && moments.take(momentOf(userOf(item), time), item)
    if (!sameId && !sameTime) return { ...item, repeats: [] }
    const same = { ...(sameId ? { id } : {}), ...(sameTime ? { time } : {}) }
    return { ...item, repeats: [{ type: "action", customName: "earlier", ...same }] }
  }
  return {
    stamp: (given) =>
      orItself(given, (item) =>
        Effect.map(
          stamp(item.message, (now) => present(userOf(item), now)),
          (message) => check({ ...item, message })
        )
      )
  }
}
