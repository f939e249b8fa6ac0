/** Calls that find out for themselves whether they were carried out, before they are repeated. */
import * as Effect from "effect/Effect"
import { type AnyFailure, withReport } from "../../contract/Failure.ts"
import type { Operation } from "../../contract/Operation.ts"
import * as Deadline from "../Deadline.ts"
import { settle, type Verdict } from "./settle.ts"

/**
 * When the vendor is asked, in ms from the question before or from the end of the call: the request whose answer was lost may run as long
 * as any attempt may, and what a vendor shows may lag behind what it has done.
 */
const questions = [70_000, 30_000]

/** A call is repeated so often at most. */
const repeats = 2

/** Asks until it is proved that it was done, and as often as is worth it where it seems that it was not. */
const inquire = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  input: Input
): Effect.Effect<Verdict<Output>, never, Api> =>
  Effect.gen(function* () {
    let verdict: Verdict<Output> = { _tag: "Open", because: "there was no time to ask the vendor" }
    for (const wait of questions) {
      if ((yield* Deadline.remaining) < wait) return verdict
      yield* Effect.sleep(wait)
      verdict = yield* settle(operation, input)
      if (verdict._tag === "Done" || verdict._tag === "NeverApplies") return verdict
    }
    return verdict
  })

type Undone = Exclude<Verdict<unknown>, { _tag: "Done" }>

const enriched = <Error>(failure: Error & AnyFailure, { because }: Undone, repeat?: AnyFailure): Error => {
  const advice = [
    failure.call?.advice ?? "",
    repeat === undefined ? "" : `It was repeated, which ended with: ${repeat.message.split("\n")[0]}`,
    `The vendor was asked whether it was done: ${because}.`
  ].filter((sentence) => sentence !== "")
  return withReport(failure, { advice: advice.join(" ") }) as Error & AnyFailure // as: it is the same failure with more in its report
}

/**
 * The operation, where an answer that was lost is followed by the question whether it was carried out: as its facts say (`settles`),
 * 70 seconds later, and once more after 30. It then gives the result, or repeats the call where the vendor would refuse a second
 * one, or fails as it would have, with what was found: also where the repeat fails, for the first may have been carried out. It
 * never repeats blindly; where an operation documents no such read, nothing changes.
 *
 * @example
 * ```ts no-run
 * import { Effect } from "effect"
 * import { M3ter, Retry } from "faultline"
 *
 * const createAccount = Retry.settled(M3ter.createAccount)
 * const account = createAccount({ name: "Ada's", code: "ada", emailAddress: "ada@shop.example" }).pipe(
 *   Effect.provide(M3ter.layerConfig())
 * )
 * console.log((await Effect.runPromise(account)).id)
 * ```
 */
export const settled = <Input, Output, Error extends AnyFailure, Api>(
  operation: Operation<Input, Output, Error, Api>
): ((input: Input) => Effect.Effect<Output, Error, Api>) => {
  const doubted = (input: Input, failure: Error, left: number): Effect.Effect<Output, Error, Api> =>
    Effect.flatMap(inquire(operation, input), (verdict): Effect.Effect<Output, Error, Api> => {
      if (verdict._tag === "Done") return Effect.succeed(verdict.value)
      if (verdict._tag !== "NotDone" || left === 0) return Effect.fail(enriched(failure, verdict))
      return Effect.catch(operation(input), (repeat) =>
        repeat.delivery === "Unknown" ? doubted(input, repeat, left - 1) : refused(input, failure, repeat)
      )
    })
  // A repeat that is refused may be refused because the first has been carried out in the meantime: the doubt is about that one.
  const refused = (input: Input, failure: Error, repeat: Error): Effect.Effect<Output, Error, Api> =>
    Effect.flatMap(settle(operation, input), (verdict) =>
      verdict._tag === "Done"
        ? Effect.succeed(verdict.value)
        : Effect.fail(enriched(failure, verdict, repeat))
    )
  return (input) =>
    Effect.catch(operation(input), (failure) =>
      failure.delivery !== "Unknown" || operation.spec.settles === undefined
        ? Effect.fail(failure)
        : doubted(input, failure, repeats)
    )
}
