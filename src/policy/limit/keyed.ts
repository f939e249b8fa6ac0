/** Quotas that count for each key by itself: an audience, a tenant. */
import { type Gcra, gcraOf } from "./gcra.ts"
import type { Jitter } from "./jitter.ts"
import type { Quota } from "./quota.ts"

/** Keys that delay nothing are forgotten when there are this many. */
const sweepAt = 256

/** The even release of quotas, key by key. */
export class Keyed {
  private readonly quotas: ReadonlyArray<Quota>
  private readonly releases = new Map<string, ReadonlyArray<Gcra>>()
  private most = sweepAt

  private readonly jitter: Jitter

  constructor(quotas: ReadonlyArray<Quota>, jitter: Jitter) {
    this.quotas = quotas
    this.jitter = jitter
  }

  /** Whether there is anything to wait for. */
  get limits(): boolean {
    return this.quotas.length > 0
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.releases.size
  }

  /** When a call under this key may go. */
  readyAt(key: string, now: number): number {
    let latest = -Infinity
    for (const gcra of this.releases.get(key) ?? []) latest = Math.max(latest, gcra.readyAt(now, 0))
    return latest
  }

  sent(key: string, now: number): void {
    if (this.quotas.length === 0) return
    this.sweep(now)
    const release = this.releases.get(key) ?? this.quotas.map((quota) => gcraOf(quota, this.jitter))
    this.releases.set(key, release)
    for (const gcra of release) gcra.sent(now)
  }

  unsent(key: string, at: number): void {
    for (const gcra of this.releases.get(key) ?? []) gcra.unsent(at)
  }

  delayed(key: string, at: number, now: number): void {
    for (const gcra of this.releases.get(key) ?? []) gcra.delayed(at, now)
  }

  private sweep(now: number): void {
    if (this.releases.size < this.most) return
    for (const [key, each] of this.releases)
      if (each.every((gcra) => gcra.idle(now))) this.releases.delete(key)
    this.most = Math.max(sweepAt, this.releases.size * 2)
  }
}
