/**
 * One user and the messages about that user. Metrix answers 200 where two messages are one to it, and drops the second in
 * silence; so they are kept apart here.
 */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import { toMillis } from "../../../contract/Moment.ts"
import { filled, Message } from "./messages.ts"

/** Positions of values that stand earlier in the list already. */
const repeated = (values: ReadonlyArray<unknown>): ReadonlyArray<number> => {
  const first = new Map<unknown, number>(values.map((value, index) => [value, index] as const).toReversed())
  return values.flatMap((value, index) => (value !== undefined && first.get(value) !== index ? [index] : []))
}

const timeOf = ({ time, type }: Message): number | undefined =>
  type === "user" || time === undefined ? undefined : toMillis(time)

const apart = (messages: ReadonlyArray<Message>) => [
  ...repeated(messages.map(({ id }) => id)).map((index) => ({
    path: ["messages", index, "id"],
    issue: "an id is used once: Metrix drops what it takes for a duplicate"
  })),
  // The rule is documented for events; a `user` message is none.
  ...repeated(messages.map(timeOf)).map((index) => ({
    path: ["messages", index, "time"],
    issue:
      "two events of one user have different times: Metrix drops the second of two at the same millisecond"
  }))
]

/** The content of a request: one user, and messages about that user. */
export const Envelope = lazy(() =>
  Schema.Struct({
    /** Your own id of the user. Give this, or `metrixUserId`, or both. */
    customUserId: Schema.optionalKey(filled("customUserId cannot be empty")),
    /** The id that Metrix's SDK gave the user. */
    metrixUserId: Schema.optionalKey(filled("metrixUserId cannot be empty")),
    /** What happened to or about this user, in any order and of any type; at least one. */
    messages: Schema.Array(Message()).check(
      Schema.isMinLength(1, { message: "the list of messages is empty" })
    ),
    /** The present, in milliseconds since 1970, where messages lack a time; the library takes it from the clock. It is not sent. */
    now: Schema.optionalKey(Schema.Finite)
  }).check(
    Schema.makeFilter(({ customUserId, messages, metrixUserId }) => [
      ...(customUserId === undefined && metrixUserId === undefined
        ? [{ path: ["customUserId"], issue: "give customUserId or metrixUserId, or both" }]
        : []),
      ...apart(messages)
    ])
  )
)
