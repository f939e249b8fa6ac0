/** Reading what a flag names: a file, or standard input where the name is `-`. */
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import type { PlatformError } from "effect/PlatformError"
import * as Stdio from "effect/Stdio"
import * as Stream from "effect/Stream"
import { wrong, type WrongUsage } from "./usage.ts"

const stdin: Effect.Effect<string, PlatformError, Stdio.Stdio> = Effect.flatMap(Stdio.Stdio, (stdio) =>
  stdio.stdin.pipe(Stream.decodeText(), Stream.mkString)
)

const file = (path: string): Effect.Effect<string, PlatformError, FileSystem.FileSystem> =>
  Effect.flatMap(FileSystem.FileSystem, (files) => files.readFileString(path))

/** The text of a file, or of standard input for `-`. */
export const textOf = (
  path: string
): Effect.Effect<string, WrongUsage, FileSystem.FileSystem | Stdio.Stdio> => {
  const text: Effect.Effect<string, PlatformError, FileSystem.FileSystem | Stdio.Stdio> =
    path === "-" ? stdin : file(path)
  const name = path === "-" ? "Standard input" : path
  return Effect.catch(text, ({ message, reason }) =>
    wrong(`${name} cannot be read: ${reason._tag === "NotFound" ? "there is no such file" : message}.`)
  )
}
