/** Plays a run of chaos under a test clock, and writes down how every call ended and what is left of it. */
import { Clock, type Context, Duration, Effect, type Exit, Fiber, Layer, Random, References } from "effect"
import { HttpClient } from "effect/http"
import { TestClock } from "effect/testing"
import * as Policy from "../../src/policy/Policy.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import type * as Vendor from "../../src/pipeline/layer.ts"
import { type ChaosClock, make as makeClock, settle } from "./clock.ts"
import { type Known, prepare, quiet, type Request, type Verdict } from "./repertoire.ts"
import { type Apis, layers, type Name, names, simulators } from "./rigs.ts"
import type { Planned, Schedule } from "./schedule.ts"
import { CallNumber, watchedClient, nothing, type Seen, watched } from "./watch.ts"

/** How one call ended; true time, ms. */
export interface Ended {
  readonly planned: Planned
  readonly request: Request
  began: number
  interrupted?: number
  ended?: number
  exit?: Exit.Exit<ReadonlyArray<Verdict>, unknown>
}

/** All that is known of a run. */
export interface Record {
  readonly schedule: Schedule
  readonly calls: ReadonlyArray<Ended>
  readonly seen: Seen
  readonly ledger: ReadonlyArray<Simulator.Entry>
  /** What was still there when all had ended: sleepers, exchanges, places in queues. */
  readonly left: ReadonlyArray<string>
  /** A call to each vendor after chaos, and how it ended. */
  readonly after: ReadonlyArray<readonly [vendor: Name, exit: Exit.Exit<unknown, unknown> | undefined]>
}

/** What is broken on purpose. */
export type Tampering = (name: Name) => Vendor.Options

const start = 1_800_000_000_000
const minute = 60_000
// Longer than any deadline of the vendors' policies, with the longest clock jumps on top.
const longest = 6 * 60 * minute
// Longer than any wait that a vendor demands in a run.
const rest = 45 * minute

interface Stage {
  readonly clock: ChaosClock
  readonly test: TestClock.TestClock
  readonly seen: Seen
}

/** Lets time pass until the condition holds, nobody sleeps any more, or `most` ms have gone by. */
const pass = ({ clock, seen, test }: Stage, done: () => boolean, most: number): Effect.Effect<void> =>
  Effect.gen(function* () {
    const end = clock.now() + most
    for (;;) {
      yield* settle(() => clock.moved() + seen.sent.length)
      const next = clock.next()
      if (done() || next === undefined || next > end) return
      yield* Effect.provideService(test.adjust(Math.max(0, next - clock.now())), Clock.Clock, test)
    }
  })

const within = ({ deadline }: Planned) =>
  Policy.override((policy) =>
    deadline === undefined
      ? policy
      : { ...policy, deadline: Duration.min(policy.deadline, Duration.millis(deadline)) }
  )

const interrupting = ({ interrupt }: Planned): Effect.Effect<void> => {
  if (interrupt === undefined) return Effect.never
  return "after" in interrupt
    ? Effect.sleep(interrupt.after)
    : Effect.yieldNow.pipe(Effect.repeat({ times: interrupt.turns }), Effect.asVoid)
}

const call = (ended: Ended, number: number, { clock }: Stage) =>
  Effect.gen(function* () {
    yield* Effect.sleep(ended.planned.at)
    ended.began = clock.now()
    const fiber = yield* Effect.forkChild(
      Effect.provideService(within(ended.planned)(ended.request.run), CallNumber, number)
    )
    const interruption = Effect.suspend(() => {
      ended.interrupted = clock.now()
      return Fiber.interrupt(fiber)
    })
    yield* Effect.forkChild(Effect.andThen(interrupting(ended.planned), interruption))
    ended.exit = yield* Fiber.await(fiber)
    ended.ended = clock.now()
  })

/** What is left when all calls have ended: nothing, if all is well. */
const leftOver = ({ clock, seen }: Stage): Effect.Effect<ReadonlyArray<string>> =>
  Effect.gen(function* () {
    const left: Array<string> = []
    if (clock.sleeping() > 0) left.push(`${clock.sleeping()} fibers sleep`)
    if (seen.open > 0) left.push(`${seen.open} exchanges are open`)
    const connected = new Set([...seen.calls.values()].map(({ layer }) => layer))
    for (const { guards, vendor } of connected) {
      for (const name of ["default", ...Object.keys(vendor.quotas ?? {})]) {
        for (const { standing } of guards.queues([name])) {
          const { inFlight, waiting } = yield* standing
          if (inFlight > 0 || waiting > 0)
            left.push(`the queue ${vendor.name} ${name} has ${inFlight} under way, ${waiting} waiting`)
        }
      }
    }
    return left
  })

