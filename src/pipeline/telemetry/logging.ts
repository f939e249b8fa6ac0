/** Log lines as an observer: one for each call that ended badly, and one for each wait before a retry. */
import * as Effect from "effect/Effect"
import type { Severity } from "effect/LogLevel"
import * as Logger from "effect/Logger"
import { attribute } from "./attribute.ts"
import type { Waiting } from "./events.ts"
import type { CallEnded, Observer } from "./facts.ts"

/** Not onto spans: a span of a call that failed says so itself, and has events of the one list alone. */
const offSpans = (line: Effect.Effect<void>): Effect.Effect<void> =>
  Effect.withFiber((fiber) => {
    const loggers = fiber.getRef(Logger.CurrentLoggers)
    if (!loggers.has(Logger.tracerLogger)) return line
    const others = new Set(loggers)
    others.delete(Logger.tracerLogger)
    return Effect.provideService(line, Logger.CurrentLoggers, others)
  })

const written = (
  level: Severity,
  message: string,
  annotations: Readonly<Record<string, unknown>>
): Effect.Effect<void> => {
  const known = Object.entries(annotations).filter(([, value]) => value !== undefined)
  return offSpans(Effect.annotateLogs(Effect.logWithLevel(level)(message), Object.fromEntries(known)))
}

/** A line is for people: to the millisecond. */
const seconds = (millis: number): number => Math.round(millis) / 1000

const loud: ReadonlySet<string> = new Set<Severity>(["Error", "Fatal"])

/** The level at which the end of a call is logged. What its caller stopped is no news to it. */
const levelOf = ({ advised, delivery, escalation, outcome }: CallEnded): Severity => {
  if (outcome === "interrupted") return "Debug"
  const level = advised ?? "Warn"
  const matters = delivery === "Unknown" || outcome === "defect" || escalation !== undefined
  return matters && !loud.has(level) ? "Error" : level
}

const deliveries: Readonly<Record<CallEnded["delivery"], string>> = {
  NotSent: "nothing was sent",
  Refused: "nothing was done",
  Unknown: "it may or may not have been done",
  Applied: "it was done"
}

const sentence = ({ delivery, message, operation, outcome }: CallEnded): string => {
  if (message !== undefined) return message
  return outcome === "interrupted"
    ? `${operation} was interrupted by its caller; ${deliveries[delivery]}.`
    : `${operation} died of a fault in the program; ${deliveries[delivery]}.`
}

const ended = (fact: CallEnded): Effect.Effect<void> =>
  written(levelOf(fact), sentence(fact), {
    [attribute.vendor]: fact.vendor,
    [attribute.operation]: fact.operation,
    [attribute.error]: fact.outcome,
    [attribute.reason]: fact.reason,
    [attribute.status]: fact.status,
    [attribute.delivery]: fact.delivery,
    [attribute.attempts]: fact.attempts,
    [attribute.seconds]: seconds(fact.millis),
    [attribute.call]: fact.id(),
    [attribute.request]: fact.requestId
  })

const because: Readonly<Record<Waiting["reason"], string>> = {
  backoff: "a fault that may pass",
  vendor: "the vendor's time",
  credentials: "with new credentials"
}

const waits = ({ after, id, millis, operation, reason, vendor }: Waiting): Effect.Effect<void> =>
  written("Debug", `${operation} is retried in ${millis} ms after ${after}: ${because[reason]}.`, {
    [attribute.vendor]: vendor,
    [attribute.operation]: operation,
    [attribute.wait]: reason,
    [attribute.after]: after,
    [attribute.seconds]: seconds(millis),
    [attribute.call]: id()
  })

/**
 * Writes to the log of the application. A call that ended badly is one line: Warn, or Error where it may have been done, where it is
 * a person's business, where the vendor advises it, and of a defect; Debug where its caller interrupted it. A retry is Debug.
 */
export const logging: Observer = {
  observe: (fact) => {
    if (fact._tag === "Waiting") return waits(fact)
    return fact._tag === "CallEnded" && fact.outcome !== "ok" ? ended(fact) : Effect.void
  }
}
