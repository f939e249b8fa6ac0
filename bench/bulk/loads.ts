/** What is sent in bulk: events of users to Braze, 75 in a request, and measurements to m3ter, 1,000 in a request. */
import { organization } from "../calls/shapes.ts"

const start = Date.UTC(2026, 10, 1)
const timeOf = (index: number): string => new Date(start + index * 1000).toISOString()
const each = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))

/** Events as Braze's JSON has them, some 150 bytes each. */
export const events = each(9_000, (index) => ({
  external_id: `customer-${index % 700}`,
  name: "ordered",
  time: timeOf(index),
  properties: { order: `order-${index}`, total: (index % 977) / 4, items: index % 9 }
}))

/** Measurements as m3ter's JSON has them, some 200 bytes each once they have their ids. */
export const measurements = each(10_000, (index) => ({
  meter: `meter_${index % 40}`,
  account: `customer-${index % 700}`,
  ts: timeOf(index),
  what: { region: index % 3 === 0 ? "north" : "south" },
  measure: { used: index % 977, peak: (index % 89) / 4 }
}))

/** The loads: where records go, how many in one request, and around them what. */
export const loads = {
  braze: { path: "/users/track", list: "events", perRequest: 75, records: events, id: undefined },
  m3ter: {
    path: `/organizations/${organization}/measurements`,
    list: "measurements",
    perRequest: 1000,
    records: measurements,
    // What a repeat is recognized by.
    id: "uid"
  }
} as const

export type Load = keyof typeof loads

/** What a contender is made with. */
export interface Target {
  readonly base: string
  readonly load: Load
}
