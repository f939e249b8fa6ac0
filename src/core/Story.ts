/** What every failure of a call can tell: what was asked, what came back, what was tried, and whether it was done. */
import * as Schema from "effect/Schema"

/**
 * Whether the call took effect.
 *
 * - `NotSent`: it never left.
 * - `Refused`: nothing was done; the vendor answered so, or the call only reads.
 * - `Unknown`: it was sent, and there is no telling.
 * - `Applied`: it was done; only the answer could not be read.
 */
export type Delivery = typeof Delivery.Type
export const Delivery = Schema.Literals(["NotSent", "Refused", "Unknown", "Applied"])

/** One complaint of the vendor about one field: where (`path`), what (`said`), and which item of a list (`index`). */
export interface FieldError extends Schema.Schema.Type<typeof FieldErrorFields> {}
const FieldErrorFields = Schema.Struct({
  path: Schema.optionalKey(Schema.String),
  said: Schema.String,
  index: Schema.optionalKey(Schema.Int)
})
export const FieldError = Schema.Opaque<FieldError>()(FieldErrorFields)

/** One attempt: when it began, how long it took (ms), what it died of, and the wait (ms) that followed, with its reason. */
export interface Attempt extends Schema.Schema.Type<typeof AttemptFields> {}
const AttemptFields = Schema.Struct({
  at: Schema.DateTimeUtc,
  millis: Schema.Finite,
  ended: Schema.String,
  status: Schema.optionalKey(Schema.Int),
  waited: Schema.optionalKey(Schema.Finite),
  why: Schema.optionalKey(Schema.String)
})
export const Attempt = Schema.Opaque<Attempt>()(AttemptFields)

/** The request as it may be shown: secrets replaced by `<redacted>`, the body cut to an excerpt. */
export interface Request extends Schema.Schema.Type<typeof RequestFields> {}
const RequestFields = Schema.Struct({
  method: Schema.String,
  url: Schema.String,
  body: Schema.optionalKey(Schema.String)
})
export const Request = Schema.Opaque<Request>()(RequestFields)

/** The circumstances of a failed call. */
export interface Call extends Schema.Schema.Type<typeof CallFields> {}
const CallFields = Schema.Struct({
  vendor: Schema.String,
  operation: Schema.String,
  delivery: Delivery,
  time: Schema.optionalKey(Schema.DateTimeUtc),
  status: Schema.optionalKey(Schema.Int),
  said: Schema.optionalKey(Schema.String),
  requestId: Schema.optionalKey(Schema.String),
  fields: Schema.optionalKey(Schema.Array(FieldError)),
  request: Schema.optionalKey(Request),
  attempts: Schema.optionalKey(Schema.Array(Attempt)),
  ended: Schema.optionalKey(Schema.String)
})
export const Call = Schema.Opaque<Call>()(CallFields)
