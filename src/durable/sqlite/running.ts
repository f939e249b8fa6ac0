/** A thread that runs: what is on its way to it, and what it answers. */
import type { Worker } from "node:worker_threads"
import { type Problem, problemOf } from "./problems.ts"
import type { Answer, Question, Message } from "./program.ts"

/** A command, and where its answer goes. */
export interface Entry {
  readonly name: string
  readonly input: unknown
  /** How much of the thread's time it takes, in items or the like. */
  readonly weight: number
  readonly answer: (answer: unknown) => void
  readonly fail: (problem: Problem) => void
  /** Nobody waits for the answer any more. */
  isOver: boolean
}

// As much as is copied to the thread before it has answered: enough for its next transaction, and little to wait behind.
const most = 4_096

const ended: Problem = {
  reason: "other",
  problem:
    "its thread ended unexpectedly, so it is not known whether what was asked last was done; the next command starts another one"
}

export class Running {
  private readonly waiting: Array<Entry> = []
  private readonly sent = new Map<number, Entry>()
  private underWay = 0
  private last = 0
  private isScheduled = false
  private whenDone: (() => void) | undefined
  private died: Problem | undefined

  private readonly worker: Worker

  constructor(worker: Worker) {
    this.worker = worker
    worker.on("message", (message: Message) => this.receive(message))
    worker.on("error", (error) => this.fail(problemOf(error)))
    worker.on("exit", () => this.fail(ended))
    worker.unref()
  }

  /** Whether it can be asked. */
  get isAlive(): boolean {
    return this.died === undefined
  }

  /** Takes a command in. All that is asked before the caller pauses go to the thread together. */
  ask(entry: Entry): void {
    if (this.died !== undefined) return entry.fail(this.died)
    if (this.isIdle()) this.worker.ref()
    this.waiting.push(entry)
    if (this.isScheduled) return
    this.isScheduled = true
    queueMicrotask(() => this.post())
  }

  /** Ends the thread once everything is answered. */
  close(done: () => void): void {
    if (this.died !== undefined) return done()
    this.worker.once("exit", done)
    this.worker.ref()
    this.whenDone = () => this.worker.postMessage("close", [])
    this.rest()
  }

  private isIdle(): boolean {
    return this.sent.size === 0 && this.waiting.length === 0
  }

  private post(): void {
    this.isScheduled = false
    const questions: Array<Question> = []
    let taken = 0
    for (const entry of this.waiting) {
      if (this.underWay >= most) break
      taken++
      if (entry.isOver) continue
      const id = ++this.last
      this.sent.set(id, entry)
      this.underWay += entry.weight
      questions.push([id, entry.name, entry.input])
    }
    this.waiting.splice(0, taken)
    if (questions.length > 0) this.worker.postMessage(questions, [])
    this.rest()
  }

  private receive(message: Message): void {
    if ("failed" in message) return this.fail(message.failed)
    for (const answer of message) this.settle(answer)
    if (this.waiting.length > 0) this.post()
    this.rest()
  }

  private settle([id, answer, problem]: Answer): void {
    const entry = this.sent.get(id)
    if (entry === undefined) return
    this.sent.delete(id)
    this.underWay -= entry.weight
    if (problem === undefined) entry.answer(answer)
    else entry.fail(problem)
  }

  /** A thread that nobody waits for keeps no process alive. */
  private rest(): void {
    if (!this.isIdle()) return
    this.whenDone?.()
    if (this.whenDone === undefined) this.worker.unref()
    this.whenDone = this.whenDone && (() => {})
  }

  private fail(problem: Problem): void {
    if (this.died !== undefined) return
    this.died = problem
    for (const entry of [...this.sent.values(), ...this.waiting.splice(0)]) entry.fail(problem)
    this.sent.clear()
  }
}
