/** What is sent in bulk: events of users to Braze, 75 in a request, and measurements to m3ter, 1,000 in a request. */
import { randomUUID } from "node:crypto"
import { organization } from "../calls/shapes.ts"

/** A record as the application has it. Everybody makes of it what the vendor or the client takes. */
export interface Order {
  readonly customer: string
  readonly number: number
  readonly total: number
  readonly at: Date
}

const start = Date.UTC(2026, 10, 1)

/** As many as fill whole requests of either kind. */
export const orders: ReadonlyArray<Order> = Array.from({ length: 9_000 }, (_, index) => ({
  customer: `customer-${index % 700}`,
  number: index,
  total: (index % 977) / 4,
  at: new Date(start + index * 1000)
}))

/** An event as Braze's JSON has it: some 150 bytes. */
const event = ({ at, customer, number, total }: Order) => ({
  external_id: customer,
  name: "ordered",
  time: at.toISOString(),
  properties: { order: `order-${number}`, total, items: number % 9 }
})

/** A measurement as m3ter's JSON has it, with the id that a repeat is recognized by: some 200 bytes. */
const measurement = ({ at, customer, number, total }: Order) => ({
  uid: randomUUID(),
  meter: `meter_${number % 40}`,
  account: customer,
  ts: at.toISOString(),
  what: { order: `order-${number}` },
  measure: { total, items: number % 9 }
})

/** The loads: where records go, how many in one request, and how the vendor's JSON has them. */
export const loads = {
  braze: { path: "/users/track", list: "events", perRequest: 75, json: event },
  m3ter: {
    path: `/organizations/${organization}/measurements`,
    list: "measurements",
    perRequest: 1000,
    json: measurement
  }
} as const

export type Load = keyof typeof loads

/** What a contender is made with. */
export interface Target {
  readonly base: string
  readonly load: Load
}
