/** `faultline console`: a page on this machine over an outbox, a journal and an application's metrics, until it is interrupted. */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { json } from "../outbox/store.ts"
import { wrong, type WrongUsage } from "../usage.ts"

/** What a flag says, else the environment. */
const orElse = (given: Option.Option<string>, variable: string): Effect.Effect<Option.Option<string>> =>
  Option.isSome(given) ? Effect.succeed(given) : Effect.orDie(Config.option(Config.String(variable)))

const urlOf = (given: Option.Option<string>): Effect.Effect<URL | undefined, WrongUsage> => {
  if (Option.isNone(given)) return Effect.succeed(undefined)
  const url = URL.canParse(given.value) ? new URL(given.value) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === ""
    ? Effect.succeed(url)
    : wrong(
        `“${given.value}” is no address of metrics. Give where your application shows them: --metrics http://127.0.0.1:9464/metrics.`
      )
}

const checkPort = (port: number): Effect.Effect<void, WrongUsage> =>
  port >= 0 && port <= 65_535
    ? Effect.void
    : wrong(`${port} is not a port. A port is a whole number from 0 to 65535; 0 is any free one.`)

/** `faultline console [--store S] [--journal F] [--metrics URL] [--port N]` */
export const console = Command.make(
  "console",
  {
    store: Flag.String("store").pipe(
      Flag.withMetavar("FILE-or-URL"),
      Flag.withDescription(
        "an outbox: a file, or postgres://… (default: FAULTLINE_OUTBOX in the environment)"
      ),
      Flag.optional
    ),
    journal: Flag.String("journal").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("the journal of an application (default: FAULTLINE_JOURNAL in the environment)"),
      Flag.optional
    ),
    metrics: Flag.String("metrics").pipe(
      Flag.withMetavar("URL"),
      Flag.withDescription("where an application shows its metrics to Prometheus"),
      Flag.optional
    ),
    port: Flag.Int("port").pipe(
      Flag.withDescription("where to listen, on 127.0.0.1 alone; 0: any free port (default: 4780)"),
      Flag.withDefault(4780)
    ),
    json
  },
  Effect.fnUntraced(function* (given) {
    yield* checkPort(given.port)
    const metrics = yield* urlOf(given.metrics)
    const store = yield* orElse(given.store, "FAULTLINE_OUTBOX")
    const journal = yield* orElse(given.journal, "FAULTLINE_JOURNAL")
    if (Option.isNone(store) && Option.isNone(journal) && metrics === undefined)
      return yield* wrong(
        "There is nothing to show: give an outbox (--store), a journal (--journal) or the address of an application's metrics (--metrics)."
      )
    const { run } = yield* Effect.promise(() => import("../console/run.ts"))
    return yield* run({ store, journal, metrics, port: given.port, json: given.json })
  })
).pipe(
  Command.withDescription(
    "Show a page on this machine: how vendors stand, the last failures explained, and the outbox, to be steered there."
  ),
  Command.withExamples([
    { command: "faultline console --store outbox.db", description: "an outbox" },
    {
      command:
        "faultline console --store outbox.db --journal journal.db --metrics http://127.0.0.1:9464/metrics",
      description: "an outbox, the failed calls of a journal, and the health of an application"
    }
  ])
)
