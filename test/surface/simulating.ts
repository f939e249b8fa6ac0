/** A vendor's whole surface, simulated. */
import { Arbitrary, Context, Duration, Effect, Fiber, Layer, Redacted, Schema } from "effect"
import { TestClock } from "effect/testing"
import { type AnyOperation, operationsIn, type Service } from "../../src/contract/Operation.ts"
import { namesIn } from "../../src/contract/operation/places.ts"
import { plainCodec } from "../../src/contract/plainCodec.ts"
import { isRecord } from "../../src/contract/Wire.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Simulation from "../../src/testing/Simulation.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import * as IxonAll from "../../src/vendors/ixon/all.ts"
import { simulatorWith as ixonWith } from "../../src/vendors/ixon/simulator.ts"
import * as M3terAll from "../../src/vendors/m3ter/all.ts"
import { simulatorWith as m3terWith } from "../../src/vendors/m3ter/simulator.ts"

/** A vendor with all its operations, and what reaches its simulator. */
export interface Simulated {
  readonly simulator: Simulator.Simulated<any> // any: credentials differ from vendor to vendor
  readonly operations: ReadonlyArray<AnyOperation>
  /** Failures after which a new token is tried. */
  readonly renewing: ReadonlyArray<string>
  /** The operation that gets a token, for the others too. */
  readonly login: string
  /** How many kinds of objects can be made and read. */
  readonly kinds: number
  /** The failure where an object is not there. */
  readonly missing: string
  readonly called: (script?: Simulator.Script) => Layer.Layer<Calls | Simulator.World>
}

/** Calls an operation, and waits until its limits allow the next. */
export class Calls extends Context.Service<
  Calls,
  { readonly call: (operation: AnyOperation, input: unknown) => Effect.Effect<unknown, unknown> }
>()("test/Calls") {}

const endless = () => Simulation.Quotas.bucket(1_000_000)

const calls = <Api>(api: Context.Key<Api, Service>) =>
  Layer.effect(
    Calls,
    Effect.map(api, (service) => ({
      call: (operation: AnyOperation, input: unknown) =>
        Effect.gen(function* () {
          const fiber = yield* Effect.forkChild(Policy.once(service.call(operation, input)))
          // Answers come when the test runner gets to them; time stands still meanwhile, but for waits.
          for (let second = 0; second < 60 && fiber.pollUnsafe() === undefined; second++) {
            yield* Effect.promise(() => new Promise((resolve) => void setImmediate(resolve)))
            yield* TestClock.adjust("1 second")
          }
          if (fiber.pollUnsafe() === undefined) yield* Fiber.interrupt(fiber)
          const exit = yield* Fiber.await(fiber)
          // Long enough for any limit to be over, and for a refused token to be forgotten.
          yield* TestClock.adjust("30 minutes")
          return yield* exit
        })
    }))
  )

const m3terSimulator = Simulator.withOperations(
  m3terWith({ quotas: { config: endless, ingest: endless, "data-explorer-v2": endless } }),
  M3terAll
)
const ixonSimulator = Simulator.withOperations(ixonWith({ quota: endless }), IxonAll)

