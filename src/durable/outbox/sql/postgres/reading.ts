/** What is asked of an outbox in PostgreSQL. */
import * as Effect from "effect/Effect"
import type { Query, Stats } from "../../commands.ts"
import type { Commands } from "../../store.ts"
import { type Database, type Parameter, whole } from "../database.ts"
import { ItemRow, itemOf, ReadyRow, readyOf, StatsRow, statsOf } from "../rows.ts"
import * as Schema from "effect/Schema"
import type { Keys } from "./keys.ts"
import * as texts from "./statements/reads.ts"

type Condition = readonly [text: (parameter: string) => string, value: Parameter]

const among = (column: string) => (parameter: string) =>
  `${column} IN (SELECT json_array_elements_text(${parameter}::text::json))`

const is = (column: string) => (parameter: string) => `${column} = ${parameter}`

/** The conditions of a query: only those that it has, so that the database sees which index helps. */
const conditionsOf = (query: Query): ReadonlyArray<Condition> => {
  const { after, ids, key, lane, operation, since, states, tag, until, vendor } = query
  const all: ReadonlyArray<readonly [Condition[0], Parameter | undefined]> = [
    [among("i.id"), ids && JSON.stringify(ids)],
    [among("i.state"), states && JSON.stringify(states)],
    [is("i.lane"), lane],
    [is("i.operation"), operation],
    [(it) => `starts_with(i.operation, ${it})`, vendor === undefined ? undefined : `${vendor}.`],
    [is("i.key"), key],
    [is("i.tag"), tag],
    [(it) => `i.enqueued >= ${it}::bigint`, whole(since)],
    [(it) => `i.enqueued < ${it}::bigint`, whole(until)],
    [(it) => `i.seq > ${it}::bigint`, whole(after)]
  ]
  return all.flatMap(([text, value]) =>
    value === undefined || value === null ? [] : [[text, value] as const]
  )
}

const listing = ({ joined }: Database): Commands["list"] => {
  // One for each combination of conditions, of which callers have a handful.
  const asks = new Map<string, ReturnType<typeof joined<typeof ItemRow.Type>>>()
  return (query) => {
    const conditions = conditionsOf(query)
    const text = texts.list(
      conditions.map(([text], index) => text(`$${index + 1}`)),
      `$${conditions.length + 1}::bigint`
    )
    const ask = asks.get(text) ?? joined(text, ItemRow)
    asks.set(text, ask)
    return Effect.map(ask(...conditions.map(([, value]) => value), whole(query.limit)), (rows) =>
      rows.map(itemOf)
    )
  }
}

const lanes = ({ alone }: Database, keys: Keys): Commands["lanes"] => {
  const [ask, ripen] = [alone(texts.lanes, ReadyRow), alone(texts.ripen, Schema.Unknown)]
  return ({ account, operations }) =>
    Effect.gen(function* () {
      const look = ask(operations === undefined ? null : JSON.stringify(operations), account ?? null)
      const rows = yield* look
      const ripe = rows.flatMap(({ due_in, lane }) => (due_in !== null && due_in <= 0 ? [lane] : []))
      const isFresh = rows.some(({ fresh }) => fresh)
      if (ripe.length === 0 && !isFresh) return rows.map(readyOf)
      if (ripe.length > 0) yield* ripen(JSON.stringify(ripe))
      if (isFresh) yield* keys.arrange
      return (yield* look).map(readyOf)
    })
}

const none = { enqueued: 0, open: 0, delivered: 0, warned: 0, dead: 0, unknown: 0, dropped: 0 }

const total = (lanes: Stats["lanes"]): Stats["all"] => {
  const all = { ...none }
  const names = ["enqueued", "open", "delivered", "warned", "dead", "unknown", "dropped"] as const
  for (const lane of lanes) for (const name of names) all[name] += lane[name]
  return all
}

/** The commands. */
export const reading = (
  database: Database,
  keys: Keys
): Pick<Commands, "lanes" | "list" | "ended" | "stats"> => {
  const ended = database.joined(texts.ended, ItemRow)
  const stats = database.joined(texts.stats, StatsRow)
  return {
    lanes: lanes(database, keys),
    list: listing(database),
    ended: ({ after: [time, place], limit }) =>
      Effect.map(ended(whole(time), whole(place), whole(limit)), (rows) => rows.map(itemOf)),
    stats: () =>
      Effect.map(stats(), (rows) => {
        const lanes = rows.map(statsOf)
        return { all: total(lanes), lanes }
      })
  }
}
