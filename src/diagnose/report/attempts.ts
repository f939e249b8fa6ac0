/** The attempts of a call as support reads them: on whose side each failed, and what a log would say. */
import { inStatus } from "../../contract/Signature.ts"
import type { Subject } from "./subject.ts"

/** How an attempt ended. */
export interface End {
  readonly ended: string
  readonly status?: number | undefined
}

const silences: Readonly<Record<string, (vendor: string) => string>> = {
  NotSent: () => "network connectivity, or our side: nothing was sent",
  NoAnswer: (vendor) => `network connectivity, or ${vendor}: it was sent, and no answer came`,
  DeliveryUnknown: (vendor) => `network connectivity, or ${vendor}: it was sent, and no answer came`
}

/** Whose side an attempt failed on, as far as it tells. */
export const sideOf = (vendor: string, { ended, status }: End): string => {
  if (status === undefined) return silences[ended]?.(vendor) ?? "our side: it was not sent"
  if (inStatus("5xx", status)) return `${vendor}, or a gateway before it: it answered ${status}`
  return inStatus("4xx", status)
    ? `our side, as ${vendor} sees it: it answered ${status}`
    : `${vendor}: it answered ${status}`
}

const seconds = (millis: number): string => `${Math.round(millis)} ms`

/** The call as lines of a log: one for each attempt, and one for its end. */
export const linesOf = ({
  attempts,
  message,
  operation,
  request,
  tag,
  time
}: Subject): ReadonlyArray<string> => [
  ...attempts.map(({ at, ended, kind, millis, status, waited, why }, index) =>
    [
      `${at} ${operation} attempt ${index + 1} (${kind})`,
      `ended with ${ended}${status === undefined ? "" : ` (HTTP ${status})`} after ${seconds(millis)}`,
      ...(waited === undefined ? [] : [`waited ${seconds(waited)}${why === undefined ? "" : ` (${why})`}`])
    ].join(", ")
  ),
  [
    `${time ?? attempts.at(-1)?.at ?? "-"} ${tag === null ? "INFO" : "ERROR"} ${operation}`,
    ...(request === undefined ? [] : [`${request.method} ${request.url}`]),
    message ?? tag ?? "ok"
  ].join(": ")
]
