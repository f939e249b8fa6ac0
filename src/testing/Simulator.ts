/**
 * Vendors that answer on this machine, for tests and trials: made of the same catalogues and operations that read the real
 * vendors' answers, with enough state to be believed, and with a script of faults. A world is served as an `HttpClient`, which
 * works under a `TestClock`, and as an HTTP server on loopback.
 *
 * @example
 * ```ts
 * import { Effect, Layer, Redacted } from "effect"
 * import { Metrix } from "faultline"
 * import { Simulator } from "faultline/testing"
 *
 * const { apiKey, appId } = Metrix.simulator.credentials
 * const test = Metrix.layerNoTransport({ appId, apiKey: Redacted.make(apiKey) }).pipe(
 *   Layer.provideMerge(Simulator.layer(Metrix.simulator))
 * )
 * const program = Effect.gen(function* () {
 *   yield* Metrix.ingest({ customUserId: "customer-1", messages: [{ type: "action", customName: "ordered" }] })
 *   const { requests } = yield* Simulator.World
 *   return (yield* requests).length
 * })
 *
 * console.log(await Effect.runPromise(Effect.provide(program, test))) // 1
 * ```
 */
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { type AnyOperation, operationsIn } from "../contract/Operation.ts"
import { client } from "./simulator/client.ts"
import type { Seen } from "./simulator/engine.ts"
import { problemsOf } from "./simulator/faults.ts"
import type { Entry } from "./simulator/ledger.ts"
import { read, type Rule, type Script } from "./simulator/script.ts"
import {
  type CannotListen,
  serve as serveEngine,
  type Served,
  type ServeOptions
} from "./simulator/server.ts"
import type { Simulated } from "./simulator/simulated.ts"
import { make as makeEngine } from "./simulator/world.ts"

export * from "./Simulation.ts"
export { Fault, Rule, Script } from "./simulator/script.ts"
export type { CannotListen, Served, ServeOptions } from "./simulator/server.ts"
export type { Seen } from "./simulator/engine.ts"
export { UnexpectedRequest } from "./simulator/unexpected.ts"

/** The script of faults cannot be played: it names what no vendor of the world has. */
export class InvalidScript extends Data.TaggedError("InvalidScript")<{
  readonly problems: ReadonlyArray<string>
}> {
  override get message(): string {
    return `The script of faults cannot be played. ${this.problems.join(" ")}`
  }
}

/** How a world is made. */
export interface Options {
  /** What goes wrong. Default: nothing. */
  readonly script?: Script
  /** The same seed gives the same world: ids, tokens, and the faults that come by chance. Default: 1. */
  readonly seed?: number | string
  /**
   * What becomes of a request that no operation of the simulator fits: the call of the client dies with `UnexpectedRequest` (`"die"`, the
   * default), or it is answered as the vendor answers for a wrong address, with what is wrong in place of the vendor's words
   * (`"answer"`), as a world that is served always does.
   */
  readonly unexpected?: "answer" | "die"
}

/** Vendors at work, with what they have done so far. */
export interface Running {
  /** The client that reaches them. */
  readonly client: HttpClient.HttpClient
  readonly layer: Layer.Layer<HttpClient.HttpClient>
  /** What was done, each thing with how many times. */
  readonly ledger: Effect.Effect<ReadonlyArray<Entry>>
  /** The requests that came, in order. */
  readonly requests: Effect.Effect<ReadonlyArray<Seen>>
  /** Adds rules to the script; the calls that they count are those from now on. */
  readonly fail: (...rules: ReadonlyArray<Rule>) => Effect.Effect<void, InvalidScript>
  /** Serves the same world on loopback until the scope closes. Node only. */
  readonly serve: (options?: ServeOptions) => Effect.Effect<Served, CannotListen, Scope.Scope>
}

/** The world that `layer` has made. */
export class World extends Context.Service<World, Running>()("faultline/Simulator/World") {}

type Several = Simulated<any> | ReadonlyArray<Simulated<any>> // any: credentials differ from vendor to vendor

const checked = (vendors: ReadonlyArray<Simulated>, script: Script): Effect.Effect<void, InvalidScript> => {
  const problems = problemsOf(vendors, script)
  return problems.length === 0 ? Effect.void : Effect.fail(new InvalidScript({ problems }))
}

