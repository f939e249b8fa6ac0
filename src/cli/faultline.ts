/** The command line as a whole: its commands, and how a run of it ends. */
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as References from "effect/References"
import { call } from "./commands/call.ts"
import { console } from "./commands/console.ts"
import { doctor } from "./commands/doctor.ts"
import { explain } from "./commands/explain.ts"
import { generate } from "./commands/generate.ts"
import { journal } from "./commands/journal.ts"
import { operations } from "./commands/operations.ts"
import { outbox } from "./commands/outbox.ts"
import { pipeline } from "./commands/pipeline.ts"
import { policy } from "./commands/policy.ts"
import { report } from "./commands/report.ts"
import { simulate } from "./commands/simulate.ts"
import { exitCode } from "./usage.ts"

/** All commands. */
export const faultline = Command.make("faultline").pipe(
  Command.withDescription("What a vendor's answer means, what to do about it, and calls that know."),
  Command.withSubcommands([
    explain,
    doctor,
    report,
    call,
    outbox,
    journal,
    operations,
    policy,
    pipeline,
    console,
    simulate,
    generate
  ])
)

// Help goes to standard output, and what is wrong to standard error, where `run` puts it.
const presenter: CliOutput.Presenter = {
  present: (event) =>
    event._tag === "InvalidInvocation" ? Effect.void : CliOutput.defaultPresenter.present(event)
}

const complain = (message: string, json: boolean, path: ReadonlyArray<string>): Effect.Effect<number> =>
  Console.error(
    json
      ? JSON.stringify({ tag: "WrongUsage", message })
      : `${message}\nRun “${path.join(" ")} --help” to see how it is used.`
  ).pipe(Effect.as(exitCode.wrongUsage))

/** Runs the command line with the given arguments. Succeeds with the exit code of the process. */
export const run = (
  args: ReadonlyArray<string>,
  version: string
): Effect.Effect<number, never, Command.Environment> => {
  const json = args.includes("--json")
  const command = ["faultline", ...args.slice(0, 1).filter((name) => !name.startsWith("-"))]
  return Command.runWith(faultline, { version })(args).pipe(
    Effect.as(exitCode.success),
    Effect.catchTags({
      Ended: ({ code }) => Effect.succeed(code),
      ShowHelp: ({ commandPath, errors }) =>
        errors.length === 0
          ? Effect.succeed(exitCode.success)
          : complain(errors.map(({ message }) => message).join("\n"), json, commandPath)
    }),
    Effect.catch(({ message }) => complain(message, json, command)),
    Effect.provideService(CliOutput.Presenter, presenter),
    // Standard output is for results; what is logged goes the other way.
    Effect.provideService(References.LogToStderr, true)
  )
}
