/** A span of time as it is typed: `30 seconds`. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { wrong, type WrongUsage } from "./usage.ts"

const span = /^(\d+(?:\.\d+)?) ?(millis|seconds?|minutes?|hours?)$/
const units = { millis: 1, second: 1000, minute: 60_000, hour: 3_600_000 } as const

/** The span that a flag was given. `example` is how it is rightly used. */
export const spanOf = (example: string, text: string): Effect.Effect<Duration.Duration, WrongUsage> => {
  const [, count, name = ""] = span.exec(text.trim()) ?? []
  const [, millis] = Object.entries(units).find(([unit]) => name.startsWith(unit)) ?? []
  return count === undefined || millis === undefined
    ? wrong(`“${text}” is no span of time. Give a number with its unit: ${example}.`)
    : Effect.succeed(Duration.millis(Number(count) * millis))
}
