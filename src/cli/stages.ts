/** The stages of a call to one vendor, outermost first, with the figures that each works with; as data, and in words. */
import * as Effect from "effect/Effect"
import type { VendorModule } from "../diagnose/Diagnose.ts"
import { stages } from "../pipeline/Pipeline.ts"
import { type Figure, figures } from "./figures.ts"
import type { Paint } from "./paint.ts"

/** One stage, with its figures. */
export interface StageFigures {
  readonly name: string
  readonly does: string
  /** Why it stands there and not elsewhere. */
  readonly because: string
  readonly figures: ReadonlyArray<Figure>
}

/** The pipeline of a vendor. */
export interface Pipeline {
  readonly vendor: string
  /** Outermost first. */
  readonly stages: ReadonlyArray<StageFigures>
}

/** The default pipeline of a vendor, with the vendor's own figures and those of Faultline where the vendor gives none. */
export const pipelineOf = (module: VendorModule): Effect.Effect<Pipeline> =>
  Effect.map(figures(module), (found) => ({
    vendor: module.vendor.name,
    stages: stages().map(({ because = "", does = "", name }) => ({
      name,
      does,
      because,
      figures: found[name] ?? []
    }))
  }))

const figured = ({ name, source, text }: Figure, { dim }: Paint): string =>
  `${name}: ${text}${source === null ? "" : dim(` (${source})`)}`

/** The pipeline as text. */
export const render = ({ stages, vendor }: Pipeline, paint: Paint): string => {
  const width = Math.max(0, ...stages.map(({ name }) => name.length))
  const margin = " ".repeat(width + 6)
  const shown = stages.map((stage, index) =>
    [
      `${String(index + 1).padStart(2)}  ${paint.bold(stage.name.padEnd(width))}  ${stage.does}`,
      `${margin}${paint.dim(stage.because)}`,
      ...stage.figures.map((figure) => `${margin}· ${figured(figure, paint)}`)
    ].join("\n")
  )
  return [`A call to ${vendor} passes these stages, outermost first:`, ...shown].join("\n")
}
