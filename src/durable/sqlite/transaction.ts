/** One transaction of many commands: each has a savepoint of its own, so that one that fails takes nothing from the others. */
import type { Database } from "./database.ts"
import { type Problem, problemOf } from "./problems.ts"
import type { Answer, Command, Question } from "./program.ts"

/** The commands of a program, by their names. */
export type Commands = Readonly<Record<string, Command>>

/** The input of a question is what its command takes: both come from the same program. */
export const ask = (run: (input: never) => unknown, input: unknown): unknown => run(input as never) // as: see above

/** The answer to a question that could not be carried out. */
export const failed = ([id]: Question, problem: Problem): Answer => [id, undefined, problem]

export class Transaction {
  private readonly database: Database
  private readonly commands: Commands

  constructor(database: Database, commands: Commands) {
    this.database = database
    this.commands = commands
  }

  /** Carries out questions for which a transaction was begun. */
  commit(questions: ReadonlyArray<Question>): ReadonlyArray<Answer> {
    const answers: Array<Answer> = []
    try {
      // A disk that is full undoes the whole transaction, in the midst of it.
      for (const one of questions) if (this.database.isTransaction) answers.push(this.one(one))
      if (this.database.isTransaction) {
        this.database.run("COMMIT")
        return answers
      }
    } catch (error) {
      if (this.database.isTransaction) this.database.run("ROLLBACK")
      answers.push(...questions.slice(0, 1).map((one) => failed(one, problemOf(error))))
    }
    return questions.length === 1 ? answers.slice(-1) : questions.flatMap((one) => this.alone(one))
  }

  /** What failed together may succeed by itself: what is given back needs less space than what comes in. */
  private alone(question: Question): ReadonlyArray<Answer> {
    try {
      this.database.run("BEGIN IMMEDIATE")
    } catch (error) {
      return [failed(question, problemOf(error))]
    }
    return this.commit([question])
  }

  private one(question: Question): Answer {
    const [id, name, input] = question
    const command = this.commands[name]
    const run = command?.write ?? command?.read
    if (run === undefined)
      return failed(question, { reason: "other", problem: `there is no command ${name}` })
    this.database.run("SAVEPOINT one")
    try {
      const answer = ask(run, input)
      this.database.run("RELEASE one")
      return [id, answer]
    } catch (error) {
      if (this.database.isTransaction) this.database.exec("ROLLBACK TO one; RELEASE one")
      return failed(question, problemOf(error))
    }
  }
}
