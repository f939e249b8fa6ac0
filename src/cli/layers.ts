/** The layers of a call to one vendor, outermost first, with the figures that each works with; as data, and in words. */
import * as Effect from "effect/Effect"
import type { VendorModule } from "../core/Diagnose.ts"
import { stack } from "../core/Vendor.ts"
import { type Figure, figures } from "./figures.ts"
import type { Paint } from "./paint.ts"

/** One layer. */
export interface Layered {
  readonly name: string
  readonly does: string
  /** Why it stands there and not elsewhere. */
  readonly standsHere: string
  readonly figures: ReadonlyArray<Figure>
}

/** The stack of a vendor. */
export interface Layers {
  readonly vendor: string
  /** Outermost first. */
  readonly layers: ReadonlyArray<Layered>
}

/** The default stack of a vendor, with the vendor's own figures and those of Faultline where the vendor gives none. */
export const layersOf = (module: VendorModule): Effect.Effect<Layers> =>
  Effect.map(figures(module), (found) => ({
    vendor: module.vendor.name,
    layers: stack.map(({ does, name, standsHere }) => ({
      name,
      does,
      standsHere,
      figures: found[name] ?? []
    }))
  }))

const figured = ({ name, source, text }: Figure, { dim }: Paint): string =>
  `${name}: ${text}${source === null ? "" : dim(` (${source})`)}`

/** The stack as text. */
export const tell = ({ layers, vendor }: Layers, paint: Paint): string => {
  const width = Math.max(0, ...layers.map(({ name }) => name.length))
  const margin = " ".repeat(width + 6)
  const shown = layers.map((layer, index) =>
    [
      `${String(index + 1).padStart(2)}  ${paint.bold(layer.name.padEnd(width))}  ${layer.does}`,
      `${margin}${paint.dim(layer.standsHere)}`,
      ...layer.figures.map((figure) => `${margin}· ${figured(figure, paint)}`)
    ].join("\n")
  )
  return [`A call to ${vendor} passes these layers, outermost first:`, ...shown].join("\n")
}
