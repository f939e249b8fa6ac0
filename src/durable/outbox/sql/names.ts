/** The names of an outbox's tables, and texts of SQL that leave a place for them. */

/** The tables, by the word that stands for each in a text: `{item}`. */
export interface Names {
  readonly item: string
  readonly request: string
  readonly count: string
  readonly pause: string
  readonly meta: string
  /** Begins the names of indexes. They cannot be qualified: they are where their table is. */
  readonly index: string
  /** The clock, as an expression: Unix ms. */
  readonly now: string
}

/** The moment at which the statement began, on the database's clock. */
export const databaseClock = "(extract(epoch FROM statement_timestamp()) * 1000)::bigint"

/** Begins the names of the tables, where nothing else is said. */
export const defaultTable = "faultline_outbox"

// With what comes behind it, it must fit into the 63 characters that PostgreSQL gives a name.
const name = /^([a-z_][a-z0-9_]{0,39}\.)?[a-z_][a-z0-9_]{0,39}$/

/** Whether tables can be named so: they are written as they are, without quotes. */
export const isTable = (table: string): boolean => name.test(table)

/** What is said of a name that tables cannot have. */
export const badTable = (table: string): string =>
  `“${table}” cannot begin the names of tables. Use up to 40 small letters, digits and underscores, with the schema in front where it is not the default one: app.outbox.`

/** The tables of an outbox. */
export const namesOf = (table: string, now = databaseClock): Names => ({
  item: `${table}_item`,
  request: `${table}_request`,
  count: `${table}_count`,
  pause: `${table}_pause`,
  meta: `${table}_meta`,
  index: table.slice(table.indexOf(".") + 1),
  now
})

/** Puts the names into a text. */
export const filled = (text: string, names: Names): string =>
  text.replace(/\{(item|request|count|pause|meta|index|now)\}/g, (_, word: keyof Names) => names[word])
