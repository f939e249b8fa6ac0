/**
 * Alerts for people: what no retry can mend, and what a vendor asks to be told of. An episode is one alert when it begins and one when
 * it ends, however many calls meet it.
 *
 * | `kind` | Begins | Ends |
 * |---|---|---|
 * | `credentials` | a vendor refuses the credentials | a call of the vendor succeeds |
 * | `access` | a permission, the plan or the account does not include an operation | the operation succeeds |
 * | `setting` | a setting of the layer is missing or wrong | the operation succeeds |
 * | `endpoint` | an address is not there any more | the operation succeeds |
 * | `advised` | an answer of which the vendor advises to alert somebody (Xtremepush, Metrix: 4XX) | the operation succeeds, or it stays quiet |
 * | `gave-up` | the retry limit is hit, where the vendor advises to alert somebody then | the operation succeeds, or it stays quiet |
 *
 * An outbox adds its own: `dead`, `unknown`, `paused`, `aging` and `held` lanes.
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import * as Stream from "effect/Stream"
import { type Alert, Episodes, type Trouble } from "./alerts/episodes.ts"
import type { Escalation } from "./alerts/escalation.ts"
import * as Telemetry from "./Telemetry.ts"

export type { Alert, Trouble } from "./alerts/episodes.ts"
export type { Escalation } from "./alerts/escalation.ts"

/** Where trouble is noted, and who is told. */
export interface Board {
  /** Notes trouble; where an episode of its kind and scope is open, it is counted. */
  readonly raise: (trouble: Trouble) => Effect.Effect<void>
  /** Ends the episodes that are meant. */
  readonly clear: (isOver: (trouble: Trouble) => boolean) => Effect.Effect<void>
  /** Alerts from now on. A reader that falls far behind misses the oldest. */
  readonly stream: Stream.Stream<Alert>
  /** The episodes that are open. */
  readonly standing: Effect.Effect<ReadonlyArray<Alert>>
}

/** The board. */
export class Alerts extends Context.Service<Alerts, Board>()("faultline/Alerts") {}

/** How alerts are given. */
export interface AlertOptions {
  /** Is told of each alert, apart from the calls: it neither slows nor fails one. */
  readonly hook?: (alert: Alert) => Effect.Effect<void>
  /** After how long without a repetition an episode ends that no success ends. Default: 10 minutes. */
  readonly quiet?: Duration.Input
}

// An episode is a rare thing: more than these are a reader that does not read.
const remembered = 256

/** Kinds that also end when they are not seen again: which call was to blame is not known to the next. */
const fading: ReadonlySet<string> = new Set<Escalation | "dead">(["advised", "gave-up", "dead"])

const board = ({ hook, quiet = "10 minutes" }: AlertOptions) =>
  Effect.gen(function* () {
    const episodes = new Episodes()
    const bell = yield* PubSub.sliding<Alert>(remembered)
    const publish = (alerts: ReadonlyArray<Alert>) =>
      alerts.length === 0 ? Effect.void : Effect.asVoid(PubSub.publishAll(bell, alerts))
    const over = (isOver: (trouble: Trouble, last: number) => boolean) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => publish(episodes.end(isOver, now)))
    const patience = Duration.toMillis(Duration.fromInputUnsafe(quiet))
    const fade = Effect.flatMap(Clock.currentTimeMillis, (now) =>
      over(({ kind }, last) => fading.has(kind) && now - last >= patience)
    )
    const stream = Stream.fromPubSub(bell)
    if (hook !== undefined) {
      const reader = yield* PubSub.subscribe(bell)
      const reporting = Effect.flatMap(PubSub.take(reader), (alert) => Effect.ignoreCause(hook(alert)))
      yield* Effect.forkScoped(Effect.forever(reporting))
    }
    yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.sleep(patience / 4), fade)))
    return {
      stream,
      raise: (trouble) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) => {
          const alert = episodes.raise(trouble, now)
          return alert === undefined ? Effect.void : publish([alert])
        }),
      clear: (isOver) => over(isOver),
      standing: Effect.sync(() => episodes.standing)
    } satisfies Board
  })

const ofCalls: ReadonlySet<string> = new Set<Escalation>([
  "credentials",
  "access",
  "setting",
  "endpoint",
  "advised",
  "gave-up"
])

/** Notes how calls end. A lane of an outbox may have an operation's name: its trouble is not over with a call that succeeds. */
const observer = ({ clear, raise }: Board): Telemetry.Observer => ({
  observe: (fact) => {
    if (fact._tag !== "CallEnded") return Effect.void
    const { escalation, operation, vendor } = fact
    if (fact.outcome === "ok")
      return clear(
        ({ kind, scope }) => ofCalls.has(kind) && scope === (kind === "credentials" ? vendor : operation)
      )
    if (escalation === undefined) return Effect.void
    const { kind, message, remedy } = escalation
    const scope = kind === "credentials" ? vendor : operation
    return raise({ kind, scope, message, remedy, tag: fact.outcome })
  }
})

/**
 * Gives alerts about the calls of whatever it is provided to.
 *
 * @example
 * ```ts
 * import { Console, Effect, Redacted } from "effect"
 * import { Alerts, Metrix } from "faultline"
 * import { Simulator } from "faultline/testing"
 *
 * const { appId } = Metrix.simulator.credentials
 * const program = Effect.gen(function* () {
 *   yield* Effect.ignore(
 *     Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] })
 *   )
 *   const { standing } = yield* Alerts.Alerts
 *   const [alert] = yield* standing
 *   yield* Console.log(`${alert?.kind} ${alert?.scope} ${alert?.tag}`)
 * }).pipe(
 *   Effect.provide(Metrix.layerNoTransport({ appId, apiKey: Redacted.make("wrong-key") })),
 *   Effect.provide(Simulator.layer(Metrix.simulator)),
 *   Effect.provide(Alerts.layer())
 * )
 * await Effect.runPromise(program) // access Metrix.ingest Metrix.Forbidden
 * ```
 */
export const layer = (options: AlertOptions = {}): Layer.Layer<Alerts> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const made = yield* board(options)
      const before = yield* Telemetry.Current
      return Context.make(Alerts, made).pipe(
        Context.add(Telemetry.Current, Telemetry.all(before, observer(made)))
      )
    })
  )
