/**
 * What can be asked of a vendor. An operation is a value that is called like a function and says how it may be refused; what
 * carries it out is the vendor's small service, so a test can answer for it.
 */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { type Pipeable, pipeArguments } from "effect/Pipeable"
import type * as Scope from "effect/Scope"
import type { AttemptReport } from "./CallReport.ts"
import type { Common, DeliveryUnknown, NoAnswer, OutOfTime } from "./Common.ts"
import type { AnyFailureClass } from "./Failure.ts"
import type { AnySpec, Codec } from "./operation/facts.ts"
import { problemsOf } from "./operation/problems.ts"
import type { Defaults, NoMore, Spec } from "./operation/spec.ts"
import type { Names } from "./Vendor.ts"

export type { Answer, AnySpec, Codec, Content, Method, Splitter, Splitting } from "./operation/facts.ts"
export type { Defaults, Spec } from "./operation/spec.ts"

/** An operation, as a value. */
export interface AnyOperation {
  /** The vendor's name and its own: `Braze.trackUsers`. */
  readonly tag: string
  /** Its facts; built on first use. */
  readonly spec: AnySpec
  /** Finds what is wrong with the facts, when they are first used. Absent where tests have proven that nothing is. */
  readonly check?: typeof problemsOf | undefined
}

/** A success with what came beside it. */
export interface Response<Output> {
  readonly value: Output
  /** HTTP status; absent where a test answered in place of the vendor. */
  readonly status?: number
  /** Lower-case names; secrets blanked. */
  readonly headers: Readonly<Record<string, string>>
  readonly requestId?: string
  /** Calls that the vendor says are left in the present window of its limit. */
  readonly remaining?: number
  /** What the vendor warns of, as it stands in the body. */
  readonly warnings: ReadonlyArray<unknown>
  /** Fields of the answer that did not have their documented form and were left out, as dotted paths: `data.3.dtCreated`. */
  readonly leftOut: ReadonlyArray<string>
  /** What a success of this operation does not mean: `each measurement is checked later`. */
  readonly notes: ReadonlyArray<string>
  /** Every attempt, the last one included. */
  readonly attempts: ReadonlyArray<AttemptReport>
}

/** A place in the vendor's queue, taken before the call is made. */
export interface Permit {
  readonly operation: string
}

/** The service behind a vendor's operations. */
export interface Service {
  readonly call: (operation: AnyOperation, input: unknown) => Effect.Effect<unknown, unknown>
  readonly withResponse: (
    operation: AnyOperation,
    input: unknown
  ) => Effect.Effect<Response<unknown>, unknown>
  /** Waits for a place in the operation's queues and holds it until the scope closes; see `Reserve`. */
  readonly reserve: (operation: AnyOperation, input: unknown) => Effect.Effect<Permit, OutOfTime, Scope.Scope>
}

/** What an unanswered call fails with: harmless where repeating it is. */
export type Silence<Idempotent> = Idempotent extends true ? NoAnswer : DeliveryUnknown

/** An operation: call it with its input. */
export interface Operation<Input, Output, Error, Api> extends AnyOperation, Pipeable {
  (input: Input): Effect.Effect<Output, Error, Api>
  /** The same call; its success comes with status, request id, remaining quota, warnings, notes and attempts. */
  readonly withResponse: (input: Input) => Effect.Effect<Response<Output>, Error, Api>
  /** The service that carries it out. */
  readonly api: Context.Key<Api, Service>
}

type Untyped<Api> = Operation<unknown, unknown, unknown, Api>

/** An operation over a service: the facts are asked for once, on first use. */
const over = <Api>(
  api: Context.Key<Api, Service>,
  tag: string,
  facts: () => AnySpec,
  check: AnyOperation["check"]
): Untyped<Api> => {
  let spec: AnySpec | undefined
  const call = (input: unknown) => Effect.flatMap(api, (service) => service.call(operation, input))
  const operation = Object.defineProperties(call, {
    tag: { value: tag, enumerable: true },
    api: { value: api },
    check: { value: check },
    spec: { get: () => (spec ??= facts()), enumerable: true },
    withResponse: {
      value: (input: unknown) => Effect.flatMap(api, (service) => service.withResponse(operation, input))
    },
    pipe: {
      value(...args: ReadonlyArray<unknown>) {
        void args
        return pipeArguments(this, arguments)
      }
    }
  }) as unknown as Untyped<Api> // as: the properties are the ones of the interface, just defined
  return operation
}

