/** The layers that keep calm: retry budget, circuit breaker, queue and hedge, shared by all operations of a vendor's layer. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Scope from "effect/Scope"
import * as Breaker from "../policy/Breaker.ts"
import * as Budget from "../policy/Budget.ts"
import * as Common from "../contract/Common.ts"
import * as Deadline from "../policy/Deadline.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import * as Hedge from "../policy/Hedge.ts"
import { Key } from "../policy/limit/key.ts"
import * as Limit from "../policy/Limit.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import type { Vendor } from "./layer.ts"
import { circumstances, fail, type Passage, reads } from "./Passage.ts"
import type { Apply } from "./stages.ts"

/** A class of endpoints that share limits. */
export interface QuotaClass {
  readonly quotas: ReadonlyArray<Limit.Quota>
  /** The wider class whose limits count too. */
  readonly within?: string
}

/** How the guards of a layer are made. */
export interface GuardOptions {
  /** How the breaker is made; or one of your own, whose transitions you can then watch. */
  readonly breaker?: Breaker.Options | Breaker.Breaker
  readonly budget?: Budget.Options
  readonly limit?: Omit<Limit.Options, "quotas" | "read">
  /** Hedges reads. Off by default. */
  readonly hedge?: Hedge.Options | true
}

/** The guards at work. */
export interface Guards {
  readonly breaker: Breaker.Breaker
  readonly budget: Budget.Budget
  readonly queues: (name: string) => ReadonlyArray<Limit.Limit>
  readonly hedge: ((operation: AnyOperation) => Effect.Effect<Hedge.Hedge>) | undefined
}

/** The end of an attempt together with the headers of its answer: what a queue learns from. */
interface Ended {
  readonly exit: Exit.Exit<unknown, AnyFailure>
  readonly headers: Readonly<Record<string, string>>
}

const failureOf = (exit: Exit.Exit<unknown, AnyFailure>): AnyFailure | undefined => {
  const found = Exit.findErrorOption(exit)
  return found._tag === "Some" ? found.value : undefined
}

const waitOf = ({ retry }: AnyFailure, now: number): number | undefined => {
  if (typeof retry === "string") return undefined
  const at = "after" in retry ? now + Duration.toMillis(retry.after) : retry.at.epochMilliseconds
  // A refusal that names no time is left to the pauses of the queue.
  return Math.max(at, now)
}

const isFault = ({ retry }: AnyFailure): boolean => retry === "safe" || retry === "if-idempotent"

const feedback = (value: unknown, now: number): Limit.Feedback => {
  const { exit, headers } = value as Ended // as: `queue` below is the only caller, and this is what it runs
  const hints = Limit.Hints.read(headers, now)
  const failure = failureOf(exit)
  if (failure === undefined) return { _tag: Exit.isSuccess(exit) ? "Answered" : "Ignored", hints }
  const retryAt = waitOf(failure, now)
  if (retryAt !== undefined) {
    const until = Math.max(retryAt, hints.retryAt ?? 0)
    return { _tag: "Limited", hints: until > now ? { ...hints, retryAt: until } : hints }
  }
  // A vendor may advise against asking again after a 429; the others are held back all the same.
  if (failure.status === 429) return { _tag: "Limited", hints }
  return { _tag: isFault(failure) ? "Failing" : "Answered", hints }
}

interface Queues {
  readonly first: Limit.Limit
  /** For a class within a wider one: what its quotas let through may gather in the wider queue, and is spaced out once more. */
  readonly last: Limit.Limit | undefined
}

const unlimited = { inFlight: "unlimited" } as const

const queuesOf = (
  { quotas, within }: QuotaClass,
  options: GuardOptions,
  read: Limit.Read
): Effect.Effect<Queues> =>
  Effect.gen(function* () {
    if (within === undefined)
      return { first: yield* Limit.make({ ...options.limit, quotas, read }), last: undefined }
    const split = Limit.make({ ...options.limit, ...unlimited, quotas, read })
    // Only one of the two counts in a store that processes share.
    return { first: yield* split, last: yield* Effect.provideService(split, Limit.Store, undefined) }
  })

const makeQueues = (vendor: Vendor, options: GuardOptions) =>
  Effect.gen(function* () {
    const clock = yield* Clock.Clock
    const read: Limit.Read = (exit) =>
      Exit.isSuccess(exit) ? feedback(exit.value, clock.currentTimeMillisUnsafe()) : { _tag: "Ignored" }
    const classes: Readonly<Record<string, QuotaClass>> = { default: { quotas: [] }, ...vendor.quotas }
    const made = new Map<string, Queues>()
    for (const [name, one] of Object.entries(classes)) made.set(name, yield* queuesOf(one, options, read))
    const chain = (name: string): ReadonlyArray<Limit.Limit> => {
      const queues = made.get(name)
      const within = classes[name]?.within
      if (queues === undefined) return []
      const wider = within === undefined ? [] : chain(within)
      return [queues.first, ...wider, ...(queues.last === undefined ? [] : [queues.last])]
    }
    return chain
  })

