/** The invariants bite: each holds for the engine as it is, and is seen to fail once the engine is broken on purpose. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit } from "effect"
import * as Deadline from "../../src/policy/Deadline.ts"
import { type AnyFailure, withReport } from "../../src/contract/Failure.ts"
import * as Policy from "../../src/policy/Policy.ts"
import type { Options } from "../../src/pipeline/layer.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import { invariants } from "./invariants.ts"
import { floods, type Request } from "./repertoire.ts"
import { play } from "./run.ts"
import type { Planned, Schedule as Run } from "./schedule.ts"

const calm: Run = {
  seed: 1,
  vendors: { crowded: false, tokenSeconds: 18_000 },
  calls: [],
  script: [],
  jumps: [],
  waiting: undefined,
  hedged: false,
  there: 10,
  back: 20
}

const write = (mark: string, index = 0): Planned => ({
  vendor: "Xtremepush",
  at: index,
  make: (): Request => ({
    operation: Xtremepush.hitEvent,
    marks: [mark],
    once: true,
    single: true,
    run: Effect.as(Xtremepush.hitEvent({ userId: mark, event: "ordered" }), ["done"])
  })
})
const read = (index: number): Planned => ({
  vendor: "M3ter",
  at: index,
  make: () => ({
    operation: M3ter.listMeters,
    marks: [],
    once: false,
    single: true,
    run: Effect.as(M3ter.listMeters({}), [])
  })
})
const several = (count: number, make: (index: number) => Planned) =>
  Array.from({ length: count }, (_, index) => make(index))

type Around = Pipeline.CallStage["around"]

/** Puts a stage outermost. */
const outermost =
  (around: Around) =>
  (pipeline: Pipeline.Pipeline): Pipeline.Pipeline => ({
    ...pipeline,
    call: [{ of: "call", name: "broken", around }, ...pipeline.call]
  })
const wrapping = (
  wrap: (run: Effect.Effect<Pipeline.Done, AnyFailure>) => Effect.Effect<Pipeline.Done, AnyFailure>
) => outermost((_, next) => (call) => wrap(next(call)))
/** Puts a stage innermost, right around the wire. */
const innermost =
  (wrap: (run: Effect.Effect<Pipeline.Ended>) => Effect.Effect<Pipeline.Ended>) =>
  (pipeline: Pipeline.Pipeline): Pipeline.Pipeline => ({
    ...pipeline,
    attempt: [
      ...pipeline.attempt,
      { of: "attempt", name: "broken", around: (_, next) => (attempt) => wrap(next(attempt)) }
    ]
  })
/** Puts a stage outermost around each attempt. */
const aroundAttempts =
  (wrap: (run: Effect.Effect<Pipeline.Ended>) => Effect.Effect<Pipeline.Ended>) =>
  (pipeline: Pipeline.Pipeline): Pipeline.Pipeline => ({
    ...pipeline,
    attempt: [
      { of: "attempt", name: "broken", around: (_, next) => (attempt) => wrap(next(attempt)) },
      ...pipeline.attempt
    ]
  })
const done: Pipeline.Done = { value: {}, answer: undefined, attempts: [] }

const flood: ReadonlyArray<Planned> = several(70, (index) => ({
  vendor: "M3ter",
  at: 0,
  make: (known) => floods[0]!.make(`mark${index}x`, undefined as never, known)
}))

const limitedOnce = [
  {
    on: "M3ter.listMeters",
    call: [1, 2, 3],
    fault: "failure",
    tag: "M3ter.RateLimited",
    fields: { retryAfter: "30 seconds" }
  }
] as const
const down = [{ on: "M3ter.listMeters", fault: "failure", tag: "M3ter.BadGateway" }] as const
const atOnce: Partial<Policy.Policy> = {
  passing: Policy.waits(0, 0, 0, 0, 0, 0, 0, 0),
  limited: Policy.waits(0, 0, 0, 0, 0, 0, 0, 0),
  jitter: "none"
}

/** Retries at once, whatever the failure demands. */
const impatient = (run: Effect.Effect<Pipeline.Ended>): Effect.Effect<Pipeline.Ended> =>
  Effect.repeat(run, { times: 2, while: ({ exit }) => Exit.isFailure(exit) })

interface Bite {
  readonly says: keyof typeof invariants
  readonly run: Partial<Run>
  readonly options: Options
}

