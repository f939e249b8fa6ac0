/**
 * A failure as logs and consoles print it: the sentence, with the remedy in it, and the facts of the call that a person on call
 * looks for. Neither bodies nor personal data nor secrets; moments as ISO text in UTC, times in milliseconds.
 */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import type { AttemptReport } from "../CallReport.ts"
import { hide, type Hiding, hidingOf, without } from "../privacy.ts"
import { byName } from "../redact.ts"
import { keptWith } from "../kept.ts"
import { excerpt, isRecord } from "../Wire.ts"
import type { AnyFailure, Dialect } from "./facts.ts"
import { framesOf } from "./traced.ts"
import { showVerdict } from "./verdict.ts"

type Fields = Readonly<Record<string, unknown>>

const defined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const iso = (moment: DateTime.Utc | undefined) =>
  moment === undefined ? undefined : DateTime.formatIso(moment)

const attempt = ({ at, ...rest }: AttemptReport): Fields => ({ at: DateTime.formatIso(at), ...rest })

// More are one like the other; the sentence tells how many there were.
const mostAttempts = 5

/** What a failure carries, where a word says it. Lists and objects stay with the program. */
const carried = (value: unknown, name: string, hiding: Hiding): unknown => {
  if (Duration.isDuration(value)) return Duration.toMillis(value)
  if (DateTime.isDateTime(value)) return DateTime.formatIso(value)
  if (typeof value === "string") {
    const shown = byName()(name, hide(hiding, value, name))
    return typeof shown === "string" ? excerpt(without([], shown)) : undefined
  }
  return typeof value === "number" || typeof value === "boolean" ? value : undefined
}

const knowsHiding = (kept: unknown): kept is { readonly hiding: (whole: boolean) => Hiding } =>
  isRecord(kept) && typeof kept["hiding"] === "function"

/** What is hidden of its call, where there was one: the application may hide more than the vendor's facts say. */
const hidingFor = (failure: AnyFailure, { privacy }: Dialect<any>): Hiding => {
  const kept = keptWith(failure)
  return knowsHiding(kept) ? kept.hiding(false) : hidingOf(privacy)
}

/** The failure as a small JSON object. */
export const toJson = (failure: AnyFailure, dialect: Dialect<any>): Fields => {
  const hiding = hidingFor(failure, dialect)
  const { _tag, ...own } = { ...failure } as AnyFailure & Fields // as: its own enumerable fields
  const { attempts, request } = failure
  return defined({
    _tag,
    message: failure.message,
    remedy: failure.remedy,
    vendor: failure.vendor,
    operation: failure.operation,
    status: failure.status,
    category: failure.category,
    delivery: failure.delivery,
    retry: showVerdict(failure.retry),
    notBefore: iso(failure.notBefore),
    call: failure.call?.id,
    requestId: failure.requestId,
    time: iso(failure.time),
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, carried(value, name, hiding)])),
    request: request === undefined ? undefined : `${request.method} ${request.url}`,
    attempts: attempts.length === 0 ? undefined : attempts.slice(-mostAttempts).map(attempt),
    see: failure.see
  })
}

type Inspect = (value: unknown, options: unknown) => string

/** The failure as `console` prints it on Node, Bun and Deno. */
export const toText = (
  failure: AnyFailure,
  dialect: Dialect<any>,
  options: unknown,
  inspect: Inspect
): string => {
  const { _tag, message } = failure
  const { _tag: _, message: __, remedy: ___, ...facts } = toJson(failure, dialect)
  return [`${_tag}: ${message}`, ...framesOf(failure.stack ?? ""), inspect(facts, options)]
    .filter((part) => part !== "")
    .join("\n")
}

/** How logs and consoles print it. */
export const printing = (dialect: Dialect<any>): PropertyDescriptorMap => ({
  toJSON: {
    configurable: true,
    value(this: AnyFailure) {
      return toJson(this, dialect)
    }
  },
  [Symbol.for("nodejs.util.inspect.custom")]: {
    configurable: true,
    value(this: AnyFailure, _depth: number, options: unknown, inspect: Parameters<typeof toText>[3]) {
      return toText(this, dialect, options, inspect)
    }
  }
})
