/** A documented rate limit, and classes of endpoints that share some. */
import type * as Duration from "effect/Duration"

/** A documented limit: at most `limit` calls `per` span of time. */
export interface Quota {
  /** Names it in messages and in a shared store: `braze/messages`. */
  readonly name: string
  readonly limit: number
  readonly per: Duration.Input
  /** Who shares it, in the vendor's words: a workspace, an organization, an address. */
  readonly scope: string
  /**
   * The longest that its server is documented to refuse calls, where that is not its window: a lock-out, the top of the hour. A
   * longer wait that a refusal names is believed only so far. Default: an hour, or its window where that is longer.
   */
  readonly longest?: Duration.Input
  /**
   * How long nobody calls after a refusal that does not say when, where the vendor documents it: the first time, each further one in a
   * row longer by the factor, up to `longest`. Without it single calls find out.
   */
  readonly backoff?: { readonly first: Duration.Input; readonly factor: number }
  /** Where it is documented. */
  readonly source: string
  /** Calls that may go at once, where the vendor documents a token bucket. Without it, calls are spread evenly. */
  readonly burst?: number
  /**
   * So many of `limit` may go at once, where the vendor counts in windows that begin anew; the others are spread over the window, so
   * that none holds more than `limit`. For windows so long that nobody waits for an even release: an hour, a day.
   */
  readonly atOnce?: number
  /** `key`: the limit counts for each key (audience, tenant) by itself. */
  readonly each?: "key"
}

/** A class of endpoints that share limits. */
export interface QuotaClass {
  readonly quotas: ReadonlyArray<Quota>
  /** The wider class whose limits count too. */
  readonly within?: string
}
