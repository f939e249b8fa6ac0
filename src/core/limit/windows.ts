/** Windows of time that limits count in: the common spans, and when a full one has room again. */
import { most, type Sends } from "./sends.ts"

/** Common windows in ms: the spans of the documented limits and those between them. */
const common = [
  1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400
].map((s) => s * 1000)

/** The shortest common window that is at least `span` ms. */
export const atLeast = (span: number): number => common.find((window) => window >= span) ?? span

/** Limits of longer windows (ms) are not learned from refusals: a refusal costs little then, and a wrong guess much. */
export const longestLearned = 60_000

/** The common windows from `span` ms up to the longest that is learned. */
export const windowsFrom = (span: number): ReadonlyArray<number> =>
  common.filter((window) => window >= span && window <= longestLearned)

/**
 * When a call with `ahead` others before it may go, if every span of `window` ms holds at most `limit` calls: when the call
 * `limit` places before it leaves the window.
 */
export const freeAt = (sends: Sends, limit: number, window: number, ahead: number): number => {
  if (limit > most) return -Infinity
  const whole = Math.max(1, Math.floor(limit))
  const rounds = Math.floor(ahead / whole)
  const last = sends.nthLast(whole - (ahead % whole))
  return last === undefined ? -Infinity : last + (rounds + 1) * window
}
