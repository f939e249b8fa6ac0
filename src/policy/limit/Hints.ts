/**
 * What a server says about its rate limit, read from response headers. Reading is pure and lenient: empty, negative and unreadable
 * values are absent, past times are now, implausibly late ones are capped.
 */
import { momentOf, retryMoment, timeIn } from "../../contract/moments.ts"
import { skewOf } from "../../contract/skew.ts"
import { readDraft } from "./draftHeaders.ts"
import { count, windowOf } from "./headerValues.ts"

/** What the headers of one answer say about a limit. Times are Unix ms, durations are ms. */
export interface RateHints {
  /** Calls that fit in one window. */
  readonly limit?: number
  /** Calls that are left in the current window. */
  readonly remaining?: number
  /** When the window ends, or the allowance is complete again. */
  readonly resetAt?: number
  /** `resetAt` was given in whole seconds, so the true time may lie up to a second earlier. */
  readonly coarse?: boolean
  /** How long a window is, where a policy says so. */
  readonly window?: number
  /** No call before this time. */
  readonly retryAt?: number
  /** `retryAt` was given in whole seconds, so the true time may lie up to a second earlier. */
  readonly rounded?: boolean
}

/** The longest wait that is believed: 24 hours, the longest window of the documented limits (`docs/vendors`). */
export const longest = 86_400_000

type Headers = Readonly<Record<string, string | undefined>>

const spellings = (noun: string) => [`x-ratelimit-${noun}`, `x-rate-limit-${noun}`, `ratelimit-${noun}`]
const limitNames = spellings("limit")
const remainingNames = spellings("remaining")
const resetNames = spellings("reset")

const silent: RateHints = {}
const speaking = /rate-?limit|retry-after/i

/** The headers that can say something about a limit; most answers have none. */
const limitHeaders = (headers: Headers): Record<string, string | undefined> | undefined => {
  let found: Record<string, string | undefined> | undefined
  for (const name in headers) if (speaking.test(name)) (found ??= {})[name.toLowerCase()] = headers[name]
  return found
}

/** The server's time: its moments are meant on its own clock. */
const serverTime = (headers: Headers, now: number): number =>
  now + skewOf(headers["date"] ?? headers["Date"], now)

/** Reads the headers of one answer, received at `now` (Unix ms). */
export const read = (headers: Headers, now: number, cap: number = longest): RateHints => {
  const lower = limitHeaders(headers)
  if (lower === undefined) return silent
  const first = (...names: ReadonlyArray<string>) =>
    names.map((name) => lower[name]?.trim()).find((value) => value)
  const firstTime = (...names: ReadonlyArray<string>) =>
    names.map((name) => timeIn(lower[name])).find((value) => value !== undefined)
  const there = serverTime(headers, now)
  const near = (at: number | undefined) =>
    at === undefined ? undefined : Math.min(Math.max(at - there + now, now), now + cap)
  const draft = readDraft(first("ratelimit"), first("ratelimit-policy"))
  const limit = first(...limitNames)
  const retry = retryMoment(lower, there)
  const reset = timeIn(draft.reset) ?? firstTime("x-ratelimit-reset-after", ...resetNames)
  return clean({
    limit: draft.limit ?? count(limit),
    remaining: draft.remaining ?? count(first(...remainingNames)),
    resetAt: near(reset === undefined ? undefined : momentOf(reset, there)),
    coarse: reset?.coarse === true ? true : undefined,
    window: draft.window ?? windowOf(limit),
    retryAt: near(retry?.at),
    rounded: retry?.coarse === true ? true : undefined
  })
}

const clean = (hints: { readonly [K in keyof RateHints]: RateHints[K] | undefined }): RateHints =>
  Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined))
