/** What the doctor found, in words for a person: a line for each step, and below one that failed what it means and what to do. */
import * as Duration from "effect/Duration"
import type { Checkup, Step, StepName } from "../diagnose/Diagnose.ts"
import type { Brush, Paint } from "./paint.ts"
import { exitCode } from "./usage.ts"

/** The width of `permissions` and of the longest subject. */
const [nameWidth, subjectWidth] = [13, 14]

const nameOf = ({ name, subject }: { readonly name: StepName; readonly subject: string | null }): string =>
  `${name.padEnd(nameWidth)}${(subject ?? "").padEnd(subjectWidth)}`

/** A step that has begun, for whoever watches. */
export const pending = (step: { readonly name: StepName; readonly subject: string | null }): string =>
  `…        ${nameOf(step).trimEnd()}`

const brushes = ({ bad, dim, good }: Paint): Record<Step["status"], Brush> => ({
  ok: good,
  failed: bad,
  skipped: dim
})

const margin = " ".repeat(9)

const below = ({
  code,
  means,
  remedy,
  see,
  status
}: Step): ReadonlyArray<readonly [string, string | null]> =>
  status === "failed"
    ? [
        ["means", means],
        ["do", remedy],
        ["code", code],
        ["see", see]
      ]
    : [["note", status === "ok" ? means : null]]

/** One step. */
export const line = (step: Step, paint: Paint): string => {
  const { found, means, millis, status } = step
  const text = (status === "skipped" ? means : found) ?? ""
  const took = millis === 0 ? "" : paint.dim(`  ${Duration.format(Duration.millis(millis))}`)
  const name = status === "skipped" ? paint.dim(nameOf(step)) : nameOf(step)
  const heading = `${brushes(paint)[status](status.padEnd(9))}${name}${status === "skipped" ? paint.dim(text) : text}${took}`
  const shown = below(step).filter(([, words]) => words !== null && words !== "")
  return [heading, ...shown.map(([label, words]) => `${margin}${paint.dim(label.padEnd(6))} ${words}`)].join(
    "\n"
  )
}

const count = ({ steps }: Checkup, status: Step["status"]): string =>
  `${steps.filter((step) => step.status === status).length} ${status}`

/** The last line. */
export const summary = (checkup: Checkup, { bad, bold, good }: Paint): string => {
  const first = checkup.steps.find(({ status }) => status === "failed")
  const counts = (["ok", "failed", "skipped"] as const).map((status) => count(checkup, status)).join(", ")
  const took = Duration.format(Duration.millis(checkup.millis))
  if (first === undefined)
    return `${bold(good(`${checkup.vendor}: nothing is wrong`))}: ${counts}, in ${took}.`
  const where = first.subject === null ? first.name : `${first.name} ${first.subject}`
  return `${bold(bad(`${checkup.vendor}: see “${where}”`))}: ${counts}, in ${took}.`
}

/**
 * How the process ends: 2 where the settings are to be corrected, 75 where the vendor refuses calls for now and the same command
 * will do later, 1 where anything else failed, 0 where nothing did.
 */
export const codeOf = ({ steps }: Checkup): number => {
  const failed = steps.filter(({ status }) => status === "failed")
  if (failed.length === 0) return exitCode.success
  if (failed.some(({ name }) => name === "settings")) return exitCode.wrongUsage
  return failed.every(({ category }) => category === "rate-limited") ? exitCode.halted : exitCode.failure
}
