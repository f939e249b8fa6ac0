/** What facts have in common. */

/** How a call or an attempt ended: `ok`, the tag of its failure, `interrupted`, or `defect`. */
export type Outcome = string

/** What time passes for before a request is sent. */
export type WaitReason = "queue" | "backoff" | "vendor" | "credentials"

/** What is known of a call when it begins. */
export interface Began {
  readonly vendor: string
  readonly operation: string
  readonly method: string
  /** The path with its placeholders: no ids, so that names stay few. */
  readonly path: string
}

/** A fact of one call. */
export interface OfCall extends Began {
  /** The call's id, as in its failure and in the journal; made when somebody wants it. Not for labels. */
  readonly id: () => string
}
