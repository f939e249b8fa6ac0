/** The constants of the in-flight limit, and their defaults. */

/** The constants of the in-flight limit; durations are ms. */
export interface ConcurrencyOptions {
  /** Calls at once before anything is known. */
  readonly start: number
  readonly least: number
  readonly most: number
  /** What is left of the limit after a sign of overload. */
  readonly cut: number
  /** Server faults and timeouts mean overload once they exceed this share of the latest results: some vendors always fail a few. */
  readonly faultShare: number
  /** Late answers mean overload when the latest of a kind take this many times as long as usual … */
  readonly lateFactor: number
  /** … and longer than this many ms. On their own they never cut the limit below half of `start`. */
  readonly lateFloor: number
  /** The limit recovers quickly only while answers take no more than this many times as long as usual. */
  readonly calmFactor: number
  /** How long an answer counts toward the usual latency. */
  readonly memory: number
  /** So many failed attempts in a row, with no answer between them, are an outage. */
  readonly outageAfter: number
  /**
   * So is the silence of all calls in flight, once they take all places, for so many ms and `lateFactor` times what nearly all stay
   * within. Less may be a pause of a server that is up.
   */
  readonly silence: number
  /** The pauses between the calls that probe a silent server: the first, and, doubling, the longest. */
  readonly firstPause: number
  readonly longestPause: number
}

/**
 * Measured in `test/storms`: no calls lost in a 3 s brownout to a tenth of the capacity, recovery from an outage before calls with
 * a 5 s deadline are lost, and no harm where answers merely vary or a fifth of them are faults.
 */
export const concurrencyDefaults: ConcurrencyOptions = {
  start: 8,
  least: 1,
  most: 256,
  cut: 0.5,
  faultShare: 0.6,
  lateFactor: 3,
  lateFloor: 40,
  calmFactor: 1.5,
  memory: 30_000,
  outageAfter: 3,
  silence: 1000,
  firstPause: 50,
  longestPause: 250
}

/** No in-flight limit, for a queue whose calls also wait in another queue further in. */
export const unlimited: Partial<ConcurrencyOptions> = {
  start: Infinity,
  most: Infinity,
  outageAfter: Infinity
}
