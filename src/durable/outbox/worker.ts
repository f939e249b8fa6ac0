/** A worker: looks which lanes have something to do, and gives each as many hands as it may have. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as FiberSet from "effect/FiberSet"
import * as PubSub from "effect/PubSub"
import * as Random from "effect/Random"
import type { Scope } from "effect/Scope"
import { Outbox } from "./box.ts"
import type { StoreUnavailable } from "./errors.ts"
import { freshId } from "./ids.ts"
import type { Ready } from "./lane.ts"
import { adopted } from "./worker/adopted.ts"
import { doubting } from "./worker/doubts.ts"
import { hand, type Standing, type Work } from "./worker/hand.ts"
import { settingsOf, type WorkerOptions } from "./worker/options.ts"
import { sweeping } from "./worker/sweeping.ts"
import { retried, type Served, type Worker, workingOf } from "./worker/state.ts"

/** Leases are looked after so often (ms). */
const reapEvery = 1_000

/** Between two looks into the store, so that a crowd of new items is one. */
const breath = 5

const standingOf = ({ standings }: Worker, lane: string): Standing => {
  const standing = standings.get(lane) ?? { failures: 0, until: 0, hands: 0 }
  standings.set(lane, standing)
  return standing
}

const unavailable = (error: StoreUnavailable) => Effect.logWarning(error.message)

// A worker that stopped in silence would leave everything where it is.
const fault = (defect: unknown) =>
  Effect.logError("A worker of the outbox met a fault of the program, and goes on.", defect)

/** Puts another hand to a lane, unless it has as many as it may have: one while there is trouble. */
const spawn = (worker: Worker, ready: Ready): Effect.Effect<void> =>
  Effect.suspend(() => {
    const served = worker.served.get(ready.operation)
    const standing = standingOf(worker, ready.lane)
    const most = standing.failures > 0 ? 1 : worker.settings.concurrency
    if (served === undefined || standing.hands >= most) return Effect.void
    standing.hands++
    const work: Work = {
      working: workingOf(worker, served, ready),
      standing,
      fork: (effect) => FiberSet.run(worker.calls, effect),
      help: Effect.suspend(() => spawn(worker, ready))
    }
    const working = hand(work, ready).pipe(
      Effect.catch(unavailable),
      Effect.catchDefect(fault),
      Effect.ensuring(Effect.sync(() => standing.hands--))
    )
    return Effect.asVoid(FiberSet.run(worker.hands, working))
  })

/** Looks which lanes have something to do. Succeeds with how long (ms) to wait for the next look. */
const look = (worker: Worker): Effect.Effect<number, StoreUnavailable> =>
  Effect.gen(function* () {
    const { box, served, settings } = worker
    const now = yield* Clock.currentTimeMillis
    const lanes = yield* box.store.lanes({ now, operations: [...served.keys()], account: settings.account })
    for (const lane of lanes)
      if (lane.next !== undefined && lane.paused === undefined) yield* spawn(worker, lane)
    const share = yield* Random.next
    const dues = lanes.flatMap(({ dueIn }) => (dueIn === undefined ? [] : [Math.max(1, dueIn)]))
    return Math.min(settings.poll * (0.75 + share / 2), ...dues)
  })

const looking = (worker: Worker, bell: PubSub.Subscription<unknown>): Effect.Effect<never> =>
  look(worker).pipe(
    Effect.tapError(unavailable),
    Effect.retry(retried),
    Effect.orElseSucceed(() => worker.settings.poll),
    Effect.catchDefect((defect) => Effect.as(fault(defect), worker.settings.poll)),
    Effect.flatMap((wait) => Effect.raceFirst(PubSub.takeAll(bell), Effect.sleep(wait))),
    Effect.andThen(Effect.sleep(breath)),
    Effect.forever
  )

const reaping = (worker: Worker): Effect.Effect<never> =>
  Effect.gen(function* () {
    const { box, served, settings } = worker
    const now = yield* Clock.currentTimeMillis
    const { released, repeated, unknown } = yield* box.store.reap({ now })
    if (released + repeated + unknown.length > 0) yield* box.publish({ _tag: "Moved" })
    const start = (one: Served, lane: Ready) => workingOf(worker, one, lane)
    yield* adopted(box.store, worker.owner, settings, served, start, (effect) =>
      FiberSet.run(worker.calls, effect)
    )
  }).pipe(
    Effect.catch(unavailable),
    Effect.catchDefect(fault),
    Effect.andThen(Random.next),
    Effect.flatMap((share) => Effect.sleep(reapEvery * (0.75 + share / 2))),
    Effect.forever
  )

/** Starts a worker. When its scope closes it claims nothing more, and lets what is under way come to an end. */
export const work = (
  served: ReadonlyMap<string, Served>,
  options: WorkerOptions
): Effect.Effect<void, StoreUnavailable, Outbox | Scope> =>
  Effect.gen(function* () {
    const box = yield* Outbox
    const settings = settingsOf(options)
    const calls = yield* FiberSet.make<unknown, unknown>()
    yield* Effect.addFinalizer(() =>
      Effect.asVoid(Effect.timeoutOption(FiberSet.awaitEmpty(calls), settings.drainWithin))
    )
    const hands = yield* FiberSet.make<void>()
    const owner = yield* freshId
    const worker: Worker = { box, owner, settings, served, standings: new Map(), hands, calls }
    const bell = yield* box.subscribe
    // A store that cannot be used is said at once, and not only in a log.
    yield* look(worker)
    yield* Effect.forkScoped(looking(worker, bell))
    yield* Effect.forkScoped(reaping(worker))
    yield* Effect.forkScoped(sweeping(box.store, settings))
    const canAsk = [...served.values()].some(({ operation: { spec } }) => spec.settles !== undefined)
    if (canAsk || settings.onUnknown !== undefined)
      yield* Effect.forkScoped(doubting(worker, settings.onUnknown))
  })
