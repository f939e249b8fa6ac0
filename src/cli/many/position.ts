/** Where a run of many items goes on, as it is typed: `1500`, or `1500+1600-1699,1800` where later items are settled as well. */
import type { Position } from "../../many/Batch.ts"

const form = /^(\d+)(?:\+(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*))?$/

/** The position as text: items that follow each other are a range. */
export const toText = ({ resumeFrom, settled }: Position): string => {
  const ranges: Array<[first: number, last: number]> = []
  for (const index of settled) {
    const open = ranges.at(-1)
    if (open !== undefined && index === open[1] + 1) open[1] = index
    else ranges.push([index, index])
  }
  const texts = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
  return texts.length === 0 ? `${resumeFrom}` : `${resumeFrom}+${texts.join(",")}`
}

/** The most items that one range may hold: far more than are ever under way. */
const mostOfRange = 1_000_000

/** The position that a text names; `undefined` where it is none. */
export const fromText = (text: string): Position | undefined => {
  const [, from, later = ""] = form.exec(text.trim()) ?? []
  if (from === undefined) return undefined
  const settled: Array<number> = []
  for (const range of later === "" ? [] : later.split(",")) {
    const [first = 0, last = first] = range.split("-").map(Number)
    if (last < first || last - first > mostOfRange) return undefined
    for (let index = first; index <= last; index++) settled.push(index)
  }
  return { resumeFrom: Number(from), settled }
}
