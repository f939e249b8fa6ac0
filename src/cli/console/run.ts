/** A console over what the command line was given: an outbox, a journal, the metrics of an application. */
import * as Config from "effect/Config"
import * as ConsoleOut from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type * as Page from "../../console/Console.ts"
import { onJournal } from "../journal/store.ts"
import { print } from "../json.ts"
import { onOutbox } from "../outbox/store.ts"
import { userName } from "../outbox/steer.ts"
import { Ended, exitCode, wrong } from "../usage.ts"
import { vendorNamed, vendorNames } from "../vendors.ts"

/** What it is given. */
export interface Wanted {
  readonly store: Option.Option<string>
  readonly journal: Option.Option<string>
  readonly metrics: URL | undefined
  readonly port: number
  readonly json: boolean
}

type Module = typeof Page

const noServer =
  "The console needs Node 22.19 or newer, and the package @effect/platform-node beside faultline: npm install @effect/platform-node"

const reported = (json: boolean, tag: string, message: string): Effect.Effect<never, Ended> =>
  Effect.andThen(
    ConsoleOut.error(json ? print({ tag, message }, true) : message),
    Effect.fail(new Ended({ code: exitCode.failure }))
  )

const loaded = (json: boolean): Effect.Effect<Module, Ended> =>
  Effect.catch(
    Effect.tryPromise(() => import("../../console/Console.ts")),
    () => reported(json, "PackageMissing", noServer)
  )

// The page shows so many, and reads no more.
const most = 50

const withOutbox = <E, R>(
  { fromOutbox }: Module,
  { json, store }: Wanted,
  use: (outbox: Page.Lanes | undefined) => Effect.Effect<never, E, R>
) => {
  if (Option.isNone(store)) return use(undefined)
  const opened = Effect.flatMap(Effect.orDie(userName), (by) =>
    Effect.flatMap(fromOutbox(`${by} (console)`), use)
  )
  return onOutbox({ json, store }, opened)
}

const withJournal = <E, R>(
  { fromJournal }: Module,
  { journal, json }: Wanted,
  use: (failures: Page.Failures | undefined) => Effect.Effect<never, E, R>
) => {
  if (Option.isNone(journal)) return use(undefined)
  return onJournal({ json, store: journal }, (store) =>
    Effect.gen(function* () {
      const opened = yield* Effect.forEach(vendorNames, vendorNamed)
      return yield* use(
        yield* fromJournal(
          store,
          opened.map(({ module }) => module),
          most
        )
      )
    })
  )
}

const announced = ({ address, open, port }: Page.Served, json: boolean) =>
  ConsoleOut.log(
    json
      ? JSON.stringify({ port, address, open: Redacted.value(open) })
      : `The console is at ${Redacted.value(open)}\nWhoever has this address sees the page and may act on it. Stop it with Ctrl-C.`
  )

const ownToken = Config.option(Config.Redacted("FAULTLINE_CONSOLE_TOKEN"))

const serving = ({ serve }: Module, sources: Page.Sources, { json, port }: Wanted) =>
  Effect.gen(function* () {
    const token = Option.getOrUndefined(yield* Effect.orDie(ownToken))
    const served = serve(sources, { port, most, ...(token === undefined ? {} : { token }) })
    yield* announced(yield* Effect.catch(served, ({ message }) => wrong(message)), json)
    return yield* Effect.never
  }).pipe(Effect.scoped)

/** Serves the page until it is interrupted. */
export const run = (wanted: Wanted) =>
  Effect.gen(function* () {
    const module = yield* loaded(wanted.json)
    const { scraped } = yield* Effect.promise(() => import("./health.ts"))
    const health = wanted.metrics === undefined ? {} : { health: yield* scraped(wanted.metrics) }
    return yield* withOutbox(module, wanted, (outbox) =>
      withJournal(module, wanted, (failures) => {
        const sources = {
          ...health,
          ...(failures === undefined ? {} : { failures }),
          ...(outbox === undefined ? {} : { outbox })
        }
        return serving(module, sources, wanted)
      })
    )
  })
