/** The first step: whether the settings are there and well-formed. Secrets are named, never shown. */
import type * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import type { Misconfigured } from "../../contract/Common.ts"
import type { Service } from "../../contract/Operation.ts"
import type { Setting } from "../../contract/Outgoing.ts"
import type { Vendor } from "../../contract/Vendor.ts"
import * as Layers from "../../pipeline/layer.ts"
import * as Policy from "../../policy/Policy.ts"
import { environment } from "../environment.ts"
import { unset } from "../unset.ts"
import { failed, ok, type Outcome, sentences } from "./step.ts"

/** A vendor that a doctor knows: its data, and what it tells the doctor. `import * as Braze` gives one. */
export interface Patient<Options extends Layers.Options, Api> {
  readonly vendor: Vendor
  readonly doctor: Layers.Doctor<Options, Api>
}

/** The settings, and what the calls are made with where they are good. */
export interface Configured<Options> {
  readonly outcome: Outcome
  readonly good?: { readonly options: Options; readonly setting: Setting; readonly service: Service }
}

const unreadable = <Options extends Layers.Options, Api>(
  { doctor }: Patient<Options, Api>,
  error: Config.ConfigError
): Effect.Effect<Outcome> =>
  Effect.map(unset(Layer.effectDiscard(doctor.fromEnvironment()), error), ({ needs, problem }) =>
    failed({
      found: sentences(problem.replace(/^t/, "T")),
      means: sentences("Without its settings nothing can be called", needs),
      remedy: "Set what is missing in the environment of this process.",
      code: "Misconfigured",
      category: "misconfigured"
    })
  )

/** Where a setting that is wrong is to be corrected. */
const placeOf = <Options extends Layers.Options, Api>(
  { doctor }: Patient<Options, Api>,
  given: Options | undefined
): Effect.Effect<string> =>
  given === undefined
    ? Effect.map(environment(Layer.effectDiscard(doctor.fromEnvironment())), (variables) =>
        sentences(`Correct it in the environment: ${variables.map(({ name }) => name).join(", ")}`)
      )
    : Effect.succeed("Correct it where the program makes the layer.")

const malformed = ({ means, problem, see, setting }: Misconfigured, remedy: string): Outcome =>
  failed({
    found: sentences(`${setting}: ${problem}`),
    means,
    remedy,
    see,
    code: "Misconfigured",
    category: "misconfigured"
  })

const hostsOf = ({ hosts }: Setting): string =>
  Object.entries(hosts)
    .map(([name, base]) => `${name} ${base}`)
    .join(", ")

/** One attempt a call, and no more time than a step has: a renewed token is all that is asked for again. */
const once =
  (timeout: Duration.Duration): NonNullable<Layers.Options["policy"]> =>
  (documented) => ({
    ...documented,
    passing: Policy.never,
    limited: Policy.never,
    attemptTimeout: timeout,
    deadline: Duration.times(timeout, 1.5)
  })

/** Reads the settings, from the environment where none are given, and builds from them what a layer would. */
export const configured = <Options extends Layers.Options, Api>(
  patient: Patient<Options, Api>,
  given: Options | undefined,
  timeout: Duration.Duration
): Effect.Effect<Configured<Options>, never, Scope.Scope> =>
  Effect.gen(function* () {
    const { doctor, vendor } = patient
    const found = yield* Effect.result(given === undefined ? doctor.fromEnvironment() : Effect.succeed(given))
    if (Result.isFailure(found)) return { outcome: yield* unreadable(patient, found.failure) }
    const options = found.success
    const connection = doctor.connection(options)
    const { proxy: _, ...checkable }: Layers.Options = options
    const built = yield* Effect.result(
      Effect.all([
        Layers.check(vendor, connection, checkable),
        Layer.build(Layers.layer(doctor.api, vendor, connection, { ...options, policy: once(timeout) }))
      ])
    )
    if (Result.isFailure(built)) return { outcome: malformed(built.failure, yield* placeOf(patient, given)) }
    const [{ setting }, services] = built.success
    const from = given === undefined ? "Read from the environment" : "Given by the program"
    return {
      outcome: ok(sentences(from, `Base URL: ${hostsOf(setting)}`)),
      good: { options, setting, service: Context.get(services, doctor.api) }
    }
  })
