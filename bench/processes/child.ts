/** Processes that are asked to do one thing after another: contenders, and the server. */
import { type ChildProcess, fork } from "node:child_process"
import { fileURLToPath } from "node:url"

/** So many ms of work, or, without them, the work once. */
export interface Job {
  readonly millis?: number
}

/** What came of a job. */
export type Reply = { readonly value: unknown } | { readonly problem: string }

/** What a run took. */
export interface Run {
  readonly count: number
  readonly seconds: number
  /** CPU time of the whole process: garbage collection and compilation included. */
  readonly cpuMicros: number
}

/** A process under way. */
export interface Child {
  /** What it said when it was ready. */
  readonly ready: unknown
  readonly ask: (job: Job) => Promise<unknown>
  readonly end: () => void
}

const replyOf = (child: ChildProcess, name: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const done = (act: () => void) => {
      child.off("message", onReply)
      child.off("exit", onExit)
      act()
    }
    const onReply = (reply: Reply) =>
      done(() => ("value" in reply ? resolve(reply.value) : reject(new Error(`${name}: ${reply.problem}`))))
    const onExit = (code: number | null) =>
      done(() => reject(new Error(`${name}: its process ended with ${code ?? "a signal"}.`)))
    child.on("message", onReply)
    child.on("exit", onExit)
  })

/** Starts a module of this folder as a process, and waits until it is ready. */
export const start = async (name: string, module: URL, args: ReadonlyArray<string> = []): Promise<Child> => {
  const child = fork(fileURLToPath(module), args, { execArgv: ["--conditions=@faultline/source"] })
  const ready = await replyOf(child, name)
  return {
    ready,
    ask: (job) => {
      const reply = replyOf(child, name)
      child.send(job)
      return reply
    },
    end: () => child.disconnect()
  }
}
