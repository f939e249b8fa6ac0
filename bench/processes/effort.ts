/** How thoroughly something is measured. */

/** Runs of each contender, and ms of each. */
export interface Effort {
  readonly runs: number
  /** Before the first run: the whole pipeline takes some 15,000 calls to be compiled. */
  readonly warmUpMillis: number
  readonly runMillis: number
}

/** For numbers that are published. */
export const full: Effort = { runs: 7, warmUpMillis: 4000, runMillis: 1000 }

/** For trying the benchmark itself. */
export const quick: Effort = { runs: 3, warmUpMillis: 600, runMillis: 250 }
