/** An explanation in words, for a person on call. */
import * as Duration from "effect/Duration"
import type { Explanation } from "../core/Diagnose.ts"
import type { Delivery } from "../core/Story.ts"
import type { Brush, Paint } from "./paint.ts"

export { explain } from "../core/Diagnose.ts"
export { make } from "../core/Wire.ts"

/** A wait in words: `30s`, `1m 30s`. */
export const wait = (millis: number): string =>
  millis === 0 ? "at once" : Duration.format(Duration.millis(millis))

const words: Readonly<Record<string, string>> = {
  never: "never: the answer would be the same",
  soon: "soon: a passing fault, and nothing happened",
  unsure: "unsure: a fault, and it may have happened; safe only where repeating is harmless",
  afresh: "once, with new credentials",
  narrower: "only with a smaller request"
}

const again = (verdict: Explanation["again"]): string => {
  if (verdict === null) return ""
  if (typeof verdict === "string") return words[verdict] ?? verdict
  return "after" in verdict ? `not before ${wait(verdict.after)} have passed` : `not before ${verdict.at}`
}

const deliveries: Record<Delivery, string> = {
  NotSent: "never sent, so nothing was done",
  Refused: "nothing was done",
  Unknown: "it may or may not have been done",
  Applied: "it was done; do not send it again"
}

/** Waits in words: `1s, then 3s`; `none` where there are none. */
export const waits = (each: ReadonlyArray<number>): string =>
  each.length === 0 ? "none" : each.map(wait).join(", then ")

const retries = ({ repeatable, unrepeatable }: Explanation["retry"]): string =>
  repeatable.join() === unrepeatable.join()
    ? waits(repeatable)
    : `${waits(repeatable)} (where repeating is harmless); ${waits(unrepeatable)} (where it is not)`

const complaint = ({ index, path, said }: Explanation["fields"][number]): string =>
  `${index === undefined ? "" : `item ${index}: `}${path === undefined ? "" : `${path}: `}${said}`

/** Complaints about single fields; of warnings that were read as such, the reading alone. */
const complaints = ({ fields, outcome, warnings }: Explanation): ReadonlyArray<readonly [string, string]> => {
  const label = outcome === "success-with-warnings" ? "warning" : "field"
  const raw = fields.length > 0 ? [] : warnings
  return [
    ...fields.map((field) => [label, complaint(field)] as const),
    ...raw.map(
      (warning) => ["warning", typeof warning === "string" ? warning : JSON.stringify(warning)] as const
    )
  ]
}

const lines = (explanation: Explanation): ReadonlyArray<readonly [string, string]> => [
  [`${explanation.vendor} said`, explanation.said === null ? "" : `“${explanation.said}”`],
  ["means", explanation.means ?? ""],
  ["do", explanation.remedy ?? ""],
  ...complaints(explanation),
  ["ask again", again(explanation.again)],
  ["delivery", explanation.delivery === null ? "" : deliveries[explanation.delivery]],
  ["retries", explanation.outcome === "failure" ? retries(explanation.retry) : ""],
  ["see", explanation.see ?? ""]
]

/** The explanation as text. */
export const tell = (explanation: Explanation, { bad, bold, dim, good, odd }: Paint): string => {
  const outcomes: Record<Explanation["outcome"], readonly [Brush, string]> = {
    success: [good, "success"],
    "success-with-warnings": [odd, "success, with warnings"],
    failure: [bad, explanation.tag ?? "failure"]
  }
  const [brush, name] = outcomes[explanation.outcome]
  const asked = explanation.operation === null ? explanation.vendor : explanation.operation
  const told = lines(explanation).filter(([, text]) => text !== "")
  const width = Math.max(0, ...told.map(([label]) => label.length))
  const heading = `${bold(brush(name))} (HTTP ${explanation.status} from ${asked})`
  return [heading, ...told.map(([label, text]) => `  ${dim(label.padEnd(width))}  ${text}`)].join("\n")
}
