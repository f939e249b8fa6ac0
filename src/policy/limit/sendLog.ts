/** When the last calls were sent, as many as a window holds: what is late can be made up for, and no window holds more. */
export class SendLog {
  private readonly times: Float64Array
  private at = 0

  constructor(size: number) {
    this.times = new Float64Array(size).fill(-Infinity)
  }

  /** When the oldest of them was sent: one more has to be a window later. */
  get oldest(): number {
    return this.times[this.at] ?? -Infinity
  }

  add(now: number): void {
    this.times[this.at] = now
    this.at = (this.at + 1) % this.times.length
  }

  /** The last one was not sent; before it, `oldest` was this. */
  undo(oldest: number): void {
    this.at = (this.at + this.times.length - 1) % this.times.length
    this.times[this.at] = oldest
  }
}
