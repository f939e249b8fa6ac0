/** The folder that code is written to: what was written before, what somebody changed since, and what would be written now. */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import type { PlatformError } from "effect/PlatformError"
import type { File } from "../../generate/emit/target.ts"
import { hashOf, type Lock, lockName, lockText, readLock, unreadableLock } from "../../generate/lock.ts"
import { WrongUsage } from "../usage.ts"

type Services = FileSystem.FileSystem | Path.Path

/** The text of a file; none where there is no file. */
export const found = (path: string): Effect.Effect<Option.Option<string>, PlatformError, Services> =>
  Effect.flatMap(FileSystem.FileSystem, (files) =>
    files.readFileString(path).pipe(
      Effect.asSome,
      Effect.catch((error) => (error.reason._tag === "NotFound" ? Effect.succeedNone : Effect.fail(error)))
    )
  )

/** What was kept of the run before; nothing where there was none. */
export const lockIn = (out: string): Effect.Effect<Lock | undefined, PlatformError | WrongUsage, Services> =>
  Effect.gen(function* () {
    const path = yield* Path.Path
    const text = yield* found(path.join(out, lockName))
    if (Option.isNone(text)) return undefined
    return yield* Effect.try({
      try: () => readLock(text.value),
      catch: () => new WrongUsage({ message: unreadableLock })
    })
  })

/** How the folder differs from what is to be in it. Paths are below the folder. */
export interface Differences {
  /** To be written, or written anew. */
  readonly written: ReadonlyArray<File>
  /** Written before, and no longer to be there. */
  readonly gone: ReadonlyArray<string>
  /** Written before, and changed by somebody since. */
  readonly edited: ReadonlyArray<string>
  /** Never written by this command, and in the way. */
  readonly foreign: ReadonlyArray<string>
}

/** Compares the folder with the files that are to be in it. */
export const compare = (
  out: string,
  files: ReadonlyArray<File>,
  before: Lock | undefined
): Effect.Effect<Differences, PlatformError, Services> =>
  Effect.gen(function* () {
    const path = yield* Path.Path
    const [written, gone, edited, foreign]: [Array<File>, Array<string>, Array<string>, Array<string>] = [
      [],
      [],
      [],
      []
    ]
    const hashes = new Map(Object.entries(before?.files ?? {}))
    for (const file of files) {
      const text = yield* found(path.join(out, file.path))
      if (Option.isSome(text) && hashOf(text.value) === hashOf(file.text)) continue
      const hash = hashes.get(file.path)
      if (Option.isNone(text) || hashOf(text.value) === hash) written.push(file)
      else (hash === undefined ? foreign : edited).push(file.path)
    }
    const now = new Set(files.map((file) => file.path))
    for (const [name, hash] of hashes) {
      const text = now.has(name) ? Option.none() : yield* found(path.join(out, name))
      if (Option.isSome(text)) (hashOf(text.value) === hash ? gone : edited).push(name)
    }
    return { written, gone, edited, foreign }
  })

/** Writes what differs, and the lock last: a run that is cut off is made good by the next. */
export const settle = (
  out: string,
  { gone, written }: Differences,
  lock: Lock
): Effect.Effect<void, PlatformError, Services> =>
  Effect.gen(function* () {
    const [files, path] = [yield* FileSystem.FileSystem, yield* Path.Path]
    for (const file of [...written, { path: lockName, text: lockText(lock) }]) {
      const to = path.join(out, file.path)
      yield* files.makeDirectory(path.dirname(to))
      yield* files.writeFileString(to, file.text)
    }
    for (const name of gone) yield* files.remove(path.join(out, name))
  })
