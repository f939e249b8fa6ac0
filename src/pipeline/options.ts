/** What a layer is connected with and how it behaves, checked when the layer is built. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { Advice } from "../contract/Advice.ts"
import { Misconfigured } from "../contract/Common.ts"
import type { Setting } from "../contract/Outgoing.ts"
import type { Vendor } from "../contract/Vendor.ts"
import * as Breaker from "../policy/breaker/make.ts"
import * as Budget from "../policy/Budget.ts"
import * as Hedge from "../policy/Hedge.ts"
import * as Limit from "../policy/limit/make.ts"
import * as Policy from "../policy/Policy.ts"
import type { Auth } from "./Auth.ts"
import { type Connection, connectionProblems, type Wrong } from "./connectionProblems.ts"
import { sentOf } from "./credentialProblems.ts"
import type { GuardOptions } from "./guards.ts"
import type { Pipeline } from "./order.ts"
import { type SenderOptions, senderProblems, userAgentOf } from "./sender.ts"

export type { Connection } from "./connectionProblems.ts"

/** Options that every vendor's layer takes. */
export interface Options extends GuardOptions, SenderOptions {
  /** Parts of the policy in place of the vendor's advice, or a function of it. */
  readonly policy?: Partial<Advice> | ((documented: Advice) => Advice)
  /**
   * `true`, or a time: refuses calls with `CircuitOpen` once the vendor has been down for so long, where they would wait in the queue
   * until their deadline. Short for the same part of the policy.
   */
  readonly failFast?: boolean | Duration.Input
  /** Lets operations be repeated that may do harm twice. */
  readonly assumeIdempotent?: boolean
  /** Other credentials than those that the vendor's own options make. */
  readonly auth?: Auth
  /** The pipeline of this layer, from the documented one: `Pipeline.without("queue")`. */
  readonly pipeline?: (documented: Pipeline) => Pipeline
}

const hostsOf = (vendor: Vendor, connection: Connection): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(vendor.hosts).map(([name, base]) => [name, (connection.hosts?.[name] ?? base).trim()])
  )

const guardProblems = ({ breaker, budget, hedge, limit }: GuardOptions): ReadonlyArray<Wrong> => [
  ...(breaker === undefined || "run" in breaker ? [] : Breaker.problems(breaker)),
  ...(budget === undefined || "withdraw" in budget ? [] : Budget.problems(budget)),
  ...(hedge === undefined || hedge === true || "run" in hedge ? [] : Hedge.problems(hedge)),
  ...(limit === undefined || "run" in limit ? [] : Limit.problems(limit))
]

/** What a layer is built from, checked. */
export interface Checked {
  readonly setting: Setting
  readonly policy: Advice
}

const defined = (
  values: Readonly<Record<string, string | undefined>> = {}
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, sentOf(value)]]))
  )

const policyOf = (documented: Advice, { failFast, policy: change }: Options): Advice => {
  const policy = typeof change === "function" ? change(documented) : { ...documented, ...change }
  const fast = failFast ?? policy.failFast ?? false
  return {
    ...policy,
    failFast: typeof fast === "boolean" ? fast : Duration.fromInputUnsafe(fast),
    // Callers also write `"30 seconds"`, as everywhere else in Effect.
    attemptTimeout: Duration.fromInputUnsafe(policy.attemptTimeout),
    deadline: Duration.fromInputUnsafe(policy.deadline)
  }
}

/** Checks what a layer is built from; fails with the first thing that is wrong, naming it. */
export const check = (
  vendor: Vendor,
  connection: Connection,
  options: Options
): Effect.Effect<Checked, Misconfigured> =>
  Effect.suspend(() => {
    const setting: Setting = {
      hosts: hostsOf(vendor, connection),
      settings: defined(connection.settings),
      headers: { ...userAgentOf(options.userAgent), ...defined(connection.headers) }
    }
    const policy = policyOf(vendor.advice, options)
    const [wrong] = [
      ...connectionProblems(vendor, connection, setting),
      ...guardProblems(options),
      ...senderProblems(options),
      ...Policy.problems(policy)
    ]
    return wrong === undefined
      ? Effect.succeed({ setting, policy })
      : Effect.fail(new Misconfigured({ vendor: vendor.name, ...wrong }))
  })
