/** Runs the command line in this process, with what it writes and how it ends. */
import * as NodeServices from "@effect/platform-node/NodeServices"
import { ConfigProvider, Effect, Layer } from "effect"
import { TestConsole } from "effect/testing"
import { run } from "../../src/cli/faultline.ts"

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `faultline` with the arguments, and with nothing in its environment but `env`. */
export const faultline = (
  args: ReadonlyArray<string>,
  env: Record<string, string> = {}
): Effect.Effect<Ran> =>
  Effect.gen(function* () {
    const code = yield* run(args, "0.0.0-test")
    return {
      code,
      out: (yield* TestConsole.logLines).join("\n"),
      err: (yield* TestConsole.errorLines).join("\n")
    }
  }).pipe(
    Effect.provide(Layer.merge(NodeServices.layer, Layer.fresh(TestConsole.layer))),
    Effect.provideService(ConfigProvider.ConfigProvider, ConfigProvider.fromEnv({ env }))
  )
