/** `faultline simulate`: the vendors on this machine, over real HTTP, until it is interrupted. */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { Served } from "../../testing/Simulator.ts"
import { print } from "../json.ts"
import { textOf } from "../read.ts"
import { wrong } from "../usage.ts"
import { vendorNames } from "../vendors.ts"

const checkPort = (port: number) =>
  port >= 0 && port <= 65_535
    ? Effect.void
    : wrong(`${port} is not a port. A port is a whole number from 0 to 65535; 0 is any free one.`)

/** A value as a shell reads it. */
const quoted = (value: string): string =>
  /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`

// What is not for the shell is a comment to it, so that the whole can be pasted.
const announce = ({ bases, env, port }: Served, seed: number): string =>
  [
    `# The simulator listens on http://127.0.0.1:${port} (seed ${seed}). Stop it with Ctrl-C.`,
    ...bases.map(({ host, url, vendor }) => `# ${vendor} (${host}): ${url}`),
    "# Paste these lines into another terminal, and calls made there come here:",
    ...Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`)
  ].join("\n")

const publicly = ({ bases, env, port }: Served): Served => ({ port, bases, env })

/** `faultline simulate [--port N] [--vendor V] [--script F] [--seed N]` */
export const simulate = Command.make(
  "simulate",
  {
    port: Flag.Int("port").pipe(
      Flag.withDescription("where to listen; default: any free port"),
      Flag.withDefault(0)
    ),
    vendor: Flag.String("vendor").pipe(
      Flag.withMetavar("V"),
      Flag.withDescription(`${vendorNames.join(", ")}; once for each; default: all`),
      Flag.atLeast(0)
    ),
    script: Flag.String("script").pipe(
      Flag.withMetavar("F"),
      Flag.withDescription("a JSON file that says which calls fail, and how; “-” for standard input"),
      Flag.optional
    ),
    seed: Flag.Int("seed").pipe(
      Flag.withDescription("the same seed gives the same world; default: 1"),
      Flag.withDefault(1)
    ),
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("port, base URLs and environment as one line of JSON"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    yield* checkPort(given.port)
    const text = Option.isSome(given.script) ? yield* textOf(given.script.value) : "[]"
    const { simulatorsNamed } = yield* Effect.promise(() => import("../simulators.ts"))
    const vendors = yield* simulatorsNamed(given.vendor)
    const { readScript, serve } = yield* Effect.promise(() => import("../../testing/Simulator.ts"))
    const served = Effect.flatMap(readScript(text), (script) =>
      serve(vendors, { script, seed: given.seed, port: given.port })
    )
    const running = yield* Effect.catch(served, ({ message }) => wrong(message))
    yield* Console.log(given.json ? print(publicly(running), true) : announce(running, given.seed))
    return yield* Effect.never
  }, Effect.scoped)
).pipe(
  Command.withDescription(
    "Serve the vendors on this machine, with faults as a script says, until interrupted."
  ),
  Command.withExamples([
    { command: "faultline simulate --port 4010", description: "all vendors" },
    {
      command: "faultline simulate --vendor braze --script faults.json --seed 7",
      description: "one, with faults"
    }
  ])
)
