/**
 * When a server says that a call may be made again, in every form that servers are known to write it. The one reader of such
 * headers: calls, queues and carried fields agree because they share it. What is none of these forms is absent.
 */

/** A time as it was written: a wait (ms) from the answer on, or a moment (Unix ms) on the server's clock. */
export type Time = {
  /** It was written in whole seconds, so that the true one may lie up to a second earlier. */
  readonly coarse: boolean
} & ({ readonly after: number; readonly at?: never } | { readonly at: number; readonly after?: never })

/** Up to this number a time is in seconds to wait, above it in Unix seconds. Braze documents both under one header name. */
export const epochFloor = 1_000_000_000
/** Above this number a time is in Unix milliseconds. */
export const epochCeiling = 100_000_000_000
/** The latest moment (Unix ms) that is read; what is written as later is this one. */
const latest = epochCeiling * 1000

const number = (raw: string): Time | undefined => {
  const value = Number(raw)
  const coarse = !raw.includes(".") && value <= epochCeiling
  if (!Number.isFinite(value)) return undefined
  if (value <= epochFloor) return { after: Math.ceil(value * 1000), coarse }
  return { at: Math.min(latest, Math.floor(value > epochCeiling ? value : value * 1000)), coarse }
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const span = (raw: string): Time => {
  let after = 0
  for (const [, n, unit = ""] of raw.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
    after += Number(n) * (units[unit] ?? 0)
  return { after: Math.min(epochFloor * 1000, Math.ceil(after)), coarse: false }
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

interface Written {
  readonly day?: string
  readonly month?: string
  readonly year?: string
  readonly clock?: string
}

// RFC 9110 has a year of two digits mean the one nearest to now; servers write no others than these hundred.
const yearOf = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (year < "70" ? 2000 : 1900)

/** The moment, unless there is no such day or time of day. */
const moment = ({ clock = "", day = "", month = "", year = "" }: Written): Time | undefined => {
  const at = [yearOf(year), months.indexOf(month.toLowerCase()), Number(day)] as const
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number)
  const midnight = new Date(Date.UTC(...at))
  const exists = midnight.getUTCMonth() === at[1] && midnight.getUTCDate() === at[2]
  if (!exists || hours > 23 || minutes > 59 || seconds > 60) return undefined
  return { at: midnight.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000, coarse: false }
}

const zone = String.raw`(?:GMT|UTC?|Z|[+-]0000)`
/** HTTP dates: RFC 9110's own form, RFC 850's, and that of C's asctime. */
const dates = [
  new RegExp(
    String.raw`^[a-z]{3,9},\s+(?<day>\d{1,2}) (?<month>[a-z]{3}) (?<year>\d{4}) (?<clock>\d\d:\d\d:\d\d) ${zone}$`,
    "i"
  ),
  new RegExp(
    String.raw`^[a-z]{3,9},\s+(?<day>\d{1,2})-(?<month>[a-z]{3})-(?<year>\d{2}|\d{4}) (?<clock>\d\d:\d\d:\d\d) ${zone}$`,
    "i"
  ),
  /^[a-z]{3} (?<month>[a-z]{3}) {1,2}(?<day>\d{1,2}) (?<clock>\d\d:\d\d:\d\d) (?<year>\d{4})$/i
]

// A date without a zone would be read in the zone of this machine.
const iso = (raw: string): Time | undefined => {
  const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(raw) ? raw : `${raw}Z`)
  return Number.isFinite(at) ? { at: Math.min(latest, Math.max(0, at)), coarse: false } : undefined
}

const one = (raw: string): Time | undefined => {
  if (/^\d+(\.\d+)?$/.test(raw)) return number(raw)
  if (/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(raw)) return span(raw)
  if (/^\d{4}-\d{2}-\d{2}T/.test(raw)) return iso(raw)
  for (const date of dates) {
    const groups = date.exec(raw)?.groups
    if (groups !== undefined) return moment(groups)
  }
  return undefined
}

/** No header of this kind is longer; a longer one is not looked at. */
const longest = 500

/** A header that was sent twice is joined with commas, which also stand after the day of the week of a date. */
const parts = (raw: string): ReadonlyArray<string> =>
  raw.split(/(?<!\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*),/i).map((part) => part.trim())

/** The longest wait, or the latest moment; of both kinds, the kind that was written first. */
const later = (a: Time, b: Time): Time => {
  if (a.after !== undefined && b.after !== undefined) return b.after > a.after ? b : a
  return a.at !== undefined && b.at !== undefined && b.at > a.at ? b : a
}

/**
 * Reads a header that names a time: seconds to wait (`30`, `1.5`), Unix seconds or milliseconds, a span (`6m0s`, `250ms`), an ISO
 * date, or any of the three forms of an HTTP date. Of one that was sent repeatedly the latest counts; what is not a time is skipped.
 */
export const timeIn = (raw: string | undefined): Time | undefined => {
  const text = raw?.trim()
  if (text === undefined || text === "" || text.length > longest) return undefined
  const only = one(text)
  if (only !== undefined || !text.includes(",")) return only
  const found = parts(text).flatMap((part) => one(part) ?? [])
  return found.length === 0 ? undefined : found.reduce(later)
}

/** A time as Unix ms, for an answer that came when the server's clock said `now`. */
export const momentOf = (time: Time, now: number): number =>
  time.after === undefined ? time.at : now + time.after

type Headers = Readonly<Record<string, string | undefined>>

// `X-Ratelimit-Retry-After` is what Braze documents for contracts where a 429 has no other header.
const names = ["retry-after", "x-ratelimit-retry-after"]

/**
 * Before when no call is to be made, by headers in lower case: as Unix ms for an answer that came when the server's clock said `now`.
 * Of several the latest counts; `retry-after-ms` is a more exact `retry-after`.
 */
export const retryMoment = (
  headers: Headers,
  now: number
): { readonly at: number; readonly coarse: boolean } | undefined => {
  const millis = headers["retry-after-ms"]?.trim() ?? ""
  if (/^\d{1,15}(\.\d+)?$/.test(millis)) return { at: now + Math.ceil(Number(millis)), coarse: false }
  let found: { readonly at: number; readonly coarse: boolean } | undefined
  for (const name of names) {
    const time = timeIn(headers[name])
    if (time === undefined) continue
    const at = momentOf(time, now)
    if (found === undefined || at > found.at) found = { at, coarse: time.coarse }
  }
  return found
}
