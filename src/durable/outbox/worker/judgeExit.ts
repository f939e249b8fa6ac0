/** What the end of a call means for the items of its request, and which of them are to be sent in parts. */
import * as Cause from "effect/Cause"
import * as Exit from "effect/Exit"
import type { AnyFailure } from "../../../contract/Failure.ts"
import type { Batching } from "../../../many/Batch.ts"
import type { Result } from "../model.ts"
import { backoff, type Circumstances, judge, refused } from "./judge.ts"
import type { Held } from "./options.ts"
import type { Working } from "./working.ts"

/** The judgment on a request. */
export interface Judged {
  readonly results: ReadonlyArray<Result>
  /** Items that are refused for one of them, which is to be found: halves. */
  readonly parts: ReadonlyArray<ReadonlyArray<Held>>
  /** The failure that the whole request met. */
  readonly failure: AnyFailure | undefined
}

const delivered = ({ item: { seq } }: Held): Result => ({
  seq,
  state: "delivered",
  counts: "attempt",
  outcome: { delivery: "Applied" }
})

type Warnings = NonNullable<Batching<unknown, unknown, unknown>["warnings"]>

// What the vendor did not record was not done, whatever the status of the answer.
const warned = ({ item }: Held, { message, recorded }: ReturnType<Warnings>[number]): Result =>
  recorded
    ? {
        seq: item.seq,
        state: "warned",
        counts: "attempt",
        outcome: { delivery: "Applied", warning: message, recorded }
      }
    : refused(
        item,
        {
          delivery: "Refused",
          warning: message,
          recorded,
          tag: "NotRecorded",
          message: `The vendor did not record it: ${message}`
        },
        "attempt"
      )

const accepted = (
  { operation: { batching } }: Working,
  held: ReadonlyArray<Held>,
  output: unknown
): ReadonlyArray<Result> => {
  const found = batching?.warnings?.(output as never, held.map(({ input }) => input) as Array<never>) ?? [] // as: the operation's own
  const warnings = new Map(found.map((warning) => [warning.index, warning]))
  return held.map((one, index) => {
    const warning = warnings.get(index)
    return warning === undefined ? delivered(one) : warned(one, warning)
  })
}

const halves = (held: ReadonlyArray<Held>, { delivery }: AnyFailure): Judged["parts"] => {
  const middle = Math.ceil(held.length / 2)
  const doubts = delivery === "Unknown" ? 1 : 0
  // An attempt before the one that was refused may have been done.
  const parts = held.map((one) => ({ ...one, item: { ...one.item, doubts: one.item.doubts + doubts } }))
  return [parts.slice(0, middle), parts.slice(middle)]
}

/** Whether one of several items may be to blame, and the others may be sent again. */
const isBlamed = (
  { operation: { batching } }: Working,
  { _tag, delivery, retry }: AnyFailure,
  { kind }: Circumstances
): boolean =>
  kind !== "keyed" &&
  (delivery === "NotSent" || delivery === "Refused" || (delivery === "Unknown" && kind === "idempotent")) &&
  (_tag === "InvalidInput" ||
    retry === "split" ||
    (batching?.blames?.some(({ tag }) => tag === _tag) ?? false))

/** A fault of the program's own: where something may have been sent, nobody knows; else it is tried until somebody mends it. */
const broken = (
  held: ReadonlyArray<Held>,
  cause: Cause.Cause<unknown>,
  sent: boolean
): ReadonlyArray<Result> =>
  held.map(({ item: { attempts, seq } }) => {
    const problem = String(Cause.squash(cause)).slice(0, 200)
    return sent
      ? {
          seq,
          state: "unknown",
          counts: "doubt",
          outcome: {
            tag: "Defect",
            delivery: "Unknown",
            message: `The program failed while it was sent: ${problem}`
          }
        }
      : {
          seq,
          state: "pending",
          counts: "attempt",
          dueIn: backoff(attempts + 5, 0.5),
          outcome: {
            tag: "Defect",
            delivery: "NotSent",
            message: `The program failed before it was sent: ${problem}`
          }
        }
  })

type Known = Circumstances & { readonly sent: boolean }

const judged = (
  working: Working,
  held: ReadonlyArray<Held>,
  exit: Exit.Exit<unknown, AnyFailure>,
  circumstances: Known
): Judged => {
  if (Exit.isSuccess(exit))
    return { results: accepted(working, held, exit.value), parts: [], failure: undefined }
  const failure = exit.cause.reasons.find(Cause.isFailReason)?.error
  if (failure === undefined)
    return { results: broken(held, exit.cause, circumstances.sent), parts: [], failure: undefined }
  if (held.length > 1 && isBlamed(working, failure, circumstances))
    return { results: [], parts: halves(held, failure), failure }
  const results = held.flatMap(({ item }) => judge(item, failure, circumstances) ?? [])
  return { results, parts: [], failure }
}

/** Judges how a call ended. Where a function of the operation's own throws, nobody knows what the answer says. */
export const judgeExit = (
  working: Working,
  held: ReadonlyArray<Held>,
  exit: Exit.Exit<unknown, AnyFailure>,
  circumstances: Known
): Judged => {
  try {
    return judged(working, held, exit, circumstances)
  } catch (error) {
    return { results: broken(held, Cause.die(error), circumstances.sent), parts: [], failure: undefined }
  }
}
