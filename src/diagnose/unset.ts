/** What an environment lacks that a layer reads. */
import type * as Config from "effect/Config"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { environment } from "./environment.ts"

/** What is missing, by name and in a sentence. */
export interface Unset {
  /** Names of the variables that are needed and not set. */
  readonly missing: ReadonlyArray<string>
  /** What is wrong. */
  readonly problem: string
  /** Which variables are needed, and which are read besides. */
  readonly needs: string
}

/** What the environment lacks, where the layer could not be built from it. Nothing is sent. */
export const unset = (layer: Layer.Layer<never, unknown>, error: Config.ConfigError): Effect.Effect<Unset> =>
  Effect.gen(function* () {
    const provider = yield* ConfigProvider.ConfigProvider
    const variables = yield* environment(layer)
    const isUnset = (name: string) =>
      Effect.match(provider.load([name]), {
        onFailure: () => true,
        onSuccess: (node) => node?.value === undefined || node.value === ""
      })
    const needed = variables.filter((variable) => variable.required)
    const effective = yield* Effect.filter(needed, ({ unless }) =>
      unless === undefined ? Effect.succeed(true) : isUnset(unless)
    )
    const required = needed.map(({ name, unless }) =>
      unless === undefined ? name : `${name} (or ${unless})`
    )
    const missing = yield* Effect.filter(
      effective.map(({ name }) => name),
      isUnset
    )
    const optional = variables.filter((variable) => !variable.required).map(({ name }) => name)
    const also = optional.length === 0 ? "" : `; it also reads ${optional.join(", ")}`
    return {
      missing,
      problem:
        missing.length === 0 ? error.cause.message : `the environment does not set ${missing.join(", ")}`,
      needs: `It needs ${required.join(", ")}${also}.`
    }
  })
