/**
 * What makes a message one message however often it is sent: its `id` and its `time`. Both are fixed once, before the first
 * attempt, because Metrix counts a message again that comes with new ones, and drops one of two events at the same time.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { type Moment, toMillis } from "../../../contract/Moment.ts"
import { replaced, type Replaced } from "../../../contract/replaced.ts"
import { uuid } from "../../../many/Batch.ts"

interface Unstamped {
  readonly id?: string
  readonly time?: number | Moment
}

/** A message that has its `id` and its `time`. */
export type Stamped<Message> = Replaced<Message, { readonly id: string; readonly time: number }>

/** The message with the `id` and the `time` that it lacks; `timeAt` chooses a time at the given present. */
export const stamp = <Message extends Unstamped>(
  message: Message,
  timeAt: (now: number) => number = (now) => now
): Effect.Effect<Stamped<Message>> =>
  Effect.gen(function* () {
    const id = message.id ?? (yield* uuid)
    const time = message.time === undefined ? timeAt(yield* Clock.currentTimeMillis) : toMillis(message.time)
    return replaced(message, { id, time })
  })

/** The messages, each with a time: its own, or one that no other has, in the order of the messages, the last one `now`. */
export const timed = <Message extends { readonly time?: number }>(
  messages: ReadonlyArray<Message>,
  now: number
): ReadonlyArray<Message & { readonly time: number }> => {
  const taken = new Set(messages.map(({ time }) => time))
  const lacking = messages.flatMap(({ time }, index) => (time === undefined ? [index] : []))
  const before = Array.from({ length: lacking.length + taken.size }, (_, index) => now - index)
  const free = before.filter((time) => !taken.has(time))
  const found = new Map(lacking.toReversed().map((index, nth) => [index, free[nth]]))
  return messages.map((message, index) => ({ ...message, time: message.time ?? found.get(index) ?? now }))
}
