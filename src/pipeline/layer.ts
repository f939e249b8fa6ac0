/** A vendor as data, and the layer that serves it: one stack of layers around one transport. */
import type * as Context from "effect/Context"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as HttpClient from "effect/http/HttpClient"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import type { TokenRequest, Auth, Credentials } from "./Auth.ts"
import { Misconfigured } from "../contract/Common.ts"
import * as Deadline from "../policy/Deadline.ts"
import type { AnyFailure, AnyFailureClass, Dialect } from "../contract/Failure.ts"
import type * as Journal from "./Journal.ts"
import type { AnyOperation, Service } from "../contract/Operation.ts"
import type { QueryLists, Setting } from "../contract/Outgoing.ts"
import * as Policy from "../policy/Policy.ts"
import { AssumeIdempotent } from "../policy/Retry.ts"
import type { Status } from "../contract/Signature.ts"
import * as Telemetry from "./Telemetry.ts"
import * as Transport from "./Transport.ts"
import { type GuardOptions, makeGuards, type QuotaClass } from "./guards.ts"
import type { Passage, Runtime } from "./Passage.ts"
import { type Stage, stack } from "./order.ts"

export type { GuardOptions, QuotaClass } from "./guards.ts"
export { type Apply, type Stage, stack } from "./order.ts"

/** Leaves the named layers out of a stack: `stack: Vendor.without("queue", "breaker")`. */
export const without =
  (...names: ReadonlyArray<string>) =>
  (stages: ReadonlyArray<Stage>): ReadonlyArray<Stage> =>
    stages.filter(({ name }) => !names.includes(name))

/** Puts another layer in the place of the one with its name. */
export const replace =
  (stage: Stage) =>
  (stages: ReadonlyArray<Stage>): ReadonlyArray<Stage> =>
    stages.map((one) => (one.name === stage.name ? stage : one))

/** Everything that is the same for all layers of a vendor. */
export interface Vendor {
  readonly name: string
  readonly dialect: Dialect<any> // any: a dialect's shared fields are its vendor's own
  /** The whole catalogue, specials before the general. */
  readonly failures: ReadonlyArray<AnyFailureClass>
  /** What every operation may fail with. */
  readonly always: ReadonlyArray<AnyFailureClass>
  /** Default base URLs by host name; the first is the usual one. An empty one must be given to the layer. */
  readonly hosts: Readonly<Record<string, string>>
  readonly queryLists: QueryLists
  /** The vendor's own advice on asking again. */
  readonly policy: Policy.Policy
  /** Documented rate limits by class of endpoints; `default` is for operations without a class. */
  readonly quotas?: Readonly<Record<string, QuotaClass>>
  /** Where in the body of a success its warnings stand: a dotted path to a list. */
  readonly warnings?: string
  /** Answers to keep in the journal, and how loud to be about them. */
  readonly records?: ReadonlyArray<{ readonly status: Status; readonly level: Journal.Entry["level"] }>
  /** Why its credentials must not reach a browser, where that is so. */
  readonly serverOnly?: string
}

/** What a layer of a vendor is connected with. */
export interface Connection {
  readonly auth: Auth
  /** Values for placeholders of paths: `orgId`. */
  readonly settings?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Base URLs in place of the vendor's own, by host name. */
  readonly hosts?: Readonly<Record<string, string | undefined>>
}

