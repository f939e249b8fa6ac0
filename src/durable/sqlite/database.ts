/** A database as the programs see it: statements by their text, prepared once. */
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite"

/** What a statement is given. */
export type Value = SQLInputValue

/** An open file. The texts of a program are few and fixed, so that each is prepared once; values are never part of a text. */
export class Database {
  private readonly prepared = new Map<string, StatementSync>()

  private readonly file: DatabaseSync

  constructor(file: DatabaseSync) {
    this.file = file
  }

  private statement(sql: string): StatementSync {
    const known = this.prepared.get(sql) ?? this.file.prepare(sql)
    this.prepared.set(sql, known)
    return known
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
    return Number(this.statement(sql).run(...values).changes)
  }

  /** The first row. */
  get<Row>(sql: string, ...values: ReadonlyArray<Value>): Row | undefined {
    return this.statement(sql).get(...values) as Row | undefined // as: the text says what its rows are
  }

  all<Row>(sql: string, ...values: ReadonlyArray<Value>): Array<Row> {
    return this.statement(sql).all(...values) as Array<Row> // as: the text says what its rows are
  }

  /** Row by row, for as long as they are wanted. */
  rows<Row>(sql: string, ...values: ReadonlyArray<Value>): Iterable<Row> {
    return this.statement(sql).iterate(...values) as Iterable<Row> // as: the text says what its rows are
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
