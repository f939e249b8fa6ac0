/** How unevenly calls reach the server: what a window has to be taken longer for, so that calls that were spread do not meet in it. */

/** The weight of the newest round trip in the moving means. */
const weight = 0.05

/**
 * Three mean deviations of the round trip, which for two even ways is the whole spread of one of them; at least half a percent of
 * the window, for uneven clocks, and at most a tenth.
 */
export const margins = { deviations: 3, least: 0.005, most: 0.1 } as const

/** The jitter of a network, of which nothing is known at first. Times are ms. */
export class Jitter {
  private usual: number | undefined
  private deviation = 0

  /** An answer took so long. */
  answered(took: number): void {
    this.usual ??= took
    this.deviation += (Math.abs(took - this.usual) - this.deviation) * weight
    this.usual += (took - this.usual) * weight
  }

  /** How much longer a window is taken to last. */
  margin(window: number): number {
    const { deviations, least, most } = margins
    return Math.min(window * most, Math.max(window * least, this.deviation * deviations))
  }
}
