/** What can be wrong with an outbox, apart from the vendors. */
import * as Data from "effect/Data"

/** The store cannot be reached or cannot write. Nothing was taken in. */
export class StoreUnavailable extends Data.TaggedError("StoreUnavailable")<{
  /** The store: a file, or a table. */
  readonly store: string
  /**
   * `old-node` and `old-sqlite`: this runtime cannot have one. `locked`: another process has it. `read-only`, `full`, `corrupt`: the
   * disk. `unreachable`: the server.
   */
  readonly reason:
    "old-node" | "old-sqlite" | "locked" | "read-only" | "full" | "corrupt" | "unreachable" | "other"
  readonly problem: string
  readonly cause?: unknown
}> {
  override get message(): string {
    return `The outbox in ${this.store} cannot be used: ${this.problem}`
  }
}

/** There is too little space left to take anything in. What is there is still sent. */
export class OutboxFull extends Data.TaggedError("OutboxFull")<{
  readonly store: string
  /** Bytes that are free, and that have to be. */
  readonly free: number
  readonly needed: number
}> {
  override get message(): string {
    const mb = (bytes: number): string => `${Math.floor(bytes / 1_000_000)} MB`
    return `The outbox in ${this.store} takes nothing in: ${mb(this.free)} of disk are free, and ${mb(this.needed)} are kept for sending what is in it. Free some space.`
  }
}

/** The id is there already, with another input. Nothing was taken in. */
export class IdConflict extends Data.TaggedError("IdConflict")<{
  readonly id: string
  readonly operation: string
}> {
  override get message(): string {
    return `The outbox has an item “${this.id}” with another input, so this one of ${this.operation} was not taken in. An id names one thing to be done: use another id, or leave it out.`
  }
}

/** The move is not one that the item's state allows. */
export class IllegalMove extends Data.TaggedError("IllegalMove")<{
  readonly id: string
  readonly problem: string
}> {
  override get message(): string {
    return `The item “${this.id}” stays as it is: ${this.problem}`
  }
}