const prepared = (client: HttpClient.HttpClient): Effect.Effect<Known, unknown> =>
  Effect.provide(
    prepare,
    Layer.provide(
      layers(() => ({})),
      Layer.succeed(HttpClient.HttpClient, client)
    )
  )

const optionsOf =
  (schedule: Schedule, { clock, seen }: Stage, tampering: Tampering) =>
  (name: Name): Vendor.Options => {
    const given = tampering(name)
    return {
      ...(schedule.hedged ? { hedge: true as const } : {}),
      ...(schedule.waiting === undefined ? {} : { limit: { waiting: schedule.waiting } }),
      ...given,
      pipeline: (documented) => watched(seen, clock)(given.pipeline?.(documented) ?? documented)
    }
  }

const unleash = (schedule: Schedule, known: Known, stage: Stage) =>
  Effect.gen(function* () {
    const calls = schedule.calls.map((planned): Ended => ({
      planned,
      request: planned.make(known),
      began: stage.clock.now()
    }))
    for (const [number, ended] of calls.entries()) yield* Effect.forkChild(call(ended, number, stage))
    for (const { at, by } of schedule.jumps)
      yield* Effect.forkChild(
        Effect.andThen(
          Effect.sleep(at),
          Effect.sync(() => stage.clock.jump(by))
        )
      )
    yield* pass(stage, () => calls.every(({ exit }) => exit !== undefined), longest)
    yield* pass(stage, () => stage.clock.sleeping() === 0, longest)
    return calls
  })

const calling = (stage: Stage) =>
  Effect.gen(function* () {
    yield* Effect.forkChild(Effect.sleep(rest))
    yield* pass(stage, () => stage.clock.sleeping() === 0, rest)
    const fibers: ReadonlyArray<readonly [Name, Fiber.Fiber<unknown, unknown>]> = yield* Effect.forEach(
      names,
      (name) => Effect.map(Effect.forkChild(quiet[name]), (fiber) => [name, fiber] as const)
    )
    yield* pass(stage, () => fibers.every(([, fiber]) => fiber.pollUnsafe() !== undefined), 10 * minute)
    return fibers.map(([name, fiber]) => [name, fiber.pollUnsafe()] as const)
  })

/** A part of a run: chaos itself, and the quiet after it. */
export type Phase = "chaos" | "after"

const played = (
  schedule: Schedule,
  tampering: Tampering,
  test: TestClock.TestClock,
  begins: (phase: Phase) => Effect.Effect<void>
) =>
  Effect.gen(function* () {
    yield* test.setTime(start)
    const vendors = simulators(schedule.vendors)
    const world = yield* Simulator.make(vendors, { seed: schedule.seed })
    const known = yield* prepared(world.client)
    yield* world.fail(...schedule.script)
    const stage: Stage = { test, seen: nothing(), clock: makeClock(test) }
    // When chaos is over, the vendors are new and well.
    let client = world.client
    const road = {
      there: schedule.there,
      back: (request: number) => Math.floor(Simulator.draw(schedule.seed, request) * schedule.back)
    }
    const transport = Layer.succeed(
      HttpClient.HttpClient,
      watchedClient(stage.seen, stage.clock, road, () => client, test)
    )
    return yield* Effect.gen(function* () {
      const apis: Context.Context<Apis> = yield* Layer.build(
        Layer.provide(layers(optionsOf(schedule, stage, tampering)), transport)
      )
      yield* begins("chaos")
      const calls = yield* Effect.provideContext(unleash(schedule, known, stage), apis)
      const [left, ledger, seen] = [
        yield* leftOver(stage),
        yield* world.ledger,
        { ...stage.seen, sent: [...stage.seen.sent] }
      ]
      yield* begins("after")
      client = (yield* Simulator.make(vendors, { seed: "after" })).client
      const after = yield* Effect.provideContext(calling(stage), apis)
      return {
        schedule,
        calls,
        seen,
        ledger,
        after,
        left: [...left, ...(yield* leftOver(stage)).map((one) => `after a rest, ${one}`)]
      } satisfies Record
    }).pipe(Effect.scoped, Effect.provideService(Clock.Clock, stage.clock))
  })

/** Plays a run; `begins` runs before each of its phases. */
export const play = (
  schedule: Schedule,
  tampering: Tampering = () => ({}),
  begins: (phase: Phase) => Effect.Effect<void> = () => Effect.void
): Effect.Effect<Record, unknown> =>
  TestClock.testClockWith((test) => played(schedule, tampering, test, begins)).pipe(
    Effect.scoped,
    Random.withSeed(schedule.seed),
    Effect.provideService(References.MinimumLogLevel, "None"),
    Effect.provide(TestClock.layer(), { local: true })
  )
