/** A call that has left, and how it ends. */

/** One call in flight. */
export interface InFlight {
  readonly at: number
  readonly kind: string
  /** The place that it holds. */
  readonly place: number
  /** Whether at least half of the limit was in use when it left: only then can its answer raise the limit. */
  readonly busy: boolean
  /** Whether the limit was reached when it left. */
  readonly bound: boolean
  /** Whether it left in an outage, to try whether the server answers again. */
  readonly probe: boolean
  /** Whether others waited then to hear of it. */
  readonly forOthers: boolean
}

/** How a call ended: answered, refused by a rate limit (which says nothing about load), failed, or without a result that counts. */
export type Ending = "answered" | "limited" | "failing" | "ignored"
