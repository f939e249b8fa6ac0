/** Bill jobs: they calculate the bills of many accounts, and run in the background. */
import * as Schema from "effect/Schema"
import { withoutNulls } from "../../../contract/nulls.ts"
import { Day } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { TooManyBillJobs } from "../failures.ts"
import { operation } from "../vendor.ts"
import { Id, stored, text } from "./parts.ts"

const see = "m3ter API reference, “BillJob”"

const Frequency = lazy(() => Schema.Literals(["DAILY", "WEEKLY", "MONTHLY", "ANNUALLY", "AD_HOC"]))
const Status = lazy(() => Schema.Literals(["PENDING", "INITIALIZING", "RUNNING", "COMPLETE", "CANCELLED"]))

const Conversion = lazy(() =>
  Schema.Struct({
    /** Code of the currency that is converted: `EUR`. */
    from: Schema.NonEmptyString,
    /** Code of the currency that it is converted to: `USD`. */
    to: Schema.NonEmptyString,
    /** How much of `to` one unit of `from` is: greater than 0. */
    multiplier: Schema.optionalKey(Schema.Finite.check(Schema.isGreaterThan(0)))
  })
)

const day = lazy(() => Schema.optionalKey(Day()))

const NewBillJobFields = lazy(() =>
  Schema.Struct({
    /** The last day of the billing period. */
    lastDateInBillingPeriod: day(),
    /** Only bills of this frequency; without it, bills of all. */
    billingFrequency: Schema.optionalKey(Frequency()),
    /** How many units of the frequency a billing period has. */
    billFrequencyInterval: Schema.optionalKey(Schema.Int),
    /** The date of the bills. */
    billDate: day(),
    /** The date of the external invoices. */
    externalInvoiceDate: day(),
    /** The day on which the bills are due. */
    dueDate: day(),
    /** Only bills of these accounts, by id. */
    accountIds: Schema.optionalKey(
      Schema.Array(Schema.String).check(Schema.isBetweenLength(1, 100, { message: "1 to 100 accounts" }))
    ),
    /** Code of the currency of the bills. */
    targetCurrency: Schema.optionalKey(text(3, 3)),
    /** Rates at which amounts are converted. */
    currencyConversions: Schema.optionalKey(
      Schema.Array(Conversion()).check(Schema.isMaxLength(250, { message: "at most 250 conversions" }))
    ),
    /** Name of the time zone of the billing period. m3ter takes UTC where it is left out. */
    timezone: Schema.optionalKey(Schema.String),
    /** The day from which yearly billing periods are counted. */
    yearEpoch: day(),
    /** The day from which monthly billing periods are counted. */
    monthEpoch: day(),
    /** The day from which weekly billing periods are counted. */
    weekEpoch: day(),
    /** The day from which daily billing periods are counted. */
    dayEpoch: day()
  })
)

/** Which bills to calculate: without a billing frequency, those of all. */
export interface NewBillJob extends Schema.Schema.Type<ReturnType<typeof NewBillJobFields>> {}
export const NewBillJob = lazy(() => Schema.Opaque<NewBillJob>()(NewBillJobFields()))

const texts = lazy(() => Schema.optionalKey(Schema.Array(Schema.String)))
const ConversionAnswer = lazy(() =>
  Schema.Struct({ from: answerText(), to: answerText(), multiplier: Schema.optionalKey(Schema.Finite) })
)
const answerText = lazy(() => Schema.optionalKey(Schema.String))

const BillJobFields = lazy(() =>
  Schema.Struct({
    ...stored(),
    status: Schema.optionalKey(Schema.Union([Status(), Schema.String])),
    type: Schema.optionalKey(Schema.String),
    total: Schema.optionalKey(Schema.Int),
    pending: Schema.optionalKey(Schema.Int),
    accountIds: texts(),
    billIds: texts(),
    billingFrequency: Schema.optionalKey(Schema.Union([Frequency(), Schema.String])),
    billFrequencyInterval: Schema.optionalKey(Schema.Int),
    billDate: answerText(),
    dueDate: answerText(),
    externalInvoiceDate: answerText(),
    lastDateInBillingPeriod: answerText(),
    yearEpoch: answerText(),
    monthEpoch: answerText(),
    weekEpoch: answerText(),
    dayEpoch: answerText(),
    timezone: answerText(),
    targetCurrency: answerText(),
    currencyConversions: Schema.optionalKey(Schema.Array(ConversionAnswer()))
  })
)

/** A bill job: how far it is, and the bills that it made. */
export interface BillJob extends Schema.Schema.Type<ReturnType<typeof BillJobFields>> {}
export const BillJob = lazy(() => Schema.Opaque<BillJob>()(BillJobFields()))

/**
 * Starts a bill job; `getBillJob` tells how far it is. At most ten run at once, and the next is refused with
 * `TooManyBillJobs` until one of them has ended, after minutes: other calls do not wait for that. A repeat starts another job.
 */
export const createBillJob = operation("createBillJob", () => ({
  method: "POST",
  path: "/organizations/{orgId}/billjobs",
  input: NewBillJob(),
  output: withoutNulls(BillJob()),
  idempotent: false,
  fails: [TooManyBillJobs],
  job: true,
  notes: ["The bills are calculated later: the job's status tells when they are."],
  see
}))

/** Gets the bill job of that id. */
export const getBillJob = operation("getBillJob", () => ({
  method: "GET",
  path: "/organizations/{orgId}/billjobs/{id}",
  input: Schema.Struct({
    /** Id of the bill job. */
    id: Id()
  }),
  output: withoutNulls(BillJob()),
  idempotent: true,
  see
}))
