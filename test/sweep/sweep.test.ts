/** Marked secrets and marked people are shown nowhere: over all vendors, operations and failures, in every place that people look at. */
import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Exit, Layer } from "effect"
import { HttpClient, HttpClientError, HttpClientResponse } from "effect/http"
import { isFailure } from "../../src/contract/Failure.ts"
import { type AnyCall, operationsIn } from "../../src/contract/Operation.ts"
import type { Support } from "../../src/contract/Support.ts"
import type { Wire } from "../../src/contract/Wire.ts"
import { Braze, Ixon, M3ter, Metrix, Policy, Xtremepush } from "../../src/index.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as BrazeAll from "../../src/vendors/braze/all.ts"
import * as IxonAll from "../../src/vendors/ixon/all.ts"
import * as M3terAll from "../../src/vendors/m3ter/all.ts"
import * as XtremepushAll from "../../src/vendors/xtremepush/all.ts"
import { Any, type Tested, vendorsWith } from "../vendors/all.ts"
import { exchangesOf, inputsOf, marks, refusedOf, secrets } from "./marks.ts"
import { showEnd, watching } from "./places.ts"

const supports: Readonly<Record<string, Support>> = {
  Braze: Braze.support,
  M3ter: M3ter.support,
  Xtremepush: Xtremepush.support,
  Metrix: Metrix.support,
  Ixon: Ixon.support
}

/** Without what remembers the answers before: each call is sent. */
const alone = (pipeline: Pipeline.Pipeline) =>
  Pipeline.without("queue")(Pipeline.without("breaker")(pipeline))

/** Statuses whose answers have no body. */
const bare = new Set([204, 205, 304])

const grants: Readonly<Record<string, Wire["body"]>> = {
  "/oauth/token": { access_token: secrets.word, expires_in: 18_000, token_type: "Bearer" },
  "/access-tokens": { type: "AccessToken", data: { publicId: "t1", secretId: secrets.word } }
}

const scripted = () => {
  let answer: Wire | undefined
  const wire = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const granted = Object.entries(grants).find(([path]) => url.pathname.endsWith(path))?.[1]
      const body = granted === undefined ? (answer?.text ?? "") : JSON.stringify(granted)
      const status = granted === undefined ? (answer?.status ?? 200) : 200
      const init = { status, headers: granted === undefined ? { ...answer?.headers } : {} }
      if (granted === undefined && answer === undefined) {
        const cause = Object.assign(new Error(`no ${request.url} ${marks.join(" ")}`), {
          code: "ECONNREFUSED"
        })
        return Effect.fail(
          new HttpClientError.HttpClientError({
            reason: new HttpClientError.TransportError({ request, cause })
          })
        )
      }
      return Effect.succeed(
        HttpClientResponse.fromWeb(request, new Response(bare.has(status) ? null : body, init))
      )
    })
  )
  return { wire, answerWith: (next: Wire | undefined) => void (answer = next) }
}

const tagOf = (exit: Exit.Failure<unknown, unknown>): string => {
  const failure = Cause.squash(exit.cause)
  return isFailure(failure) ? failure._tag : "defect"
}

type Exchanges = ReturnType<typeof exchangesOf>

/** What shows a mark, as sentences; one of a kind. `some`: which exchanges of the operation that is the nth. */
const swept = (
  tested: Tested,
  operations: ReadonlyArray<AnyCall>,
  some: (exchanges: Exchanges, nth: number) => Exchanges = (all) => all
) =>
  Effect.gen(function* () {
    const problems = new Map<string, string>()
    const { answerWith, wire } = scripted()
    const { layer, rest, see, seen } = watching()
    let calls = 0
    const [met, hidden] = [new Set<string>(), new Set<string>()]
    const read = (about: string) => {
      for (const { place, text } of seen.splice(0)) {
        if (/<personal>|%3Cpersonal%3E|<redacted>/.test(text)) hidden.add(place)
        for (const mark of marks)
          if (text.includes(mark) && !problems.has(`${mark} in ${place}`)) {
            const at = text.indexOf(mark)
            const around = text.slice(Math.max(0, at - 200), at + 50)
            problems.set(`${mark} in ${place}`, `${about}: …${around}`)
          }
      }
    }
    yield* Effect.gen(function* () {
      const api = yield* Any
      for (const [nth, operation] of operations.entries()) {
        const call = (about: string, input: unknown, answer?: Wire) =>
          Effect.gen(function* () {
            answerWith(answer)
            const exit = yield* Effect.exit(Policy.once(api.call(operation, input)))
            met.add(Exit.isFailure(exit) ? tagOf(exit) : "ok")
            yield* showEnd(see, exit, supports[tested.name]!)
            calls++
            read(`${operation.tag}, ${about}`)
          })
        for (const [input, answer] of some(exchangesOf(tested, operation), nth))
          yield* call(`answered ${answer.status}`, input, answer)
        for (const input of refusedOf(tested, operation)) yield* call("refused", input)
        yield* call("unsent", inputsOf(tested, operation)[0])
        yield* rest
        read(`${operation.tag}, afterwards`)
      }
    }).pipe(Effect.provide(Layer.mergeAll(tested.layer(wire, { pipeline: alone }), layer)))
    return { problems: [...problems], calls, met, hidden }
  })

/** One exchange of each operation: another one of each. */
const oneEach = (exchanges: Exchanges, nth: number): Exchanges => {
  const one = exchanges[nth % exchanges.length]
  return one === undefined ? [] : [one]
}

describe("nothing marked is shown", () => {
  const wholes: Readonly<Record<string, object>> = {
    Braze: BrazeAll,
    M3ter: M3terAll,
    Xtremepush: XtremepushAll,
    Ixon: IxonAll
  }
  for (const tested of vendorsWith(secrets)) {
    const whole = wholes[tested.name]
    if (whole === undefined) continue
    it.effect(`of the whole surface of ${tested.name}`, () =>
      Effect.gen(function* () {
        const byHand = new Set(tested.operations.map(({ tag }) => tag))
        const derived = operationsIn(whole).filter(({ tag }) => !byHand.has(tag))
        // Of many operations one exchange each has all kinds of exchanges among them.
        const some = derived.length < 60 ? undefined : oneEach
        const { calls, met, problems } = yield* swept(tested, derived, some)
        assert.deepStrictEqual(problems, [])
        assert.isAtLeast(calls, derived.length * 3)
        for (const tag of ["InvalidInput", "NotSent", "ok"]) assert.include([...met], tag)
      })
    )
  }

  for (const tested of vendorsWith(secrets))
    it.effect(`of ${tested.name}`, () =>
      Effect.gen(function* () {
        const { calls, hidden, met, problems } = yield* swept(tested, tested.operations)
        assert.isAbove(calls, tested.operations.length * 5)
        assert.deepStrictEqual(problems, [])
        // Nothing is swept in vain: the failures are met, and what was marked would have been shown.
        for (const tag of ["InvalidInput", "NotSent"]) assert.include([...met], tag)
        for (const place of ["message", "JSON", "request", "row", "log", "fact", "span", "report"])
          assert.include([...hidden], place)
      })
    )
})
