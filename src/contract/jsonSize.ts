/** How many bytes of UTF-8 a value takes as JSON: exactly, or at most, which costs much less than writing it. */
import * as DateTime from "effect/DateTime"

const utf8 = new TextEncoder()

/** The size of a text in UTF-8. */
export const textBytes = (text: string): number => utf8.encode(text).length

/** Whether a text takes at most so many bytes in UTF-8, where a unit of UTF-16 takes three at most. */
export const textFits = (text: string, most: number): boolean =>
  text.length * 3 <= most || textBytes(text) <= most

/**
 * Whether a text has at most so many characters as vendors count them: code points, so that an emoji is one. Two units of UTF-16
 * make one at most, so hardly any text is counted.
 */
export const charactersFit = (text: string, most: number): boolean => {
  if (text.length <= most) return true
  if (text.length > most * 2) return false
  let count = 0
  for (const _ of text) count += 1
  return count <= most
}

/** The size of a value as UTF-8 JSON. */
export const jsonBytes = (value: unknown): number => textBytes(JSON.stringify(value) ?? "")

const [quote, backslash] = [0x22, 0x5c]

/** The most bytes beyond the first that a unit of UTF-16 takes: as an escape of two or six characters, or in UTF-8. */
const moreOf = (unit: number): number =>
  unit < 0x20 || (unit >= 0xd800 && unit <= 0xdfff) ? 5 : unit >= 0x800 ? 2 : 1

/** Whoever does not look at its characters takes each of them for an escape of six: `\u0000`. */
const textAtMost = (text: string, close: boolean): number => {
  if (!close) return text.length * 6 + 2
  let size = text.length + 2
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || unit > 0x7e || unit === quote || unit === backslash) size += moreOf(unit)
  }
  return size
}

// The longest number is `-1.7976931348623157e+308`, the longest date `"+275760-09-13T00:00:00.000Z"`.
const mostOfNumber = 24
const mostOfDate = 29

const mostItems = 5_000_000

const objectAtMost = (value: object, close: boolean): number => {
  if ("toJSON" in value)
    return DateTime.isDateTime(value) || value instanceof Date ? mostOfDate : jsonBytes(value)
  let sum = 2
  if (Array.isArray(value)) {
    // A list of a few items can be given the length of billions.
    if (value.length > mostItems) return Number.POSITIVE_INFINITY
    for (const item of value) sum += atMost(item, close) + 1
    return sum
  }
  // What is inherited is counted too: that is cheaper than to ask, and a bound all the same.
  for (const name in value) {
    const inner: unknown = value[name as keyof typeof value] // as: it is a name of the value's
    if (inner !== undefined) sum += textAtMost(name, close) + atMost(inner, close) + 2
  }
  return sum
}

const atMost = (value: unknown, close: boolean): number => {
  if (typeof value === "string") return textAtMost(value, close)
  if (typeof value === "number") return mostOfNumber
  // `null` for what has no JSON, in a list.
  return typeof value === "object" && value !== null ? objectAtMost(value, close) : 5
}

/** No less than the size of a value as UTF-8 JSON, and seldom much more. */
export const jsonAtMost = (value: unknown): number => atMost(value, true)

/** No less than the size of a value as UTF-8 JSON, and up to six times as much: it looks at the length of texts only. */
export const jsonRoughly = (value: unknown): number => atMost(value, false)

/** Whether a value takes at most so many bytes as JSON. */
export const jsonFits = (value: unknown, most: number): boolean =>
  jsonRoughly(value) <= most || jsonAtMost(value) <= most || jsonBytes(value) <= most
