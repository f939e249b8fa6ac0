/** How thoroughly something is measured. */

/** Runs of each contender, and ms of each. */
export interface Effort {
  readonly runs: number
  /** Before the first run: the whole pipeline takes some 15,000 calls to be compiled. */
  readonly warmUpMillis: number
  readonly runMillis: number
  /** The runs of a contender are shared among so many processes, one after another. Default: one. */
  readonly processes?: number
}

/** For numbers that are published. */
export const full: Effort = { runs: 9, warmUpMillis: 4000, runMillis: 1000, processes: 3 }

/** For trying the benchmark itself. */
export const quick: Effort = { runs: 3, warmUpMillis: 600, runMillis: 250 }
