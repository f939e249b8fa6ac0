/** Plays one seed: one operation, one input, a few answers; what is broken, in sentences. */
import { Cause, Effect, Exit, Fiber, Layer, Random, Stream } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import { isFailure } from "../../src/contract/Failure.ts"
import type { AnyCall } from "../../src/contract/Operation.ts"
import type { Wire } from "../../src/contract/Wire.ts"
import { make as makeChance } from "../../src/testing/simulator/chance.ts"
import { Any, type Credentials, type Tested, vendorsWith } from "../vendors/all.ts"
import { answerOf } from "./answers.ts"
import { inputOf } from "./inputs.ts"
import { pick } from "./mutate.ts"
import { credentialsOf, leaked } from "./secrets.ts"
import { renderings, watching } from "./shown.ts"

/** One case, made from a seed. */
interface Case {
  readonly seed: number
  readonly tested: Tested
  readonly operation: AnyCall
  readonly input: unknown
  readonly answers: ReadonlyArray<Wire>
}

/** With `echoed`, the server writes credentials into its answers. */
const caseOf = (seed: number, credentials: Credentials, echoed: boolean): Case => {
  const chance = makeChance(`case ${seed}`)
  const tested = pick(chance, vendorsWith(credentials))
  const operation = pick(chance, tested.operations)
  const input = inputOf(operation, chance)
  const count = chance.integer(1, 4)
  const answers = Array.from({ length: count }, () =>
    answerOf(tested, operation, echoed ? credentials : undefined, chance)
  )
  return { seed, tested, operation, input, answers }
}

// Statuses whose answers have no body.
const bare = new Set([204, 205, 304])

const replying = (answers: ReadonlyArray<Wire>) => {
  let next = 0
  return Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request) =>
      Effect.sync(() => {
        const { headers, status, text } = answers[next++ % answers.length]!
        const body = bare.has(status) ? null : text
        return HttpClientResponse.fromWeb(request, new Response(body, { status, headers }))
      })
    )
  )
}

// Longer than the deadline of every vendor's policy, and the patience of a run of many items.
const hours = 3
const turn = Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))

/** Lets time pass until the fiber has ended; answers' bodies are promises, which need turns of the event loop. */
const ended = <A>(fiber: Fiber.Fiber<A>): Effect.Effect<A | undefined> =>
  Effect.gen(function* () {
    for (let minutes = 0; minutes < hours * 60; minutes++) {
      yield* TestClock.adjust("1 minute")
      yield* turn
      const exit = fiber.pollUnsafe()
      if (exit !== undefined) return yield* exit
    }
    yield* Fiber.interrupt(fiber)
    return undefined
  })

interface Batched {
  readonly many: (items: ReadonlyArray<unknown>) => Stream.Stream<unknown, unknown, Any>
}

const isBatched = (operation: AnyCall): operation is AnyCall & Batched => "many" in operation

const call = ({ input, operation, seed }: Case) =>
  Effect.gen(function* () {
    const api = yield* Any
    const items = Array.isArray(input) ? input : [input, input]
    const whole =
      isBatched(operation) && seed % 8 === 0
        ? Stream.runCollect(operation.many(items))
        : api.call(operation, input)
    return yield* ended(yield* Effect.forkChild(Effect.exit(whole)))
  })

// Enough for every sentence of a message, with excerpts, but not for an answer as a whole.
const longest = 60_000

const problemsIn = (
  { operation }: Case,
  credentials: Credentials,
  exit: Exit.Exit<unknown, unknown> | undefined,
  seen: ReturnType<typeof watching>["seen"]
): ReadonlyArray<string> => {
  if (exit === undefined) return [`${operation.tag} has not ended after ${hours} hours`]
  const dies = Exit.isFailure(exit) && (Cause.hasDies(exit.cause) || !isFailure(Cause.squash(exit.cause)))
  if (dies) return [`${operation.tag} dies: ${Cause.pretty(exit.cause)}`]
  return [...renderings(exit), ...seen].flatMap(({ of, text }) => [
    ...leaked(credentials, text).map((secret) => `${operation.tag} shows ${secret} in ${of}`),
    ...(text.length > longest ? [`${operation.tag}: ${of} has ${text.length} characters`] : [])
  ])
}

const run = (seed: number, credentials: Credentials, echoed: boolean) =>
  Effect.suspend(() => {
    const one = caseOf(seed, credentials, echoed)
    const { layer, seen } = watching()
    return call(one).pipe(
      Effect.provide(
        Layer.provideMerge(one.tested.layer(replying(one.answers)), Layer.merge(layer, TestClock.layer()))
      ),
      Random.withSeed(seed),
      Effect.map((exit) => ({ exit, problems: problemsIn(one, credentials, exit, seen) }))
    )
  })

const meaning = (exit: Exit.Exit<unknown, unknown> | undefined): string => {
  if (exit === undefined || Exit.isSuccess(exit)) return "success"
  const failure = Cause.squash(exit.cause)
  return isFailure(failure) ? `${failure._tag}, ${failure.delivery}` : "defect"
}

/** What is broken where this seed is played. */
export const play = (seed: number): Effect.Effect<ReadonlyArray<string>> =>
  Effect.gen(function* () {
    const { given, plain } = credentialsOf(makeChance(`credentials ${seed}`))
    const { exit, problems } = yield* run(seed, given, given === plain)
    if (given === plain || problems.length > 0) return problems
    const other = yield* run(seed, plain, false)
    const [mine, theirs] = [meaning(exit), meaning(other.exit)]
    return mine === theirs
      ? other.problems
      : [`with the credentials ${Object.values(given).join(" and ")} it is ${mine}, with others ${theirs}`]
  }).pipe(Effect.catchCause((cause) => Effect.succeed([`the run itself dies: ${Cause.pretty(cause)}`])))

/** How to play a seed again. */
export const replay = (seed: number): string => `npm run fuzz -- --seed ${seed}`

/** One line for a seed that breaks something, which plays it again; nothing for one that does not. */
export const verdictOn = (seed: number): Effect.Effect<ReadonlyArray<string>> =>
  Effect.map(play(seed), ([first, ...others]) => {
    if (first === undefined) return []
    const more = others.length === 0 ? "" : ` (and ${others.length} more)`
    return [`${replay(seed)}   # ${first.replaceAll(/\s+/g, " ").slice(0, 300)}${more}`]
  })
