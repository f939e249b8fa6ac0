/**
 * A place in a vendor's queue, taken before the call is made: whoever must write down what is about to be sent first waits for the
 * turn, writes, and then sends without waiting again.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"
import type { OutOfTime } from "../contract/Common.ts"
import type { Contract } from "../contract/compile.ts"
import type { Operation, Permit } from "../contract/Operation.ts"
import type * as Limit from "../policy/limit/make.ts"

/** A permit with what each queue gave for it. */
export interface Held extends Permit {
  readonly permits: ReadonlyMap<Limit.Limit, Limit.Permit>
}

/** The permit of the calls inside an effect. */
export const Current = Context.Reference<Held | undefined>("faultline/Reserve", {
  defaultValue: () => undefined
})

/** The permit of a queue that the fiber has for this operation. */
export const permitOf = (
  fiber: Fiber.Fiber<unknown, unknown>,
  { operation }: Contract,
  limit: Limit.Limit
): Limit.Permit | undefined => {
  const held = fiber.getRef(Current)
  return held?.operation === operation.tag ? held.permits.get(limit) : undefined
}

/**
 * Waits for a place for this call and holds it until it is used or the scope closes.
 *
 * @example
 * ```ts
 * import { Effect, Redacted } from "effect"
 * import { Metrix, Reserve } from "faultline"
 * import { Simulator } from "faultline/testing"
 *
 * const { apiKey, appId } = Metrix.simulator.credentials
 * const visit = { customUserId: "u1", messages: [{ type: "action", customName: "visit" }] } as const
 *
 * // Wait for the turn, write down what is about to be sent, and send it without waiting again.
 * const program = Effect.scoped(
 *   Effect.gen(function* () {
 *     const permit = yield* Reserve.reserve(Metrix.ingest, visit)
 *     yield* Effect.sync(() => console.log("about to send"))
 *     return yield* Reserve.using(permit)(Metrix.ingest(visit))
 *   })
 * )
 * const layer = Metrix.layerNoTransport({ appId, apiKey: Redacted.make(apiKey) })
 * const done = program.pipe(Effect.provide(layer), Effect.provide(Simulator.layer(Metrix.simulator)))
 * console.log((await Effect.runPromise(done)).status)
 * ```
 */
export const reserve = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  input: Input
): Effect.Effect<Permit, OutOfTime, Api | Scope.Scope> =>
  Effect.flatMap(operation.api, (service) => service.reserve(operation, input))

/** Makes the call inside the effect with the place that was reserved for it. */
export const using =
  (permit: Permit) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.provideService(effect, Current, permit as Held) // as: `reserve` makes no other permits
