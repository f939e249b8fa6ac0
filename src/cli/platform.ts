/**
 * What the command line needs of Node: files to read, standard streams, and an end on signals. It is small, so that the command
 * runs wherever the package does, without another package.
 */
import { createReadStream } from "node:fs"
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import type * as Command from "effect/cli/Command"
import * as ByteSize from "effect/ByteSize"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import { type PlatformError, systemError } from "effect/PlatformError"
import * as ChildProcessSpawner from "effect/process/ChildProcessSpawner"
import * as Runtime from "effect/Runtime"
import * as Sink from "effect/Sink"
import * as Stdio from "effect/Stdio"
import * as Stream from "effect/Stream"
import * as Terminal from "effect/Terminal"

const failed =
  (module: string, method: string) =>
  (cause: unknown): PlatformError =>
    systemError({
      module,
      method,
      _tag: cause instanceof Error && "code" in cause && cause.code === "ENOENT" ? "NotFound" : "Unknown",
      ...(cause instanceof Error ? { description: cause.message } : {}),
      cause
    })

// Of a file only its kind and size are asked for.
const about = async (path: string): Promise<FileSystem.File.Info> => {
  const found = await stat(path)
  const none = Option.none()
  return {
    type: found.isDirectory() ? "Directory" : "File",
    mtime: none,
    atime: none,
    birthtime: none,
    dev: BigInt(found.dev),
    ino: none,
    mode: found.mode,
    nlink: none,
    uid: none,
    gid: none,
    rdev: none,
    size: ByteSize.bytes(found.size),
    blksize: none,
    blocks: none
  }
}

const files = FileSystem.layerNoop({
  stat: (path) => Effect.tryPromise({ try: () => about(path), catch: failed("FileSystem", "stat") }),
  stream: (path) =>
    Stream.suspend(() =>
      Stream.fromAsyncIterable<Uint8Array, PlatformError>(
        createReadStream(path),
        failed("FileSystem", "stream")
      )
    ),
  readFileString: (path) =>
    Effect.tryPromise({ try: () => readFile(path, "utf8"), catch: failed("FileSystem", "readFileString") }),
  writeFileString: (path, text) =>
    Effect.tryPromise({ try: () => writeFile(path, text), catch: failed("FileSystem", "writeFileString") }),
  makeDirectory: (path) =>
    Effect.tryPromise({
      try: () => mkdir(path, { recursive: true }),
      catch: failed("FileSystem", "makeDirectory")
    }),
  remove: (path) => Effect.tryPromise({ try: () => rm(path), catch: failed("FileSystem", "remove") })
})

const writing = (stream: NodeJS.WriteStream) => () =>
  Sink.forEach((text: string | Uint8Array) => Effect.sync(() => void stream.write(text)))

const stdio = Layer.sync(Stdio.Stdio, () =>
  Stdio.make({
    args: Effect.sync(() => process.argv.slice(2)),
    stdinIsTerminal: Effect.sync(() => process.stdin.isTTY),
    stdoutIsTerminal: Effect.sync(() => process.stdout.isTTY),
    stderrIsTerminal: Effect.sync(() => process.stderr.isTTY),
    stdout: writing(process.stdout),
    stderr: writing(process.stderr),
    stdin: Stream.suspend(() =>
      Stream.fromAsyncIterable<Uint8Array, PlatformError>(process.stdin, failed("Stdio", "stdin"))
    )
  })
)

const unused = (what: string) => Effect.die(new Error(`The command line has no ${what}.`))

/** It asks nothing: what it needs, it is given as arguments. */
const terminal = Layer.sync(Terminal.Terminal, () =>
  Terminal.make({
    columns: Effect.sync(() => process.stdout.columns),
    rows: Effect.sync(() => process.stdout.rows),
    size: unused("window to watch"),
    readInput: unused("prompt"),
    readLine: unused("prompt"),
    display: (text) => Effect.sync(() => void process.stdout.write(text))
  })
)

const processes = Layer.sync(ChildProcessSpawner.ChildProcessSpawner, () =>
  ChildProcessSpawner.make(() => unused("other programs to run"))
)

/** The services of commands. */
export const services: Layer.Layer<Command.Environment> = Layer.mergeAll(
  files,
  Path.layer,
  stdio,
  terminal,
  processes
)

/** Runs the program of this process, and interrupts it on SIGINT and SIGTERM. */
export const runMain = Runtime.makeRunMain(({ fiber, teardown }) => {
  let signalled = false
  const onSignal = () => {
    signalled = true
    fiber.interruptUnsafe(fiber.id)
  }
  fiber.addObserver((exit) => {
    process.removeListener("SIGINT", onSignal).removeListener("SIGTERM", onSignal)
    teardown(exit, (code) => {
      if (signalled || code !== 0) process.exit(code)
    })
  })
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal)
})
