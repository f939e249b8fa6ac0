/** The items of a file, one as JSON in each line, and which line each item is. Lines are read as they are wanted for. */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Result from "effect/Result"
import * as Stdio from "effect/Stdio"
import * as Stream from "effect/Stream"
import type { Position } from "../../many/Batch.ts"
import { wrong, type WrongUsage } from "../usage.ts"

/** A line that holds an item which can be sent, or says why it cannot. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** How many bytes of the file end with it. */
  readonly end: number
}

/** The text of a file, and how long it is where that is known. */
export interface Source {
  readonly name: string
  readonly bytes: number | undefined
  readonly text: Stream.Stream<string, WrongUsage>
}

const unreadable = (name: string, message: string) => wrong(`${name} cannot be read: ${message}.`)

/** Opens a file, or standard input for `-`. */
export const open = (path: string): Effect.Effect<Source, WrongUsage, FileSystem.FileSystem | Stdio.Stdio> =>
  Effect.gen(function* () {
    if (path === "-") {
      const name = "Standard input"
      const { stdin } = yield* Stdio.Stdio
      const text = Stream.catch(Stream.decodeText(stdin), ({ message }) =>
        Stream.fromEffect(unreadable(name, message))
      )
      return { name, bytes: undefined, text }
    }
    const files = yield* FileSystem.FileSystem
    const { size } = yield* Effect.catch(files.stat(path), ({ message, reason }) =>
      unreadable(path, reason._tag === "NotFound" ? "there is no such file" : message)
    )
    const text = Stream.catch(Stream.decodeText(files.stream(path)), ({ message }) =>
      Stream.fromEffect(unreadable(path, message))
    )
    return { name: path, bytes: Number(size), text }
  })

const utf8 = new TextEncoder()

/** Which line each item is: of those that are not settled yet. */
export class Places {
  private readonly lines = new Map<number, Line>()
  private readonly from: number
  private readonly settled: ReadonlySet<number>
  private next = 0

  constructor({ resumeFrom, settled }: Position) {
    this.from = resumeFrom
    this.settled = new Set(settled)
  }

  /** The next item of the file stands in this line. `true` where it was not settled before. */
  add(line: Line): boolean {
    const index = this.next++
    if (index < this.from || this.settled.has(index)) return false
    this.lines.set(index, line)
    return true
  }

  /** Whether the lines that are read now come after those of which an earlier run has given the outcome. */
  get isNew(): boolean {
    return this.next >= this.from
  }

  /** An item is settled. */
  take(index: number): Line | undefined {
    const line = this.lines.get(index)
    this.lines.delete(index)
    return line
  }
}

/** What a line says, with where it is: JSON, or why it is none. */
export type Parsed = Line & { readonly json: Result.Result<unknown, string> }

const parsed = (text: string): Result.Result<unknown, string> => {
  try {
    return Result.succeed(JSON.parse(text))
  } catch (error) {
    return Result.fail(error instanceof Error ? error.message : String(error))
  }
}

/** The lines that are not empty. A mark of the byte order before the first is no part of it. */
export const linesOf = ({ text }: Source): Stream.Stream<Parsed, WrongUsage> => {
  let [number, end] = [0, 0]
  const read = (line: string): Parsed | undefined => {
    number++
    end += utf8.encode(line).length + 1
    const json = number === 1 ? line.replace(/^\uFEFF/, "") : line
    return json.trim() === "" ? undefined : { number, end, json: parsed(json) }
  }
  return Stream.filter(Stream.map(Stream.splitLines(text), read), (line) => line !== undefined)
}
