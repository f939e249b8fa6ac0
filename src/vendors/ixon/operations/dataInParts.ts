/**
 * How a data query that takes IXON too long (504) is asked for in parts: half of its sources, and of a single source half of its
 * time, where the halves together say the same as the whole.
 */
import * as DateTime from "effect/DateTime"
import type { Splitter } from "../../../contract/Operation.ts"
import type { DataPage, DataQuery } from "./data.ts"
import { asOne, type Whole } from "./dataAsOne.ts"

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

// Every time zone is so many quarters of an hour away from UTC: a step that divides one begins anew there, wherever it is.
const quarter = 900_000

// A value of a span (a mean, a sum) cannot be told from those of its halves; raw points and whole steps can be put together.
const joins = (query: Query, start: number, end: number): boolean => {
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
  const [from, to] = [start.epochMilliseconds, end.epochMilliseconds]
  const queries = tags.flatMap((tag): ReadonlyArray<Query> => tag.queries ?? [{}])
  const [order, ...others] = new Set(queries.map((query) => query.order))
  return others.length === 0 && queries.every((query) => joins(query, from, to)) ? order : undefined
}

/** The source with what becomes of each query's limit; a query that is left with nothing is left out. */
const limited = (source: Source, left: (query: Query) => number): Source => ({
  ...source,
  tags: source.tags.flatMap((tag) => {
    const queries = (tag.queries ?? [])
      .map((query) => ({ ...query, limit: left(query) }))
      .filter(({ limit }) => limit > 0)
    return queries.length === 0 ? [] : [{ ...tag, queries }]
  })
})

const halvesOf = ({ sources: [source, ...others] }: DataQuery): Halves | undefined => {
  if (others.length > 0 || source?.start === undefined || source.end === undefined) return undefined
  const [start, end, order] = [source.start.epochMilliseconds, source.end.epochMilliseconds, orderOf(source)]
  const seam = Math.floor((start + end) / 2 / quarter) * quarter
  if (order === undefined || seam <= start || seam >= end) return undefined
  // What IXON takes for the limit where none is given is not documented: each part names one.
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

/** What was halved by time, by the answer to its first half: `join` is not told. */
const halved = new WeakMap<DataPage, Whole>()

const needs =
  "to be asked for in parts it needs `start` and `end`, and in each query `ref` and the same `order`"

const moment = (at: DateTime.Utc | undefined): string => (at === undefined ? "?" : DateTime.formatIso(at))

const named = (source: Source): string => {
  const range = `${source.source.publicId} from ${moment(source.start)} to ${moment(source.end)}`
  return orderOf(source) === undefined ? `${range}; ${needs}` : range
}

/** How `queryData` asks for less. */
export const inParts: Splitter<DataQuery, DataPage> = {
  first: (query) => {
    if (query.sources.length > 1)
      return { sources: query.sources.slice(0, Math.ceil(query.sources.length / 2)) }
    const halves = halvesOf(query)
    return halves === undefined
      ? undefined
      : { sources: [halves.order === "asc" ? halves.early : halves.late] }
  },
  rest: (query, first) => {
    const halves = halvesOf(query)
    if (halves === undefined) return { sources: query.sources.slice(Math.ceil(query.sources.length / 2)) }
    const { early, late, order, seam } = halves
    const rest = limited(
      order === "asc" ? late : early,
      ({ limit = most, ref }) => limit - counted(first, seam, ref)
    )
    halved.set(first, { order, limits: limitsOf(early) })
    return rest.tags.length === 0 ? undefined : { sources: [rest] }
  },
  join: (first, second) => {
    const [whole, one, other] = [halved.get(first), first.data[0], second.data[0]]
    const apart = whole === undefined || one === undefined || other === undefined
    return { ...second, data: apart ? [...first.data, ...second.data] : [asOne(one, other, whole)] }
  },
  names: ({ sources }) => `source ${sources.map(named).join(", ")}`
}
