/**
 * Writes `examples/data`: a day of a shop, seeded, in the file forms such data comes in and with the mistakes real files have.
 * The files are kept in the repository; run this only to change them.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const folder = join(import.meta.dirname, "..", "examples", "data")
const day = Date.UTC(2026, 10, 20)

/** A small generator (mulberry32), so that the files are the same on every machine. */
const random = ((state: number) => () => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
})(20_261_120)

const below = (most: number): number => Math.floor(random() * most)
const pick = <A>(items: ReadonlyArray<A>): A => items[below(items.length)] as A
const times = <A>(count: number, make: (index: number) => A): Array<A> =>
  Array.from({ length: count }, (_, index) => make(index))
const moment = (): number => day + below(86_400_000)
const iso = (millis: number): string => new Date(millis).toISOString()
const customer = (): string => `customer-${String(1 + below(400)).padStart(4, "0")}`

/** Puts mistakes at fixed places of a list. */
const spoil = (lines: Array<string>, mistakes: Readonly<Record<number, string>>): Array<string> =>
  lines.map((line, index) => mistakes[index] ?? line)

const jsonl = (records: ReadonlyArray<unknown>): Array<string> =>
  records.map((record) => JSON.stringify(record))
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text)
}

// Events and purchases of the web shop, for Braze.
const shopEvents = times(1400, (index) => {
  const time = iso(moment())
  if (index % 5 === 0) {
    return {
      user: customer(),
      kind: "purchase",
      product: `tea-${1 + below(60)}`,
      price: (1 + below(4000)) / 100,
      currency: "EUR",
      quantity: 1 + below(3),
      time
    }
  }
  const user = customer()
  if (index % 11 === 0) return { user, kind: "signed up", email: `${user}@example.com`, time }
  return { user, kind: pick(["viewed", "added to cart", "searched", "signed in"]), time }
})
const spoiledEvents = spoil(jsonl(shopEvents), {
  120: JSON.stringify({ user: "", kind: "viewed", time: iso(moment()) }),
  333: JSON.stringify({ user: "customer-0007", kind: "", time: iso(moment()) }),
  512: `{"user":"customer-0011","kind":"viewed","time":"2026-11-20T1`,
  690: JSON.stringify({
    user: "customer-0100",
    kind: "purchase",
    product: "tea-4",
    price: "12,50",
    currency: "EUR",
    quantity: 1,
    time: iso(moment())
  }),
  877: JSON.stringify({ user: "customer-0101", kind: "viewed", time: "20.11.2026 14:05" }),
  1033: JSON.stringify({
    user: "customer-0200",
    kind: "purchase",
    product: "tea-9",
    price: 4.5,
    currency: "Euro",
    quantity: 2,
    time: iso(moment())
  }),
  1100: JSON.stringify({
    user: "customer-0300",
    kind: "signed up",
    email: "customer-0300 at example.com",
    time: iso(moment())
  }),
  1177: JSON.stringify({
    user: "customer-0301",
    kind: "signed up",
    email: "customer-0301@",
    time: iso(moment())
  }),
  1201: ""
})
write("shop-events.jsonl", `\uFEFF${spoiledEvents.join("\n")}\n{"user":"customer-0399","kind":"viewed","ti`)

// Triggered sends of the day, for Braze.
const sends = times(90, (index) =>
  [`send-${index + 1}`, pick(["order-confirmed", "order-shipped", "win-back"]), customer()].join(",")
)
write(
  "sends.csv",
  [
    "id,campaign,user",
    ...spoil(sends, {
      17: "send-18,order-shipped,",
      40: "send-41,no-such-campaign,customer-0040",
      71: "send-72;order-confirmed;customer-0072"
    })
  ].join("\r\n") + "\r\n"
)

// Usage of the shop's delivery service, for m3ter.
const usage = times(1500, (index) =>
  [
    `u-${String(index + 1).padStart(5, "0")}`,
    `account_${1 + below(40)}`,
    pick(["parcels", "storage"]),
    iso(moment()),
    1 + below(500)
  ].join(",")
)
write(
  "usage.csv",
  [
    "uid,account,meter,time,amount",
    ...spoil(usage, {
      99: "u-00050,account_3,parcels,2026-11-20T10:00:00.000Z,7",
      250: "u-00251,,parcels,2026-11-20T10:00:00.000Z,12",
      600: "u-00601,account_9,storage,2026-11-20T25:00:00.000Z,12",
      801: "u-00802,account_9,storage,2026-11-20T11:00:00.000Z,a dozen",
      1100: 'u-01101,account_2,"parcels",2026-11-20T12:00:00.000Z,3',
      1200: "u-01201,account_2,parcels"
    })
  ].join("\n") + "\n"
)

// Customer master data, for Xtremepush.
const cities = ["Graz", "Łódź", "Málaga", "Galway", "Oulu"]
const profiles = times(420, (index) =>
  [
    `customer-${String(index + 1).padStart(4, "0")}`,
    pick(["Ada", "Ben", "Cleo", "Dag", "Eve"]),
    pick(cities),
    `user${index + 1}@example.com`
  ].join(";")
)
write(
  "profiles.csv",
  [
    "user_id;first_name;city;email",
    ...spoil(profiles, {
      44: ";Ada;Graz;nobody@example.com",
      200: "customer-0201;Ben;Oulu",
      311: 'customer-0312;"Cleo; the second";Galway;user312@example.com'
    })
  ].join("\n") + "\n"
)

// Push hits, for Xtremepush.
const hits = times(240, () => ({
  user_id: customer(),
  event: pick(["opened app", "store visit"]),
  at: iso(moment())
}))
write(
  "hits.jsonl",
  spoil(jsonl(hits), { 30: JSON.stringify({ event: "opened app", at: iso(moment()) }), 180: "null" }).join(
    "\n"
  ) + "\n"
)

// Actions in the app, for Metrix. Real exports mix seconds with milliseconds, and repeat lines.
const actions = times(700, (index) => ({
  id: `m-${String(index + 1).padStart(5, "0")}`,
  user: customer(),
  name: pick(["product_viewed", "cart_opened", "checkout"]),
  time: moment()
}))
write(
  "app-actions.jsonl",
  spoil(jsonl(actions), {
    12: JSON.stringify({
      id: "m-00013",
      user: "customer-0013",
      name: "checkout",
      time: Math.floor(moment() / 1000)
    }),
    13: JSON.stringify({ id: "m-00002", user: "customer-0014", name: "checkout", time: moment() }),
    401: JSON.stringify({ id: "m-00402", user: "customer-0014", name: "  ", time: moment() }),
    402: JSON.stringify({ id: "m-00403", user: "", name: "checkout", time: moment() }),
    555: JSON.stringify({ id: "m-00556", user: "customer-0014", name: "checkout", time: "yesterday" })
  }).join("\n") + "\n"
)

// Device queries of the warehouse, for IXON.
const queries = times(60, (index) => ({
  id: `q-${index + 1}`,
  source: `simso${String(1 + below(135)).padStart(7, "0")}`,
  tag: pick(["temperature", "humidity", "door"]),
  hours: 1 + below(24)
}))
write(
  "device-queries.json",
  JSON.stringify(
    queries.map((query, index) =>
      index === 20 ? { ...query, source: "short" } : index === 41 ? { ...query, hours: -3 } : query
    ),
    null,
    1
  ) + "\n"
)
mkdirSync(folder, { recursive: true })
