/** Which environment variables a layer reads, found by building it from recorded settings: nothing to keep in step by hand. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"

/** A variable that a layer reads. */
export interface Variable {
  readonly name: string
  readonly required: boolean
  /** It is read only where this other variable is not set. */
  readonly unless?: string
}

// Any setting passes with one of these: an address where the name says so, a word elsewhere.
const sample = (name: string): string => (name.endsWith("_URL") ? "https://host.example" : "sample")

/** What a layer reads from an environment without these variables, and whether it can be built from it. */
const attempt = (
  layer: Layer.Layer<never, unknown>,
  ...without: ReadonlyArray<string>
): Effect.Effect<{ readonly names: ReadonlySet<string>; readonly built: boolean }> => {
  const names = new Set<string>()
  const provider = ConfigProvider.make((path) => {
    const name = path.join("_")
    names.add(name)
    return Effect.succeed(without.includes(name) ? undefined : ConfigProvider.makeValue(sample(name)))
  })
  return Layer.build(layer).pipe(
    Effect.scoped,
    Effect.provideService(ConfigProvider.ConfigProvider, provider),
    Effect.exit,
    Effect.map((exit) => ({ names, built: Exit.isSuccess(exit) }))
  )
}

/** The variables that a layer reads, in the order in which it reads them. Nothing is sent. */
export const environment = (layer: Layer.Layer<never, unknown>): Effect.Effect<ReadonlyArray<Variable>> =>
  Effect.gen(function* () {
    const all = yield* attempt(layer)
    const found: Array<Variable> = []
    for (const name of all.names) {
      const { built, names } = yield* attempt(layer, name)
      found.push({ name, required: !built })
      for (const other of names)
        if (!all.names.has(other)) {
          const apart = yield* attempt(layer, name, other)
          found.push({ name: other, required: !apart.built, unless: name })
        }
    }
    return found
  })
