/** The counts of lanes, changed with the items. */
import type { Database } from "../../sqlite/database.ts"
import { isOpen, type State } from "../model.ts"
import { states } from "./rows.ts"
import { count } from "./statements.ts"

const columns = ["enqueued", "open", "delivered", "warned", "dead", "unknown", "dropped"] as const
type Column = (typeof columns)[number]

const columnOf = (state: State): Column => (isOpen(state) ? "open" : state)

/** What a command changes. It is written down when the command is done. */
export class Tally {
  private readonly changes = new Map<number, Map<Column, number>>()
  private readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  add(lane: number, column: Column, by: number): void {
    const changes = this.changes.get(lane) ?? new Map<Column, number>()
    this.changes.set(lane, changes)
    changes.set(column, (changes.get(column) ?? 0) + by)
  }

  /** From one state, by its code, to another. */
  move(lane: number, from: number, to: State | "dropped"): void {
    this.add(lane, columnOf(states[from] ?? "unknown"), -1)
    this.add(lane, to === "dropped" ? to : columnOf(to), 1)
  }

  write(): void {
    for (const [lane, changes] of this.changes)
      if ([...changes.values()].some((by) => by !== 0))
        this.database.run(count, lane, ...columns.map((column) => changes.get(column) ?? 0))
  }
}
