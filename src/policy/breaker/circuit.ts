/**
 * One circuit, as a state machine. It follows the rules of Effect's store in memory, for failures in a row: it opens, lets one
 * call at a time probe once it has been open long enough, and closes when a probe succeeds.
 */
import * as Duration from "effect/Duration"
import type { Outcome, State, Transition } from "effect/persistence/CircuitBreaker"
import type { Admission } from "./store.ts"

/** How a circuit is made: where it opens, and what tells one generation of calls from the next. */
interface Made {
  readonly key: string
  readonly failures: number
  readonly next: () => number
}

/** A circuit. Times are in ms. */
export class Circuit {
  private state: State["_tag"] = "Closed"
  /** What was let through in an earlier generation counts no longer. */
  private generation: number
  private probing = false
  /** Failures in a row. */
  private streak = 0
  /** Openings in a row: with no lasting recovery between them. */
  private openings = 0
  private openFor = 0
  private openUntil = 0
  private recoveredAt = 0
  private lastUsed: number
  private readonly made: Made

  constructor(made: Made, now: number) {
    this.made = made
    this.generation = made.next()
    this.lastUsed = now
  }

  /** Since when nobody has needed it. */
  idleSince(): number {
    return this.probing ? Number.POSITIVE_INFINITY : Math.max(this.lastUsed, this.openUntil)
  }

  /** Lets a call through. Otherwise it is `undefined` while another call probes, and the time that it stays open is a number. */
  admit(now: number): Admission | number | undefined {
    if (this.state === "Open" && now < this.openUntil) return this.openUntil - now
    if (this.probing) return undefined
    const opened = this.state === "Open"
    this.lastUsed = now
    if (this.state === "Closed") {
      if (now >= this.recoveredAt) this.openings = 0
    } else {
      this.state = "HalfOpen"
      this.probing = true
      this.generation = this.made.next()
    }
    return {
      generation: this.generation,
      probe: this.probing,
      consecutiveOpenings: this.openings,
      transition: opened ? { key: this.made.key, from: "Open", to: "HalfOpen" } : undefined
    }
  }

  /** Counts how a call ended that it let through. */
  record(
    generation: number,
    outcome: Outcome["_tag"],
    openFor: Duration.Duration,
    now: number
  ): Transition | undefined {
    // Whatever is open has a new generation: no call that it let through is left to count.
    if (generation !== this.generation) return undefined
    this.lastUsed = now
    this.probing = false
    if (outcome === "Ignored") return undefined
    if (outcome === "Success") return this.succeed(now)
    if (this.state === "HalfOpen") return this.open("HalfOpen", openFor, now)
    return ++this.streak >= this.made.failures ? this.open("Closed", openFor, now) : undefined
  }

  /** What it shows of itself. */
  show(now: number): State {
    const { openings: consecutiveOpenings, probing, state } = this
    const { key } = this.made
    if (state === "Closed") return { _tag: state, key }
    if (state === "HalfOpen") return { _tag: state, key, probing, consecutiveOpenings }
    return {
      _tag: state,
      key,
      retryAfter: Duration.millis(Math.max(0, this.openUntil - now)),
      consecutiveOpenings
    }
  }

  private succeed(now: number): Transition | undefined {
    this.streak = 0
    if (this.state === "Closed") return undefined
    this.state = "Closed"
    this.generation = this.made.next()
    this.recoveredAt = now + this.openFor
    return { key: this.made.key, from: "HalfOpen", to: "Closed" }
  }

  private open(from: "Closed" | "HalfOpen", retryAfter: Duration.Duration, now: number): Transition {
    this.state = "Open"
    this.generation = this.made.next()
    this.streak = 0
    this.openFor = Duration.toMillis(retryAfter)
    this.openUntil = now + this.openFor
    return {
      key: this.made.key,
      from,
      to: "Open",
      retryAfter,
      consecutiveOpenings: ++this.openings
    }
  }
}
