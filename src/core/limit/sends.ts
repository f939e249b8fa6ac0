/** The recent sends, oldest first: how many fall into a span, and when the nth last was made. */

/** As many as are remembered; larger windows are paced by their rate alone. */
export const most = 4096

/** A log of the moments (ms) at which calls were sent. */
export interface Sends {
  readonly sent: (at: number) => void
  /** Forgets one send that the server did not count. */
  readonly refused: (at: number) => void
  /** How many were sent after `since`. */
  readonly after: (since: number) => number
  /** When the nth last was sent; 1 is the last. `undefined` where fewer are known. */
  readonly nthLast: (n: number) => number | undefined
}

/** Makes an empty log. */
export const make = (): Sends => {
  let times: Array<number> = []
  /** Index of the first send after `at`. */
  const above = (at: number): number => {
    let low = 0
    let high = times.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((times[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    sent: (at) => {
      times.push(at)
      if (times.length > 2 * most) times = times.slice(-most)
    },
    refused: (at) => {
      const index = above(at) - 1
      if (times[index] === at) times.splice(index, 1)
    },
    after: (since) => times.length - above(since),
    nthLast: (n) => times[times.length - n]
  }
}
