/** The windows of time that limits count in: the common lengths, and when a full one has room again. */
import { most, type Sends } from "./sends.ts"

/** Common windows in ms: those of the documented limits and those between them. */
const common = [
  1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400
].map((seconds) => seconds * 1000)

/** The shortest common window that is at least `millis` long. */
export const atLeast = (millis: number): number => common.find((window) => window >= millis) ?? millis

/** Limits of longer windows (ms) are not inferred from refusals: a refusal costs little then, and a wrong guess much. */
export const longestInferred = 60_000

/** The common windows from `millis` up to the longest that is inferred. */
export const windowsFrom = (millis: number): ReadonlyArray<number> =>
  common.filter((window) => window >= millis && window <= longestInferred)

/**
 * When a call with `ahead` others before it may go, if every span of `window` ms holds at most `limit` calls: when the call that
 * was sent `limit` calls before it leaves the window.
 */
export const freeAt = (sends: Sends, limit: number, window: number, ahead: number): number => {
  if (limit > most) return -Infinity
  const whole = Math.max(1, Math.floor(limit))
  const rounds = Math.floor(ahead / whole)
  const last = sends.nthLast(whole - (ahead % whole))
  return last === undefined ? -Infinity : last + (rounds + 1) * window
}
