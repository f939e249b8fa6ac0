/** Reading what was kept: opened, brought over from an earlier form, and as one request's input. */
import * as Effect from "effect/Effect"
import { attempted } from "../../../many/batch/item.ts"
import type { Sealing } from "../box.ts"
import type { Claimed, Result } from "../model.ts"
import type { Kept } from "../stored.ts"
import type { Held, Settings } from "./options.ts"

const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const unreadable = ({ seq }: Claimed, problem: string): Result => ({
  seq,
  state: "dead",
  counts: "nothing",
  outcome: {
    tag: "UnreadableInput",
    delivery: "NotSent",
    message: `Its input cannot be read, so it was not sent: ${problem}`,
    remedy:
      "Look at it as it was kept, and requeue it with an edit, or give the worker a way to bring it over (migrate)."
  }
})

const open = (box: Partial<Sealing>, item: Claimed): Effect.Effect<unknown, string> =>
  Effect.suspend(() => (box.open === undefined ? Effect.succeed(item.input) : box.open(item.input))).pipe(
    Effect.catchCause(() => Effect.fail("it cannot be opened with the present key")),
    Effect.flatMap((text) => Effect.try({ try: (): unknown => JSON.parse(text), catch: problemOf }))
  )

const migrated = (
  operation: Kept,
  item: Claimed,
  kept: unknown,
  { migrate }: Settings
): Effect.Effect<unknown, string> => {
  const current = operation.spec.inputVersion ?? 1
  const { operation: name, version } = item
  if (version === current) return Effect.succeed(kept)
  if (migrate === undefined || version > current)
    return Effect.fail(
      version > current
        ? `it has form ${version}, which is newer than form ${current} of this program`
        : `it has form ${version}, and this program, which has form ${current}, was not told how to bring it over`
    )
  return Effect.try({ try: () => migrate({ operation: name, version, input: kept }), catch: problemOf })
}

/** Reads an item, or says how it ends. */
export const read = (
  box: Partial<Sealing>,
  operation: Kept,
  item: Claimed,
  settings: Settings
): Effect.Effect<Held, Result> =>
  open(box, item).pipe(
    Effect.flatMap((kept) => migrated(operation, item, kept, settings)),
    Effect.map((input) => ({ item, input })),
    Effect.mapError((problem) => unreadable(item, problem))
  )

/** The input of the request that carries these items; `undefined` where none can be made of them. */
export const joined = ({ batching }: Kept, held: ReadonlyArray<Held>): unknown => {
  const inputs = held.map(({ input }) => input)
  // as: an item that is none is found by the schema of the input, or makes it throw
  return batching === undefined ? inputs[0] : attempted((all) => batching.input(all as Array<never>), inputs)
}