/** The facts of an operation with those that its vendor's operations share. */
const merged = (defaults: object, given: object): AnySpec => {
  // as: both are facts; the types that checked them against the vendor are no longer needed.
  const [shared, own] = [defaults as Partial<AnySpec>, given as AnySpec]
  return { ...shared, ...own, fails: [...(shared.fails ?? []), ...(own.fails ?? [])] }
}

const maker =
  (check: AnyOperation["check"]) =>
  <Always>() =>
  <Api, const V extends Names, const F extends ReadonlyArray<AnyFailureClass> = []>(
    api: Context.Key<Api, Service>,
    vendor: V,
    defaults: Defaults<V, F> = {}
  ) =>
  <
    I extends Codec,
    O extends Codec,
    const P extends string,
    const Fails extends ReadonlyArray<AnyFailureClass> = [],
    const Idempotent extends boolean = boolean,
    const G extends Readonly<Record<string, "uuid" | "now">> = {},
    Given = {}
  >(
    name: string,
    spec: () => Spec<V, I, O, P, Fails, Idempotent, G> & NoMore<Given>
  ): Operation<
    I["Type"],
    O["Type"],
    InstanceType<Fails[number]> | InstanceType<F[number]> | Always | Common | Silence<Idempotent>,
    Api
  > =>
    // as: the service is untyped, for it serves every operation; the spec makes the types true, and the pipeline obeys it.
    over(api, `${vendor.name}.${name}`, () => merged(defaults, spec()), check) as Operation<
      I["Type"],
      O["Type"],
      never,
      Api
    >

/**
 * Makes a vendor's operations: `const operation = operations<Always>()(BrazeApi, vendor)`. Facts that most of them share
 * (quota, host, see, fails) are given once, as defaults. `Always` is written, not inferred, so that an editor shows its name. What
 * the types cannot see is checked when an operation is first called.
 *
 * @example
 * ```ts
 * import { Context, Effect, Schema } from "effect"
 * import { Operation, Policy, Vendor } from "faultline/core"
 * import { answer, stub } from "faultline/testing"
 *
 * class ShopApi extends Context.Service<ShopApi, Operation.Service>()("example/Shop") {}
 * const vendor = Vendor.define({
 *   name: "Shop",
 *   dialect: { vendor: "Shop", messageAt: ["error"], frame: () => ({}) },
 *   failures: [],
 *   always: [],
 *   hosts: { main: "https://shop.example" },
 *   advice: Policy.make()
 * })
 * const operation = Operation.operations<never>()(ShopApi, vendor)
 *
 * const getOrder = operation("getOrder", () => ({
 *   method: "GET",
 *   path: "/orders/{id}",
 *   input: Schema.Struct({ id: Schema.String }),
 *   output: Schema.Struct({ total: Schema.Finite }),
 *   idempotent: true
 * }))
 *
 * const order = getOrder({ id: "7" }).pipe(
 *   Effect.provide(stub(ShopApi, answer(getOrder, () => Effect.succeed({ total: 12 }))))
 * )
 * console.log(getOrder.tag, (await Effect.runPromise(order)).total) // Shop.getOrder 12
 * ```
 */
export const operations = maker(problemsOf)

/** The same for operations that `laws` proves in a test before anybody calls them: a program that uses them has no checks to carry. */
export const proven = maker(undefined)

/** The same operation with other facts, under the same tag. The one that is given stays as it is. */
export const derive = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  change: (spec: AnySpec) => Partial<AnySpec>
): Operation<Input, Output, Error, Api> =>
  over(
    operation.api,
    operation.tag,
    () => ({ ...operation.spec, ...change(operation.spec) }),
    operation.check
  ) as unknown as Operation<Input, Output, Error, Api> // as: only facts change that the types do not speak of

/** An operation whose input and output are not known before it runs. */
export interface AnyCall extends AnyOperation {
  (input: unknown): Effect.Effect<unknown, unknown, unknown>
}

/** Whether the value is an operation. */
export const isOperation = (value: unknown): value is AnyCall =>
  typeof value === "function" && "tag" in value && "spec" in value

/** The operations among the exports of a module, in the order of their tags. */
export const operationsIn = (module: object): ReadonlyArray<AnyCall> =>
  Object.values(module)
    .filter(isOperation)
    .toSorted((one, other) => (one.tag < other.tag ? -1 : 1))

/** The name of an operation without its vendor: `trackUsers`. */
export const nameOf = ({ tag }: Pick<AnyOperation, "tag">): string => tag.slice(tag.indexOf(".") + 1)

/** The name of an operation's vendor: `Braze`. */
export const vendorOf = ({ tag }: Pick<AnyOperation, "tag">): string => tag.slice(0, tag.indexOf("."))
