/** Requests that the vendor knows by their key, and whose sender is gone: they are sent again as they were. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { StoreUnavailable } from "../errors.ts"
import type { Frozen, Ready } from "../lane.ts"
import type { Commands } from "../store.ts"
import type { Settings } from "./options.ts"
import { carry, thawed } from "./request.ts"
import { read } from "./read.ts"
import type { Carriable, Working } from "./working.ts"

const sendAgain = (
  working: Working,
  { body, items, request }: Frozen
): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const { operation, settings } = working
    // The request is sent as it was: an item that cannot be read any more does not change it.
    const held = yield* Effect.forEach(items, (item) =>
      Effect.orElseSucceed(read(working, operation, item, settings), () => ({ item, input: undefined }))
    )
    const found = thawed(request, body, held)
    if (found !== undefined) yield* carry(working, found)
  })

/** Takes over what there is, one after another. */
export const adopted = <Served extends { readonly operation: Carriable }>(
  store: Commands,
  owner: string,
  settings: Settings,
  served: ReadonlyMap<string, Served>,
  start: (one: Served, lane: Ready) => Working,
  fork: (effect: Effect.Effect<void, StoreUnavailable>) => Effect.Effect<unknown>
): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const operations = [...served].flatMap(([tag, { operation }]) =>
      operation.spec.repeats?.knownBy === "request" ? [tag] : []
    )
    while (operations.length > 0) {
      const now = yield* Clock.currentTimeMillis
      const { account, lease } = settings
      const frozen = yield* store.adopt({ owner, operations, account, lease, now })
      const one = frozen === undefined ? undefined : served.get(frozen.operation)
      if (frozen === undefined || one === undefined) return
      yield* fork(sendAgain(start(one, frozen), frozen))
    }
  })
