/** How far a server's clock is ahead of ours, by the `Date` of its answer: its moments are read against it. */

/** A `Date` is in whole seconds, and its answer takes a while to come: less than this (ms) says nothing. */
const tolerance = 1000

/** ms; 0 where the clocks agree, or where the answer does not say. Our clock said `now` (Unix ms) when it came. */
export const skewOf = (date: string | undefined, now: number): number => {
  const ahead = date === undefined ? Number.NaN : Date.parse(date) - now
  return Math.abs(ahead) > tolerance ? ahead : 0
}
