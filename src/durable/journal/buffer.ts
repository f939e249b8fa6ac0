/** What waits to be written: bounded, so that a store that cannot keep up costs memory no more than that, and calls nothing. */
import { column, type Stored } from "./stored.ts"

/** How many rows were not kept. */
export interface Drops {
  readonly successes: number
  readonly failures: number
}

// Answers may be long: of 1,000 rows with five of 64 kB each there would be 320 MB.
const mostBytes = 16_000_000

const isSuccess = (row: Stored): boolean => row[column.tag] === null

/** Rows that wait, and those that are being written. When it is full, successes are dropped first. */
export class Buffer {
  private successes: Array<Stored> = []
  private failures: Array<Stored> = []
  private sending: ReadonlyArray<Stored> = []
  private bytes = 0
  private dropped = { successes: 0, failures: 0 }

  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  /** How many wait; those that are being written do not count. */
  get waiting(): number {
    return this.successes.length + this.failures.length
  }

  /** How many there are, those that are being written too. */
  get size(): number {
    return this.waiting + this.sending.length
  }

  get drops(): Drops {
    return { ...this.dropped }
  }

  private hasRoom(bytes: number): boolean {
    return this.size < this.most && this.bytes + bytes <= mostBytes
  }

  /** Drops successes until there is room. */
  private makeRoom(bytes: number): void {
    while (!this.hasRoom(bytes) && this.successes.length > 0) {
      this.bytes -= this.successes.pop()?.[column.bytes] ?? 0
      this.dropped.successes++
    }
  }

  /** Takes a row in, or drops one. */
  add(row: Stored): void {
    const bytes = row[column.bytes]
    const success = isSuccess(row)
    if (!success) this.makeRoom(bytes)
    if (!this.hasRoom(bytes)) {
      this.dropped[success ? "successes" : "failures"]++
      return
    }
    ;(success ? this.successes : this.failures).push(row)
    this.bytes += bytes
  }

  /** Everything that waits; it counts until it is said what became of it. */
  take(): ReadonlyArray<Stored> {
    this.sending = [...this.failures, ...this.successes]
    this.successes = []
    this.failures = []
    return this.sending
  }

  /** What was taken is written. */
  written(): void {
    for (const row of this.sending) this.bytes -= row[column.bytes]
    this.sending = []
  }

  /** What was taken is not written, and waits again. */
  back(): void {
    const rows = this.sending
    this.sending = []
    for (const row of rows) this.bytes -= row[column.bytes]
    for (const row of rows) this.add(row)
  }

  /** Drops all that there is: there will be no more writing. */
  giveUp(): void {
    for (const row of [...this.sending, ...this.successes, ...this.failures])
      this.dropped[isSuccess(row) ? "successes" : "failures"]++
    this.sending = []
    this.successes = []
    this.failures = []
    this.bytes = 0
  }
}
