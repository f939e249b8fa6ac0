/**
 * Splits a data query that takes IXON too long (504): into halves of its sources, and for a single source into halves of its time,
 * where the halves together give the same as the whole.
 */
import * as DateTime from "effect/DateTime"
import { isoOf, millisOf, type Moment } from "../../../contract/Moment.ts"
import type { Splitter, Splitting } from "../../../contract/Operation.ts"
import type { DataPage, DataQuery } from "./dataQuery.ts"
import { joinSeries, type Wanted } from "./joinSeries.ts"
import { joined } from "./shape.ts"

type Source = DataQuery["sources"][number]
type Query = NonNullable<Source["tags"][number]["queries"]>[number]
type Order = NonNullable<Query["order"]>

/** A source's time in two; `early` and `late` meet at `seam` (ms). */
interface Halves {
  readonly order: Order
  readonly seam: number
  readonly early: Source
  readonly late: Source
}

/** Points per query at most (API reference: `limit` 1 to 5000). */
const most = 5_000

// Every time zone is a whole number of quarters of an hour away from UTC, so a step that divides a quarter begins anew there.
const quarter = 900_000

// A single value of a span (a mean, a sum) does not follow from the values of its halves; raw points and whole steps do.
const canJoin = (query: Query, start: number, end: number): boolean => {
  const { extendedBoundary, limit = most, offset = 0, postAggr = "raw", postTransform, ref, step } = query
  if (ref === undefined || offset !== 0 || postTransform !== undefined || extendedBoundary === true)
    return false
  if (step === undefined || typeof step !== "number") return step === undefined && postAggr === "raw"
  const millis = step * 1000
  return (
    postAggr !== "raw" &&
    step > 0 &&
    quarter % millis === 0 &&
    start % millis === 0 &&
    (end - start) / millis < limit
  )
}

/** The order that all queries of the source name; `undefined` where its time cannot be halved. */
const orderOf = ({ end, start, tags }: Source): Order | undefined => {
  if (start === undefined || end === undefined) return undefined
  const [from, to] = [millisOf(start), millisOf(end)]
  const queries = tags.flatMap((tag): ReadonlyArray<Query> => tag.queries ?? [{}])
  const [order, ...others] = new Set(queries.map((query) => query.order))
  return others.length === 0 && queries.every((query) => canJoin(query, from, to)) ? order : undefined
}

/** The source with another limit for each query; a query whose limit is 0 is left out. */
const limited = (source: Source, limitOf: (query: Query) => number): Source => ({
  ...source,
  tags: source.tags.flatMap((tag) => {
    const queries = (tag.queries ?? [])
      .map((query) => ({ ...query, limit: limitOf(query) }))
      .filter(({ limit }) => limit > 0)
    return queries.length === 0 ? [] : [{ ...tag, queries }]
  })
})

const halvesOf = (source: Source): Halves | undefined => {
  if (source.start === undefined || source.end === undefined) return undefined
  const [start, end, order] = [millisOf(source.start), millisOf(source.end), orderOf(source)]
  const seam = Math.floor((start + end) / 2 / quarter) * quarter
  if (order === undefined || seam <= start || seam >= end) return undefined
  // IXON does not document the limit where none is given, so each part names one.
  const whole = limited(source, ({ limit = most }) => limit)
  const middle = DateTime.makeUnsafe(seam)
  return { order, seam, early: { ...whole, end: middle }, late: { ...whole, start: middle } }
}

// A point on the seam may come with both halves; it is counted with the second.
const counted = ({ data }: DataPage, seam: number, ref: string | undefined): number =>
  data
    .flatMap(({ points }) => points ?? [])
    .filter(({ time, values }) => Date.parse(time ?? "") !== seam && (values?.[ref ?? ""] ?? null) !== null)
    .length

const limitsOf = ({ tags }: Source): ReadonlyMap<string, number> =>
  new Map(
    tags.flatMap(({ queries = [] }) => queries.map(({ limit = most, ref = "" }) => [ref, limit] as const))
  )

const joinPages = (first: DataPage, second: DataPage, wanted: Wanted): DataPage => {
  const [one, other] = [first.data[0], second.data[0]]
  return one === undefined || other === undefined
    ? joined(first, second)
    : { ...second, data: [joinSeries(one, other, wanted)] }
}

const byTime = ({ early, late, order, seam }: Halves): Splitting<DataQuery, DataPage> => {
  const [one, other] = order === "asc" ? [early, late] : [late, early]
  return {
    first: { sources: [one] },
    next: (first) => {
      // What the first half has brought counts against the limit of the whole.
      const rest = limited(other, ({ limit = most, ref }) => limit - counted(first, seam, ref))
      if (rest.tags.length === 0) return { whole: first }
      const wanted = { order, limits: limitsOf(early) }
      return { rest: { sources: [rest] }, join: (second) => joinPages(first, second, wanted) }
    }
  }
}

const bySource = ({ sources }: DataQuery): Splitting<DataQuery, DataPage> => {
  const middle = Math.ceil(sources.length / 2)
  return {
    first: { sources: sources.slice(0, middle) },
    next: (first) => ({
      rest: { sources: sources.slice(middle) },
      join: (rest) => joined(first, rest)
    })
  }
}

const needs =
  "to be asked for in parts it needs `start` and `end`, and in each query `ref` and the same `order`"

const moment = (at: Moment | undefined): string => isoOf(at) ?? "?"

const described = (source: Source): string => {
  const range = `${source.source.publicId} from ${moment(source.start)} to ${moment(source.end)}`
  return orderOf(source) === undefined ? `${range}; ${needs}` : range
}

/** How `queryData` is split. */
export const dataSplitter: Splitter<DataQuery, DataPage> = {
  split: (query) => {
    const [source, ...others] = query.sources
    if (others.length > 0) return bySource(query)
    const halves = source === undefined ? undefined : halvesOf(source)
    return halves === undefined ? undefined : byTime(halves)
  },
  describe: ({ sources }) => `source ${sources.map(described).join(", ")}`
}