/** Makes a world of one or several vendors. */
export const make = (vendors: Several, options: Options = {}): Effect.Effect<Running, InvalidScript> =>
  Effect.gen(function* () {
    const simulated: ReadonlyArray<Simulated> = [vendors].flat()
    const script = options.script ?? []
    yield* checked(simulated, script)
    const engine = makeEngine(simulated, script, options.seed ?? 1)
    const reach = client(engine, options.unexpected ?? "die")
    return {
      client: reach,
      layer: Layer.succeed(HttpClient.HttpClient, reach),
      ledger: Effect.sync(engine.ledger.entries),
      requests: Effect.sync(() => [...engine.requests]),
      fail: (...rules) =>
        Effect.andThen(
          checked(simulated, rules),
          Effect.sync(() => engine.plan.add(rules))
        ),
      serve: (serving) => serveEngine(engine, serving)
    }
  })

/**
 * The vendor with the operations of more modules: its `simulator` knows those that are written by hand. Operations without a handler
 * make, read, list, change and remove objects, as their methods and paths say.
 *
 * @example
 * ```ts
 * import { Effect, Layer, Redacted } from "effect"
 * import * as M3ter from "faultline/m3ter"
 * import * as Currencies from "faultline/m3ter/surface/currencies"
 * import { Simulator } from "faultline/testing"
 *
 * const { apiKey, apiSecret, orgId } = M3ter.simulator.credentials
 * const world = Simulator.layer(Simulator.withOperations(M3ter.simulator, Currencies))
 * const keys = { apiKey: Redacted.make(apiKey), apiSecret: Redacted.make(apiSecret), orgId }
 * const program = Effect.gen(function* () {
 *   const { id } = yield* Currencies.createCurrency({ name: "Euro", code: "EUR" })
 *   return yield* Currencies.getCurrency({ id })
 * })
 *
 * const euro = Effect.provide(program, M3ter.layerNoTransport(keys).pipe(Layer.provide(world)))
 * console.log((await Effect.runPromise(euro)).name) // Euro
 * ```
 */
export const withOperations = <Credentials extends Readonly<Record<string, string>>>(
  simulated: Simulated<Credentials>,
  ...modules: ReadonlyArray<object>
): Simulated<Credentials> => {
  const given = new Map<string, AnyOperation>()
  for (const operation of modules.flatMap(operationsIn))
    if (!given.has(operation.tag)) given.set(operation.tag, operation)
  // What a doctor asks for is less than the operation of that name.
  const others = simulated.operations.filter(({ tag }) => !given.has(tag))
  return { ...simulated, operations: [...others, ...given.values()] }
}

/**
 * A world as the transport of a test, and as `World` for looking at what it has done. Dies of a script that cannot be played.
 *
 * @example
 * ```ts
 * import { Effect, Layer, Redacted } from "effect"
 * import { Metrix } from "faultline"
 * import { Simulator } from "faultline/testing"
 *
 * const { apiKey, appId } = Metrix.simulator.credentials
 * const world = Simulator.layer(Metrix.simulator, { script: [{ call: 1, fault: "failure", tag: "Metrix.Forbidden" }] })
 * const metrix = Metrix.layerNoTransport({ appId, apiKey: Redacted.make(apiKey) }).pipe(Layer.provide(world))
 * const visit = Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] })
 *
 * const failure = await Effect.runPromise(Effect.flip(visit).pipe(Effect.provide(metrix)))
 * console.log(failure._tag) // Metrix.Forbidden
 * ```
 */
export const layer = (vendors: Several, options: Options = {}): Layer.Layer<HttpClient.HttpClient | World> =>
  Layer.effectContext(
    Effect.map(Effect.orDie(make(vendors, options)), (running) =>
      Context.make(HttpClient.HttpClient, running.client).pipe(Context.add(World, running))
    )
  )

/** Makes a world and serves it on loopback until the scope closes. Node only. */
export const serve = (
  vendors: Several,
  options: Options & ServeOptions = {}
): Effect.Effect<Served & { readonly world: Running }, InvalidScript | CannotListen, Scope.Scope> =>
  Effect.gen(function* () {
    const world = yield* make(vendors, options)
    return { ...(yield* world.serve(options)), world }
  })

/** Reads a script from JSON text. Whether the world can play it is checked when the world is made. */
export const readScript = (json: string): Effect.Effect<Script, InvalidScript> =>
  Effect.mapError(Effect.fromResult(read(json)), (problems) => new InvalidScript({ problems }))
