/** What a process of the test is told on its command line, what it says, and what all of them share. */
import { Clock, Duration, Effect, Layer } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import * as Layers from "../../../src/pipeline/layer.ts"
import * as Auth from "../../../src/pipeline/Auth.ts"
import * as Policy from "../../../src/policy/Policy.ts"
import * as Shop from "../../shop/shop.ts"
import { storeOf } from "./stores.ts"

export interface Config {
  readonly store: string
  readonly url: string
  readonly seed: number
  /** Jobs in a request. */
  readonly count: number
  /** The process's clock is wrong by so many ms. */
  readonly skew: number
  /** Intents are not written: what the test must notice. */
  readonly blind: boolean
  /** A worker sends nothing of what there is, and only looks after leases. */
  readonly idle: boolean
  /** How long (ms) it lets nothing else run when it is told to (SIGUSR2). */
  readonly block: number
  /** A producer begins here, and waits while more than so many are open. */
  readonly from: number
  readonly most: number
}

/** What a process says, one line of JSON each. */
export type Said =
  | { readonly ready: true }
  /** All jobs before this place are in the outbox, as the caller knows. */
  | { readonly acked: number }
  | { readonly problem: string }

export const configOf = (): Config => JSON.parse(process.argv[2] ?? "{}") as Config // as: the conductor writes it

export const say = (line: Said): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** Short, so that a test need not wait for leases: a request takes a second at most, its items are another's after two. */
export const times = { attempt: 500, deadline: 1_000, linger: 1_000, lease: 2_000 }

const skewed = (by: number): Effect.Effect<Clock.Clock> =>
  Effect.clockWith((clock) =>
    Effect.sync(() => {
      const wrong: Clock.Clock = Object.create(clock, {
        currentTimeMillisUnsafe: { value: () => clock.currentTimeMillisUnsafe() + by },
        currentTimeMillis: { value: Effect.sync(() => clock.currentTimeMillisUnsafe() + by) }
      })
      return wrong
    })
  )

/** Runs an effect with a clock that is wrong. */
export const withSkew =
  (by: number) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(skewed(by), (clock) => Effect.provideService(effect, Clock.Clock, clock))

/** The vendor over real HTTP, with little patience. */
export const vendorLayer = (url: string) =>
  Layers.layer(
    Shop.ShopApi,
    Shop.vendor,
    { auth: Auth.bearer(Shop.key), settings: { shopId: "s" }, hosts: { main: url } },
    {
      policy: {
        attemptTimeout: Duration.millis(times.attempt),
        deadline: Duration.millis(times.deadline),
        passing: Policy.waits("20 millis", "80 millis")
      }
    }
  )

/** The outbox in the store; with `blind`, one that does not write down what is about to be sent. */
export const boxOf = ({ blind, store }: Pick<Config, "blind" | "store">) => {
  const box = storeOf(store)
  if (!blind) return box
  const broken = Effect.map(Outbox.Outbox, (box) => ({
    ...box,
    store: { ...box.store, intent: () => Effect.succeed(true) }
  }))
  return Layer.provide(Layer.effect(Outbox.Outbox, broken), box)
}
