/** Sending Metrix messages about users. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import * as Stream from "effect/Stream"
import { lazy } from "../../../contract/lazy.ts"
import * as Batch from "../../../many/Batch.ts"
import { BadRequest } from "../failures.ts"
import { type MetrixApi, operation } from "../vendor.ts"
import { Envelope } from "./envelope.ts"
import { identifiersOf, type ManyItem, type StampedItem, userOf } from "./item.ts"
import { Receipt } from "./receipt.ts"
import { beginRun, type Checked } from "./run.ts"
import { timed } from "./stamp.ts"

const Sent = lazy(() =>
  Schema.Struct({
    customUserId: Schema.optionalKey(Schema.String),
    metrixUserId: Schema.optionalKey(Schema.String),
    messages: Schema.Array(
      Schema.StructWithRest(
        Schema.Struct({
          type: Schema.String,
          id: Schema.optionalKey(Schema.String),
          time: Schema.optionalKey(Schema.Finite)
        }),
        [Schema.Record(Schema.String, Schema.Unknown)]
      )
    )
  })
)
const Given = lazy(() => Schema.Struct({ ...Sent().fields, now: Schema.optionalKey(Schema.Finite) }))
type Sent = ReturnType<typeof Sent>["Type"]
type Given = ReturnType<typeof Given>["Type"]

// Input is encoded once per call, outside everything that repeats: so a repeated request has the same times.
const timesFilled = lazy(() =>
  SchemaTransformation.transform<Given, Sent>({
    decode: (sent) => sent,
    encode: ({ messages, now, ...identity }) => ({
      ...identity,
      messages: now === undefined ? messages : timed(messages, now)
    })
  })
)

const IngestFields = lazy(() =>
  Sent().pipe(Schema.decodeTo(Given(), timesFilled()), Schema.decodeTo(Envelope()))
)

/** One user, and messages about that user. */
export interface Ingest extends Schema.Schema.Type<ReturnType<typeof IngestFields>> {}
export const Ingest = lazy(() => Schema.Opaque<Ingest>()(IngestFields()))

/** Messages of one request of `ingest.many`, where the caller does not say: ours, since Metrix documents no maximum. */
export const messagesPerRequest = 100

const single = operation("ingest", () => ({
  method: "POST",
  path: "/",
  input: Ingest(),
  output: Receipt(),
  from: "response",
  // "to prevent duplicate data submissions": a message with the same id counts once.
  idempotent: true,
  generates: { "messages[].id": "uuid", now: "now" },
  notes: [
    "Received, not processed: Metrix also answers 200 to a message that it then drops.",
    "An event that is not in the dashboard may have the metrixUserId and time of an earlier one, a wrong or incomplete customUserId or metrixUserId, or a name or customName that is wrong, empty or not in the Taxonomy.",
    "Send a unique id with each message and a correct, logical time with each event; whether they are kept can be seen in the dashboard only."
  ],
  see: "https://docs.metrix.ir/en/technical/api/tracking-events"
}))

type Failed = Effect.Error<ReturnType<typeof single>>

const requestsOf = (count: number) =>
  Batch.batched(single, {
    // A message that would be dropped stands beside what it repeats, so that the rule of a request refuses it, and it alone.
    input: (checked: ReadonlyArray<Checked>) => ({
      ...checked[0]?.item.user,
      messages: checked.flatMap(({ item, repeats }) => [...repeats, item.message])
    }),
    count,
    group: ({ item }) => identifiersOf(item),
    key: ({ item }) => userOf(item),
    blames: [BadRequest]
  })

const usualRequests = requestsOf(messagesPerRequest)

const together = (items: ReadonlyArray<ManyItem>): Ingest => ({
  ...items[0]?.user,
  messages: items.map(({ message }) => message)
})

/** How a run of `ingest.many` is carried out. */
export interface ManyOptions extends Batch.ManyOptions {
  /** The most messages of one request, from 1. Default: `messagesPerRequest`. */
  readonly messages?: number
}

/** What became of one message of `ingest.many`; `item` is the message as it was sent. */
export type ManyOutcome = Batch.Outcome<StampedItem, Failed>

const many = <E = never, R = never>(
  items: Iterable<ManyItem> | Stream.Stream<ManyItem, E, R>,
  { messages = messagesPerRequest, ...options }: ManyOptions = {}
): Stream.Stream<ManyOutcome, E | Batch.Halted, MetrixApi | R> =>
  Stream.suspend(() => {
    const run = beginRun()
    const requests =
      messages === messagesPerRequest ? usualRequests : requestsOf(messages >= 1 ? messages : 1)
    const given = Stream.isStream(items) ? items : Stream.fromIterable(items)
    const checked = Stream.mapArrayEffect(given, (some) => Effect.forEach(some, run.stamp))
    return Stream.map(requests.many(checked, options), (outcome) => ({ ...outcome, item: outcome.item.item }))
  })

/**
 * Sends Metrix messages about one user. Messages of all types may stand together; an `id` and a `time` that are absent are filled
 * in once, before the first attempt, so that a retry counts once. If you repeat calls yourself, make the messages first, with
 * `action`, `revenue`, `businessEvent` and `user`. Success means received, not processed.
 *
 * `.many` takes any number of `{ user, message }`, about any number of users, and makes requests of the messages of one user, in
 * their order: sort by user where you can, since a request holds one user. Each outcome has the message as it was sent: one that
 * is `unknown` can be sent again as it is, and counts once. A message that repeats one of the last 10,000 by its id, or by the
 * time of its user's event, is refused: Metrix would drop it.
 */
export const ingest = Object.assign(single, {
  many,
  batching: { ...usualRequests.batching, input: together }
})
