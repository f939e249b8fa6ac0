/** Which environment variables a layer reads, found by building it from recorded settings: nothing to keep in step by hand. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"

/** A variable that a layer reads. */
export interface Variable {
  readonly name: string
  readonly required: boolean
}

// Any setting passes with one of these: an address where the name says so, a word elsewhere.
const sample = (name: string): string => (name.endsWith("_URL") ? "https://host.example" : "sample")

const attempt = (
  layer: Layer.Layer<never, unknown>,
  given: (name: string) => string | undefined
): Effect.Effect<boolean> => {
  const provider = ConfigProvider.make((path) => {
    const value = given(path.join("_"))
    return Effect.succeed(value === undefined ? undefined : ConfigProvider.makeValue(value))
  })
  return Layer.build(layer).pipe(
    Effect.scoped,
    Effect.provideService(ConfigProvider.ConfigProvider, provider),
    Effect.exit,
    Effect.map(Exit.isSuccess)
  )
}

/** The variables that a layer reads, in the order in which it reads them. Nothing is sent. */
export const environment = (layer: Layer.Layer<never, unknown>): Effect.Effect<ReadonlyArray<Variable>> =>
  Effect.gen(function* () {
    const names = new Set<string>()
    yield* attempt(layer, (name) => {
      names.add(name)
      return sample(name)
    })
    return yield* Effect.forEach([...names], (name) =>
      Effect.map(
        attempt(layer, (other) => (other === name ? undefined : sample(other))),
        (optional): Variable => ({ name, required: !optional })
      )
    )
  })
