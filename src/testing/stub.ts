/** Stand-ins for single operations: what a test answers in place of the vendor. */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { AnyOperation, Operation, Response, Service } from "../contract/Operation.ts"

/** An answer to one operation, for `stub`. */
export interface Stub {
  readonly tag: string
  readonly answer: (input: never) => Effect.Effect<unknown, unknown>
}

/**
 * Answers one operation with a function of its input, in place of the vendor. The types are the operation's own.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Ixon } from "faultline"
 * import { answer, stub } from "faultline/testing"
 *
 * const refused = stub(
 *   Ixon.IxonApi,
 *   answer(Ixon.listAgents, () => Effect.fail(new Ixon.RateLimited()))
 * )
 * const failure = Effect.flip(Ixon.listAgents({})).pipe(Effect.provide(refused))
 * console.log((await Effect.runPromise(failure))._tag) // Ixon.RateLimited
 * ```
 */
export const answer = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  reply: (input: Input) => Effect.Effect<Output, Error>
): Stub => ({ tag: operation.tag, answer: reply })

const bare = (value: unknown): Response<unknown> => ({
  value,
  headers: {},
  warnings: [],
  leftOut: [],
  notes: [],
  attempts: []
})

/** A service that answers from a function: for tests that stand in for a whole vendor. It has no queue to wait in. */
export const service = (call: Service["call"]): Service => ({
  call,
  withResponse: (operation, input) => Effect.map(call(operation, input), bare),
  reserve: ({ tag }) => Effect.succeed({ operation: tag })
})

const unanswered = ({ tag }: AnyOperation, stubs: ReadonlyArray<Stub>): Effect.Effect<never> =>
  Effect.die(
    new Error(
      `${tag} was called, but the test answers only ${stubs.map((stub) => stub.tag).join(", ") || "nothing"}.`
    )
  )

/**
 * A layer that answers the given operations and dies, naming the operation, when another one is called.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Braze } from "faultline"
 * import { answer, stub } from "faultline/testing"
 *
 * const braze = stub(
 *   Braze.BrazeApi,
 *   answer(Braze.deleteUsers, () => Effect.succeed({ deleted: 1, warnings: [] }))
 * )
 * const program = Braze.deleteUsers({ externalIds: ["u1"] }).pipe(Effect.provide(braze))
 * console.log((await Effect.runPromise(program)).deleted) // 1
 * ```
 */
export const stub = <Api>(api: Context.Key<Api, Service>, ...stubs: ReadonlyArray<Stub>): Layer.Layer<Api> =>
  Layer.succeed(
    api,
    service((operation, input) => {
      const found = stubs.find(({ tag }) => tag === operation.tag)
      return found === undefined ? unanswered(operation, stubs) : found.answer(input as never) // as: `answer` pairs each function with the input of its operation
    })
  )
