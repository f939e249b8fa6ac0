/** How much longer than it is a window is taken to last, because calls do not all take the same time to reach the server. */
import { weight } from "./latencyEstimate.ts"

/** Four mean deviations of the latency, within bounds: ms, and a share of the window. */
const margin = { deviations: 4, least: 2, most: 100, share: 0.05 }

/** The jitter of a network, of which nothing is measured at first. */
export class Jitter {
  private usual: number | undefined
  private deviation = 0

  /** An answer took so many ms. */
  answered(took: number): void {
    this.usual ??= took
    this.deviation += (Math.abs(took - this.usual) - this.deviation) * weight
    this.usual += (took - this.usual) * weight
  }

  /** How long a window of so many ms is taken to last. */
  readonly padded = (window: number): number =>
    window +
    Math.min(window * margin.share, margin.most, Math.max(margin.least, this.deviation * margin.deviations))
}
