/** A call's turn: waiting for it, with the shared store's grant where there is one, and giving it back however the call ends. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Scope from "effect/Scope"
import type { OutOfTime } from "../../contract/Common.ts"
import type { QueueDriver } from "./driver.ts"
import { HeldTurn } from "./heldTurn.ts"
import type { Permit } from "./permit.ts"
import type { Quota } from "./quota.ts"
import type { SharedRate } from "./sharedRate.ts"
import type { Store } from "./store.ts"
import type { Read, Ticket } from "./ticket.ts"
import type { Waiter } from "./waiter.ts"

/** One queue, and the store that its quotas are shared through. */
export interface Turns {
  readonly driver: QueueDriver
  readonly quotas: ReadonlyArray<Quota>
  readonly store: Store | undefined
  /** Where the store also shares what its processes learn. */
  readonly shared: SharedRate | undefined
  readonly read: Read
}

/** Waits in the queue. */
const turnOf = (turns: Turns, waiter: Waiter): Effect.Effect<void, OutOfTime> => {
  const { driver, quotas, store } = turns
  const turn = driver.wait(waiter, (now) => driver.queue.enter(waiter, now))
  return store === undefined ? turn : Effect.andThen(turn, consult(turns, waiter, store, quotas))
}

/** Now and then, before a call is counted, what this process and the others have learned is brought in step. */
const inStep = ({ driver, shared }: Turns, { learned }: Store): Effect.Effect<void> | undefined =>
  learned === undefined || shared?.quota === undefined || !shared.due(driver.now())
    ? undefined
    : Effect.map(learned(shared.quota, shared.mine), (found) => {
        if (found !== undefined) shared.found(found, driver.now())
      })

/** Consults the store for every quota, one after another. The turn is given up and waited for anew while one is not granted. */
const consult = (
  turns: Turns,
  waiter: Waiter,
  store: Store,
  quotas: ReadonlyArray<Quota>
): Effect.Effect<void, OutOfTime> =>
  Effect.suspend(() => {
    const { driver, shared } = turns
    const [quota, ...others] = quotas
    if (quota === undefined) return Effect.sync(() => driver.act((now) => driver.queue.granted(waiter, now)))
    const key = quota.each === "key" ? `${quota.name}:${waiter.key}` : quota.name
    const before = inStep(turns, store)
    const take = Effect.suspend(() => store.take(shared?.counted(quota) ?? quota, key))
    return Effect.flatMap(before === undefined ? take : Effect.andThen(before, take), (permission) => {
      // What is granted is not asked for twice.
      if (permission.allowed) return consult(turns, waiter, store, others)
      // Consulted again at once, it would give the same answer.
      const wait = Math.max(1, Duration.toMillis(permission.wait))
      const turn = driver.wait(waiter, (now) => driver.queue.postpone(waiter, now + wait, now))
      return Effect.andThen(turn, consult(turns, waiter, store, quotas))
    })
  })

/** Changes how an attempt ended that failed while the server was down. */
export type Down<A, E> = (exit: Exit.Exit<A, E>, ticket: Ticket) => Exit.Exit<A, E>

/** Runs the attempt in the waiter's turn, and gives the turn back with what the end of the attempt says. */
const attend = <A, E, R>(
  { driver, read }: Turns,
  waiter: Waiter,
  attempt: Effect.Effect<A, E, R>,
  ticket: Ticket,
  down: Down<A, E> | undefined
): Effect.Effect<A, E, R> =>
  Effect.flatMap(Effect.exit(attempt), (exit) =>
    driver.done(waiter, exit, ticket.read ?? read) && down !== undefined ? down(exit, ticket) : exit
  )

/** A wait that failed or was interrupted gives back what it had. */
const giveUp = ({ driver }: Turns, waiter: Waiter, exit: Exit.Failure<void, OutOfTime>) =>
  Effect.andThen(driver.leave(waiter), Effect.failCause(exit.cause))

/** A call that had to wait says so, however its wait ended. */
const afterWaiting = <A, E, R>(
  { driver }: Turns,
  waiter: Waiter,
  ticket: Ticket,
  goes: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  waiter.since === undefined || ticket.waited === undefined
    ? goes
    : Effect.andThen(
        // Whoever listens may fail: the turn is given back all the same.
        Effect.onError(ticket.waited(driver.now() - waiter.since, ticket), () => driver.leave(waiter)),
        goes
      )

/** Runs the attempt when its turn has come, or at once in the turn that its permit holds. */
export const run = <A, E, R>(
  turns: Turns,
  attempt: Effect.Effect<A, E, R>,
  ticket: Ticket,
  down?: Down<A, E>
): Effect.Effect<A, E | OutOfTime, R> =>
  Effect.uninterruptibleMask((restore): Effect.Effect<A, E | OutOfTime, R> => {
    const held = ticket.permit instanceof HeldTurn ? ticket.permit.take(turns.driver) : undefined
    if (held !== undefined) {
      turns.driver.depart(held)
      return attend(turns, held, restore(attempt), ticket, down)
    }
    const waiter = turns.driver.waiter(ticket)
    return Effect.flatMap(
      Effect.exit(restore(turnOf(turns, waiter))),
      (turn): Effect.Effect<A, E | OutOfTime, R> =>
        afterWaiting<A, E | OutOfTime, R>(
          turns,
          waiter,
          ticket,
          Exit.isFailure(turn)
            ? giveUp(turns, waiter, turn)
            : attend(turns, waiter, restore(attempt), ticket, down)
        )
    )
  })

/** Waits for a turn, and holds it until it is used or the scope closes. */
export const reserve = (turns: Turns, ticket: Ticket): Effect.Effect<Permit, OutOfTime, Scope.Scope> =>
  Effect.uninterruptibleMask((restore) => {
    const waiter = turns.driver.waiter(ticket)
    return Effect.flatMap(
      Effect.exit(restore(turnOf(turns, waiter))),
      (turn): Effect.Effect<Permit, OutOfTime, Scope.Scope> => {
        if (Exit.isFailure(turn)) return giveUp(turns, waiter, turn)
        const permit = new HeldTurn(turns.driver, waiter)
        return Effect.as(
          Effect.addFinalizer(() => permit.giveBack),
          permit
        )
      }
    )
  })
