#!/usr/bin/env node
/** The program `faultline`. It loads no more than the command needs, so that it starts at once. */
import * as Module from "node:module"

// Not there before Node 22.1.
Module.enableCompileCache?.()

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0)
  throw error
})

const [{ run }, { runMain, services }, Effect, Exit, Cause, Runtime] = await Promise.all([
  import("./faultline.ts"),
  import("./platform.ts"),
  import("effect/Effect"),
  import("effect/Exit"),
  import("effect/Cause"),
  import("effect/Runtime")
])

const args = process.argv.slice(2)
const { version }: { readonly version: string } = Module.createRequire(import.meta.url)("../../package.json")

// EX_SOFTWARE of sysexits.h: neither the vendor nor the network nor the person at the keyboard is at fault.
const ownFault = 70

runMain(Effect.provide(run(args, version), services), {
  // Its reports go to standard output, which is for results.
  disableErrorReporting: true,
  teardown: (exit, onExit) => {
    if (Exit.isSuccess(exit)) return onExit(typeof exit.value === "number" ? exit.value : 0)
    // What runs until it is interrupted: for it this is a good end.
    if (Cause.hasInterruptsOnly(exit.cause)) {
      const runsOn =
        args[0] === "simulate" || args[0] === "console" || (args[0] === "outbox" && args[1] === "work")
      return runsOn ? onExit(0) : Runtime.defaultTeardown(exit, onExit)
    }
    process.stderr.write(`This is a fault of faultline itself:\n${Cause.pretty(exit.cause)}\n`)
    return onExit(ownFault)
  }
})
