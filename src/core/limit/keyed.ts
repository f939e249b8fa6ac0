/** Quotas that count for each key by itself: an audience, a tenant. */
import { paced, type Quota, type Spacing } from "./quota.ts"

/** Keys that hold nothing back are forgotten when there are this many. */
const sweepAt = 256

/** The even release of quotas, key by key. */
export class Keyed {
  private readonly quotas: ReadonlyArray<Quota>
  private readonly spacings = new Map<string, ReadonlyArray<Spacing>>()
  private most = sweepAt

  constructor(quotas: ReadonlyArray<Quota>) {
    this.quotas = quotas
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.spacings.size
  }

  /** When a call under this key may go. */
  readyAt(key: string, now: number): number {
    let latest = -Infinity
    for (const spacing of this.spacings.get(key) ?? []) latest = Math.max(latest, spacing.readyAt(now, 0))
    return latest
  }

  /** When the first call under any of these keys may go. */
  firstReadyAt(keys: Iterable<string>, now: number): number {
    if (this.quotas.length === 0) return -Infinity
    let first = Infinity
    for (const key of keys) first = Math.min(first, this.readyAt(key, now))
    return first
  }

  sent(key: string, now: number): void {
    if (this.quotas.length === 0) return
    this.sweep(now)
    const spacings = this.spacings.get(key) ?? this.quotas.map(paced)
    this.spacings.set(key, spacings)
    for (const spacing of spacings) spacing.sent(now)
  }

  unsent(key: string): void {
    for (const spacing of this.spacings.get(key) ?? []) spacing.unsent()
  }

  private sweep(now: number): void {
    if (this.spacings.size < this.most) return
    for (const [key, each] of this.spacings) if (each.every((one) => one.idle(now))) this.spacings.delete(key)
    this.most = Math.max(sweepAt, this.spacings.size * 2)
  }
}
