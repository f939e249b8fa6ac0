/**
 * A file of SQLite on a thread of its own, as this side sees it. Commands that wait at the same time are carried out in one
 * transaction; an answer means that it is on the disk. What waits, waits in the fibers that ask: no more than a few thousand items
 * are copied to the thread at a time.
 */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import type { Scope } from "effect/Scope"
import type { Worker } from "node:worker_threads"
import { type Problem, unfitNode } from "./problems.ts"
import type { Opening } from "./program.ts"
import { type Entry, Running } from "./running.ts"

/** The file cannot be used, or a command was not carried out. */
export class Trouble extends Data.TaggedError("Trouble")<Problem> {}

/** How a file is opened. */
export interface Options {
  readonly file: string
  /** The module with the program, beside the one whose address is given: `[import.meta.url, "./thread"]`. */
  readonly program: readonly [beside: string, name: string]
  /** Bytes of the disk that are kept free of what comes in. Default: 64 MB. */
  readonly reserve?: number
  /** How long (ms) a command waits while others write to the file. Default: 30 s. */
  readonly patience?: number
  /** Instead of the versions of this runtime, for tests. */
  readonly versions?: { readonly node?: string; readonly sqlite?: string }
}

/** An open file. */
export interface Client {
  /** Asks for a command of the program. `weight`: how many items it is about. */
  readonly ask: <A>(name: string, input: unknown, weight?: number) => Effect.Effect<A, Trouble>
}

/** Source runs as TypeScript, the package as JavaScript: a neighbour is written in the same. */
const beside = (address: string, name: string): URL =>
  new URL(`${name}${/\.\w+$/.exec(address)?.[0] ?? ".js"}`, address)

const openingOf = ({
  file,
  patience = 30_000,
  program,
  reserve = 64_000_000,
  versions
}: Options): Opening => ({
  file,
  program: beside(...program).href,
  patience,
  reserve,
  ...(versions?.sqlite === undefined ? {} : { version: versions.sqlite })
})

const closed = new Trouble({ reason: "other", problem: "it is closed" })

/** Starts a thread when there is something to ask, and another one when it has ended. */
class Threads {
  private running: Running | undefined
  private isClosed = false

  private readonly Thread: typeof Worker
  private readonly opening: Opening

  constructor(Thread: typeof Worker, opening: Opening) {
    this.Thread = Thread
    this.opening = opening
  }

  ask(entry: Entry): void {
    if (this.isClosed) return entry.fail(closed)
    if (this.running?.isAlive !== true) this.running = this.start()
    this.running.ask(entry)
  }

  close(done: () => void): void {
    this.isClosed = true
    if (this.running === undefined) done()
    else this.running.close(done)
  }

  private start(): Running {
    const worker = new this.Thread(beside(import.meta.url, "./thread"), {
      workerData: this.opening,
      name: `faultline ${this.opening.file}`,
      execArgv: []
    })
    return new Running(worker)
  }
}

const asking =
  (threads: Threads): Client["ask"] =>
  (name, input, weight = 1) =>
    Effect.callback((resume) => {
      const entry: Entry = {
        name,
        input,
        weight,
        isOver: false,
        answer: (answer) => resume(Effect.succeed(answer as never)), // as: the program says what it answers
        fail: (problem) => resume(Effect.fail(problem instanceof Trouble ? problem : new Trouble(problem)))
      }
      threads.ask(entry)
      return Effect.sync(() => void (entry.isOver = true))
    })

/** Opens a file, and closes it with the scope, after everything that was asked is answered. */
export const open = (options: Options): Effect.Effect<Client, Trouble, Scope> =>
  Effect.gen(function* () {
    const problem = unfitNode({ node: process.versions.node, ...options.versions })
    if (problem !== undefined) return yield* new Trouble(problem)
    const { Worker: Thread } = yield* Effect.promise(() => import("node:worker_threads"))
    const threads = yield* Effect.acquireRelease(
      Effect.sync(() => new Threads(Thread, openingOf(options))),
      (opened) => Effect.callback<void>((resume) => opened.close(() => resume(Effect.void)))
    )
    const ask = asking(threads)
    yield* ask<string>("opened", undefined)
    return { ask }
  })
