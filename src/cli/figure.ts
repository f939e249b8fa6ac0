/** A figure that a stage works with. */

/** One figure. */
export interface Figure {
  readonly name: string
  /** Spans of time are milliseconds. */
  readonly value: unknown
  readonly text: string
  /** Where it is documented; `null` where the figure is Faultline's own. */
  readonly source: string | null
}

/** A figure of Faultline's own. */
export const own = (name: string, value: unknown, text: string): Figure => ({
  name,
  value,
  text,
  source: null
})
