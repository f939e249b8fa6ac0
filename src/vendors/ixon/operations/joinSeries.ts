/** Joins two series of one source that meet in time: in the order of their query, no point twice, no more than the query's limit. */
import type { DataSeries } from "./dataQuery.ts"

type Point = NonNullable<DataSeries["points"]>[number]

/** The query that was split: what the joined series must look like. */
export interface Wanted {
  /** `asc`: the first series is the earlier one. */
  readonly order: "asc" | "desc"
  /** How many values each query may have, by its `ref`. */
  readonly limits: ReadonlyMap<string, number>
}

const known = ({ values }: Point) => Object.entries(values ?? {}).filter(([, value]) => value !== null)

// IXON does not say whether the end of a span belongs to it. Where a step begins at the seam, the later half has all of it.
const onSeam = (early: Point, late: Point): Point => ({
  ...late,
  values: { ...early.values, ...late.values, ...Object.fromEntries([...known(early), ...known(late)]) }
})

const together = (first: ReadonlyArray<Point>, second: ReadonlyArray<Point>, { order }: Wanted) => {
  const [one, other] = [first.at(-1), second[0]]
  if (one === undefined || other === undefined || one.time !== other.time) return [...first, ...second]
  return [
    ...first.slice(0, -1),
    order === "asc" ? onSeam(one, other) : onSeam(other, one),
    ...second.slice(1)
  ]
}

const within = (points: ReadonlyArray<Point>, { limits }: Wanted): ReadonlyArray<Point> => {
  const left = new Map(limits)
  const fits = ([ref, value]: [string, unknown]): boolean => {
    const rest = left.get(ref) ?? Infinity
    if (value !== null) left.set(ref, rest - 1)
    return rest > 0
  }
  return points.flatMap((point) => {
    const values = Object.entries(point.values ?? {}).filter(fits)
    return values.length === 0 ? [] : [{ ...point, values: Object.fromEntries(values) }]
  })
}

/** Both series as one. */
export const joinSeries = (first: DataSeries, second: DataSeries, wanted: Wanted): DataSeries => {
  const [early, late] = wanted.order === "asc" ? [first, second] : [second, first]
  return {
    ...early,
    ...(late.end === undefined ? {} : { end: late.end }),
    points: within(together(first.points ?? [], second.points ?? [], wanted), wanted)
  }
}
