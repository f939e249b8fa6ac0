/** A database as the programs see it: statements by their text, prepared once. */
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite"

/** What a statement is given. */
export type Value = SQLInputValue

interface Prepared {
  readonly statement: StatementSync
  /** Which value each place of the text takes. */
  readonly places: ReadonlyArray<number>
}

/** An open file. The texts of a program are few and fixed, so that each is prepared once; values are never part of a text. */
export class Database {
  private readonly prepared = new Map<string, Prepared>()

  private readonly file: DatabaseSync

  constructor(file: DatabaseSync) {
    this.file = file
  }

  /** Node 22 takes values by place or by name, and takes `?1` for a name: it is given places only. */
  private prepare(sql: string): Prepared {
    const places: Array<number> = []
    const plain = sql.replace(/\?(\d+)/g, (_, number: string) => {
      places.push(Number(number) - 1)
      return "?"
    })
    const made = { statement: this.file.prepare(plain), places }
    this.prepared.set(sql, made)
    return made
  }

  private bound(sql: string, values: ReadonlyArray<Value>): readonly [StatementSync, ReadonlyArray<Value>] {
    const { places, statement } = this.prepared.get(sql) ?? this.prepare(sql)
    return [statement, places.length === 0 ? values : places.map((place) => values[place] ?? null)]
  }

  /** How many statements are prepared. */
  get size(): number {
    return this.prepared.size
  }

  /** Whether a transaction is open. */
  get isTransaction(): boolean {
    return this.file.isTransaction
  }

  /** How many rows it changed. */
  run(sql: string, ...values: ReadonlyArray<Value>): number {
    const [statement, bound] = this.bound(sql, values)
    return Number(statement.run(...bound).changes)
  }

  /** The first row. */
  get<Row>(sql: string, ...values: ReadonlyArray<Value>): Row | undefined {
    const [statement, bound] = this.bound(sql, values)
    return statement.get(...bound) as Row | undefined // as: the text says what its rows are
  }

  all<Row>(sql: string, ...values: ReadonlyArray<Value>): Array<Row> {
    const [statement, bound] = this.bound(sql, values)
    return statement.all(...bound) as Array<Row> // as: the text says what its rows are
  }

  /** Row by row, for as long as they are wanted. */
  rows<Row>(sql: string, ...values: ReadonlyArray<Value>): Iterable<Row> {
    const [statement, bound] = this.bound(sql, values)
    return statement.iterate(...bound) as Iterable<Row> // as: the text says what its rows are
  }

  /** Statements that are run once, and not kept. */
  exec(sql: string): void {
    this.file.exec(sql)
  }

  close(): void {
    this.prepared.clear()
    this.file.close()
  }
}
