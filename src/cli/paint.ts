/** Colors, where the terminal shows them and NO_COLOR does not forbid them; plain text everywhere else. */
import * as TerminalCapabilities from "effect/cli/TerminalCapabilities"
import * as Effect from "effect/Effect"

/** Colors a text, or leaves it as it is. */
export type Brush = (text: string) => string

/** What texts are colored with. */
export interface Paint {
  /** Whether a person at a terminal reads it. */
  readonly terminal: boolean
  readonly bold: Brush
  readonly dim: Brush
  readonly good: Brush
  readonly bad: Brush
  readonly odd: Brush
}

const brush =
  (colored: boolean, code: number): Brush =>
  (text) =>
    colored && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text

/** The paint for standard output. */
export const paint: Effect.Effect<Paint> = Effect.map(
  TerminalCapabilities.TerminalCapabilities,
  ({ canAnimate, canColor }): Paint => ({
    terminal: canAnimate,
    bold: brush(canColor, 1),
    dim: brush(canColor, 2),
    good: brush(canColor, 32),
    bad: brush(canColor, 31),
    odd: brush(canColor, 33)
  })
)
