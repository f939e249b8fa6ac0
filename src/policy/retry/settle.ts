/** Finding out whether a call was carried out whose answer was lost. Whatever it is, it is proved, or it stays open. */
import * as Effect from "effect/Effect"
import { written } from "../../contract/input/json.ts"
import { type AnySpec, isOperation, type Operation, type Service } from "../../contract/Operation.ts"
import type { Settles } from "../../contract/operation/settles.ts"
import { isRecord } from "../../contract/Wire.ts"

/**
 * - `Done`: it was carried out; `value` is what the call would have given.
 * - `NotDone`: it was not, or the vendor refuses the repeat of what was: it may be repeated.
 * - `NeverApplies`: it was not, and can no longer be.
 * - `Open`: nobody knows.
 */
export type Verdict<Output> =
  | { readonly _tag: "Done"; readonly value: Output }
  | { readonly _tag: "NotDone"; readonly because: string }
  | { readonly _tag: "NeverApplies"; readonly because: string }
  | { readonly _tag: "Open"; readonly because: string }

/** Pages that are looked through: more are not read for one call. */
const mostPages = 50

/** Whether all that was sent is there. The vendor may have added fields, and may not have changed or lost one. */
const holds = (sent: unknown, there: unknown): boolean => {
  if (Array.isArray(sent))
    return (
      Array.isArray(there) && sent.length === there.length && sent.every((one, at) => holds(one, there[at]))
    )
  if (isRecord(sent))
    return isRecord(there) && Object.entries(sent).every(([name, one]) => holds(one, there[name]))
  return sent === there
}

const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined)

const without = (value: unknown, name: string): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([field]) => field !== name)) : value

const open = (because: string): Verdict<never> => ({ _tag: "Open", because })

type Read = (question: unknown) => Effect.Effect<unknown, unknown>

const byCode = <Output>(
  { ask, code, found, next, read: { tag } }: Extract<Settles<unknown, Output>, { guardedBy: "unique" }>,
  input: unknown,
  read: Read
): Effect.Effect<Verdict<Output>, unknown> =>
  Effect.gen(function* () {
    const sent = written(input)
    const wanted = fieldOf(sent, code)
    let question: unknown = wanted === undefined ? undefined : ask(input)
    if (question === undefined) return open(`without its ${code} it cannot be looked for`)
    for (let pages = 0; pages < mostPages && question !== undefined; pages++) {
      const answer: unknown = yield* read(question)
      const named = found(answer).filter((one) => fieldOf(written(one), code) === wanted)
      const [first] = named
      if (named.length > 1) return open(`${tag} has ${named.length} with this ${code}`)
      if (first !== undefined)
        return holds(sent, written(first))
          ? { _tag: "Done", value: first }
          : open(`${tag} has one with this ${code} and other fields: it may be another's`)
      const more = next?.(answer)
      question = isRecord(question) && isRecord(more) ? { ...question, ...more } : undefined
    }
    return question === undefined
      ? { _tag: "NotDone", because: `${tag} has none with this ${code}, and the vendor takes one only` }
      : open(`${tag} has more pages than are looked through`)
  })

const byVersion = <Output>(
  { ask, found, read: { tag }, version }: Extract<Settles<unknown, Output>, { guardedBy: "version" }>,
  input: unknown,
  read: Read
): Effect.Effect<Verdict<Output>, unknown> =>
  Effect.gen(function* () {
    const sent = written(input)
    const before = fieldOf(sent, version)
    const [object] = found(yield* read(ask(input)))
    const now = fieldOf(written(object), version)
    if (object === undefined || typeof before !== "number" || typeof now !== "number")
      return open(`${tag} does not tell its ${version}`)
    if (now === before)
      return {
        _tag: "NotDone",
        because: `${tag} has still ${version} ${before}, and the vendor applies an update of it once`
      }
    if (now !== before + 1) return open(`${tag} has ${version} ${now} already: others have changed it since`)
    return holds(without(sent, version), written(object))
      ? { _tag: "Done", value: object }
      : { _tag: "NeverApplies", because: `${tag} was changed by another: ${version} ${before} is over` }
  })

/** Asks once. A read that fails, or gives what nobody expects, leaves it open. */
export const settleWith = (
  { call }: Pick<Service, "call">,
  { settles }: Pick<AnySpec, "settles">,
  input: unknown
): Effect.Effect<Verdict<unknown>> =>
  Effect.suspend((): Effect.Effect<Verdict<unknown>, unknown> => {
    if (settles === undefined) return Effect.succeed(open("the vendor documents no read that could prove it"))
    const { read: by } = settles
    if (!isOperation(by)) return Effect.succeed(open(`${by.tag} is no operation`))
    const read: Read = (question) => call(by, question)
    return settles.guardedBy === "unique" ? byCode(settles, input, read) : byVersion(settles, input, read)
  }).pipe(
    Effect.catchDefect(() => Effect.fail("its answer could not be read")),
    Effect.catch((problem) =>
      Effect.succeed(
        open(
          `reading it failed: ${problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem)}`
        )
      )
    )
  )

/** Asks once whether a call with this input was carried out. */
export const settle = <Input, Output, Error, Api>(
  { api, spec }: Operation<Input, Output, Error, Api>,
  input: Input
): Effect.Effect<Verdict<Output>, never, Api> => {
  const verdict = Effect.flatMap(api, (service) => settleWith(service, spec, input))
  return verdict as Effect.Effect<Verdict<Output>, never, Api> // as: `settles` finds outputs of its own operation
}
