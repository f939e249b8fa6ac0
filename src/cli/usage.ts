/** How a command ends other than well: wrong usage, or a failure that has been reported already. */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

/** The process's exit codes. `halted` is EX_TEMPFAIL of sysexits.h: the same command can go on later. */
export const exitCode = { success: 0, failure: 1, wrongUsage: 2, halted: 75 } as const

/** The command was not used as it must be: `message` says what is wrong and what is allowed. Nothing was done. */
export class WrongUsage extends Data.TaggedError("WrongUsage")<{ readonly message: string }> {}

/** The command has reported its failure; the process ends with the code. */
export class Ended extends Data.TaggedError("Ended")<{ readonly code: number }> {}

/** Fails with wrong usage. */
export const wrong = (message: string): Effect.Effect<never, WrongUsage> =>
  Effect.fail(new WrongUsage({ message }))

const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, facing] of [...other].entries()) {
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === facing ? 0 : 1))
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}

// A list longer than this is no help in a message; the nearest names are.
const mostNames = 30

/** The names to offer in place of a wrong one: all of a short list, the nearest of a long one. */
export const offered = (wrongName: string, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.length <= mostNames
    ? names
    : names
        .toSorted(
          (one, other) =>
            distance(wrongName.toLowerCase(), one.toLowerCase()) -
            distance(wrongName.toLowerCase(), other.toLowerCase())
        )
        .slice(0, 8)