const bites: ReadonlyArray<readonly [broken: string, bite: Bite]> = [
  [
    "a layer assumes that every operation is idempotent",
    {
      says: "nothing that is not idempotent is done twice",
      run: { calls: [write("mark0x")], script: [{ on: "Xtremepush.hitEvent", call: 1, fault: "cut-after" }] },
      options: { assumeIdempotent: true }
    }
  ],
  [
    "success is reported without a request",
    {
      says: "nothing that was reported to the caller is missing",
      run: { calls: [write("mark0x")] },
      options: {
        pipeline: outermost(({ contract }, next) =>
          contract.operation === Xtremepush.hitEvent ? () => Effect.succeed(done) : next
        )
      }
    }
  ],
  [
    "there is no queue",
    {
      says: "no documented quota is exceeded",
      run: { calls: flood },
      options: { pipeline: Pipeline.without("queue") }
    }
  ],
  [
    "the policy has more waits than the vendor advises",
    {
      says: "attempts stay within the policy",
      run: { calls: [read(0)], script: down },
      options: {
        policy: (policy) => ({ ...policy, ...atOnce }),
        // With the queue a vendor that only fails is down, and what is sent then is no retry.
        pipeline: Pipeline.without("queue")
      }
    }
  ],
  [
    "there is no budget",
    {
      says: "retries stay within the budget",
      run: { calls: several(20, read), script: down },
      options: { pipeline: Pipeline.without("budget", "breaker", "queue") }
    }
  ],
  [
    "a refusal is retried at once, past the queue",
    {
      says: "nothing is sent earlier than the vendor allows",
      run: { calls: [read(0)], script: limitedOnce },
      options: { pipeline: (stages) => aroundAttempts(impatient)(Pipeline.without("queue")(stages)) }
    }
  ],
  [
    "one refusal does not hold back the others",
    {
      says: "nothing is sent earlier than the vendor allows",
      run: {
        calls: [read(0), read(500), read(3_000)],
        script: limitedOnce.map((rule) => ({ ...rule, call: [1] }))
      },
      options: { pipeline: Pipeline.without("queue") }
    }
  ],
  [
    "a call overstays its deadline",
    {
      says: "every call ends in a typed outcome before its deadline",
      run: { calls: [read(0)] },
      options: {
        pipeline: wrapping((inner) =>
          Effect.andThen(
            Effect.sleep("10 minutes"),
            Effect.provideService(inner, Deadline.Current, undefined)
          )
        )
      }
    }
  ],
  [
    "a call dies",
    {
      says: "every call ends in a typed outcome before its deadline",
      run: { calls: [read(0)] },
      options: { pipeline: wrapping(() => Effect.die(new Error("broken"))) }
    }
  ],
  [
    "a call ends with a failure that it does not declare",
    {
      says: "every call ends in a typed outcome before its deadline",
      run: {
        calls: [read(0)],
        script: limitedOnce.map((rule) => ({ ...rule, call: [1, 2, 3, 4, 5, 6, 7, 8] }))
      },
      options: {
        policy: Policy.make(),
        pipeline: wrapping((inner) =>
          Effect.catch(inner, (): Effect.Effect<never, AnyFailure> =>
            Effect.fail(new Xtremepush.RateLimited({}))
          )
        )
      }
    }
  ],
  [
    "an interrupted call goes on",
    {
      says: "every call ends in a typed outcome before its deadline",
      run: { calls: [{ ...read(0), interrupt: { after: 5 } }] },
      options: { pipeline: wrapping(Effect.uninterruptible) }
    }
  ],
  [
    "a fiber is left behind",
    {
      says: "nothing is left of a call that ended",
      run: { calls: [read(0)] },
      options: {
        pipeline: wrapping((inner) => Effect.andThen(Effect.forkDetach(Effect.sleep("100 days")), inner))
      }
    }
  ],
  [
    "a place in the queue is not given back",
    {
      says: "nothing is left of a call that ended",
      run: { calls: [read(0)] },
      options: {
        pipeline: outermost(
          ({ layer }, next) =>
            (call) =>
              Effect.andThen(
                Effect.forkDetach(layer.guards.queues(["config"])[0]!.run(Effect.never)),
                next(call)
              )
        )
      }
    }
  ],
  [
    "an exchange is left open",
    {
      says: "nothing is left of a call that ended",
      run: { calls: [read(0)], script: [{ on: "M3ter.listMeters", call: 1, fault: "silence" }] },
      options: {
        pipeline: innermost((run) =>
          Effect.andThen(
            Effect.forkDetach(Effect.uninterruptible(run), { startImmediately: true }),
            Effect.as(Effect.sleep("1 second"), { exit: Exit.succeed({}), sent: true })
          )
        )
      }
    }
  ],
  [
    "a failure lies about delivery",
    {
      says: "delivery tells the truth",
      run: { calls: [write("mark0x")], script: [{ on: "Xtremepush.hitEvent", call: 1, fault: "cut-after" }] },
      options: {
        pipeline: wrapping((inner) =>
          Effect.mapError(inner, (failure) => withReport(failure, { delivery: "Refused" }))
        )
      }
    }
  ],
  [
    "a failure says that it was done, and it was not",
    {
      says: "delivery tells the truth",
      run: { calls: [write("mark0x")], script: [{ on: "Xtremepush.hitEvent", fault: "cut-before" }] },
      options: {
        pipeline: wrapping((inner) =>
          Effect.mapError(inner, (failure) => withReport(failure, { delivery: "Applied" }))
        )
      }
    }
  ]
]

describe("an invariant breaks where", () => {
  for (const [name, { options, run, says }] of bites) {
    it.live(name, () =>
      Effect.gen(function* () {
        const schedule = { ...calm, ...run }
        const check = invariants[says]!
        assert.deepStrictEqual(check(yield* play(schedule)), [], "the engine as it is keeps it")
        assert.notDeepEqual(check(yield* play(schedule, () => options)), [])
      })
    )
  }
})