/** m3ter and IXON, whole. */
export const vendors: ReadonlyArray<Simulated> = [
  {
    simulator: m3terSimulator,
    operations: operationsIn(M3terAll),
    renewing: ["M3ter.TokenExpired", "M3ter.Forbidden"],
    login: "M3ter.getToken",
    kinds: 43,
    missing: "M3ter.NotFound",
    called: (script = []) => {
      const { apiKey, apiSecret, orgId } = m3terSimulator.credentials
      const keys = { apiKey: Redacted.make(apiKey), apiSecret: Redacted.make(apiSecret), orgId }
      return calls(M3terAll.M3terApi).pipe(
        Layer.provide(Layer.orDie(M3terAll.layerNoTransport(keys))),
        Layer.provideMerge(Simulator.layer(m3terSimulator, { script }))
      )
    }
  },
  {
    simulator: ixonSimulator,
    operations: operationsIn(IxonAll),
    renewing: [
      "TokenInvalid",
      "TokenTooShort",
      "TokenTooLong",
      "TokenMalformed",
      "TokenMismatch",
      "AuthorizationRejected"
    ].map((name) => `Ixon.${name}`),
    login: "Ixon.createAccessToken",
    kinds: 59,
    missing: "Ixon.ContentRejected",
    called: (script = []) => {
      const { password, ...rest } = ixonSimulator.credentials
      return calls(IxonAll.IxonApi).pipe(
        Layer.provide(
          Layer.orDie(
            IxonAll.layerNoTransport({
              ...rest,
              brandingDomain: "brand.example.com",
              password: Redacted.make(password)
            })
          )
        ),
        Layer.provideMerge(Simulator.layer(ixonSimulator, { script }))
      )
    }
  }
]

const wellFormed = (value: unknown): unknown => {
  if (typeof value === "string") return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]))
    : value
}

/** Marks of pages and filters come from vendors, or have a language of their own. */
const apart = new Set(["nextToken", "pageAfter", "page-after", "filters", "fields"])

/** An id that can stand in a path, of an agent one that the simulated plant has. */
const idFor = (name: string): string => (name === "agentId" ? "simag0000001" : "abcdefghijkl")

/** The sample with ids in its path that can stand there, and without what is apart. */
const tidied = ({ spec }: AnyOperation, sample: unknown): unknown => {
  const tidy = wellFormed(sample)
  if (!isRecord(tidy)) return tidy
  const ids = Object.fromEntries(
    namesIn(spec.path).flatMap((name) => (name in tidy ? [[name, idFor(name)]] : []))
  )
  const rest = Object.fromEntries(Object.entries(tidy).filter(([name]) => !apart.has(name)))
  const fits = Schema.is(plainCodec(spec.input))
  return [{ ...rest, ...ids }, { ...tidy, ...ids }, tidy].find(fits) ?? sample
}

const isEmptyList = ({ spec: { body } }: AnyOperation, input: unknown): boolean =>
  body !== undefined && isRecord(input) && Array.isArray(input[body]) && input[body].length === 0

const isSent = (value: unknown): boolean => JSON.stringify(value) === JSON.stringify(wellFormed(value))

const samplesOf = ({ spec, tag }: AnyOperation, seed: string, count: number): ReadonlyArray<unknown> =>
  Effect.runSync(
    Effect.orElseSucceed(
      Arbitrary.sampleEffect(Arbitrary.schema(plainCodec(spec.input)), {
        count,
        seed: `${tag}${seed}`,
        size: 5,
        maxDiscards: 5_000
      }),
      (): ReadonlyArray<unknown> => []
    )
  )

/** Of a login no input can be made up: its password would be Redacted. */
const byHand: Readonly<Record<string, unknown>> = {
  "Ixon.createAccessToken": { expiresIn: Duration.hours(1) }
}

const made = (operation: AnyOperation): unknown => {
  const among = (seed: string, count: number) =>
    samplesOf(operation, seed, count)
      .map((input) => tidied(operation, input))
      .filter(isSent)
      .toSorted((one, other) => Number(isEmptyList(operation, one)) - Number(isEmptyList(operation, other)))
  const [few] = among("", 3)
  return few !== undefined && isEmptyList(operation, few) ? among("more", 40)[0] : few
}

const inputs = new Map<string, unknown>(Object.entries(byHand))

/**
 * An input that fits the operation's schema, always the same one, if possible with an item where it is a list; `undefined` where
 * there is none.
 */
export const inputOf = (operation: AnyOperation): unknown => {
  const input = inputs.get(operation.tag) ?? made(operation)
  inputs.set(operation.tag, input)
  return input
}

/** The tag of a failure, or its text. */
export const tagOf = (failure: unknown): string =>
  typeof failure === "object" && failure !== null && "_tag" in failure
    ? String(failure._tag)
    : String(failure)
