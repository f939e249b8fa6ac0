/** The tokens that may still come back in an answer: those that are in use, and those whose end is not long ago. */

/** ms after a token's end, or after it was refused, in which a late answer may still speak of it. */
const grace = 600_000

/** So many are remembered: where a vendor refuses one after another, late answers speak of the latest. */
const most = 24

/** Remembers tokens, and forgets them soon after their end. */
export class SeenTokens {
  private readonly until = new Map<string, number>()
  private readonly always: ReadonlyArray<string>
  private current: ReadonlyArray<string>
  private next = Number.POSITIVE_INFINITY

  /** `always` are secrets that are never forgotten: what tokens are bought with. */
  constructor(always: ReadonlyArray<string>) {
    this.always = always
    this.current = always
  }

  /** Remembers a token, which ends at `end` (Unix ms). */
  add(token: string, end: number, now: number): void {
    this.until.delete(token)
    this.until.set(token, end + grace)
    for (const oldest of this.until.keys()) if (this.until.size > most) this.until.delete(oldest)
    this.renew(now)
  }

  /** A token that was refused has come to its end. */
  refused(token: string, now: number): void {
    const until = this.until.get(token)
    if (until !== undefined) this.until.set(token, Math.min(until, now + grace))
    this.renew(now)
  }

  /** Every secret that may come back at `now`; the same list as long as they are the same. */
  all(now: number): ReadonlyArray<string> {
    if (now >= this.next) this.renew(now)
    return this.current
  }

  private renew(now: number): void {
    for (const [token, until] of this.until) if (until <= now) this.until.delete(token)
    this.next = Math.min(...this.until.values(), Number.POSITIVE_INFINITY)
    this.current = [...this.always, ...this.until.keys()]
  }
}
