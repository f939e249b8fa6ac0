/**
 * Times in inputs. A caller gives what is at hand: a `Date`, a `DateTime` of Effect's, or ISO 8601 text with its zone. A text without
 * a zone would mean another moment on another machine, so it is refused.
 */
import * as DateTime from "effect/DateTime"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { inOnePass } from "./convert/onePass.ts"
import { lazy } from "./lazy.ts"

/**
 * A time in an input: a `Date`, a `DateTime` (UTC or zoned), or ISO 8601 text with its zone, such as `2026-01-31T12:00:00Z` or
 * `2026-01-31T13:00:00+01:00`. It is sent in UTC, to the millisecond.
 */
export type Moment = Date | DateTime.DateTime | string

const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/i
const zoneless = /^\d{4}-\d{2}-\d{2}([T ][\d:.]*)?$/i

const rules = {
  kind: "a time is a Date, a DateTime, or ISO 8601 text with its zone: 2026-01-31T12:00:00Z",
  zone: "a time needs its zone: Z for UTC, or an offset, as in 2026-01-31T13:00:00+01:00",
  real: "there is no such time in the calendar",
  date: "this Date has no time: it was made from something that is no date",
  year: "a time is in the years 0 to 9999"
}

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === "[object Date]"

const millisOfText = (text: string): number => {
  const [, year = "", month = "", day = "", time = "", zone = ""] = iso.exec(text) ?? []
  // 31 February would become 3 March.
  if (
    new Date(Date.UTC(2000 + (Number(year) % 400), Number(month) - 1, Number(day))).getUTCDate() !==
    Number(day)
  )
    return Number.NaN
  const offset = /^(z|utc)$/i.test(zone) ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return Date.parse(`${year}-${month}-${day}T${time}${offset}`)
}

/** Unix milliseconds of a time; `NaN` for what is none. */
export const millisOf = (value: unknown): number => {
  if (DateTime.isDateTime(value)) return value.epochMilliseconds
  if (typeof value === "string") return millisOfText(value)
  return isDate(value) ? Date.prototype.getTime.call(value) : Number.NaN
}

/** The same as a number of milliseconds, which a number is already. What is no time stays what it is, for its schema to refuse. */
export const toMillis = (time: number | Moment): number => {
  if (typeof time === "number") return time
  const found = millisOf(time)
  return Number.isNaN(found) ? (time as unknown as number) : found // as: it is refused before anybody reads it as a number
}

// As ISO 8601 text of four digits for the year.
const [least, most] = [-62_167_219_200_000, 253_402_300_799_999]

const isWithin = (millis: number): boolean => millis >= least && millis <= most

const ruleOf = (value: Moment): string | undefined => {
  const millis = millisOf(value)
  if (!Number.isNaN(millis)) return isWithin(millis) ? undefined : rules.year
  if (typeof value !== "string") return rules.date
  return zoneless.test(value) ? rules.zone : iso.test(value) ? rules.real : rules.kind
}

/** The time as ISO 8601 text in UTC; `undefined` for what is no time. */
export const isoOf = (value: unknown): string | undefined => {
  const millis = millisOf(value)
  return isWithin(millis) ? new Date(millis).toISOString() : undefined
}

const isMoment = (value: unknown): value is Moment =>
  typeof value === "string" || isDate(value) || DateTime.isDateTime(value)

const ofText = {
  decode: SchemaGetter.transform((text: string): Moment => text),
  encode: SchemaGetter.transform((value: Moment) => isoOf(value) ?? "")
}

const ofDateTime = {
  decode: SchemaGetter.transform((time: DateTime.Utc): Moment => time),
  encode: SchemaGetter.transform((value: Moment) => DateTime.makeUnsafe(millisOf(value)))
}

/** A time as it is given. */
const Given = lazy(() =>
  Schema.declare(isMoment, {
    message: rules.kind,
    toCodecJson: () => Schema.link<Moment>()(Schema.String, ofText),
    toCodecArbitrary: () => Schema.link<Moment>()(Schema.DateTimeUtc, ofDateTime)
  }).check(Schema.makeFilter((value) => ruleOf(value) ?? true))
)

