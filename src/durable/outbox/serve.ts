/** Workers as layers. */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Operation, Service } from "../../contract/Operation.ts"
import type { Outbox } from "./box.ts"
import type { StoreUnavailable } from "./errors.ts"
import { work } from "./worker.ts"
import type { WorkerOptions } from "./worker/options.ts"
import type { Served } from "./worker/state.ts"
import type { Carriable } from "./worker/working.ts"

/** An operation that a worker can carry out. */
export interface Workable<Api> extends Carriable {
  readonly api: Context.Key<Api, Service>
}

type ApiOf<Op> = Op extends Operation<infer _Input, infer _Output, infer _Error, infer Api> ? Api : never

/** What the operations of a list need. */
export type ApisOf<Operations extends ReadonlyArray<unknown>> = ApiOf<Operations[number]>

const serving = <Api>(operation: Workable<Api>): Effect.Effect<readonly [string, Served], never, Api> =>
  Effect.map(operation.api, (service) => [operation.tag, { operation, service }] as const)

/** The operations by their names, and by those that they had. */
const byName = (
  served: ReadonlyArray<readonly [string, Served]>,
  { renamed = {} }: WorkerOptions
): ReadonlyMap<string, Served> => {
  const present = new Map(served)
  const former = Object.entries(renamed).flatMap(([was, is]) => {
    const one = present.get(is)
    return one === undefined ? [] : [[was, one] as const]
  })
  return new Map([...former, ...present])
}

/** A worker for these operations: it runs as long as the layer does. */
export const worker = <const Operations extends ReadonlyArray<Workable<any>>>( // any: each has its own
  operations: Operations,
  options: WorkerOptions = {}
): Layer.Layer<never, StoreUnavailable, Outbox | ApisOf<Operations>> =>
  Layer.effectDiscard(
    Effect.flatMap(
      Effect.forEach(operations as ReadonlyArray<Workable<ApisOf<Operations>>>, serving), // as: the union of what each needs
      (served) => work(byName(served, options), options)
    )
  )
