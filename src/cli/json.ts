/** Any value as plain JSON that is fit to be printed: secrets blanked, moments as ISO time, durations as milliseconds. */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Redacted from "effect/Redacted"

/** The value as plain JSON; with `revealed`, secrets as they are. */
export const toJson = (value: unknown, revealed = false): unknown => {
  if (Redacted.isRedacted(value)) return revealed ? Redacted.value(value) : "<redacted>"
  if (DateTime.isDateTime(value)) return DateTime.formatIso(DateTime.toUtc(value))
  if (Duration.isDuration(value)) return Duration.toMillis(value)
  if (Array.isArray(value)) return value.map((inner) => toJson(inner, revealed))
  if (value instanceof Date) return value.toJSON()
  if (typeof value === "bigint") return String(value)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [name, toJson(inner, revealed)])
  )
}

/** The value as one JSON document: indented for a person, on one line for a program. */
export const print = (value: unknown, compact: boolean, revealed = false): string =>
  JSON.stringify(toJson(value, revealed) ?? null, null, compact ? 0 : 2)
