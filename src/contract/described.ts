/**
 * Schemas as descriptions of APIs give them: texts with lengths and forms, numbers with bounds, lists and maps with counts, words
 * from a list that may grow. Each check says its rule in the words of a complaint. The derived operations of vendors are made of them.
 */
import * as Schema from "effect/Schema"
import { textFits } from "./jsonSize.ts"
import { lazy } from "./lazy.ts"

export { type Made, objects, opaque, type Sent } from "./structs.ts"

/** A field that may be absent. */
export const optional = <S extends Schema.Constraint>(schema: S): Schema.optionalKey<S> =>
  Schema.optionalKey(schema)

const counted = (count: number, what: string): string =>
  `${count}${count === 1 ? what.replace(/s$/, "") : what}`

const range = (least: number, most: number, what = ""): string => {
  if (least === most) return `exactly ${counted(least, what)}`
  if (most === Infinity) return `at least ${counted(least, what)}`
  return least === 0 || least === -Infinity ? `at most ${counted(most, what)}` : `${least} to ${most}${what}`
}

/** A text of `least` to `most` characters, counted as JSON Schema does: code points, so that an emoji is one. */
export const text = (least: number, most = Infinity) => {
  const message = range(least, most, " characters")
  return Schema.String.check(
    most === Infinity
      ? Schema.isMinCodePoints(least, { message })
      : Schema.isBetweenCodePoints(least, most, { message })
  )
}

/** A text of at most so many bytes of UTF-8. */
export const fits = (bytes: number, base: Schema.String = Schema.String) =>
  base.check(
    Schema.makeFilter((value) => textFits(value, bytes) || `at most ${bytes.toLocaleString("en-US")} bytes`)
  )

// What looks ahead only narrows: samples are made without it, and those that it refuses are thrown away.
const ahead = /\(\?=[^()]*\)/g

/** A text that has a part of that form, as `pattern` of JSON Schema means it: from end to end only where it says so. */
export const like = (pattern: RegExp, base: Schema.String = Schema.String) => {
  const { flags, source } = pattern
  const message = `of the form ${source}`
  if (source.search(ahead) < 0) return base.check(Schema.isPattern(pattern, { message }))
  return base.check(
    Schema.isPattern(pattern, {
      message,
      arbitraryConstraint: { patterns: [{ source: source.replaceAll(ahead, ""), flags }] }
    })
  )
}

/** An id that stands in a path. Empty, `.` and `..` would make a path of something else. */
export const Id = lazy(() =>
  Schema.String.check(Schema.isPattern(/^(?!\.{0,2}$)/, { message: "an id, not empty" }))
)

const dayForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** A day of the calendar: `2026-01-31`. */
export const Day = lazy(() =>
  Schema.String.check(
    Schema.isPattern(dayForm, { message: "a day as YYYY-MM-DD" }),
    Schema.makeFilter((text) => !dayForm.test(text) || isDay(text) || "a day of the calendar", {
      expected: "a day of the calendar"
    })
  )
)

/** An e-mail address: a name, an `@`, and a domain with a dot in it. */
export const Email = lazy(() =>
  Schema.String.check(
    Schema.isPattern(
      /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/,
      { message: "an e-mail address" }
    )
  )
)

/** A UUID, in either letter case. */
export const Uuid = lazy(() =>
  Schema.String.check(
    Schema.isPattern(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, { message: "a UUID" })
  )
)

const bounded = (least: number, most: number) => {
  const message = range(least, most)
  if (least === -Infinity) return Schema.isLessThanOrEqualTo(most, { message })
  if (most === Infinity) return Schema.isGreaterThanOrEqualTo(least, { message })
  return Schema.isBetween({ minimum: least, maximum: most }, { message })
}

/** A whole number from `least` to `most`. */
export const whole = (least: number, most = Infinity) => Schema.Int.check(bounded(least, most))

/** A number from `least` to `most`. */
export const numeric = (least: number, most = Infinity) => Schema.Finite.check(bounded(least, most))

/** A number above another one; whole where `base` is. */
export const above = <S extends Schema.Int | Schema.Finite>(least: number, base: S) =>
  base.check(Schema.isGreaterThan(least, { message: `more than ${least}` }))

/** A list of `least` to `most` items. */
export const items = <S extends Schema.Constraint>(item: S, least: number, most = Infinity) => {
  const message = range(least, most, " items")
  return Schema.Array(item).check(
    most === Infinity
      ? Schema.isMinLength(least, { message })
      : Schema.isBetweenLength(least, most, { message })
  )
}

/** A map of at most so many names. */
export const atMost = <S extends Schema.Constraint>(most: number, value: S) =>
  Schema.Record(Schema.String, value).check(
    Schema.isMaxProperties(most, { message: `at most ${most} fields` })
  )

/** A map of `least` to `most` names. */
export const names = <S extends Schema.Constraint>(value: S, least: number, most = Infinity) => {
  const rule = { message: range(least, most, " fields") }
  return Schema.Record(Schema.String, value).check(
    most === Infinity ? Schema.isMinProperties(least, rule) : Schema.isBetweenProperties(least, most, rule)
  )
}

/** One of the words that are known now, or any other: the vendor may add some. */
export const open = <S extends Schema.Constraint>(known: S) => Schema.Union([known, Schema.String])

/** One of these words, or any other. */
export const words = <const W extends ReadonlyArray<string>>(...known: W) => open(Schema.Literals(known))
