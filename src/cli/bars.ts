/** Moments within a span of time as one line of text. Early moments lie close together, so the scale is logarithmic. */
import * as Duration from "effect/Duration"

/** How many columns stand for the whole span. */
export const columns = 44

// One column from the beginning is worth about this much, in ms: waits of vendors begin at a second.
const unit = 500

const columnOf = (millis: number, whole: number): number =>
  Math.min(columns - 1, Math.round((Math.log1p(millis / unit) / Math.log1p(whole / unit)) * (columns - 1)))

/** The moments (ms) within the whole (ms): a mark for each, a digit where several share a column, a line between them. */
export const bar = (moments: ReadonlyArray<number>, whole: number): string => {
  const at = moments.map((millis) => columnOf(millis, whole))
  const last = Math.max(...at)
  const cells = Array.from({ length: columns }, (_, column) => {
    const here = at.filter((one) => one === column).length
    if (here > 1) return here > 9 ? "+" : String(here)
    return here === 1 ? "●" : column < last ? "─" : " "
  })
  return `${cells.join("")}│`
}

const second = 1000
const minute = 60 * second
const ticks = [0, 1, 2, 5, 10, 30].map((seconds) => seconds * second)
const longTicks = [1, 2, 5, 10, 30, 60].map((minutes) => minutes * minute)

/** A span of time in few letters: `0s`, `1m 30s`. */
export const short = (millis: number): string =>
  millis === 0 ? "0s" : Duration.format(Duration.millis(millis))

/** The scale above bars of the whole (ms), which ends with it. */
export const scale = (whole: number): string => {
  const end = short(whole)
  const free = columns - 1
  const drawn = [...ticks, ...longTicks]
    .filter((millis) => millis < whole)
    .reduce((line, millis) => {
      const column = columnOf(millis, whole)
      const label = short(millis)
      const fits = (line === "" || column > line.length) && column + label.length <= free
      return fits ? `${line.padEnd(column)}${label}` : line
    }, "")
  return `${drawn.padEnd(columns)}${end}`
}
