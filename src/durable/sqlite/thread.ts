/** The thread of a file: takes commands from its port, carries them out together, and answers. */
import { randomInt } from "node:crypto"
import { scheduler } from "node:timers/promises"
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads"
import type { Database } from "./database.ts"
import { logOf, Space } from "./disk.ts"
import { Group } from "./group.ts"
import { open } from "./open.ts"
import { problemOf } from "./problems.ts"
import type { Command, Opening, Program, Question } from "./program.ts"
import { Turn } from "./turn.ts"

/** What comes through the port: questions, or the word that there will be no more. */
type Message = ReadonlyArray<Question> | "close"

/** The questions of a port, all that have come at a time. */
class Port {
  private readonly come: Array<Question> = []
  private canLook = true
  /** Told once, when there will be no more, by whichever way the word comes. */
  onClose: () => void = () => {}

  private readonly port: MessagePort

  constructor(port: MessagePort) {
    this.port = port
  }

  accept(message: Message): void {
    if (message === "close") this.onClose()
    else this.come.push(...message)
  }

  next(): ReadonlyArray<Question> {
    if (this.canLook) this.look()
    return this.come.splice(0)
  }

  private look(): void {
    try {
      let found = receiveMessageOnPort(this.port)
      while (found !== undefined) {
        this.accept(found.message)
        found = receiveMessageOnPort(this.port)
      }
    } catch {
      // Not in Deno: there each message comes by itself, and fewer commands share a transaction.
      this.canLook = false
    }
  }
}

const cut = (database: Database): void => {
  try {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)")
  } catch {
    // The disk is full, or somebody reads: the next time will do.
  }
}

/** Copies the log into the file and empties it, whenever nothing has happened for a second. */
const tidy = async (database: Database, group: Group): Promise<never> => {
  const log = logOf(database)
  for (;;) {
    const before = log()
    group.isDirty = false
    await scheduler.wait(1_000)
    if (!group.isDirty && before > 0) cut(database)
  }
}

const run = async (port: MessagePort, opening: Opening): Promise<void> => {
  const module: { readonly program: Program } = await import(opening.program)
  const turn = new Turn(opening.patience, { wait: (ms) => scheduler.wait(ms), below: (n) => randomInt(n) })
  const { database, version } = await open(opening, module.program, turn)
  const space = new Space(database, opening.reserve)
  const commands: Record<string, Command> = {
    ...module.program.commands(database, space),
    opened: { read: () => version }
  }
  const questions = new Port(port)
  const group = new Group(database, commands, turn, {
    next: () => questions.next(),
    begun: space.forget,
    say: (answers) => port.postMessage(answers)
  })
  const close = async (): Promise<void> => {
    await group.idle()
    cut(database)
    database.close()
    process.exit(0)
  }
  questions.onClose = () => void close()
  port.on("message", (message: Message) => {
    questions.accept(message)
    group.take()
  })
  void tidy(database, group)
}

if (parentPort !== null) {
  const port = parentPort
  run(port, workerData).catch((error: unknown) => {
    port.postMessage({ failed: problemOf(error) })
    process.exitCode = 0
  })
}