/** Options that every vendor's layer takes. */
export interface Options extends GuardOptions {
  /** Parts of the policy in place of the vendor's advice, or a function of it. */
  readonly policy?: Partial<Policy.Policy> | ((documented: Policy.Policy) => Policy.Policy)
  /** Lets operations be repeated that may do harm twice. */
  readonly assumeIdempotent?: boolean
  /** Other credentials than those that the vendor's own options make. */
  readonly auth?: Auth
  /** The stack of this layer, from the default one: leave out layers, replace or add some. */
  readonly stack?: (documented: ReadonlyArray<Stage>) => ReadonlyArray<Stage>
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

const checkHost = (vendor: Vendor, name: string, base: string): Effect.Effect<void, Misconfigured> => {
  const wrong = (problem: string) =>
    Effect.fail(new Misconfigured({ vendor: vendor.name, setting: `base URL (${name})`, problem }))
  if (base === "") return wrong("There is no default: give the base URL of your account's region.")
  if (!URL.canParse(base)) return wrong("It is not a URL.")
  const { hostname, password, protocol, username } = new URL(base)
  if (username !== "" || password !== "")
    return wrong("It has credentials in it: give them in their own options.")
  if (protocol === "https:" || (protocol === "http:" && loopback.test(hostname))) return Effect.void
  return wrong("It must begin with https://; plain http is for this machine (localhost) only.")
}

const checkPlace = ({ name, serverOnly }: Vendor): Effect.Effect<void, Misconfigured> =>
  serverOnly !== undefined && Reflect.has(globalThis, "window")
    ? Effect.fail(new Misconfigured({ vendor: name, setting: "credentials", problem: serverOnly }))
    : Effect.void

const settingOf = (vendor: Vendor, connection: Connection): Effect.Effect<Setting, Misconfigured> =>
  Effect.gen(function* () {
    yield* checkPlace(vendor)
    const hosts: Record<string, string> = {}
    for (const [name, base] of Object.entries(vendor.hosts)) {
      hosts[name] = (connection.hosts?.[name] ?? base).trim()
      yield* checkHost(vendor, name, hosts[name])
    }
    for (const [setting, value] of Object.entries(connection.settings ?? {})) {
      if (value.trim() !== "") continue
      return yield* new Misconfigured({
        vendor: vendor.name,
        setting,
        problem: "It must not be empty: it is part of every address."
      })
    }
    return {
      hosts,
      settings: connection.settings ?? {},
      headers: connection.headers ?? {},
      queryLists: vendor.queryLists
    }
  })

const policyOf = (documented: Policy.Policy, change: Options["policy"]): Policy.Policy =>
  typeof change === "function" ? change(documented) : { ...documented, ...change }

const begin = (
  runtime: Runtime,
  operation: AnyOperation,
  input: unknown,
  credentials: Credentials,
  retry: Passage["retry"]
): Effect.Effect<Passage> =>
  Effect.gen(function* () {
    const change = yield* Policy.Change
    return {
      runtime,
      operation,
      input,
      credentials,
      telemetry: yield* Telemetry.Current,
      policy: change(runtime.policy),
      idempotent: operation.spec.idempotent || runtime.assumeIdempotent || (yield* AssumeIdempotent),
      attempts: [],
      retry,
      outgoing: { method: operation.spec.method, url: "", headers: {}, query: [], body: undefined },
      answer: undefined,
      arrived: yield* Clock.currentTimeMillis,
      signed: undefined,
      uncertain: false,
      abandoned: false,
      last: undefined
    }
  })

// What the vendor is sent is the vendor's business: no trace headers, and our own spans instead of the client's.
const quiet = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  effect.pipe(
    Effect.provideService(HttpClient.TracerPropagationEnabled, false),
    Effect.provideService(HttpClient.TracerDisabledWhen, () => true)
  )

const makeRuntime = (vendor: Vendor, connection: Connection, options: Options) =>
  Effect.gen(function* () {
    const runtime: Runtime = {
      vendor,
      client: yield* HttpClient.HttpClient,
      setting: yield* settingOf(vendor, connection),
      policy: policyOf(vendor.policy, options.policy),
      assumeIdempotent: options.assumeIdempotent ?? false,
      guards: yield* makeGuards(vendor, options)
    }
    return runtime
  })

/** Carries out calls through the stack; a call may carry out the same operation again with another input. */
const makeCarryOut = (runtime: Runtime, stages: ReadonlyArray<Stage>): TokenRequest => {
  const carryOut: TokenRequest = (operation, input, credentials) =>
    Effect.flatMap(
      begin(runtime, operation, input, credentials, (other) => carryOut(operation, other, credentials)),
      (passage) =>
        quiet(
          stages.reduceRight<Effect.Effect<unknown, AnyFailure>>(
            (inner, { apply }) => Effect.suspend(() => apply(inner, passage)),
            Effect.void
          )
        )
    )
  return carryOut
}

const makeService = (
  vendor: Vendor,
  connection: Connection,
  options: Options
): Effect.Effect<Service, Misconfigured, HttpClient.HttpClient | Scope.Scope> =>
  Effect.gen(function* () {
    const carryOut = makeCarryOut(
      yield* makeRuntime(vendor, connection, options),
      options.stack?.(stack) ?? stack
    )
    // A token is fetched for all who wait: neither the deadline nor the policy of the one that came first is its own.
    const ask: TokenRequest = (operation, input, ready) =>
      carryOut(operation, input, ready).pipe(
        Effect.provideService(Deadline.Current, undefined),
        Effect.provideService(Policy.Change, (policy) => policy)
      )
    const credentials = yield* (options.auth ?? connection.auth)(ask)
    return { call: (operation, input) => carryOut(operation, input, credentials) }
  })

/** The layer of a vendor over whatever transport is provided. */
export const layerNoTransport = <Api>(
  api: Context.Key<Api, Service>,
  vendor: Vendor,
  connection: Connection,
  options: Options = {}
): Layer.Layer<Api, Misconfigured, HttpClient.HttpClient> =>
  Layer.effect(api, makeService(vendor, connection, options))

/** The layer of a vendor over the transport of this platform. */
export const layer = <Api>(
  api: Context.Key<Api, Service>,
  vendor: Vendor,
  connection: Connection,
  options: Options = {}
): Layer.Layer<Api, Misconfigured> =>
  Layer.provide(layerNoTransport(api, vendor, connection, options), Transport.layer)
