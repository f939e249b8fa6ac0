/** A run of `faultline generate`. */
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import { type Generated, generate, starter } from "../../generate/generate.ts"
import { Malformed } from "../../generate/spec/pointer.ts"
import { print } from "../json.ts"
import { paint } from "../paint.ts"
import { textOf } from "../read.ts"
import { Ended, exitCode, wrong, type WrongUsage } from "../usage.ts"
import { compare, type Differences, found, lockIn, settle } from "./folder.ts"
import { blocked, json, words } from "./report.ts"

/** What the command was given. */
export interface Given {
  readonly spec: string
  readonly errors: string
  readonly out: string
  readonly check: boolean
  readonly allow: boolean
  readonly json: boolean
}

const isAddress = /^https?:\/\//i

const read = (name: string) =>
  isAddress.test(name)
    ? wrong(
        `${name} is an address. Download the document first, so that a run next week reads the same: curl -o openapi.json ${name}`
      )
    : Effect.map(textOf(name), (text) => ({ name, text }))

/** What is wrong with a file is told to whoever wrote it; anything else is a fault of this program. */
const malformed = (error: unknown): Malformed => {
  if (error instanceof Malformed) return error
  throw error
}

const attempt = <A>(make: () => Promise<A>): Effect.Effect<A, WrongUsage> =>
  Effect.tryPromise({ try: make, catch: malformed }).pipe(Effect.catch(({ message }) => wrong(message)))

/** Writes a starter for `errors.json`. */
export const initiate = (given: Pick<Given, "spec" | "errors" | "json">) =>
  Effect.gen(function* () {
    if (Option.isSome(yield* found(given.errors)))
      return yield* wrong(
        `${given.errors} is there already, and is not overwritten. Give another name with --errors.`
      )
    const spec = yield* read(given.spec)
    const { facts, guesses } = yield* attempt(() => starter(spec))
    const files = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    yield* files.makeDirectory(path.dirname(given.errors))
    yield* files.writeFileString(given.errors, `${JSON.stringify(facts, null, 2)}\n`)
    const { bold, dim } = yield* paint
    const lines = guesses.map(({ what, where }) => `  ${what}  ${dim(where)}`)
    yield* Console.log(
      given.json
        ? print({ errors: given.errors, guesses }, true)
        : [
            `${bold(given.errors)}: ${facts.failures.length} failures, ${Object.keys(facts.operations).length} operations. Complete it: whatever says TODO, and whether writes are idempotent.`,
            "",
            "Guessed from names, to be looked at:",
            ...lines
          ].join("\n")
    )
  }).pipe(Effect.catchTag("PlatformError", ({ message }) => wrong(message)))

const codeOf = ({ lost }: Generated, differences: Differences, { allow, check }: Given): number => {
  const isBlocked = differences.edited.length + differences.foreign.length > 0
  const differs = differences.written.length + differences.gone.length > 0
  const isLost = lost.length > 0 && !allow
  return isBlocked || isLost || (check && differs) ? exitCode.failure : exitCode.success
}

/** Generates, or with `check` says what would be generated otherwise. */
export const run = (given: Given) =>
  Effect.gen(function* () {
    if (given.errors !== "-" && Option.isNone(yield* found(given.errors)))
      return yield* wrong(
        `${given.errors} is not there. Write a starter first: the same command with --init in place of --out.`
      )
    const [spec, errors] = [yield* read(given.spec), yield* read(given.errors)]
    const before = yield* lockIn(given.out)
    const made = yield* attempt(() => generate(spec, errors, before))
    const differences = yield* compare(given.out, made.files, before)
    const inTheWay = blocked(differences)
    if (!given.check && inTheWay.length === 0) yield* settle(given.out, differences, made.lock)
    const brushes = yield* paint
    const shown = inTheWay.length === 0 ? words(made, differences, given.check, brushes) : ""
    if (given.json) yield* Console.log(print(json(made, differences), true))
    else if (shown !== "") yield* Console.log(shown)
    if (inTheWay.length > 0 && !given.json) yield* Console.error(inTheWay.join("\n"))
    const code = codeOf(made, differences, given)
    if (code !== exitCode.success) return yield* new Ended({ code })
  }).pipe(Effect.catchTag("PlatformError", ({ message }) => wrong(message)))
