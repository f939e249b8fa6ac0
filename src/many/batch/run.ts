/** One run of many items: what is settled, how long batches wait that could not be sent, and when the run is given up. */
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import { OutOfTime } from "../../contract/Common.ts"
import type { AnyFailure, Category } from "../../contract/Failure.ts"
import { defaults, type ManyOptions } from "./batching.ts"
import type { Outcome } from "./outcome.ts"

const passing: ReadonlySet<Category> = new Set(["rate-limited", "unavailable", "network", "not-attempted"])

/** Whether the trouble passes, whatever the items are: by its category, or by what is said of asking again. */
export const passes = ({ category, retry }: AnyFailure): boolean =>
  passing.has(category) || typeof retry === "object" || retry === "safe" || retry === "if-idempotent"

/** The waits (ms) between tries that name no time: each twice the one before, a quarter more or less. */
const [first, longest] = [1_000, 30_000]

/** Ends in doubt, one after another, that are an outage: as many as the queue's. */
const outageAfter = 3

/** How long (ms from `now`) the failure says that it lasts, where it says so. */
const namedBy = (failure: AnyFailure, now: number): number => {
  const { notBefore, retry } = failure
  const at = typeof retry === "object" && "at" in retry ? retry.at.epochMilliseconds - now : 0
  const after = typeof retry === "object" && "after" in retry ? Duration.toMillis(retry.after) : 0
  const ready = failure instanceof OutOfTime ? Duration.toMillis(failure.readyIn ?? 0) : 0
  return Math.max((notBefore?.epochMilliseconds ?? now) - now, at, after, ready)
}

/** The state of one run. */
export class Run {
  readonly counts = { accepted: 0, warned: 0, refused: 0, unknown: 0 }
  readonly patience: Duration.Duration
  readonly onProgress: ManyOptions["onProgress"]
  /** How many batches were accepted. */
  batches = 0
  /** The failure behind it, once the run is given up. */
  halted: AnyFailure | undefined
  /** Whether every item of the source was taken. */
  drained = false
  onHalt: () => void = () => undefined
  /** How many batches ended in doubt since the vendor last answered otherwise, and the failure of the last. */
  private inVain = 0
  private doubt: AnyFailure | undefined
  /** How many batches have waited and are not settled. */
  private troubled = 0
  /** Since when (monotonic ms) nothing was accepted while a batch waits. */
  private since: number | undefined
  private waiting: AnyFailure | undefined
  private progress: Deferred.Deferred<void> | undefined

  constructor({ onProgress, patience = defaults.patience }: ManyOptions) {
    this.patience = Duration.fromInputUnsafe(patience)
    this.onProgress = onProgress
  }

  /** Counts final outcomes. Batches that wait go again at once when another one is accepted. */
  settle<Settled extends ReadonlyArray<Outcome<unknown, unknown>>>(
    outcomes: Settled,
    accepted = false
  ): Effect.Effect<Settled> {
    for (const { outcome } of outcomes) this.counts[outcome]++
    if (accepted) {
      this.batches++
      this.inVain = 0
      this.since = this.waiting = undefined
      this.wake()
    }
    return this.onProgress === undefined ? Effect.succeed(outcomes) : Effect.as(this.report(), outcomes)
  }

  /** Notes how a batch ended that does not go again: one end in doubt is chance, several in a row are an outage. */
  ended(failure: AnyFailure) {
    if (failure.delivery === "Refused") this.inVain = 0
    if (failure.delivery !== "Unknown" || !passes(failure)) return
    this.inVain++
    this.doubt = failure
  }

  /** The failure for which a batch has to wait before it goes at all: what is sent in an outage would end in doubt as well. */
  get outage(): AnyFailure | undefined {
    return this.inVain < outageAfter ? undefined : this.doubt
  }

  /** Waits until a batch that failed so may go again, or gives the run up. `tries`: how often it has waited before. */
  pause(failure: AnyFailure, tries: number): Effect.Effect<void> {
    if (tries === 0) this.troubled++
    this.waiting = failure
    const wait = Effect.flatMap(Random.next, (share) =>
      Effect.clockWith((clock) => {
        const now = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
        const named = namedBy(failure, clock.currentTimeMillisUnsafe())
        const grown =
          Math.min(longest, first * 2 ** Math.max(tries, this.inVain - outageAfter)) * (0.75 + share / 2)
        const due = now() + (named > 0 ? Math.max(named, first) : grown)
        return this.until(due, now, failure, named > 0)
      })
    )
    return Effect.andThen(this.report(), wait)
  }

  /** A batch that has waited waits no more: patience is for those that do. */
  leave() {
    if (--this.troubled === 0 && this.outage === undefined) this.since = this.waiting = undefined
  }

  private until(due: number, now: () => number, failure: AnyFailure, exactly: boolean): Effect.Effect<void> {
    return Effect.suspend(() => {
      const present = now()
      const end = (this.since ??= present) + Duration.toMillis(this.patience)
      if (this.halted !== undefined || (present >= due && present < end)) return Effect.void
      if (present >= end) return this.halt(failure)
      const rest = Effect.as(Effect.sleep(Math.ceil(Math.min(due, end) - present)), due)
      // What the vendor names is waited out, whatever becomes of others.
      const slept = exactly ? rest : Effect.raceFirst(rest, Effect.as(Deferred.await(this.progressed()), 0))
      return Effect.flatMap(slept, (due) => this.until(due, now, failure, exactly))
    })
  }

  private halt(failure: AnyFailure): Effect.Effect<void> {
    return Effect.sync(() => {
      this.halted = failure
      this.onHalt()
      this.wake()
    })
  }

  private progressed(): Deferred.Deferred<void> {
    return (this.progress ??= Deferred.makeUnsafe())
  }

  private wake() {
    if (this.progress !== undefined) Deferred.doneUnsafe(this.progress, Effect.void)
    this.progress = undefined
  }

  private report(): Effect.Effect<void> {
    const waiting = this.waiting === undefined ? {} : { waiting: this.waiting }
    return this.onProgress?.({ ...this.counts, ...waiting }) ?? Effect.void
  }
}
