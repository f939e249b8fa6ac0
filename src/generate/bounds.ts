/** Bounds of a schema that became narrower. */
import type { Node } from "./description.ts"

/** What is noticed at a place. */
export type Difference = readonly [where: string, what: string]

interface Bounds {
  readonly least?: number | undefined
  readonly most?: number | undefined
  readonly above?: number | undefined
  readonly pattern?: string | undefined
  readonly format?: string | undefined
}

/** What is no longer taken because a bound, a form or a list of words is narrower. */
export const bounds = (
  before: Node & Bounds,
  after: Node & Bounds,
  where: string
): ReadonlyArray<Difference> => {
  const found: Array<Difference> = []
  if ((after.least ?? -Infinity) > (before.least ?? -Infinity))
    found.push([where, `at least ${after.least} now`])
  if ((after.most ?? Infinity) < (before.most ?? Infinity)) found.push([where, `at most ${after.most} now`])
  if ((after.above ?? -Infinity) > (before.above ?? -Infinity))
    found.push([where, `more than ${after.above} now`])
  if (after.pattern !== undefined && after.pattern !== before.pattern)
    found.push([where, "the pattern is another one"])
  if (
    after.kind === "string" &&
    ["email", "uuid"].includes(after.format ?? "") &&
    after.format !== before.format
  )
    found.push([where, `the form ${after.format} is needed now`])
  if (before.kind === "enum" && after.kind === "enum") {
    const gone = before.values.filter((value) => !after.values.includes(value))
    if (gone.length > 0) found.push([where, `no longer taken: ${gone.join(", ")}`])
  }
  return found
}
