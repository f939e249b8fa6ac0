/** Moments as they are typed: a date, a time with its zone, or how long ago. */
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { millisOf } from "../contract/Moment.ts"
import { wrong, type WrongUsage } from "./usage.ts"

const isDate = /^\d{4}-\d{2}-\d{2}$/

const ago = /^(\d+(?:\.\d+)?) ?(s|seconds?|m|min|minutes?|h|hours?|d|days?)(?: ago)?$/i

const unit: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const spanOf = (text: string): Duration.Duration | undefined => {
  const [, count, name = ""] = ago.exec(text) ?? []
  const each = unit[name[0]?.toLowerCase() ?? ""]
  return count === undefined || each === undefined ? undefined : Duration.millis(Number(count) * each)
}

/** The moment that is meant by what was given for a flag. A date is its beginning in UTC. */
export const moment = (flag: string, text: string): Effect.Effect<DateTime.Utc, WrongUsage> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => {
    const span = spanOf(text)
    const millis =
      span === undefined
        ? millisOf(isDate.test(text) ? `${text}T00:00:00Z` : text)
        : now - Duration.toMillis(span)
    return Option.match(Number.isNaN(millis) ? Option.none() : DateTime.make(millis), {
      onNone: () =>
        wrong(
          `“${text}” is no moment. Give how long ago, a date, or a time with its zone: --${flag} 2h, --${flag} 2026-11-25, --${flag} 2026-11-25T09:00:00Z.`
        ),
      onSome: (found) => Effect.succeed(DateTime.toUtc(found))
    })
  })
