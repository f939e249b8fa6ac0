/** Requests under way: claimed, sent, settled, given back, and what is left of those that nobody ended. */
import * as Effect from "effect/Effect"
import { type Frozen, scopesOf } from "../lane.ts"
import { type Claimed, isOpen, type Result } from "../model.ts"
import type { Adopt, Claim, Intent, Release, Settle } from "../commands.ts"
import type { Commands } from "../store.ts"
import { enter } from "./moves.ts"
import { count, giveBack, reap } from "./reaper.ts"
import { claimedOf, type Request, type Row, type Rows, setWait } from "./rows.ts"

const fitting = (ready: ReadonlyArray<Row>, { bytes, most }: Claim): ReadonlyArray<Row> => {
  let sum = 0
  const end = ready.findIndex(({ input }, index) => {
    sum += Buffer.byteLength(input)
    return index >= most || (index > 0 && sum > bytes)
  })
  return end < 0 ? ready : ready.slice(0, end)
}

const claim = (rows: Rows, command: Claim): ReadonlyArray<Claimed> => {
  const { lane, lease, now, owner, request } = command
  // Given again, a claim gives what it has claimed; an id that is another's claims nothing.
  const before = rows.requests.get(request)
  if (before !== undefined) return before.owner === owner ? rows.of(request).map(claimedOf) : []
  const known = rows.lanes.get(lane)
  if (known === undefined || scopesOf(known).some((scope) => rows.pauses.has(scope))) return []
  const ready = [...rows.items.values()]
    .filter((row) => row.lane === lane && row.state === "pending" && row.waits === undefined)
    .toSorted((one, other) => other.priority - one.priority || one.seq - other.seq)
  const taken = fitting(ready, command)
  if (taken.length === 0) return []
  const made: Request = {
    id: request,
    lane: known,
    seqs: taken.map(({ seq }) => seq),
    owner,
    state: "claimed",
    lease: now + lease,
    kind: "once",
    sent: undefined,
    until: Infinity,
    body: undefined
  }
  rows.requests.set(request, made)
  for (const row of taken) Object.assign(row, { state: "claimed", request, sending: false })
  return taken.map(claimedOf)
}

const intent = (
  rows: Rows,
  { body, kind, lease, now, owner, request, within = Infinity }: Intent
): boolean => {
  const found = rows.requests.get(request)
  if (found === undefined || found.owner !== owner) return false
  const until = found.sent === undefined ? now + within : found.until
  Object.assign(found, { state: "sending", lease: now + lease, kind, until, body: body ?? found.body })
  found.sent ??= now
  for (const row of rows.of(request)) row.sending = true
  return true
}

const settleOne = (rows: Rows, request: string, result: Result, now: number): boolean => {
  const row = rows.items.get(result.seq)
  if (row?.request !== request) return false
  const isNews = isOpen(result.state) || result.state === "unknown"
  const takes = row.state === "claimed" || row.state === "unknown" || row.state === "pending"
  // What says nothing new about an item that is pending again or unknown changes nothing.
  if (
    !takes ||
    (row.state === "pending" && isNews) ||
    (row.state === "unknown" && result.state === "unknown")
  )
    return false
  count(rows, row, result.counts, now)
  Object.assign(row, { sending: false, outcome: result.outcome, due: now + (result.dueIn ?? 0) })
  enter(rows, row, result.state, now)
  if (result.state === "pending") setWait(row, now)
  rows.arrange(row, now)
  return true
}

const settle = (rows: Rows, { now, request, results }: Settle): ReadonlyArray<number> => {
  const moved = results.filter((result) => settleOne(rows, request, result, now))
  rows.tidy(request)
  return moved.map(({ seq }) => seq)
}

const release = (rows: Rows, { dueIn = 0, now, owner, request, seqs }: Release): number => {
  const found = rows.requests.get(request)
  if (found === undefined || found.owner !== owner || found.state !== "claimed") return 0
  const back = rows.of(request).filter(({ seq }) => seqs?.includes(seq) ?? true)
  for (const row of back) {
    delete row.request
    row.due = Math.max(row.due, now + dueIn)
    giveBack(rows, row, now)
  }
  rows.tidy(request)
  return back.length
}

const adopt = (rows: Rows, { account, lease, now, operations, owner }: Adopt): Frozen | undefined => {
  const found = [...rows.requests.values()].find(
    (one) =>
      one.state === "sending" &&
      one.kind === "keyed" &&
      one.body !== undefined &&
      one.lease <= now &&
      one.until > now &&
      one.lane.account === account &&
      operations.includes(one.lane.operation)
  )
  if (found?.body === undefined) return undefined
  Object.assign(found, { owner, lease: now + lease })
  const items = rows.of(found.id)
  for (const row of items) {
    row.attempts++
    row.doubts++
    row.firstSent ??= found.sent ?? now
  }
  return { ...found.lane, request: found.id, body: found.body, items: items.map(claimedOf) }
}

/** The commands. */
export const make = (
  rows: Rows
): Pick<Commands, "claim" | "intent" | "settle" | "release" | "reap" | "adopt"> => ({
  claim: (command) => Effect.sync(() => claim(rows, command)),
  intent: (command) => Effect.sync(() => intent(rows, command)),
  settle: (command) => Effect.sync(() => settle(rows, command)),
  release: (command) => Effect.sync(() => release(rows, command)),
  reap: ({ now }) => Effect.sync(() => reap(rows, now)),
  adopt: (command) => Effect.sync(() => adopt(rows, command))
})
