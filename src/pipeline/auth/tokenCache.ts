/** One token for all callers of a layer: fetched with one request in flight, renewed before it ends. */
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import type { AnyFailure } from "../../contract/Failure.ts"
import type { Renewal } from "../telemetry/renewal.ts"
import type { SeenTokens } from "./seenTokens.ts"

/** A token and how long it lives. */
export interface Token {
  readonly value: Redacted.Redacted
  readonly expiresIn: Duration.Duration
}

/** A token that is held, or that is being fetched. */
export interface Held {
  readonly token: Deferred.Deferred<Token, AnyFailure>
  readonly renewal: Renewal
  /** Absent while it is being fetched. */
  value?: string
  /** Since when (Unix ms) it is held. */
  since: number
  goodUntil: number
  /** When (Unix ms) it ends; known once it is there. */
  ends?: number
}

/** Keeps one token for all callers: at most one request for it is in flight, and it runs apart from those who wait. */
export class TokenCache {
  private held: Held | undefined
  /** Why the next one is fetched. */
  private reason: Renewal["reason"] = "due"
  private readonly fetch: (renewal: Renewal) => Effect.Effect<Token, AnyFailure>
  private readonly renewBefore: number
  private readonly scope: Scope.Scope
  private readonly seen: SeenTokens

  constructor(
    fetch: (renewal: Renewal) => Effect.Effect<Token, AnyFailure>,
    renewBefore: Duration.Input,
    scope: Scope.Scope,
    seen: SeenTokens
  ) {
    this.fetch = fetch
    this.renewBefore = Duration.toMillis(Duration.fromInputUnsafe(renewBefore))
    this.scope = scope
    this.seen = seen
  }

  /** The token that is good now, or the one that is being fetched. */
  readonly current: Effect.Effect<Held> = Effect.flatMap(Clock.currentTimeMillis, (now) => {
    const held = this.good(now)
    if (held !== undefined) return Effect.succeed(held)
    const mine: Held = {
      token: Deferred.makeUnsafe(),
      renewal: { reason: this.reason },
      since: now,
      goodUntil: Number.POSITIVE_INFINITY
    }
    this.held = mine
    return Effect.as(Effect.forkIn(this.request(mine), this.scope, { startImmediately: true }), mine)
  })

  /** The token that is good at `now` (Unix ms), or the one that is being fetched. */
  good(now: number): Held | undefined {
    return this.held !== undefined && now < this.held.goodUntil ? this.held : undefined
  }

  /** When (Unix ms) the token ends that is held; `undefined` while there is none. */
  get ends(): number | undefined {
    return this.held?.ends
  }

  /** Forgets a token that was refused, unless another has taken its place. */
  forget(refused: Held, now: number): void {
    const { value } = refused
    if (this.held === refused) {
      this.held = undefined
      if (value !== undefined) this.reason = "refused"
    }
    if (value !== undefined) this.seen.refused(value, now)
  }

  // Uninterruptible but for the request itself: whoever waits is told, even when the layer closes in the meantime.
  private request(mine: Held): Effect.Effect<void> {
    return Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(Effect.exit(restore(this.fetch(mine.renewal))), (exit) => this.settle(mine, exit))
    )
  }

  private settle(mine: Held, exit: Exit.Exit<Token, AnyFailure>): Effect.Effect<void> {
    return Effect.flatMap(Clock.currentTimeMillis, (now) => {
      if (Exit.isSuccess(exit)) {
        const life = Duration.toMillis(exit.value.expiresIn)
        this.reason = "due"
        mine.value = Redacted.value(exit.value.value)
        this.seen.add(mine.value, now + life, now)
        mine.since = now
        mine.ends = now + life
        mine.goodUntil = now + life - Math.min(this.renewBefore, life / 2)
      } else this.forget(mine, now)
      return Effect.asVoid(Deferred.done(mine.token, exit))
    })
  }
}
