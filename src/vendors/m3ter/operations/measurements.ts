/** Measurements: raw usage, sent to the Ingest API in batches. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Batch from "../../../many/Batch.ts"
import { uuid } from "../../../pipeline/Generate.ts"
import { BadRequest, TokenExpired } from "../failures.ts"
import { operation } from "../vendor.ts"
import { Code, text, told } from "./parts.ts"

/** Measurements in one call, and bytes of its body as UTF-8 JSON (API reference: “must be less than 512,000 bytes”). */
export const batchLimits = { items: 1000, bytesBelow: 512_000 } as const

const Texts = Schema.Record(Schema.String, Schema.String)
const Numbers = Schema.Record(Schema.String, Schema.Finite)

const categories = ["who", "where", "what", "other", "metadata", "measure", "cost", "income"] as const

const MeasurementFields = Schema.Struct({
  /** What m3ter de-duplicates on, for 35 days. A random one is filled in, once per call; give one that lasts to send it again later. */
  uid: Schema.optionalKey(text(1, 50)),
  /** The meter's code. */
  meter: Code,
  /** The account's code. m3ter creates an account for a code that it does not know. */
  account: Code,
  /** When it was used; billing goes by this. m3ter takes none from the future. */
  ts: Schema.DateTimeUtcFromString,
  /** When the use ended. */
  ets: Schema.optionalKey(Schema.DateTimeUtcFromString),
  who: Schema.optionalKey(Texts),
  where: Schema.optionalKey(Texts),
  what: Schema.optionalKey(Texts),
  other: Schema.optionalKey(Texts),
  metadata: Schema.optionalKey(Schema.Record(Schema.String, text(0, 256))),
  /** Numbers may be negative, to correct earlier ones. */
  measure: Schema.optionalKey(Numbers),
  cost: Schema.optionalKey(Numbers),
  income: Schema.optionalKey(Numbers)
})

type Fields = Schema.Schema.Type<typeof MeasurementFields>

// m3ter accepts such a measurement and drops it later (event type DuplicateField).
const oncePerField = Schema.makeFilter((measurement: Fields) =>
  categories.flatMap((category, index) =>
    Object.keys(measurement[category] ?? {}).flatMap((field) => {
      const earlier = categories
        .slice(0, index)
        .find((other) => Object.hasOwn(measurement[other] ?? {}, field))
      return earlier === undefined
        ? []
        : [
            {
              path: [category, field],
              issue: `a field stands in one category only; this one is in ${earlier} too`
            }
          ]
    })
  )
)

/** One measurement. Its meter and account are named by code; the fields by the codes of the meter's data fields. */
export interface Measurement extends Fields {}
export const Measurement = Schema.Opaque<Measurement>()(MeasurementFields.check(oncePerField))

const bytes = (measurements: ReadonlyArray<Measurement>) =>
  new TextEncoder().encode(JSON.stringify({ measurements })).length

const belowByteLimit = Schema.makeFilter((measurements: ReadonlyArray<Measurement>) => {
  const size = bytes(measurements)
  return (
    size < batchLimits.bytesBelow ||
    `fewer than 512,000 bytes of UTF-8 JSON together; these are ${size.toLocaleString("en-US")}`
  )
})

/**
 * m3ter has taken the batch. That is all it says: each measurement is checked later, and what is wrong with it shows as an
 * `ingest.validation.failure` event, kept for 28 days.
 */
export interface Accepted extends Schema.Schema.Type<typeof AcceptedFields> {}
const AcceptedFields = Schema.Struct({
  result: told(Schema.Union([Schema.Literal("accepted"), Schema.String]))
})
export const Accepted = Schema.Opaque<Accepted>()(AcceptedFields)

const submit = Batch.batched(
  operation("M3ter.submitMeasurements", {
    method: "POST",
    path: "/organizations/{orgId}/measurements",
    host: "ingest",
    input: Schema.Struct({
      measurements: Schema.Array(Measurement).check(
        Schema.isBetweenLength(1, batchLimits.items, { message: "1 to 1,000 measurements" }),
        belowByteLimit
      )
    }),
    output: Accepted,
    fails: [TokenExpired],
    idempotent: true,
    generates: { "measurements[].uid": "uuid" },
    quota: "ingest",
    see: "m3ter API reference, “Submit Measurements”"
  }),
  {
    input: (measurements: ReadonlyArray<Measurement>) => ({ measurements }),
    count: batchLimits.items,
    // What stands around the list, but for the comma that the last item does not have.
    bytes: batchLimits.bytesBelow - 1 - (bytes([]) - 1),
    blames: [BadRequest]
  }
)

const named = (measurement: Measurement): Effect.Effect<Measurement> =>
  measurement.uid === undefined
    ? Effect.map(uuid, (uid) => ({ ...measurement, uid }))
    : Effect.succeed(measurement)

const { many } = submit

/**
 * Submits 1 to 1,000 measurements, fewer than 512,000 bytes together; `.many` takes any number of them. Sending one again with
 * the same uid within 35 days counts it once, so the call is repeated where that can help. Success means received, not checked.
 */
export const submitMeasurements: typeof submit = Object.assign(submit, {
  // Here already, so that a batch that is split keeps its uids, and whoever is told of an item learns its uid.
  many: <E = never, R = never>(
    items: Iterable<Measurement> | Stream.Stream<Measurement, E, R>,
    options?: Batch.ManyOptions
  ) => many(Stream.mapEffect(Stream.isStream(items) ? items : Stream.fromIterable(items), named), options)
})
