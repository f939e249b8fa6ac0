/** The message of a failure, written for a tired person on call: what happened, what it means, whether it was done, what to do. */
import type { AnyFailure } from "../Failure.ts"
import type { Delivery, FieldError } from "../Story.ts"

const deliveries: Record<Delivery, string> = {
  NotSent: "The request never left, so nothing was done.",
  Refused: "Nothing was done.",
  Unknown: "It may or may not have been done.",
  Applied: "It was done; do not send it again."
}

const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

const complaint = ({ index, path, said }: FieldError): string =>
  `${index === undefined ? "" : `item ${index}: `}${path === undefined ? "" : `${path}: `}${said}`

const tried = ({ attempts }: AnyFailure): string => {
  const [first] = attempts
  const last = attempts.at(-1)
  if (first === undefined || last === undefined || attempts.length < 2) return ""
  const seconds = (last.at.epochMilliseconds + last.millis - first.at.epochMilliseconds) / 1000
  return `Tried ${attempts.length} times over ${seconds.toFixed(1)} s.`
}

/** Puts the sentences together; empty ones are left out. */
export const sentence = (failure: AnyFailure, detail: string | undefined): string => {
  const { call } = failure
  const status = failure.status === undefined ? "" : ` (HTTP ${failure.status})`
  const opening = call === undefined ? "" : `${call.operation} failed with ${failure._tag}${status}.`
  const said = failure.said === undefined ? "" : `${failure.vendor} said: “${failure.said}”.`
  const fields =
    failure.fields.length === 0 ? "" : stop(`Fields: ${failure.fields.map(complaint).join("; ")}`)
  return [
    opening,
    failure.means,
    detail === undefined || detail === "" ? "" : stop(detail),
    said,
    fields,
    tried(failure),
    call === undefined ? "" : deliveries[failure.delivery],
    failure.remedy
  ]
    .filter((part) => part !== "")
    .join(" ")
}