/** The calls per second that the vendor declares for its widest class of endpoints, where it declares any. */
const rateOf = ({ quotas = {} }: Vendor): Budget.Options => {
  const rates = Object.values(quotas).flatMap(({ quotas }) => {
    const each = quotas.map(({ limit, per }) => limit / Duration.toSeconds(Duration.fromInputUnsafe(per)))
    return each.length === 0 ? [] : [Math.min(...each)]
  })
  return rates.length === 0 ? {} : { rate: Math.max(...rates) }
}

const breakerOf = (
  vendor: Vendor,
  given: GuardOptions["breaker"] = {}
): Effect.Effect<Breaker.Breaker, never, Scope.Scope> =>
  "run" in given ? Effect.succeed(given) : Breaker.make({ name: vendor.name, ...given })

/** Makes the guards of one layer. */
export const makeGuards = (
  vendor: Vendor,
  options: GuardOptions
): Effect.Effect<Guards, never, Scope.Scope> =>
  Effect.gen(function* () {
    const budget = yield* Budget.make({ ...rateOf(vendor), ...options.budget })
    const hedges = new Map<string, Hedge.Hedge>()
    const hedgeOptions = options.hedge === true ? {} : options.hedge
    return {
      budget,
      breaker: yield* breakerOf(vendor, options.breaker),
      queues: yield* makeQueues(vendor, options),
      hedge:
        hedgeOptions === undefined
          ? undefined
          : (operation) =>
              Effect.gen(function* () {
                const hedge =
                  hedges.get(operation.tag) ??
                  (yield* Hedge.make({ withdraw: budget.withdraw, ...hedgeOptions }))
                hedges.set(operation.tag, hedge)
                return hedge
              })
    }
  })

const classOf = ({ input, operation, runtime }: Passage): string => {
  const { quota } = operation.spec
  const name = typeof quota === "function" ? quota(input) : quota
  return name !== undefined && Object.hasOwn(runtime.vendor.quotas ?? {}, name) ? name : "default"
}

/** A refusal of a guard, told in the name of the call. */
const inTheNameOf = (passage: Passage, failure: AnyFailure, fields: Record<string, unknown>) =>
  Effect.flatMap(circumstances(passage, "NotSent"), (call) =>
    Effect.fail(
      failure instanceof Common.CircuitOpen
        ? new Common.CircuitOpen({ retryAfter: failure.retryAfter, call: { ...call, delivery: "NotSent" } })
        : new Common.OutOfTime({
            deadline: passage.policy.deadline,
            ...fields,
            call: { ...call, delivery: "NotSent" }
          })
    )
  )

/** Counts first attempts, and lets a retry go only where the budget pays for it. */
export const budget: Apply = (inner, passage) => {
  const { last, runtime } = passage
  if (last === undefined) return Effect.andThen(runtime.guards.budget.deposit, inner)
  // What the queue paces and what needs new credentials adds no load.
  if (!isFault(last)) return inner
  return Effect.flatMap(runtime.guards.budget.withdraw, (paid) =>
    paid
      ? inner
      : fail(passage, Common.BudgetSpent, { tag: last._tag, because: last }, { delivery: last.delivery })
  )
}

const classify = (exit: Exit.Exit<unknown, AnyFailure>): Breaker.Outcome => {
  const failure = failureOf(exit)
  if (failure === undefined) return Exit.isSuccess(exit) ? "success" : "ignored"
  if (typeof failure.retry === "object" || failure._tag === "OutOfTime") return "ignored"
  return isFault(failure) ? "failure" : "success"
}

/** Stops calls while the vendor has been failing for a while. */
export const breaker: Apply = (inner, passage) =>
  passage.runtime.guards.breaker
    .run(inner, { key: `${passage.runtime.vendor.name}/${classOf(passage)}`, classify })
    .pipe(
      Effect.catchIf(
        (failure) => failure instanceof Common.CircuitOpen && failure.call === undefined,
        (failure) => inTheNameOf(passage, failure, {})
      )
    )

/** Waits for the call's turn in every queue that it counts against. */
export const queue: Apply = (inner, passage) =>
  Effect.gen(function* () {
    const deadline = yield* Deadline.Current
    const key = passage.operation.spec.quotaKey?.(passage.input) ?? (yield* Key)
    const ticket: Limit.Ticket = {
      arrived: passage.arrived,
      kind: passage.operation.tag,
      ...(key === undefined ? {} : { key }),
      ...(deadline === undefined ? {} : { deadline })
    }
    const ended = Effect.map(Effect.exit(inner), (exit): Ended => ({
      exit,
      headers: passage.answer?.headers ?? {}
    }))
    const queued = passage.runtime.guards
      .queues(classOf(passage))
      .reduceRight<Effect.Effect<Ended, Common.OutOfTime>>((held, limit) => limit.run(held, ticket), ended)
    const { exit } = yield* Effect.catch(queued, (refusal) =>
      inTheNameOf(passage, refusal, refusal.readyIn === undefined ? {} : { readyIn: refusal.readyIn })
    )
    return yield* exit
  })

/** Sends a second request for a read that takes longer than usual, where the layer says so. */
export const hedge: Apply = (inner, passage) => {
  const make = passage.runtime.guards.hedge
  return make === undefined || !reads(passage.operation)
    ? inner
    : Effect.flatMap(make(passage.operation), ({ run }) => run(inner))
}
