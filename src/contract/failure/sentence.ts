/** The message of a failure, written for a tired person on call: what happened, what it means, whether it was done, what to do. */
import type { AttemptReport, CallReport, Complaint, Delivery } from "../CallReport.ts"

const deliveries: Record<Delivery, string> = {
  NotSent: "The request never left, so nothing was done.",
  Refused: "Nothing was done.",
  Unknown: "It may or may not have been done.",
  Applied: "It was done; do not send it again."
}

/** What the message is made of. */
export interface Told {
  readonly _tag: string
  readonly vendor: string
  readonly operation: string | undefined
  readonly status: number | undefined
  readonly vendorMessage: string | undefined
  readonly excerpt: string | undefined
  readonly complaints: ReadonlyArray<Complaint>
  readonly attempts: ReadonlyArray<AttemptReport>
  readonly delivery: Delivery
  readonly means: string
  readonly remedy: string
  readonly call?: Pick<CallReport, "moreComplaints" | "unsplit">
}

const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

const complaint = ({ index, message, path }: Complaint): string =>
  `${index === undefined ? "" : `item ${index}: `}${path === undefined ? "" : `${path}: `}${message}`

const tried = ({ attempts }: Told): string => {
  const [first] = attempts
  const last = attempts.at(-1)
  if (first === undefined || last === undefined || attempts.length < 2) return ""
  const seconds = (last.at.epochMilliseconds + last.millis - first.at.epochMilliseconds) / 1000
  return `Tried ${attempts.length} times over ${seconds.toFixed(1)} s.`
}

const quoted = ({ excerpt, vendor, vendorMessage }: Told): ReadonlyArray<string> => [
  vendorMessage === undefined ? "" : `${vendor} said: “${vendorMessage}”.`,
  excerpt === undefined ? "" : excerpt === "" ? "The body was empty." : `The body began: “${excerpt}”.`
]

const fields = ({ call, complaints, vendorMessage }: Told): string => {
  const more = call?.moreComplaints ?? 0
  const each = complaints.map(complaint).filter((text) => text !== vendorMessage)
  const all = more === 0 ? each : [...each, `and ${more} more`]
  return all.length === 0 ? "" : stop(`Fields: ${all.join("; ")}`)
}

/** Puts the sentences together; empty ones are left out. */
export const sentence = (failure: Told, detail: string | undefined): string => {
  const { call, operation } = failure
  const status = failure.status === undefined ? "" : ` (HTTP ${failure.status})`
  return [
    operation === undefined ? "" : `${operation} failed with ${failure._tag}${status}.`,
    failure.means,
    detail === undefined || detail === "" ? "" : stop(detail),
    ...quoted(failure),
    fields(failure),
    call?.unsplit === undefined ? "" : stop(call.unsplit),
    tried(failure),
    operation === undefined ? "" : deliveries[failure.delivery],
    failure.remedy
  ]
    .filter((part) => part !== "")
    .join(" ")
}
