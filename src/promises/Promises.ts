/**
 * The same operations for code that is written with async/await. A promise rejects with the failure itself, so `_tag`,
 * `delivery` and `remedy` are at hand in a `catch`; `settle` keeps the failure in the type.
 */
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as References from "effect/References"
import type * as Result from "effect/Result"
import {
  type AnyCall,
  type AnyOperation,
  isOperation,
  type Operation,
  operationsIn
} from "../contract/Operation.ts"

/** Options of one call. */
export interface CallOptions {
  /** Aborting it stops the call at once: its waits, its place in a queue, its request. The promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** A layer at work, built with the first call and kept until it is disposed of. */
export interface Runner<Api> extends AsyncDisposable {
  /** Runs an effect that needs the layer. Rejects with the effect's failure itself. */
  readonly run: <A, E>(effect: Effect.Effect<A, E, Api>, options?: CallOptions) => Promise<A>
  /** Runs an effect and hands its failure back as a value, typed. Rejects only where the layer cannot be built or the call is aborted. */
  readonly settle: <A, E>(
    effect: Effect.Effect<A, E, Api>,
    options?: CallOptions
  ) => Promise<Result.Result<A, E>>
  /** Closes what the layer holds; calls under way are interrupted. */
  readonly dispose: () => Promise<void>
}

/** An operation as an async function. */
export type Called<Op> =
  Op extends Operation<infer Input, infer Output, infer _Error, infer _Api>
    ? (input: Input, options?: CallOptions) => Promise<Output>
    : never

type Names<Module> = {
  readonly [Name in keyof Module]: Module[Name] extends AnyOperation ? Name : never
}[keyof Module]

/** The services that the operations of a module call. */
export type ApiOf<Module> =
  Module[Names<Module>] extends Operation<infer _Input, infer _Output, infer _Error, infer Api> ? Api : never

/** The operations of a client as values, for an outbox that carries them out. */
export interface Operated {
  readonly operations: ReadonlyArray<AnyCall>
}

/** A vendor for async/await: its operations as async functions, and the runner they share. */
export type Client<Module> = { readonly [Name in Names<Module>]: Called<Module[Name]> } & Runner<
  ApiOf<Module>
> &
  Operated

const settled = <A, E>(exit: Exit.Exit<A, E>, signal: AbortSignal | undefined): A => {
  if (Exit.isSuccess(exit)) return exit.value
  if (signal?.aborted === true && Cause.hasInterruptsOnly(exit.cause)) throw signal.reason
  throw Cause.squash(exit.cause)
}

// What a program prints is its own: what is logged goes beside it, unless the layer says otherwise.
const quietly = Layer.succeed(References.LogToStderr, true)

/** Puts a layer to work for async/await. What is logged goes to standard error, unless the layer says otherwise. Make it once, and dispose of it when the program ends. */
export const make = <Api, E>(layer: Layer.Layer<Api, E>): Runner<Api> => {
  const runtime = ManagedRuntime.make(Layer.merge(quietly, layer))
  let ended = false
  const run = async <A, F>(effect: Effect.Effect<A, F, Api>, { signal }: CallOptions = {}): Promise<A> => {
    if (ended)
      throw new Error(
        "This runner was disposed of, so nothing was sent. Make a new one, and dispose of it after the last call."
      )
    return settled(await runtime.runPromiseExit(effect, signal === undefined ? {} : { signal }), signal)
  }
  const dispose = (): Promise<void> => {
    ended = true
    return runtime.dispose()
  }
  return {
    run,
    settle: (effect, options) => run(Effect.result(effect), options),
    dispose,
    [Symbol.asyncDispose]: dispose
  }
}

const called =
  <Api>({ run }: Runner<Api>, operation: AnyCall) =>
  (input: unknown, options?: CallOptions): Promise<unknown> =>
    run(operation(input) as Effect.Effect<unknown, unknown, Api>, options) // as: it needs its own vendor's service, which the runner has.

/**
 * A vendor's operations as async functions over one layer.
 *
 * @example
 * ```ts no-run
 * import { Braze } from "faultline"
 * import * as Promises from "faultline/promises"
 *
 * const braze = Promises.of(Braze, Braze.layerConfig())
 * await braze.trackUsers({ attributes: [{ externalId: "customer-1", firstName: "Ada" }] })
 * await braze.dispose()
 * ```
 */
export const of = <Module extends object, E>(
  module: Module,
  layer: Layer.Layer<ApiOf<Module>, E>
): Client<Module> => {
  const runner = make(layer)
  const calls = Object.entries(module).flatMap(([name, value]: [string, unknown]) =>
    isOperation(value) ? [[name, called(runner, value)] as const] : []
  )
  const operations = operationsIn(module)
  return { ...Object.fromEntries(calls), ...runner, operations } as Client<Module> // as: a mapped type cannot be built key by key.
}
