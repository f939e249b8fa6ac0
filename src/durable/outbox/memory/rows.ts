/** The rows of an outbox in memory. */
import type { Counts, Lane, Pause } from "../lane.ts"
import type { Claimed, Item, Kind } from "../model.ts"

type Mutable<A> = { -readonly [K in keyof A]: A[K] }

/** An item that changes. */
export interface Row extends Mutable<Item> {}

/** A request that is under way. */
export interface Request {
  readonly id: string
  readonly lane: Lane
  /** The places of its items in the order in which they were claimed: its body has them so. */
  readonly seqs: ReadonlyArray<number>
  owner: string
  state: "claimed" | "sending"
  lease: number
  kind: Kind
  sent: number | undefined
  /** Until when the vendor knows a repeat by its key. */
  until: number
  body: string | undefined
}

/** All that a store in memory holds. */
export class Rows {
  readonly items = new Map<number, Row>()
  readonly byId = new Map<string, Row>()
  readonly requests = new Map<string, Request>()
  readonly lanes = new Map<string, Lane>()
  readonly counts = new Map<string, Mutable<Counts>>()
  readonly pauses = new Map<string, Pause>()
  private last = 0

  nextSeq(): number {
    return ++this.last
  }

  countsOf(lane: string): Mutable<Counts> {
    const none = { enqueued: 0, open: 0, delivered: 0, warned: 0, dead: 0, unknown: 0, dropped: 0 }
    const counts = this.counts.get(lane) ?? none
    this.counts.set(lane, counts)
    return counts
  }

  /** The items that a request carries. */
  of(request: string): ReadonlyArray<Row> {
    return (this.requests.get(request)?.seqs ?? []).flatMap((seq) => {
      const row = this.items.get(seq)
      return row?.request === request && row.state === "claimed" ? [row] : []
    })
  }

  /** Forgets a request that carries nothing any more. */
  tidy(request: string): void {
    if (this.of(request).length === 0) this.requests.delete(request)
  }

  /** Puts the items of a key in order: the first one that is open is ready unless another is under way or holds it up. */
  arrange({ account, key, operation }: Pick<Row, "account" | "key" | "operation">, now: number): void {
    if (key === undefined) return
    const all = [...this.items.values()].filter(
      (row) => row.key === key && row.operation === operation && row.account === account
    )
    const pending = all.filter(({ state }) => state === "pending")
    const [head] = pending
    const blocks = ({ onDead, seq, state }: Row): boolean =>
      state === "claimed" ||
      state === "unknown" ||
      (state === "dead" && onDead === "hold" && seq < (head?.seq ?? 0))
    const isBlocked = all.some(blocks)
    for (const row of pending) {
      if (row !== head || isBlocked) row.waits = "key"
      else setWait(row, now)
    }
  }
}

/** Lets an item wait for its time, where that is yet to come. */
export const setWait = (row: Row, now: number): void => {
  if (row.due > now) row.waits = "due"
  else delete row.waits
}

/** What a worker needs of an item. */
export const claimedOf = ({
  attempts,
  doubts,
  firstSent,
  id,
  input,
  operation,
  seq,
  since,
  version
}: Row): Claimed => ({
  seq,
  id,
  input,
  operation,
  version,
  attempts,
  doubts,
  since,
  ...(firstSent === undefined ? {} : { firstSent })
})
