/** A list that is written: its halves are written one after the other. */
import type { Splitter } from "../../contract/Operation.ts"
import { isRecord } from "../../contract/Wire.ts"

/**
 * How an operation whose answer holds nothing writes less at once: the first half of the list in `field`, then the second. Only where
 * each item is written by itself: a list that replaces another must arrive whole. What may have been done is written again only where
 * the operation is idempotent.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { Ixon } from "faultline"
 * import { Split } from "faultline/core"
 *
 * const deleteTags = Ixon.operation("deleteTags", () => ({
 *   method: "DELETE",
 *   path: "/tags",
 *   input: Schema.Struct({ items: Schema.Array(Schema.Struct({ publicId: Schema.String })) }),
 *   output: Schema.Void,
 *   body: "items",
 *   idempotent: true,
 *   splits: Split.inHalves("items")
 * }))
 * console.log(deleteTags.spec.splits?.split({ items: ["a", "b", "c"] })?.first) // { items: [ 'a', 'b' ] }
 * ```
 */
// any: the input of the operation that it is a fact of.
export const inHalves = (field: string): Splitter<any, void> => {
  const itemsOf = (input: unknown): ReadonlyArray<unknown> => {
    const found = isRecord(input) ? input[field] : undefined
    return Array.isArray(found) ? found : []
  }
  return {
    // What is written may hold anything: only how much it is goes into an error.
    describe: (input) => `${field} has the length ${itemsOf(input).length}`,
    split: (input) => {
      const all = itemsOf(input)
      if (all.length < 2) return undefined
      const middle = Math.ceil(all.length / 2)
      return {
        first: { ...input, [field]: all.slice(0, middle) },
        next: () => ({ rest: { ...input, [field]: all.slice(middle) }, join: () => {} })
      }
    }
  }
}
