/** What runs in the thread of a file: a module whose export `program` says how the file is laid out and what can be asked of it. */
import type { Database } from "./database.ts"
import type { Problem } from "./problems.ts"

/**
 * One command. `read` runs without the lock of the writer, and may leave the command to `write` by answering `undefined`. `write` runs
 * in the transaction of all that wait, in a savepoint of its own: when it throws, it has done nothing.
 */
export interface Command {
  readonly read?: (input: never) => unknown
  readonly write?: (input: never) => unknown
}

/** What a program is told of its surroundings. */
export interface Surroundings {
  /** What is wrong with the space on the disk, for commands that add to the file. */
  readonly room: () => Problem | undefined
}

/** A program. */
export interface Program {
  /** Marks files of this kind (`PRAGMA application_id`): a positive integer of 32 bits. */
  readonly mark: number
  /** What the file is, in a word or two: `an outbox`. */
  readonly kind: string
  /** The schema in steps. A file of version n has had the first n; a step never changes once it was released. */
  readonly migrations: ReadonlyArray<string>
  /** `FULL`: what was answered outlives a power cut. `NORMAL`: the last moments may be lost, the file is whole. */
  readonly synchronous: "FULL" | "NORMAL"
  readonly commands: (database: Database, surroundings: Surroundings) => Readonly<Record<string, Command>>
}

/** How a file is opened. */
export interface Opening {
  readonly file: string
  /** The address of the module with the program. */
  readonly program: string
  /** Bytes of the disk that `room` keeps free. */
  readonly reserve: number
  /** How long (ms) a command waits for other writers. */
  readonly patience: number
  /** Instead of the version that SQLite tells, for tests. */
  readonly version?: string
}

/** What is asked: its number, the command, its input. */
export type Question = readonly [id: number, name: string, input: unknown]

/** What is answered: the number of the question, and the answer or the problem. */
export type Answer =
  readonly [id: number, answer: unknown] | readonly [id: number, answer: undefined, problem: Problem]

/** What the thread says: that it could not open the file, or answers. */
export type Message = { readonly failed: Problem } | ReadonlyArray<Answer>
