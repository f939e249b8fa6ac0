/** Lanes: items that may share a request, and wait for the same vendor. */
import type { Claimed, Item } from "./model.ts"

/** How many items of a lane, or of all, are where. `enqueued = open + delivered + warned + dead + unknown + dropped`, always. */
export interface Counts {
  readonly enqueued: number
  readonly open: number
  readonly delivered: number
  readonly warned: number
  readonly dead: number
  readonly unknown: number
  /** Given up by a person, or removed. */
  readonly dropped: number
}

/** A lane: items that may share a request, and wait for the same vendor. */
export interface Lane {
  readonly lane: string
  readonly operation: string
  readonly account: string
}

/** A lane for who works on it. */
export interface Ready extends Lane {
  /** The input of the item that is next. Absent where none can be sent now. */
  readonly next?: Pick<Item, "input" | "version">
  /** In how many ms the first item that waits for its time is due. */
  readonly dueIn?: number
  readonly paused?: Pause
}

/** A pause: of all, of a vendor (`Braze`), of an operation (`Braze.trackUsers`), or of one lane. */
export interface Pause {
  readonly scope: string
  readonly reason: string
  readonly by: string
  readonly since: number
}

/** The scopes whose pause stops a lane. */
export const scopesOf = ({ lane, operation }: Lane): ReadonlyArray<string> => [
  "*",
  operation.slice(0, Math.max(0, operation.indexOf("."))),
  operation,
  lane
]

/** A request that may be sent again as it is. */
export interface Frozen extends Lane {
  readonly request: string
  /** The request as it was sent, as text. */
  readonly body: string
  readonly items: ReadonlyArray<Claimed>
}
