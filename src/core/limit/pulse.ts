/** How long answers of one kind take: usually, lately, at best. */

/** The weight of the newest in a mean of about the last ten. */
export const weight = 0.1

/** Nearly all answers come within the mean and four mean deviations, as TCP has it (RFC 6298). */
const deviations = 4
/** What an answer counts for the usual time while the limit was reached: our own load may have made it late. */
const boundWeight = 0.1
/** So many answers count in full before that. */
const first = 30

interface Tally {
  readonly least: number
  readonly sum: number
  readonly off: number
  readonly count: number
}

const nothing: Tally = { least: Infinity, sum: 0, off: 0, count: 0 }

/** The times of one kind of answer. Memory (ms) is kept in two halves, so that it costs two tallies and not a list. */
export class Pulse {
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

  /** An answer took so many ms; `bound` where the limit was reached when it left. */
  add(took: number, bound: boolean, now: number): void {
    this.turn(now)
    this.count += 1
    this.recent += (took - this.recent) * Math.max(weight, 1 / this.count)
    const off = Math.abs(took - (this.usual() || took))
    const share = bound && this.count > first ? boundWeight : 1
    const { count, least, off: sumOff, sum } = this.current
    this.current = {
      least: Math.min(least, took),
      sum: sum + took * share,
      off: sumOff + off * share,
      count: count + share
    }
  }

  /** The mean within memory. */
  usual(): number {
    return this.mean("sum")
  }

  /** The quickest, and the time that nearly all keep. */
  takes(): { readonly least: number; readonly most: number } {
    return {
      least: Math.min(this.current.least, this.previous.least),
      most: this.usual() + deviations * this.mean("off")
    }
  }

  private mean(part: "sum" | "off"): number {
    const count = this.current.count + this.previous.count
    return count === 0 ? 0 : (this.current[part] + this.previous[part]) / count
  }

  private turn(now: number): void {
    if (now - this.since <= this.memory / 2) return
    this.previous = now - this.since > this.memory ? nothing : this.current
    this.current = nothing
    this.since = now
  }
}
