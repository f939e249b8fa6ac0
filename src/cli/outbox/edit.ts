/** Another input for an item, checked as if it were enqueued now. */
import * as Effect from "effect/Effect"
import * as Outbox from "../../durable/Outbox.ts"
import type { AnyCall } from "../../diagnose/Diagnose.ts"
import { decodeInput } from "../input.ts"
import { type AnyMany, readItem } from "../many/item.ts"
import { wrong } from "../usage.ts"
import { operationNamed, vendorNamed } from "../vendors.ts"

const takesMany = (operation: AnyCall): operation is AnyCall & AnyMany => "batching" in operation

/** Reads an item of an operation from JSON, spelled as in TypeScript or as the vendor spells it. */
export const decodeItem = (operation: AnyCall, json: unknown) =>
  takesMany(operation) ? readItem(operation, json) : decodeInput(operation, json)

/** Requeues one item with another input. */
export const requeueWith = (id: string, text: string, reason: Outbox.Reason) =>
  Effect.gen(function* () {
    const json = yield* Effect.try({ try: (): unknown => JSON.parse(text), catch: String }).pipe(
      Effect.catch((problem) => wrong(`The input is not JSON: ${problem}.`))
    )
    const item = yield* Outbox.get(id)
    if (item === undefined) return 0
    const operation = yield* operationNamed(
      yield* vendorNamed(item.operation.split(".")[0] ?? ""),
      item.operation
    )
    const input = yield* decodeItem(operation, json)
    yield* Outbox.check(operation, input)
    const version = operation.spec.inputVersion ?? 1
    return yield* Outbox.requeue({ ids: [id] }, { ...reason, edit: () => input, version })
  })
