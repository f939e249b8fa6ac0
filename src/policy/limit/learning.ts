/** The constants of the learned rate, and what follows from them. Times are ms, rates are calls per second. */

/** What is left of the rate after a cut. A lone refusal may be noise, and no cut is deeper than those of TCP's CUBIC. */
const kept = { least: 0.7, most: 0.98 }
/** So many answers show which share of the calls is refused; so many refusals in a row, that all are. */
export const evidence = { answers: 5, inARow: 3 }
/** A call may make up for late timers by leaving so many ms before its turn: by about one call at common rates. */
const lateness = { least: 5, most: 20 }
/** A shorter time than this (ms) says nothing about a rate. */
const briefest = 100
/** What was accepted in so many ms before the server closed shows a rate: most limits count in seconds. */
export const guessed = 1000

/** What is left of a rate of which so many answers were refusals. */
export const keptOf = (answers: number, refusals: number): number =>
  Math.min(kept.most, Math.max(kept.least, 1 - refusals / answers))

/** How early a call may leave that follows the one before it by so many ms. */
export const latenessOf = (interval: number): number =>
  Math.min(lateness.most, Math.max(lateness.least, interval))

/** What became of the calls that left after the last cut. */
export class Counts {
  answers = 0
  refusals = 0
  private inARow = 0

  accepted(): void {
    this.answers += 1
    this.inARow = 0
  }

  refused(): void {
    this.answers += 1
    this.refusals += 1
    this.inARow += 1
  }

  /** Whether the server refuses everything. */
  get areAllRefused(): boolean {
    return this.inARow >= evidence.inARow
  }
}

/** What was accepted since the server last opened, and until it refused. */
export interface Cycle {
  from: number
  sent: number
  accepted: number
  refusedAt: number
}

/** The rate at which a cycle was accepted. */
const goodputOf = ({ accepted, from, refusedAt }: Cycle, isThin: boolean): number =>
  (1000 * accepted) / Math.max(isThin ? guessed : briefest, refusedAt - from)

/** How a server that had closed is found when it accepts calls again. */
interface Reopened {
  readonly cycle: Cycle
  /** It accepted too few calls to say much. */
  readonly isThin: boolean
  /** What was accepted before it closed. */
  readonly before: number
  /** The rate until then. */
  readonly rate: number
  /** That rate was heard from another process, which took this refusal into account. */
  readonly heard: boolean
}

/** The rate with which calls go on. */
export const reopened = ({ before, cycle, heard, isThin, rate }: Reopened): number => {
  const least = rate === Infinity ? 1000 / guessed : rate / (heard ? 1 : 2)
  return Math.max(before, goodputOf(cycle, isThin), least)
}