/**
 * A field for a time, sent in a form of the vendor's own, which is made from ISO 8601 text in UTC.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { Moment } from "faultline/core"
 *
 * const Visit = Schema.Struct({ on: Moment.formatted((iso) => iso.slice(0, 10)) })
 * console.log(Schema.encodeSync(Visit)({ on: new Date(0) }).on) // 1970-01-01
 * ```
 */
export const formatted = (format: (iso: string) => string) => {
  const encode = SchemaGetter.transform((value: Moment) => format(isoOf(value) ?? ""))
  const write = (value: unknown) => {
    const iso = isoOf(value)
    return iso === undefined ? undefined : format(iso)
  }
  return Schema.String.pipe(
    Schema.decodeTo(Given(), { decode: ofText.decode, encode: inOnePass(encode, 1, write) })
  )
}

/**
 * A field for a time, sent as ISO 8601 text in UTC.
 *
 * @example
 * ```ts
 * import { DateTime, Schema } from "effect"
 * import { Moment } from "faultline/core"
 *
 * const Visit = Schema.Struct({ at: Moment.Text() })
 * const write = Schema.encodeSync(Visit)
 * console.log(write({ at: "2026-01-31T13:00:00+01:00" }).at) // 2026-01-31T12:00:00.000Z
 * console.log(write({ at: new Date(0) }).at) // 1970-01-01T00:00:00.000Z
 * console.log(write({ at: DateTime.makeUnsafe(0) }).at) // 1970-01-01T00:00:00.000Z
 * ```
 */
export const Text = lazy(() => formatted((iso) => iso))

/**
 * A field for a time, sent as a number: Unix milliseconds. The caller may give the number too; `ruleOfNumber` says what is wrong with
 * one, such as seconds that were taken for milliseconds.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { Moment } from "faultline/core"
 *
 * const Visit = Schema.Struct({ at: Moment.millis((millis) => (millis < 0 ? "at is after 1970" : undefined)) })
 * const write = Schema.encodeSync(Visit)
 * console.log(write({ at: "1970-01-01T00:00:01Z" }).at, write({ at: 2000 }).at) // 1000 2000
 * ```
 */
export const millis = (ruleOfNumber: (millis: number) => string | undefined) => {
  const rule = (value: Moment | number) => (typeof value === "number" ? ruleOfNumber(value) : ruleOf(value))
  const numberOf = (value: unknown) => (typeof value === "number" ? value : millisOf(value))
  const isGiven = (value: unknown): value is Moment | number =>
    isMoment(value) || (typeof value === "number" && Number.isFinite(value))
  const encode = SchemaGetter.transform((value: Moment | number) => numberOf(value))
  const OrNumber = Schema.declare(isGiven, {
    message: `${rules.kind}, or a number of milliseconds`,
    toCodecJson: () => Schema.link<Moment | number>()(Schema.Json, ofJson),
    toCodecArbitrary: () => Schema.link<Moment | number>()(Schema.Int, ofNumber)
  }).check(Schema.makeFilter((value) => rule(value) ?? true))
  return Schema.Finite.pipe(
    Schema.decodeTo(OrNumber, {
      decode: ofNumber.decode,
      encode: inOnePass(encode, 1, (value) =>
        isGiven(value) && rule(value) === undefined ? numberOf(value) : undefined
      )
    })
  )
}

const ofNumber = {
  decode: SchemaGetter.transform((millis: number): Moment | number => millis),
  encode: SchemaGetter.transform((value: Moment | number) =>
    typeof value === "number" ? value : millisOf(value)
  )
}

const ofJson = {
  decode: SchemaGetter.transform((json: Schema.Json) => json as Moment | number), // as: the rules look at it next
  encode: SchemaGetter.transform((value: Moment | number): Schema.Json =>
    typeof value === "number" ? value : (isoOf(value) ?? null)
  )
}
