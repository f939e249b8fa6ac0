/** An explanation in words, for a person on call. */
import * as Duration from "effect/Duration"
import type { Explanation } from "../diagnose/Diagnose.ts"
import type { Delivery } from "../contract/CallReport.ts"
import type { Brush, Paint } from "./paint.ts"

export { explain } from "../diagnose/Diagnose.ts"
export { make } from "../contract/Wire.ts"

/** A wait in words: `30s`, `1m 30s`. */
export const wait = (millis: number): string =>
  millis === 0 ? "at once" : Duration.format(Duration.millis(millis))

const words: Readonly<Record<string, string>> = {
  never: "never: the answer would be the same",
  safe: "safe: a passing fault, and nothing happened",
  "if-idempotent": "if-idempotent: a fault, and it may have happened; retry only what is idempotent",
  reauthenticate: "reauthenticate: once, with new credentials",
  split: "split: only in smaller requests"
}

const retry = (verdict: Explanation["retry"]): string => {
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

const retries = ({ idempotent, notIdempotent }: Explanation["waits"]): string =>
  idempotent.join() === notIdempotent.join()
    ? waits(idempotent)
    : `${waits(idempotent)} (if idempotent); ${waits(notIdempotent)} (if not)`

const complaint = ({ index, message, path }: Explanation["complaints"][number]): string =>
  `${index === undefined ? "" : `item ${index}: `}${path === undefined ? "" : `${path}: `}${message}`

/** Complaints about single fields; of warnings that were read as such, the reading alone. */
const complaints = ({
  complaints: given,
  moreComplaints,
  outcome,
  warnings
}: Explanation): ReadonlyArray<readonly [string, string]> => {
  const label = outcome === "success-with-warnings" ? "warning" : "field"
  const raw = given.length > 0 ? [] : warnings
  return [
    ...given.map((one) => [label, complaint(one)] as const),
    ...(moreComplaints === 0 ? [] : [[label, `and ${moreComplaints} more`] as const]),
    ...raw.map(
      (warning) => ["warning", typeof warning === "string" ? warning : JSON.stringify(warning)] as const
    )
  ]
}

const lines = (explanation: Explanation): ReadonlyArray<readonly [string, string]> => [
  [`${explanation.vendor} said`, explanation.vendorMessage === null ? "" : `“${explanation.vendorMessage}”`],
  ["it began", explanation.vendorMessage === null ? (explanation.excerpt ?? "") : ""],
  ["means", explanation.means ?? ""],
  ["do", explanation.remedy ?? ""],
  ...complaints(explanation),
  ["retry", retry(explanation.retry)],
  ["not before", explanation.notBefore ?? ""],
  ["delivery", explanation.delivery === null ? "" : deliveries[explanation.delivery]],
  ["waits", explanation.outcome === "failure" ? retries(explanation.waits) : ""],
  ...explanation.leftOut.map((path) => ["left out", `${path}: not in its documented form`] as const),
  ...explanation.notes.map((note) => ["note", note] as const),
  ["see", explanation.see ?? ""]
]

/** The explanation as text. */
export const render = (explanation: Explanation, { bad, bold, dim, good, odd }: Paint): string => {
  const outcomes: Record<Explanation["outcome"], readonly [Brush, string]> = {
    success: [good, "success"],
    "success-with-warnings": [odd, "success, with warnings"],
    failure: [bad, explanation.tag ?? "failure"]
  }
  const [brush, name] = outcomes[explanation.outcome]
  const source = explanation.operation ?? explanation.vendor
  const shown = lines(explanation).filter(([, text]) => text !== "")
  const width = Math.max(0, ...shown.map(([label]) => label.length))
  const heading = `${bold(brush(name))} (HTTP ${explanation.status} from ${source})`
  return [heading, ...shown.map(([label, text]) => `  ${dim(label.padEnd(width))}  ${text}`)].join("\n")
}
