/** How many bytes of UTF-8 a value takes as JSON: exactly, or at most, which costs much less than writing it. */
import * as DateTime from "effect/DateTime"

const utf8 = new TextEncoder()

/** The size of a text in UTF-8. */
export const textBytes = (text: string): number => utf8.encode(text).length

/** The size of a value as UTF-8 JSON. */
export const jsonBytes = (value: unknown): number => textBytes(JSON.stringify(value) ?? "")

// Printable ASCII without quotes and backslashes is written as it is; any other unit of UTF-16 takes six bytes at most (`\u0000`).
const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/
const textAtMost = (text: string): number => (plain.test(text) ? text.length : text.length * 6) + 2

// The longest number is `-1.7976931348623157e+308`, the longest date `"+275760-09-13T00:00:00.000Z"`.
const mostOfNumber = 24
const mostOfDate = 29

const objectAtMost = (value: object): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + jsonAtMost(item) + 1, 2)
  if (DateTime.isDateTime(value) || value instanceof Date) return mostOfDate
  if ("toJSON" in value) return jsonBytes(value)
  let sum = 2
  for (const [name, inner] of Object.entries(value))
    if (inner !== undefined) sum += textAtMost(name) + jsonAtMost(inner) + 2
  return sum
}

/** No less than the size of a value as UTF-8 JSON, and seldom much more. */
export const jsonAtMost = (value: unknown): number => {
  if (typeof value === "string") return textAtMost(value)
  if (typeof value === "number") return mostOfNumber
  // `null` for what has no JSON, in a list.
  return typeof value === "object" && value !== null ? objectAtMost(value) : 5
}

/** Whether a value takes at most so many bytes as JSON. */
export const jsonFits = (value: unknown, most: number): boolean =>
  jsonAtMost(value) <= most || jsonBytes(value) <= most
