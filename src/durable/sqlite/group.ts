/**
 * Group commit: all commands that wait are carried out in one transaction, which waits once for the disk, and none is answered before
 * it is there.
 */
import type { Database } from "./database.ts"
import { isBusy, problemOf } from "./problems.ts"
import type { Answer, Question } from "./program.ts"
import { ask, type Commands, failed, Transaction } from "./transaction.ts"
import type { Turn } from "./turn.ts"

/** Where questions come from, all that have come at a time, and where answers go. */
export interface Line {
  readonly next: () => ReadonlyArray<Question>
  /** Told when a transaction has begun. */
  readonly begun: () => void
  readonly say: (answers: ReadonlyArray<Answer>) => void
}

export class Group {
  private waiting: Array<Question> = []
  private writing: Promise<void> | undefined
  private version = 0
  /** Whether something was written since the log was last cut. */
  isDirty = false

  private readonly transaction: Transaction
  private readonly database: Database
  private readonly commands: Commands
  private readonly turn: Turn
  private readonly line: Line

  constructor(database: Database, commands: Commands, turn: Turn, line: Line) {
    this.transaction = new Transaction(database, commands)
    this.database = database
    this.commands = commands
    this.turn = turn
    this.line = line
  }

  /** Takes in what has come. What only reads is answered at once; the rest when all that wait are on the disk. */
  take(): void {
    this.read()
    if (this.waiting.length > 0) this.writing ??= this.write().finally(() => (this.writing = undefined))
  }

  /** When all that was taken in is answered. */
  async idle(): Promise<void> {
    while (this.writing !== undefined) await this.writing
  }

  private read(): void {
    this.say(
      this.line
        .next()
        .map((one) => this.readOne(one))
        .filter((one) => one !== undefined)
    )
  }

  private say(answers: ReadonlyArray<Answer>): void {
    if (answers.length > 0) this.line.say(answers)
  }

  private readOne(question: Question): Answer | undefined {
    const [id, name, input] = question
    const command = this.commands[name]
    try {
      const answer = command?.read && this.inside(command.read, input)
      if (answer !== undefined) return [id, answer]
    } catch (error) {
      if (!isBusy(error)) return failed(question, problemOf(error))
    }
    this.waiting.push(question)
    return undefined
  }

  /** In a transaction, so that all it reads is of one moment. */
  private inside(run: (input: never) => unknown, input: unknown): unknown {
    this.database.run("BEGIN")
    try {
      return ask(run, input)
    } finally {
      if (this.database.isTransaction) this.database.run("COMMIT")
    }
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      try {
        await this.begin()
        this.line.begun()
        this.isDirty = true
        this.say(this.transaction.commit(this.waiting.splice(0)))
      } catch (error) {
        const problem = problemOf(error)
        this.say(this.waiting.splice(0).map((one) => failed(one, problem)))
      }
      // What came in meanwhile takes part in the next transaction.
      this.read()
    }
  }

  private async begin(): Promise<void> {
    if (await this.turn.take(() => this.isShared())) await this.turn.pause()
    await this.turn.take(() => {
      this.read()
      this.database.run("BEGIN IMMEDIATE")
    })
  }

  /** Whether another process has written since we did: then we are no quicker to begin than it is. */
  private isShared(): boolean {
    const version = this.database.get<{ readonly data_version: number }>("PRAGMA data_version")?.data_version
    const isOther = version !== this.version && this.version !== 0
    this.version = version ?? 0
    return isOther
  }
}
