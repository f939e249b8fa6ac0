/** What a failure can tell of its call: what was asked, what came back, what was tried, and whether it was done. */
import * as Schema from "effect/Schema"

/**
 * Whether the call took effect.
 *
 * - `NotSent`: it never left.
 * - `Refused`: nothing was done; the vendor answered so, or the call only reads.
 * - `Unknown`: it was sent, and nobody knows whether it was done.
 * - `Applied`: it was done; only the answer could not be read.
 */
export type Delivery = typeof Delivery.Type
export const Delivery = Schema.Literals(["NotSent", "Refused", "Unknown", "Applied"])

/** One complaint of the vendor about one field: where (`path`), what (`message`), and which item of a list (`index`, from 0). */
export interface Complaint extends Schema.Schema.Type<typeof ComplaintFields> {}
const ComplaintFields = Schema.Struct({
  path: Schema.optionalKey(Schema.String),
  message: Schema.String,
  index: Schema.optionalKey(Schema.Int)
})
export const Complaint = Schema.Opaque<Complaint>()(ComplaintFields)

/**
 * Why an attempt was made: the `first` of a call, a `retry` after a failure, a `renewal` with new credentials, a `hedge` beside a
 * slow read, or the first of a `part` of a call that was split.
 */
export type AttemptKind = typeof AttemptKind.Type
export const AttemptKind = Schema.Literals(["first", "retry", "renewal", "hedge", "part"])

/** One attempt: when it began, how long it took (ms), how it ended, and the wait (ms) that followed, with its reason. */
export interface AttemptReport extends Schema.Schema.Type<typeof AttemptReportFields> {}
const AttemptReportFields = Schema.Struct({
  kind: AttemptKind,
  at: Schema.DateTimeUtc,
  millis: Schema.Finite,
  ended: Schema.String,
  status: Schema.optionalKey(Schema.Int),
  waited: Schema.optionalKey(Schema.Finite),
  why: Schema.optionalKey(Schema.String)
})
export const AttemptReport = Schema.Opaque<AttemptReport>()(AttemptReportFields)

/**
 * The request as it may be shown: secrets replaced by `<redacted>`, the body cut to an excerpt. In the headers of a request that got
 * its credentials, the name of the environment variable that usually holds one stands in its place: `$BRAZE_API_KEY`.
 */
export interface RequestReport extends Schema.Schema.Type<typeof RequestReportFields> {}
const RequestReportFields = Schema.Struct({
  method: Schema.String,
  url: Schema.String,
  headers: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
  body: Schema.optionalKey(Schema.String)
})
export const RequestReport = Schema.Opaque<RequestReport>()(RequestReportFields)

/** The circumstances of a failed call. */
export interface CallReport extends Schema.Schema.Type<typeof CallReportFields> {}
const CallReportFields = Schema.Struct({
  /** The call: a UUID that sorts by when it began. The journal's row of the call has the same. */
  id: Schema.optionalKey(Schema.String),
  vendor: Schema.String,
  operation: Schema.String,
  delivery: Delivery,
  time: Schema.optionalKey(Schema.DateTimeUtc),
  status: Schema.optionalKey(Schema.Int),
  /** The vendor's own words, from their documented place or from where answers usually have them; at most 500 characters. */
  vendorMessage: Schema.optionalKey(Schema.String),
  /** The beginning of the answer without its markup, where no words were found. */
  excerpt: Schema.optionalKey(Schema.String),
  /** The beginning of the answer as it came, without secrets and personal data; at most 2,000 characters. */
  answer: Schema.optionalKey(Schema.String),
  requestId: Schema.optionalKey(Schema.String),
  /** The first 20 complaints. */
  complaints: Schema.optionalKey(Schema.Array(Complaint)),
  /** How many complaints there are beyond those. */
  moreComplaints: Schema.optionalKey(Schema.Int),
  /** Not to be asked before this: `Retry-After`, on whatever status it came. */
  notBefore: Schema.optionalKey(Schema.DateTimeUtc),
  /** How far (ms) the vendor's clock is ahead of ours, where the `Date` of its answer says that they differ. */
  skew: Schema.optionalKey(Schema.Finite),
  request: Schema.optionalKey(RequestReport),
  attempts: Schema.optionalKey(Schema.Array(AttemptReport)),
  /** What the vendor advises about failures such as those of this call, beyond the remedy. */
  advice: Schema.optionalKey(Schema.String),
  /** Why a request that was too large was not split further, or what became of its other parts. */
  unsplit: Schema.optionalKey(Schema.String)
})
export const CallReport = Schema.Opaque<CallReport>()(CallReportFields)
