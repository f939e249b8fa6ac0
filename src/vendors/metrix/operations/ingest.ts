/** Telling Metrix about one user. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import * as Stream from "effect/Stream"
import * as Batch from "../../../many/Batch.ts"
import { BadRequest } from "../failures.ts"
import { operation } from "../vendor.ts"
import { Envelope } from "./envelope.ts"
import { Received } from "./received.ts"
import { timed } from "./stamp.ts"
import { beginRun, envelopeOf, type Run, type Telling, type Told, userOf } from "./telling.ts"

const Loose = Schema.Struct({
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
type Loose = typeof Loose.Type

// Input is encoded once per call, outside everything that repeats: so a repeated request has the same times.
const Timed = Loose.pipe(
  Schema.decodeTo(
    Loose,
    SchemaTransformation.transformEffect<Loose, Loose>({
      decode: Effect.succeed,
      encode: ({ messages, ...envelope }) =>
        Effect.map(Clock.currentTimeMillis, (now) => ({ ...envelope, messages: timed(messages, now) }))
    })
  )
)

/** One user, and what is to be told about that user. */
export interface Ingest extends Schema.Schema.Type<typeof IngestFields> {}
const IngestFields = Timed.pipe(Schema.decodeTo(Envelope))
export const Ingest = Schema.Opaque<Ingest>()(IngestFields)

/** Messages of one request of `ingest.many`, where the caller does not say: ours, for Metrix documents no maximum. */
export const messagesPerRequest = 100

const one = () =>
  operation("Metrix.ingest", {
    method: "POST",
    path: "/",
    input: Ingest,
    output: Received,
    from: "",
    generates: { "messages[].id": "uuid" },
    // "to prevent duplicate data submissions": a message with the same id counts once.
    idempotent: true,
    see: "https://docs.metrix.ir/en/technical/api/tracking-events"
  })

type Failed = Effect.Error<ReturnType<ReturnType<typeof one>>>
type Api = Effect.Services<ReturnType<ReturnType<typeof one>>>

const batching = (
  count: number,
  { repeatedBy }: Run = beginRun()
): Batch.Batching<Telling, Ingest, Received> => ({
  // A message that would be dropped stands beside what it repeats, so that the rule of a request refuses it, and it alone.
  input: (tellings) => ({
    ...tellings[0]?.user,
    messages: tellings.flatMap((telling) => [...repeatedBy(telling), telling.message])
  }),
  count,
  group: envelopeOf,
  key: userOf,
  blames: [BadRequest]
})

/** How a run of `ingest.many` is carried out. */
export interface ManyOptions extends Batch.ManyOptions {
  /** The most messages of one request, from 1. Default: `messagesPerRequest`. */
  readonly messages?: number
}

/** What became of one message of `ingest.many`; `item` is the message as it was sent. */
export type ManyOutcome = Batch.Outcome<Telling, Failed>

const many = <E = never, R = never>(
  items: Iterable<Told> | Stream.Stream<Told, E, R>,
  { messages = messagesPerRequest, ...options }: ManyOptions = {}
): Stream.Stream<ManyOutcome, E, Api | R> =>
  Stream.suspend(() => {
    const run = beginRun()
    const given = Stream.isStream(items) ? items : Stream.fromIterable(items)
    const stamped = Stream.mapArrayEffect(given, (some) => Effect.forEach(some, run.stamp))
    return Batch.batched(one(), batching(messages >= 1 ? messages : 1, run)).many(stamped, options)
  })

/**
 * Tells Metrix about one user. Messages of all types may stand together; an `id` and a `time` that are absent are filled in
 * once, before the first attempt, so that a repeat counts once. If you repeat calls yourself, make the messages first, with
 * `action`, `revenue`, `businessEvent` and `user`. Success means received, not processed.
 *
 * `.many` takes any number of `{ user, message }`, about any number of users, and makes requests of the messages of one user, in
 * their order: sort by user where you can, for a request holds one user. Each outcome has the message as it was sent: one
 * that is `unknown` can be sent again as it is, and counts once. A message that repeats one of the last 10,000 by its id, or by
 * the time of its user's event, is refused: Metrix would drop it.
 */
export const ingest = Object.assign(one(), { many, batching: batching(messagesPerRequest) })
