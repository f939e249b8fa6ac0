/** Taking one item in as a plain statement, for a transaction that is not Effect's. */
import type { NewItem } from "../model.ts"
import { filled, namesOf } from "./names.ts"
import { givenOf } from "./postgres/adding.ts"
import { statement as postgres } from "./postgres/statements/adding.ts"

/** A statement for another client. */
export interface Statement {
  /** With one placeholder, `$1`, which stands in it once. */
  readonly sql: string
  readonly params: ReadonlyArray<string>
}

/** The dialects that it is written for. */
export type Dialect = "pg"

/**
 * Does what `add` does for one item: its one row has `added`, `queued` or `duplicate`. The same id with another input is an error of the
 * database, which begins with `IdConflict` and ends the transaction.
 */
export const statement = (dialect: Dialect, item: NewItem, table: string): Statement => {
  const texts: Readonly<Record<Dialect, string>> = { pg: postgres }
  return { sql: filled(texts[dialect], namesOf(table)), params: [givenOf([item])] }
}
