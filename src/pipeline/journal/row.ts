/** A call as a journal keeps it. */
import * as Schema from "effect/Schema"
import { AttemptReport, Delivery, RequestReport } from "../../contract/CallReport.ts"
import { categories } from "../../contract/Failure.ts"

/** An answer as it may be shown: without secrets and, unless the journal keeps the whole, without personal data. */
export interface KeptAnswer extends Schema.Schema.Type<typeof KeptAnswerFields> {}
const KeptAnswerFields = Schema.Struct({
  headers: Schema.Record(Schema.String, Schema.String),
  /** At most 64 kB. */
  body: Schema.String,
  /** The body was longer. */
  cut: Schema.optionalKey(Schema.Literal(true))
})
export const KeptAnswer = Schema.Opaque<KeptAnswer>()(KeptAnswerFields)

/** An attempt, with the answer where that was no success. */
export interface KeptAttempt extends Schema.Schema.Type<typeof KeptAttemptFields> {}
const KeptAttemptFields = Schema.Struct({
  ...AttemptReport.fields,
  answer: Schema.optionalKey(KeptAnswer)
})
export const KeptAttempt = Schema.Opaque<KeptAttempt>()(KeptAttemptFields)

/** A request. `whole`: as it was spelled on the wire, nothing cut or left out of it. */
export interface KeptRequest extends Schema.Schema.Type<typeof KeptRequestFields> {}
const KeptRequestFields = Schema.Struct({
  ...RequestReport.fields,
  whole: Schema.optionalKey(Schema.Literal(true))
})
export const KeptRequest = Schema.Opaque<KeptRequest>()(KeptRequestFields)

/**
 * One call. Of one that succeeded at its first attempt there are figures only: neither request nor answer, and its one attempt has the
 * call's own times.
 */
export interface Row extends Schema.Schema.Type<typeof RowFields> {}
const RowFields = Schema.Struct({
  /** Its id: a UUID that sorts by when it began. */
  call: Schema.String,
  /** When it began. */
  at: Schema.DateTimeUtc,
  vendor: Schema.String,
  operation: Schema.String,
  /** How it failed: the tag of its failure, `interrupted` or `defect`. Absent of a success. */
  tag: Schema.optionalKey(Schema.String),
  category: Schema.optionalKey(Schema.Literals(categories)),
  /** Of the last answer. */
  status: Schema.optionalKey(Schema.Int),
  /** From its beginning to its end, waits included. */
  millis: Schema.Finite,
  /** All that were made, those of all parts of a call that was split included. */
  attempts: Schema.Array(KeptAttempt),
  /** What repeating the call would do: a word, a wait in ms, or a moment as ISO text. */
  retry: Schema.optionalKey(
    Schema.Union([
      Schema.String,
      Schema.Struct({ after: Schema.Finite }),
      Schema.Struct({ at: Schema.String })
    ])
  ),
  /** Whether it was done. Absent of a success. */
  delivery: Schema.optionalKey(Delivery),
  /** The failure in a sentence. */
  message: Schema.optionalKey(Schema.String),
  requestId: Schema.optionalKey(Schema.String),
  /** What was sent last, or was to be. */
  request: Schema.optionalKey(KeptRequest),
  /** The journal keeps the whole: personal data may be in the request and in the answers. Only of a call that failed. */
  bodies: Schema.optionalKey(Schema.Literal("whole")),
  /** What in an outbox the call was made for. */
  item: Schema.optionalKey(Schema.String)
})
export const Row = Schema.Opaque<Row>()(RowFields)
