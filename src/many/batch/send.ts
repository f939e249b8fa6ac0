/** Sending one batch: in halves where one bad item may be to blame, and again where it was not sent or is refused for now. */
import * as Effect from "effect/Effect"
import type { Complaint } from "../../contract/CallReport.ts"
import { idempotentFor } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import type { Operation } from "../../contract/Operation.ts"
import { accepted, itemsOf, refused } from "./answers.ts"
import type { Batching } from "./batching.ts"
import type { Numbered } from "./cut.ts"
import { batchSent } from "./observing.ts"
import { attempted, complaintsOf, invalid, unreadable } from "./item.ts"
import type { Outcome } from "./outcome.ts"
import { passes, type Run } from "./run.ts"

/** What was tried with a batch already. */
interface Tried<Error> {
  /** The failure after which it may have been done. */
  readonly unsure: Error | undefined
  /** How often it has waited. */
  readonly waits: number
}

type Items<Item> = ReadonlyArray<Numbered<Item>>
type Sending<Item, Error, Api> = Effect.Effect<ReadonlyArray<Outcome<Item, Error>>, never, Api>

/** Sends the batches of one run. */
export class Sender<Input, Output, Error extends AnyFailure, Api, Item> {
  private readonly operation: Operation<Input, Output, Error, Api>
  private readonly batching: Batching<Item, Input, Output>
  private readonly run: Run

  constructor(
    operation: Operation<Input, Output, Error, Api>,
    batching: Batching<Item, Input, Output>,
    run: Run
  ) {
    this.operation = operation
    this.batching = batching
    this.run = run
  }

  /** Sends a batch without the items that are none, which are refused one by one. */
  take(items: Items<Item>): Sending<Item, Error, Api> {
    const { fields } = this.batching
    if (fields === undefined) return this.send(items)
    const wrong = items.flatMap((one) => {
      const complaints = complaintsOf(one.item, fields)
      return complaints.length === 0 ? [] : [{ one, complaints }]
    })
    if (wrong.length === 0) return this.send(items)
    const unfit = new Set(wrong.map(({ one }) => one))
    const fit = items.filter((one) => !unfit.has(one))
    const refusals = wrong.flatMap(({ complaints, one }) => refused([one], this.invalid(complaints), false))
    return Effect.zipWith(
      this.run.settle(refusals),
      fit.length === 0 ? Effect.succeed([]) : this.send(fit),
      (left, right) => [...left, ...right].toSorted((one, other) => one.index - other.index)
    )
  }

  /** Ends with the outcome of each item, or, where the run is given up, without those that were not sent. */
  send(items: Items<Item>, tried: Tried<Error> = { unsure: undefined, waits: 0 }): Sending<Item, Error, Api> {
    const { unsure, waits } = tried
    return Effect.suspend((): Sending<Item, Error, Api> => {
      const { batches, halted, outage } = this.run
      // What may have been done must not be taken for what was not sent.
      if (halted !== undefined)
        return unsure === undefined ? Effect.succeed([]) : this.run.settle(refused(items, unsure, true))
      if (outage !== undefined && waits === 0) return this.later(items, outage, tried)
      return Effect.matchEffect(this.call(items), {
        onSuccess: (output) => this.succeeded(items, output, waits),
        onFailure: (failure) => {
          const doubt = unsure ?? (failure.delivery === "Unknown" ? failure : undefined)
          return this.failed(items, failure, { unsure: doubt, waits }, this.run.batches > batches)
        }
      })
    })
  }

  private succeeded(items: Items<Item>, output: Output, waits: number): Sending<Item, Error, Api> {
    if (waits > 0) this.run.leave()
    return this.run.settle(accepted<Item, Input, Output, Error>(this.batching, output, items), true)
  }

  private failed(
    items: Items<Item>,
    failure: Error,
    tried: Tried<Error>,
    othersPass: boolean
  ): Sending<Item, Error, Api> {
    const { unsure, waits } = tried
    const { _tag, delivery, retry } = failure
    // Our own refusal of bad input costs no request, so it is always worth finding the item. What is too large may pass in parts.
    const isBlamed =
      _tag === "InvalidInput" || retry === "split" || this.batching.blames.some(({ tag }) => tag === _tag)
    if (!isBlamed && this.goesAgain(items, failure, waits > 0 && othersPass))
      return this.later(items, failure, tried)
    if (waits > 0) this.run.leave()
    if (isBlamed && items.length > 1 && (unsure === undefined || this.isIdempotent(items)))
      return this.inHalves(items, unsure)
    if (!isBlamed) this.run.ended(failure)
    return this.run.settle(refused(items, failure, unsure !== undefined), delivery === "Applied")
  }

  // What was not done goes again; what may have been, only where doing it twice is as good as once. If others are accepted while it
  // goes again in vain, the trouble is with this batch, and it would be in the way for ever.
  private goesAgain(items: Items<Item>, failure: Error, isAlone: boolean): boolean {
    const { delivery } = failure
    if (!passes(failure) || delivery === "Applied") return false
    return delivery !== "Unknown" || (!isAlone && this.isIdempotent(items))
  }

  private later(items: Items<Item>, failure: AnyFailure, { unsure, waits }: Tried<Error>) {
    return Effect.andThen(this.run.pause(failure, waits), this.send(items, { unsure, waits: waits + 1 }))
  }

  private inHalves(items: Items<Item>, unsure: Error | undefined): Sending<Item, Error, Api> {
    const middle = Math.ceil(items.length / 2)
    return Effect.zipWith(
      this.send(items.slice(0, middle), { unsure, waits: 0 }),
      this.send(items.slice(middle), { unsure, waits: 0 }),
      (left, right) => [...left, ...right]
    )
  }

  private inputOf(items: Items<Item>): Input | undefined {
    return attempted(this.batching.input, itemsOf(items))
  }

  /** The call of a batch. One that no input can be made of is refused here: an item in it cannot be read. */
  private call(items: Items<Item>): Effect.Effect<Output, Error, Api> {
    const input = this.inputOf(items)
    return input === undefined
      ? Effect.fail(this.invalid(items.length > 1 ? [] : unreadable(items[0]?.item)))
      : Effect.andThen(batchSent(this.operation, items.length), this.operation(input))
  }

  private invalid(complaints: ReadonlyArray<Complaint>): Error {
    return invalid(this.operation, complaints) as unknown as Error // as: every operation may fail with it
  }

  private isIdempotent(items: Items<Item>): boolean {
    return idempotentFor(this.operation.spec, this.inputOf(items))
  }
}
