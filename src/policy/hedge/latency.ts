/** How long nearly all answers take: when a hedge sends its second request. */

const windowSize = 100
const windowsKept = 10

const percentileOf = (sample: ReadonlyArray<number>, share: number): number =>
  sample.toSorted((a, b) => a - b)[Math.min(sample.length - 1, Math.ceil(sample.length * share) - 1)] ?? 0

/** The percentile of what was learned. */
export interface Percentile {
  /** An answer took so many ms. */
  readonly learn: (millis: number) => void
  /** ms, once enough is known. */
  readonly read: () => number | undefined
}

/**
 * The percentile is taken per window of 100 answers, and the least of the last ten windows counts: a period in which every answer
 * is slow must not make slow the usual.
 */
export const makePercentile = (share: number, atLeast: number): Percentile => {
  const windows: Array<number> = []
  let open: Array<number> = []
  let seen = 0
  return {
    learn: (millis) => {
      seen += 1
      open.push(millis)
      if (open.length < windowSize) return
      windows.push(percentileOf(open, share))
      if (windows.length > windowsKept) windows.shift()
      open = []
    },
    read: () => {
      if (seen < atLeast) return undefined
      return windows.length === 0 ? percentileOf(open, share) : Math.min(...windows)
    }
  }
}
