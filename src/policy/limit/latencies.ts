/** How long answers of each kind take. */
import { LatencyEstimate } from "./latencyEstimate.ts"

/** Answers come within this multiple of their recent mean: it follows a change sooner than their deviations do. */
const recentFactor = 1.75

/** The latencies of one queue, by kind. */
export class Latencies {
  private readonly kinds = new Map<string, LatencyEstimate>()
  private readonly memory: number

  constructor(memory: number) {
    this.memory = memory
  }

  /** The latency of a kind that has been answered. */
  of(kind: string): LatencyEstimate | undefined {
    return this.kinds.get(kind)
  }

  /** An answer of this kind took so many ms; `bound` where the limit was reached when its call left. */
  add(kind: string, took: number, bound: boolean, now: number): LatencyEstimate {
    const latency = this.kinds.get(kind) ?? new LatencyEstimate(this.memory)
    this.kinds.set(kind, latency)
    latency.add(took, bound, now)
    return latency
  }

  /** How long an answer of this kind takes: the shortest, and what nearly all stay within. 0 where nothing is known. */
  range(kind: string): { readonly least: number; readonly most: number } {
    const latency = this.kinds.get(kind)
    if (latency === undefined) return { least: 0, most: 0 }
    const { least, most } = latency.range()
    return { least, most: Math.max(most, recentFactor * latency.recent) }
  }

  /** What nearly all answers of the slowest kind stay within; 0 where nothing is known. */
  most(): number {
    let most = 0
    for (const kind of this.kinds.keys()) most = Math.max(most, this.range(kind).most)
    return most
  }

  /** So many ms passed in which nothing could be learned: they make nothing older. */
  shift(millis: number): void {
    for (const latency of this.kinds.values()) latency.shift(millis)
  }
}
