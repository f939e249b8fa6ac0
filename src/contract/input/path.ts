/** Where in an input something stands, in words that fit into a message whatever the names are. */
import { excerpt } from "../Wire.ts"

const mostSteps = 12

// Names are the caller's: a line break or an escape of a terminal must not get into a message.
const spelled = (step: PropertyKey): string =>
  excerpt(String(step)).replace(/[^\P{C}]/gu, (unit) => JSON.stringify(unit).slice(1, -1))

/** The path, with dots between its steps; nothing for the input itself. */
export const pathOf = (steps: ReadonlyArray<PropertyKey>): { readonly path?: string } => {
  if (steps.length === 0) return {}
  const path = steps.slice(0, mostSteps).map(spelled).join(".")
  return { path: steps.length > mostSteps ? `${path}.…` : path }
}
