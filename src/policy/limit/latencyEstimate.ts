/** How long answers of one kind take: usually, lately, at best. */

/** The weight of the newest value in a moving mean of about the last ten. */
export const weight = 0.1

/** Nearly all answers come within the mean and four mean deviations, as TCP assumes (RFC 6298). */
const deviations = 4
/** How much an answer counts toward the usual latency while the limit was reached: our own load may have delayed it. */
const boundWeight = 0.03
/** So many answers count in full before that. */
const first = 30

interface Tally {
  readonly least: number
  readonly sum: number
  readonly deviation: number
  readonly count: number
}

const nothing: Tally = { least: Infinity, sum: 0, deviation: 0, count: 0 }

/** The latency of one kind of answer. Its memory (ms) is kept in two halves, so that it costs two tallies and not a list. */
export class LatencyEstimate {
  /** The mean of about the last ten. */
  recent = 0
  private readonly memory: number
  private count = 0
  private since = -Infinity
  private current = nothing
  private previous = nothing

  constructor(memory: number) {
    this.memory = memory
  }

  /** An answer took so many ms; `bound` where the limit was reached when its call left. */
  add(took: number, bound: boolean, now: number): void {
    this.rotate(now)
    this.count += 1
    this.recent += (took - this.recent) * Math.max(weight, 1 / this.count)
    const off = Math.abs(took - (this.usual() || took))
    const share = bound && this.count > first ? boundWeight : 1
    const { count, deviation, least, sum } = this.current
    this.current = {
      least: Math.min(least, took),
      sum: sum + took * share,
      deviation: deviation + off * share,
      count: count + share
    }
  }

  /** The mean within memory. */
  usual(): number {
    return this.mean("sum")
  }

  /** The shortest, and what nearly all stay within. */
  range(): { readonly least: number; readonly most: number } {
    return {
      least: Math.min(this.current.least, this.previous.least),
      most: this.usual() + deviations * this.mean("deviation")
    }
  }

  /** So many ms passed in which nothing could be learned: they make nothing older. */
  shift(millis: number): void {
    this.since += millis
  }

  private mean(part: "sum" | "deviation"): number {
    const count = this.current.count + this.previous.count
    return count === 0 ? 0 : (this.current[part] + this.previous[part]) / count
  }

  private rotate(now: number): void {
    if (now - this.since <= this.memory / 2) return
    this.previous = now - this.since > this.memory ? nothing : this.current
    this.current = nothing
    this.since = now
  }
}
