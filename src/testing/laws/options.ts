/** What `laws` is told besides the vendor and its operations. */

/** Options of `laws`. */
export interface LawOptions {
  /** Instances per failure. */
  readonly runs?: number
  readonly seed?: number | string
  /**
   * Says that the operations are all that the vendor has: a failure that none of them declares breaks a law, unless its tag stands
   * here, as one whose operations are still to come.
   */
  readonly awaiting?: ReadonlyArray<string>
}
