/** Any value as plain JSON that is fit to be printed: secrets blanked, moments as ISO time, durations as milliseconds. */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Redacted from "effect/Redacted"

/** The value as plain JSON. */
export const toJson = (value: unknown): unknown => {
  if (Redacted.isRedacted(value)) return "<redacted>"
  if (DateTime.isDateTime(value)) return DateTime.formatIso(DateTime.toUtc(value))
  if (Duration.isDuration(value)) return Duration.toMillis(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Date) return value.toJSON()
  if (typeof value === "bigint") return String(value)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [name, toJson(inner)])
  )
}

/** The value as one JSON document: indented for a person, on one line for a program. */
export const print = (value: unknown, compact: boolean): string =>
  compact ? JSON.stringify(toJson(value) ?? null) : JSON.stringify(toJson(value) ?? null, null, 2)
