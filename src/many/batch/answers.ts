/** What an accepted and what a refused batch means for each of its items. */
import type { AnyFailure } from "../../contract/Failure.ts"
import type { Batching } from "./batching.ts"
import type { Numbered } from "./cut.ts"
import type { Outcome } from "./outcome.ts"

export const itemsOf = <Item>(items: ReadonlyArray<Numbered<Item>>): ReadonlyArray<Item> =>
  items.map(({ item }) => item)

const outcomeOf = ({ delivery }: AnyFailure) =>
  delivery === "Unknown" ? "unknown" : delivery === "Applied" ? "warned" : "refused"

/** What an accepted batch means for its items. */
export const accepted = <Item, Input, Output, Error>(
  { warnings: warningsOf }: Batching<Item, Input, Output>,
  output: Output,
  items: ReadonlyArray<Numbered<Item>>
): ReadonlyArray<Outcome<Item, Error>> => {
  const given = warningsOf?.(output, itemsOf(items)) ?? []
  const warnings = new Map(given.map((warning) => [warning.index, warning]))
  return items.map(({ index, item }, place): Outcome<Item, Error> => {
    const warning = warnings.size === 0 ? undefined : warnings.get(place)
    if (warning === undefined) return { index, item, outcome: "accepted" }
    return { index, item, outcome: "warned", warning: warning.message, recorded: warning.recorded }
  })
}

/** What a refused batch means for its items. A part that is refused may have been done with the whole. */
export const refused = <Item, Error extends AnyFailure>(
  items: ReadonlyArray<Numbered<Item>>,
  failure: Error,
  unsure: boolean
): ReadonlyArray<Outcome<Item, Error>> => {
  const outcome = unsure && failure.delivery !== "Applied" ? "unknown" : outcomeOf(failure)
  return items.map((one) => ({ ...one, outcome, failure }))
}
