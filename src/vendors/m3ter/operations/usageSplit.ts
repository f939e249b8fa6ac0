/**
 * How a usage query whose answer would be too large (413) is split: into the later half of its time and then the earlier one,
 * since m3ter answers with the most recent first, or into halves of its accounts or meters. Only where the parts are the whole.
 */
import * as DateTime from "effect/DateTime"
import { millisOf } from "../../../contract/Moment.ts"
import type { Splitter } from "../../../contract/Operation.ts"
import type { Usage, UsageQuery } from "./usageQuery.ts"

type List = "accountIds" | "meterIds"

interface Halves {
  readonly by: "time" | "list"
  readonly first: UsageQuery
  readonly rest: UsageQuery
}

/** The shortest span (ms) that is still halved. The figure is ours. */
const shortest = 1_000

// A sum, a mean or a count of a span does not follow from those of its halves; rows of measurements can be put together.
const byTime = (query: UsageQuery): Halves | undefined => {
  const { aggregations = [], endDate, startDate } = query
  if (aggregations.length > 0 || startDate === undefined || endDate === undefined) return undefined
  const [start, end] = [millisOf(startDate), millisOf(endDate)]
  if (end - start < 2 * shortest) return undefined
  // The start belongs to the span, and the end does not.
  const middle = DateTime.makeUnsafe(Math.floor((start + end) / 2))
  return { by: "time", first: { ...query, startDate: middle }, rest: { ...query, endDate: middle } }
}

// With aggregations a row is of one account only where it is grouped by account, and never of one meter. What a filter on the
// field of one meter does to the others is not documented, and a limit takes the most recent of all together.
const apart = (
  { aggregations = [], dimensionFilters = [], groups = [], limit }: UsageQuery,
  field: List
): boolean => {
  if (limit !== undefined) return false
  if (field === "meterIds") return aggregations.length === 0 && dimensionFilters.length === 0
  return aggregations.length === 0 || groups.some(({ groupType }) => groupType === "ACCOUNT")
}

const byList = (query: UsageQuery, field: List): Halves | undefined => {
  const ids = [...new Set(query[field])]
  if (ids.length < 2 || !apart(query, field)) return undefined
  const middle = Math.ceil(ids.length / 2)
  return {
    by: "list",
    first: { ...query, [field]: ids.slice(0, middle) },
    rest: { ...query, [field]: ids.slice(middle) }
  }
}

const halvesOf = (query: UsageQuery): Halves | undefined =>
  byTime(query) ?? byList(query, "accountIds") ?? byList(query, "meterIds")

// Where the first part is full already, one row more shows whether there are more.
const remainder = (rest: UsageQuery, { data }: Usage): UsageQuery =>
  rest.limit === undefined ? rest : { ...rest, limit: Math.max(1, rest.limit - data.length) }

const joined = (first: Usage, rest: Usage, limit: number | undefined): Usage => {
  const data = [...first.data, ...rest.data]
  const most = limit ?? data.length
  return {
    data: data.slice(0, most),
    hasMoreData: first.hasMoreData === true || rest.hasMoreData === true || data.length > most
  }
}

/** How `queryUsage` asks for less. */
export const usageSplitter: Splitter<UsageQuery, Usage> = {
  describe: ({ accountIds, endDate, meterIds, startDate }) =>
    JSON.stringify({ startDate, endDate, accountIds, meterIds }),
  split: (query) => {
    const halves = halvesOf(query)
    if (halves === undefined) return undefined
    return {
      first: halves.first,
      next: (first) =>
        // More recent rows are missing already: older ones would leave a hole.
        halves.by === "time" && first.hasMoreData === true
          ? { whole: first }
          : { rest: remainder(halves.rest, first), join: (rest) => joined(first, rest, query.limit) }
    }
  }
}
