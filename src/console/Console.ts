/**
 * A small page on this machine that shows how vendors stand, which calls failed last and what to do about them, and the outbox, whose
 * lanes can be paused and whose items can be settled there. For Node 22.19 or newer, beside `@effect/platform-node`; nothing else loads it.
 */
import * as ConsoleOut from "effect/Console"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { VendorModule } from "../diagnose/Diagnose.ts"
import { Outbox } from "../durable/Outbox.ts"
import * as Telemetry from "../pipeline/Telemetry.ts"
import { fromOutbox } from "./outbox.ts"
import { Ring } from "./ring.ts"
import { bounded, most as usual, serve, type Served, type Serving } from "./serve.ts"
import type { CannotListen } from "./server.ts"
import type { WeakToken } from "./token.ts"

export { fromJournal } from "./journal.ts"
export { fromOutbox } from "./outbox.ts"
export { serve, type Served, type Serving } from "./serve.ts"
export { CannotListen } from "./server.ts"
export type {
  Action,
  FailedCall,
  Failures,
  Health,
  Lanes,
  OutboxState,
  Shown,
  Sources,
  Unreadable
} from "./sources.ts"
export { WeakToken } from "./token.ts"

/** How the page of an application's own process is served. */
export interface Options extends Serving {
  /** Vendors (`[Braze, Metrix]`), for what their support asks for in reports. Default: none, and reports are plain. */
  readonly vendors?: ReadonlyArray<VendorModule>
  /** Who decides on the page, as it is kept with what was decided. Default: `console`. */
  readonly by?: string
  /**
   * What is done with the address, which has the token in it. Default: it is written to standard error where that is a terminal; else
   * the address without its token is logged.
   */
  readonly announce?: (console: Served) => Effect.Effect<void>
}

const announced =
  (isRandom: boolean) =>
  ({ address, open }: Served): Effect.Effect<void> => {
    if (process.stderr.isTTY) return ConsoleOut.error(`The console is at ${Redacted.value(open)}`)
    const token = isRandom
      ? "nobody knows its token: give Console.layer a token of your own, or announce"
      : "its token is the one that it was given"
    return Effect.logInfo(`The console is at ${address}; ${token}.`)
  }

/** The console of this process. */
export class Console extends Context.Service<Console, Served>()("faultline/Console") {}

/**
 * The page of an application's own process. Provide it around everything that makes calls: it observes those, beside what observed
 * them before. Health is that of all layers of the process; an outbox is shown where one is provided to it.
 *
 * @example
 * ```ts
 * import { Effect, Redacted } from "effect"
 * import { Metrix } from "faultline"
 * import * as Console from "faultline/console"
 * import { Simulator } from "faultline/testing"
 *
 * const { appId } = Metrix.simulator.credentials
 * const visit = { type: "action" as const, customName: "visit" }
 * const program = Effect.gen(function* () {
 *   yield* Effect.flip(Metrix.ingest({ customUserId: "u1", messages: [visit] }))
 *   const { address } = yield* Console.Console
 *   return address.startsWith("http://127.0.0.1:") // and there the failure is shown, with its remedy
 * }).pipe(
 *   Effect.provide(Metrix.layerNoTransport({ appId, apiKey: Redacted.make("wrong-key") })),
 *   Effect.provide(Simulator.layer(Metrix.simulator)),
 *   Effect.provide(Console.layer({ port: 0, vendors: [Metrix], announce: () => Effect.void }))
 * )
 * console.log(await Effect.runPromise(program)) // true
 * ```
 */
export const layer = (options: Options = {}): Layer.Layer<Console, CannotListen | WeakToken> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const {
        announce = announced(options.token === undefined),
        by = "console",
        most = usual,
        vendors = []
      } = options
      const ring = new Ring(bounded(most))
      const box = yield* Effect.serviceOption(Outbox)
      const outbox = Option.isSome(box)
        ? { outbox: yield* Effect.provideService(fromOutbox(by), Outbox, box.value) }
        : {}
      // The layers of the process are looked for where this layer is built.
      const layers = yield* Telemetry.Layers
      const health = Effect.provideService(Telemetry.health, Telemetry.Layers, layers)
      const console = yield* serve({ health, failures: ring.failures(vendors), ...outbox }, options)
      yield* announce(console)
      const observers = Telemetry.all(yield* Telemetry.Current, ring.observer)
      return Context.make(Console, console).pipe(Context.add(Telemetry.Current, observers))
    })
  )
