/** The recent sends, oldest first: how many fall into a span, and when the nth last was made. */

/** As many as are remembered; larger windows are paced by their rate alone. */
export const most = 4096

/** A log of the times (ms) at which calls were sent. */
export class Sends {
  private times: Array<number> = []

  sent(at: number): void {
    this.times.push(at)
    if (this.times.length > 2 * most) this.times = this.times.slice(-most)
  }

  /** Forgets one send that the server did not count. */
  remove(at: number): void {
    const index = this.above(at) - 1
    if (this.times[index] === at) this.times.splice(index, 1)
  }

  /** How many were sent after `since`. */
  after(since: number): number {
    return this.times.length - this.above(since)
  }

  /** When the nth last was sent; 1 is the last. `undefined` where fewer are known. */
  nthLast(n: number): number | undefined {
    return this.times[this.times.length - n]
  }

  /** Index of the first send after `at`. */
  private above(at: number): number {
    let low = 0
    let high = this.times.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.times[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
