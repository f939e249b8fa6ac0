/**
 * What part of a shared quota this process had while the store answered. When it is alone it goes on with that part: the others
 * that share the quota are alone too, and the whole for each would be too much.
 */
import * as Duration from "effect/Duration"
import type { Quota } from "../limit/quota.ts"
import type { Permission } from "../limit/store.ts"

/** What became of one quota's calls in a window. */
interface Use {
  /** When the window began. */
  from: number
  granted: number
  /** What the store answered in this window: a refusal, grants only, or nothing. */
  answers: "refusal" | "grants" | undefined
  /** What this process may have of a window while it is alone. */
  part: number
}

/** Uses that are over are forgotten when there are this many keys; what they knew is a full quota again. */
const sweepAt = 256

const allowed: Permission = { allowed: true }

const windowOf = ({ per }: Quota): number => Duration.toMillis(Duration.fromInputUnsafe(per))

/** The parts of all quotas. Times are ms on a clock that does not jump. */
export class Shares {
  private readonly uses = new Map<string, Use>()
  private most = sweepAt

  /** The store answered. */
  answered(quota: Quota, key: string, permission: Permission, now: number): void {
    const use = this.useOf(quota, key, now)
    if (permission.allowed) {
      use.granted++
      use.answers ??= "grants"
    } else use.answers = "refusal"
  }

  /** The store does not answer: whether a call may go without it. */
  alone(quota: Quota, key: string, now: number): Permission {
    const use = this.useOf(quota, key, now)
    if (use.granted >= use.part)
      return { allowed: false, wait: Duration.millis(use.from + windowOf(quota) - now) }
    use.granted++
    return allowed
  }

  private useOf(quota: Quota, key: string, now: number): Use {
    let use = this.uses.get(key)
    if (use === undefined) {
      this.sweep(now - windowOf(quota))
      use = { from: now, granted: 0, answers: undefined, part: quota.limit }
      this.uses.set(key, use)
    }
    const passed = Math.floor((now - use.from) / windowOf(quota))
    if (passed === 0) return use
    // Whoever was not refused could have had more.
    if (use.answers === "refusal") use.part = Math.max(1, use.granted)
    if (use.answers === "grants") use.part = quota.limit
    use.from += passed * windowOf(quota)
    use.granted = 0
    use.answers = undefined
    return use
  }

  private sweep(before: number): void {
    if (this.uses.size < this.most) return
    for (const [key, { from }] of this.uses) if (from < before) this.uses.delete(key)
    this.most = Math.max(sweepAt, this.uses.size * 2)
  }
}
