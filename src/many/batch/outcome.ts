/** What becomes of each item of many. */

/** What became of one item. `unknown`: it was sent, and nobody knows whether it was taken. */
export interface Outcome<Item, Error> {
  readonly index: number
  readonly item: Item
  readonly outcome: "accepted" | "warned" | "refused" | "unknown"
  readonly warning?: string
  /** With `warned`: whether the vendor recorded the item all the same. */
  readonly recorded?: boolean
  readonly failure?: Error
}

/** How many items have each outcome. */
export type Counts = { readonly [Kind in Outcome<unknown, unknown>["outcome"]]: number }
