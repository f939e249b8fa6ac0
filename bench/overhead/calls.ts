/** The calls whose cost is measured: the same thunk, or the same stub answer, through each library. */
import * as cockatiel from "cockatiel"
import { Duration, Effect, Schedule, Scope } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { CircuitBreaker } from "effect/persistence"
import ky from "ky"
import Opossum from "opossum"
import pRetry from "p-retry"
import * as Breaker from "../../src/policy/Breaker.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Retry from "../../src/policy/Retry.ts"
import { ask, serve } from "../vendor.ts"

/** Makes so many calls, one after another. */
export type Batch = (calls: number) => Promise<unknown>

/** What is measured, what of a call it takes care of, and the calls. */
export type Call = readonly [what: string, parts: string, batch: Batch]

const thunk = async () => 1

const awaited =
  (call: () => Promise<unknown>): Batch =>
  async (calls) => {
    for (let index = 0; index < calls; index++) await call()
  }

const inOneFiber =
  <R>(
    call: Effect.Effect<unknown, unknown, R>,
    run: (all: Effect.Effect<void, unknown, R>) => Promise<void>
  ): Batch =>
  (calls) => {
    let left = calls
    return run(Effect.whileLoop({ while: () => left-- > 0, body: () => call, step: () => undefined }))
  }

const ten = Duration.seconds(10)

const peers = (): ReadonlyArray<Call> => {
  const breaker = new cockatiel.ConsecutiveBreaker(5)
  const all = cockatiel.wrap(
    cockatiel.retry(cockatiel.handleAll, { maxAttempts: 3, backoff: new cockatiel.ExponentialBackoff() }),
    cockatiel.circuitBreaker(cockatiel.handleAll, { halfOpenAfter: 10_000, breaker }),
    cockatiel.timeout(10_000, cockatiel.TimeoutStrategy.Aggressive)
  )
  const opossum = new Opossum(thunk, { timeout: 10_000 })
  const stub = async () => Response.json({ ok: true })
  return [
    ["an async function", "nothing", awaited(thunk)],
    ["p-retry", "retry", awaited(() => pRetry(thunk, { retries: 3 }))],
    ["opossum", "timeout, breaker", awaited(() => opossum.fire())],
    [
      "p-retry and opossum",
      "retry, timeout, breaker",
      awaited(() => pRetry(() => opossum.fire(), { retries: 3 }))
    ],
    ["cockatiel", "retry, timeout, breaker", awaited(() => all.execute(thunk))],
    [
      "ky",
      "retry, timeout, HTTP over a stub",
      awaited(() => ky.get("http://stub/things/1", { fetch: stub }).json())
    ]
  ]
}

const promised = Effect.promise(thunk)

const effects = Effect.gen(function* () {
  const tripPolicy = CircuitBreaker.consecutive(5)
  const theirs = yield* CircuitBreaker.make({ tripPolicy, openDuration: ten })
  const ours = yield* Breaker.make()
  const policy = Policy.make({ passing: Policy.waits("1 second", "2 seconds", "4 seconds") })
  return [
    [
      "Effect's own parts",
      "retry, timeout, breaker",
      promised.pipe(Effect.timeout(ten), theirs.execute({ key: "bench" }), Effect.retry(Schedule.recurs(3)))
    ],
    [
      "Faultline's parts",
      "retry, timeout, breaker",
      Effect.retry(
        ours.run(Effect.orDie(Effect.timeout(promised, ten)), { key: "bench" }),
        Retry.schedule(policy, { idempotent: true })
      )
    ]
  ] as const
})

/** Makes everything that is measured. */
export const makeCalls = async (): Promise<ReadonlyArray<Call>> => {
  const parts = effects.pipe(
    Effect.provide(CircuitBreaker.layerStoreMemory()),
    Effect.provideService(Scope.Scope, Scope.makeUnsafe())
  )
  const stub = HttpClient.make((request) =>
    Effect.sync(() => HttpClientResponse.fromWeb(request, Response.json({ ok: true })))
  )
  const vendor = serve("http://127.0.0.1", { attempt: 10_000, deadline: 60_000 }, stub)
  const call = ask({ id: "1" })
  return [
    ...peers(),
    ...(await Effect.runPromise(parts)).map(
      ([what, with_, effect]) => [what, with_, inOneFiber(effect, Effect.runPromise)] as const
    ),
    [
      "Faultline's whole pipeline",
      "all 13 stages, HTTP over a stub",
      inOneFiber(call, vendor.runPromise)
    ] as const,
    [
      "the same, as a promise",
      "all 13 stages, HTTP over a stub",
      awaited(() => vendor.runPromise(call))
    ] as const
  ]
}
