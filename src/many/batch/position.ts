/** Where a run stands in its source, so that another one can go on from there. */
import type { Numbered } from "./cut.ts"
import type { Outcome } from "./outcome.ts"

/** Which items of a source are settled: all before `resumeFrom`, and those after it that `settled` lists. */
export interface Position {
  /** The index of the first item that has no final outcome, from 0. */
  readonly resumeFrom: number
  /** The indexes after it of items that have one. */
  readonly settled: ReadonlyArray<number>
}

/** Follows the outcomes of one run. */
export interface Tracker {
  /** How many items of the source are not looked at. */
  readonly skip: number
  /** Gives the next items of the source their indexes, without those that an earlier run has settled. */
  readonly number: <Item>(items: ReadonlyArray<Item>) => ReadonlyArray<Numbered<Item>>
  readonly pass: <Item, Error>(
    outcomes: ReadonlyArray<Outcome<Item, Error>>
  ) => ReadonlyArray<Outcome<Item, Error>>
  readonly position: () => Position
  /** Whether all items that were taken are settled. */
  readonly isDone: () => boolean
}

/** Begins where another run ended, or at an index. */
export const track = (from: number | Position): Tracker => {
  const { resumeFrom, settled } = typeof from === "number" ? { resumeFrom: from, settled: [] } : from
  const [earlier, beyond] = [new Set(settled), new Set(settled)]
  let [next, taken] = [resumeFrom, resumeFrom]
  const settle = (index: number) => {
    if (index !== next) return void beyond.add(index)
    next++
    if (beyond.size > 0) while (beyond.delete(next)) next++
  }
  return {
    skip: resumeFrom,
    number: (items) => {
      const numbered: Array<Numbered<(typeof items)[number]>> = []
      // A list may have holes, which `map` would keep: each is an item that is undefined.
      for (const item of items) {
        if (!earlier.has(taken)) numbered.push({ index: taken, item })
        taken++
      }
      return numbered
    },
    pass: (outcomes) => {
      for (const { index } of outcomes) settle(index)
      return outcomes
    },
    position: () => ({ resumeFrom: next, settled: [...beyond].toSorted((left, right) => left - right) }),
    isDone: () => next === taken
  }
}
