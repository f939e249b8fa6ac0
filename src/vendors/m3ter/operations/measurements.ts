/** Measurements: raw usage, sent to the Ingest API in batches. */
import * as Schema from "effect/Schema"
import { areDisjoint } from "../../../contract/disjoint.ts"
import { jsonAtMost, jsonBytes } from "../../../contract/jsonSize.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Batch from "../../../many/Batch.ts"
import { proven } from "../../../contract/Operation.ts"
import { type Always, BadRequest, RequestTooLarge, withToken } from "../failures.ts"
import { M3terApi, vendor } from "../vendor.ts"
import { Code, optionalOrNull, text } from "./parts.ts"

/** Measurements in one call, and bytes of its body as UTF-8 JSON (API reference: “must be less than 512,000 bytes”). */
export const batchLimits = { items: 1000, bytesBelow: 512_000 } as const

const Texts = lazy(() => Schema.optionalKey(Schema.Record(Schema.String, Schema.String)))
const Numbers = lazy(() => Schema.optionalKey(Schema.Record(Schema.String, Schema.Finite)))

const categories = ["who", "where", "what", "other", "metadata", "measure", "cost", "income"] as const

const MeasurementFields = lazy(() =>
  Schema.Struct({
    /** What m3ter de-duplicates on, for 35 days. A random one is filled in, once per call; give one that lasts to send it again later. */
    uid: Schema.optionalKey(text(1, 50)),
    /** The meter's code. */
    meter: Code(),
    /** The account's code. m3ter creates an account for a code that it does not know. */
    account: Code(),
    /** When it was used; billing goes by this. m3ter takes none from the future. */
    ts: Moment.Text(),
    /** When the use ended. */
    ets: Schema.optionalKey(Moment.Text()),
    /** Who used it, by field code: values of the WHO fields of the meter. No personal data. */
    who: Texts(),
    /** Where it was used, by field code: values of the WHERE fields. */
    where: Texts(),
    /** What was used, by field code: values of the WHAT fields. */
    what: Texts(),
    /** Other texts, by field code: values of the OTHER fields. */
    other: Texts(),
    /** Texts with many different values, by field code: values of the METADATA fields, at most 256 characters each. */
    metadata: Schema.optionalKey(Schema.Record(Schema.String, text(0, 256))),
    /** How much was used, by field code: numbers for the MEASURE fields. They may be negative, to correct earlier ones. */
    measure: Numbers(),
    /** What it cost, by field code: numbers for the COST fields. */
    cost: Numbers(),
    /** What it brought in, by field code: numbers for the INCOME fields. */
    income: Numbers()
  })
)

type Fields = Schema.Schema.Type<ReturnType<typeof MeasurementFields>>

// m3ter accepts such a measurement and drops it later (event type DuplicateField).
const oncePerField = (measurement: Fields): Schema.FilterOutput => {
  const { cost, income, measure, metadata, other, what, where, who } = measurement
  if (areDisjoint([who, where, what, other, metadata, measure, cost, income])) return true
  return categories.flatMap((category, index) =>
    Object.keys(measurement[category] ?? {}).flatMap((field) => {
      const earlier = categories
        .slice(0, index)
        .find((other) => Object.hasOwn(measurement[other] ?? {}, field))
      if (earlier === undefined) return []
      const issue = `a field stands in one category only; this one is in ${earlier} too`
      return [{ path: [category, field], issue }]
    })
  )
}

/** One measurement. Its meter and account are named by code; the fields by the codes of the meter's data fields. */
export interface Measurement extends Fields {}
export const Measurement = lazy(() =>
  Schema.Opaque<Measurement>()(MeasurementFields().check(Schema.makeFilter(oncePerField)))
)

const belowByteLimit = (measurements: ReadonlyArray<Measurement>) => {
  if (jsonAtMost({ measurements }) < batchLimits.bytesBelow) return true
  const size = jsonBytes({ measurements })
  return (
    size < batchLimits.bytesBelow ||
    `fewer than 512,000 bytes of UTF-8 JSON together; these are ${size.toLocaleString("en-US")}`
  )
}

const AcceptedFields = lazy(() =>
  Schema.Struct({ result: optionalOrNull(Schema.Union([Schema.Literal("accepted"), Schema.String])) })
)

/**
 * m3ter has taken the batch. That is all it says: each measurement is checked later, and what is wrong with it shows as an
 * `ingest.validation.failure` event, kept for 28 days.
 */
export interface Accepted extends Schema.Schema.Type<ReturnType<typeof AcceptedFields>> {}
export const Accepted = lazy(() => Schema.Opaque<Accepted>()(AcceptedFields()))

// Its answer is a few bytes: a 413 here is about the request.
const operation = proven<Always>()(M3terApi, vendor, { fails: [...withToken, RequestTooLarge] })

const submit = operation("submitMeasurements", () => ({
  method: "POST",
  path: "/organizations/{orgId}/measurements",
  input: Schema.Struct({
    /** The measurements: 1 to 1,000, fewer than 512,000 bytes of JSON together. */
    measurements: Schema.Array(Measurement()).check(
      Schema.isBetweenLength(1, batchLimits.items, { message: "1 to 1,000 measurements" }),
      Schema.makeFilter(belowByteLimit)
    )
  }),
  output: Accepted(),
  host: "ingest",
  idempotent: true,
  generates: { "measurements[].uid": "uuid" },
  repeats: { knownBy: "items", within: "35 days" },
  quota: "ingest",
  permission: "measurements:upload",
  notes: [
    "Received, not checked: m3ter checks each measurement later, and reports what it drops as an ingest.validation.failure event, kept for 28 days.",
    "Dropped are measurements of an unknown meter, with a missing field, with a field in two categories, or with a uid that has been used: the first one with it stands.",
    "Where a calculation fails, the measurement is kept without the derived field.",
    "An account code that m3ter does not know creates an account: a misspelled one fails nowhere."
  ],
  see: "m3ter API reference, “Submit Measurements”"
}))

/**
 * Submits 1 to 1,000 measurements, fewer than 512,000 bytes together; `.many` takes any number of them. Sending one again with
 * the same uid within 35 days counts it once, so the call is retried where that can help. Success means received, not checked.
 */
export const submitMeasurements = Batch.batched(submit, {
  input: (measurements: ReadonlyArray<Measurement>) => ({ measurements }),
  count: batchLimits.items,
  // Each measurement counts with a comma, and the last one has none: so the most bytes below the limit, one more for that comma,
  // less what stands around the list.
  bytes: batchLimits.bytesBelow - '{"measurements":[]}'.length,
  blames: [BadRequest, RequestTooLarge]
})
