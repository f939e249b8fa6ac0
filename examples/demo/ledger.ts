/** Checks that the books balance: every record accounted for once, and the vendors hold exactly what the table claims. */
import type { Effects } from "./deliver.ts"
import type { Fate, Id } from "./record.ts"

/** A record that a vendor holds, and how many times it was done. */
export interface Held {
  readonly id: Id
  readonly vendor: string
  readonly count: number
}

/** How often a record may have been done, by what was reported to its sender. */
const allowed: Readonly<Record<Fate["outcome"], readonly [least: number, most: number]>> = {
  delivered: [1, 1],
  // The vendor took the request and warned of this record, or nobody could read its answer.
  warned: [0, 1],
  refused: [0, 0],
  unknown: [0, 1]
}

/** What does not balance, each in a sentence; empty where all does. */
export const imbalances = (
  ids: ReadonlyArray<Id>,
  fates: ReadonlyArray<Fate>,
  held: ReadonlyArray<Held>,
  effectOf: (id: Id) => Effects
): ReadonlyArray<string> => {
  const fateOf = new Map(fates.map((fate) => [fate.id, fate]))
  const known = new Set(ids)
  const counts = new Map(held.map(({ count, id }) => [id, count]))
  const lost = ids.filter((id) => !fateOf.has(id)).map((id) => `${id} is not accounted for.`)
  const strange = fates
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => `${id} is accounted for, but was never read.`)
  const twice =
    fates.length === fateOf.size
      ? []
      : [`${fates.length - fateOf.size} records are accounted for more than once.`]
  const unclaimed = held
    .filter(({ id }) => !known.has(id))
    .map(({ id, vendor }) => `${vendor} holds ${id}, which was never read.`)
  const wrong = fates
    .filter(({ id }) => effectOf(id) !== "read")
    .flatMap(({ id, outcome, vendor }) => {
      const count = counts.get(id) ?? 0
      const [least, most] = allowed[outcome]
      const enough = effectOf(id) === "upsert" && most > 0 ? count >= least : count >= least && count <= most
      return enough ? [] : [`${vendor} did ${id} ${count} times, but it is reported as ${outcome}.`]
    })
  return [...lost, ...strange, ...twice, ...unclaimed, ...wrong]
}
