/** What is asked of an outbox in memory. */
import * as Effect from "effect/Effect"
import { type Lane, type Pause, type Ready, scopesOf } from "../lane.ts"
import { isOpen, type Item } from "../model.ts"
import type { Query, Stats } from "../commands.ts"
import type { Commands } from "../store.ts"
import { type Row, type Rows, setWait } from "./rows.ts"

const pauseOf = (rows: Rows, lane: Lane): Pause | undefined =>
  scopesOf(lane)
    .map((scope) => rows.pauses.get(scope))
    .find((pause) => pause !== undefined)

const defined = <Name extends string, A>(name: Name, value: A | undefined) =>
  value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]: A }) // as: a computed name is not followed

const readyOf = (rows: Rows, lane: Lane, pending: ReadonlyArray<Row>, now: number): Ready => {
  for (const row of pending) if (row.waits === "due") setWait(row, now)
  const [next] = pending
    .filter(({ waits }) => waits === undefined)
    .toSorted((one, other) => other.priority - one.priority || one.seq - other.seq)
  const dues = pending.filter(({ waits }) => waits === "due").map(({ due }) => due - now)
  return {
    ...lane,
    ...defined("next", next && { input: next.input, version: next.version }),
    ...defined("dueIn", dues.length === 0 ? undefined : Math.min(...dues)),
    ...defined("paused", pauseOf(rows, lane))
  }
}

const openOf = (rows: Rows, lane: string): ReadonlyArray<Row> =>
  [...rows.items.values()].filter((row) => row.lane === lane && isOpen(row.state))

const matches =
  ({ ids, key, lane, operation, since = -Infinity, states, tag, until = Infinity, vendor }: Query) =>
  (row: Row): boolean =>
    (ids?.includes(row.id) ?? true) &&
    (states?.includes(row.state) ?? true) &&
    (lane === undefined || row.lane === lane) &&
    (operation === undefined || row.operation === operation) &&
    (vendor === undefined || row.operation.startsWith(`${vendor}.`)) &&
    (key === undefined || row.key === key) &&
    (tag === undefined || row.outcome?.tag === tag) &&
    row.enqueued >= since &&
    row.enqueued < until

const stats = (rows: Rows, now: number): Stats => {
  const lanes = [...rows.lanes.values()].map((lane) => {
    const open = openOf(rows, lane.lane).map(({ enqueued }) => now - enqueued)
    return {
      ...lane,
      ...rows.countsOf(lane.lane),
      ...defined("oldest", open.length === 0 ? undefined : Math.max(...open)),
      ...defined("paused", pauseOf(rows, lane))
    }
  })
  const all = { enqueued: 0, open: 0, delivered: 0, warned: 0, dead: 0, unknown: 0, dropped: 0 }
  const names = ["enqueued", "open", "delivered", "warned", "dead", "unknown", "dropped"] as const
  for (const lane of lanes) for (const name of names) all[name] += lane[name]
  return { all, lanes }
}

const copy = (row: Row): Item => ({ ...row })

/** The commands. */
export const make = (rows: Rows): Pick<Commands, "lanes" | "list" | "ended" | "stats"> => ({
  lanes: ({ account, now, operations }) =>
    Effect.sync(() =>
      [...rows.lanes.values()]
        .filter((lane) => operations?.includes(lane.operation) ?? true)
        .filter((lane) => account === undefined || lane.account === account)
        .flatMap((lane) => {
          const open = openOf(rows, lane.lane)
          const pending = open.filter(({ state }) => state === "pending")
          return open.length === 0 ? [] : [readyOf(rows, lane, pending, now)]
        })
    ),
  list: (query) =>
    Effect.sync(() =>
      [...rows.items.values()]
        .filter(({ seq }) => seq > (query.after ?? 0))
        .filter(matches(query))
        .slice(0, query.limit)
        .map(copy)
    ),
  ended: ({ after: [time, place], limit }) =>
    Effect.sync(() =>
      [...rows.items.values()]
        .flatMap((row) => (row.ended === undefined ? [] : [{ ...row, ended: row.ended }]))
        .filter(({ ended, seq }) => ended > time || (ended === time && seq > place))
        .toSorted((one, other) => one.ended - other.ended || one.seq - other.seq)
        .slice(0, limit)
    ),
  stats: ({ now }) => Effect.sync(() => stats(rows, now))
})
