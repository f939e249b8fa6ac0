/** Runs the command line in this process, with what it writes and how it ends. */
import { ConfigProvider, Console, Deferred, Effect, Layer, type Scope } from "effect"
import { TestConsole } from "effect/testing"
import { run } from "../../src/cli/faultline.ts"
import { services } from "../../src/cli/platform.ts"

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const running = (args: ReadonlyArray<string>, env: Record<string, string>) =>
  run(args, "0.0.0-test").pipe(
    Effect.provide(services),
    Effect.provideService(ConfigProvider.ConfigProvider, ConfigProvider.fromEnv({ env }))
  )

/** Runs `faultline` with the arguments, and with nothing in its environment but `env`. */
export const faultline = (
  args: ReadonlyArray<string>,
  env: Record<string, string> = {}
): Effect.Effect<Ran> =>
  Effect.gen(function* () {
    const code = yield* running(args, env)
    return {
      code,
      out: (yield* TestConsole.logLines).join("\n"),
      err: (yield* TestConsole.errorLines).join("\n")
    }
  }).pipe(Effect.provide(Layer.fresh(TestConsole.layer)))

/** Runs `faultline` until the scope closes; succeeds with the first thing that it writes. */
export const watching = (args: ReadonlyArray<string>): Effect.Effect<string, never, Scope.Scope> =>
  Effect.gen(function* () {
    const written = yield* Deferred.make<string>()
    const console = {
      ...globalThis.console,
      log: (text: string) => void Deferred.doneUnsafe(written, Effect.succeed(text))
    }
    const ended = Effect.flatMap(Effect.provideService(running(args, {}), Console.Console, console), (code) =>
      Effect.die(new Error(`It ended with ${code}.`))
    )
    yield* Effect.forkScoped(Effect.onExit(ended, (exit) => Deferred.done(written, exit)))
    return yield* Deferred.await(written)
  })
