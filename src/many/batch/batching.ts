/** How an operation takes many items, and how a run of them is carried out. */
import * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type { AnyFailure, AnyFailureClass } from "../../contract/Failure.ts"
import type { Cutting } from "./cut.ts"
import type { FieldNames } from "./item.ts"
import type { Counts } from "./outcome.ts"
import type { Position } from "./position.ts"

/** What the vendor said about one item of a request that it accepted. */
export interface Warning {
  /** The item's place in the request, from 0. */
  readonly index: number
  readonly message: string
  /** Whether the item was recorded all the same. */
  readonly recorded: boolean
}

/** How an operation takes items. */
export interface Batching<Item, Input, Output> extends Cutting<Item> {
  readonly input: (items: ReadonlyArray<Item>) => Input
  /**
   * The fields of an item that is not itself what is sent, but says what to make of it: an item with another field, or with none of
   * them, is refused, where `input` would drop it. Default: `input` sends items as they are.
   */
  readonly fields?: FieldNames
  /** The vendor's warnings about single items, by their index in the request. */
  readonly warnings?: (output: Output, items: ReadonlyArray<Item>) => ReadonlyArray<Warning>
  /** The failures that one bad item brings upon the whole batch. */
  readonly blames: ReadonlyArray<AnyFailureClass>
}

/** What a run has done so far: how many items have each outcome, and the failure that it waits for to pass, while it waits. */
export interface Progress extends Counts {
  readonly waiting?: AnyFailure
}

/** Requests under way at once, how long an item of a stream waits for others, and how long a run waits while nothing is accepted. */
export const defaults = { concurrency: 4, linger: Duration.seconds(1), patience: Duration.minutes(10) }

/** How a run of batches is carried out. */
export interface ManyOptions {
  /** Requests under way at once. Default: 4. */
  readonly concurrency?: number
  /** How long an item of a stream waits for others to fill its request. Default: 1 second. */
  readonly linger?: Duration.Input
  /**
   * How long batches that were not sent, or refused for now, go again while nothing at all is accepted. Then the stream ends with
   * `Halted`. Default: 10 minutes.
   */
  readonly patience?: Duration.Input
  /**
   * Goes on where a run over the same items ended: with its `Halted`, which also knows what was settled out of turn, or at an
   * index, from 0. What is settled is taken from the source and not sent; indexes stay those of the source.
   */
  readonly resumeFrom?: number | Position
  /** Is told after each batch, and when a batch begins to wait. The batch goes on when it has ended. */
  readonly onProgress?: (progress: Progress) => Effect.Effect<void>
}
