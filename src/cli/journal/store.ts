/** Which journal a command reads: a flag, else the environment, else a file here. */
import * as Flag from "effect/cli/Flag"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { JournalUnavailable, Store } from "../../durable/JournalStore.ts"
import { print } from "../json.ts"
import { Ended, exitCode } from "../usage.ts"

/** `--store` */
export const store = Flag.String("store").pipe(
  Flag.withMetavar("FILE"),
  Flag.withDescription("default: FAULTLINE_JOURNAL in the environment, else faultline-journal.db"),
  Flag.optional
)

/** What every command on a journal is given. */
export interface Given {
  readonly store: Option.Option<string>
  readonly json: boolean
}

const otherwise = Config.withDefault(Config.String("FAULTLINE_JOURNAL"), "faultline-journal.db")

const refused = ({ json }: Given, { _tag, message }: JournalUnavailable): Effect.Effect<never, Ended> =>
  Effect.andThen(
    Console.error(json ? print({ tag: _tag, message }, true) : message),
    Effect.fail(new Ended({ code: exitCode.failure }))
  )

/** Reads the journal that is meant. What is wrong with it is reported. */
export const onJournal = <A, E, R>(
  given: Given,
  use: (journal: Pick<Store, "find" | "get">) => Effect.Effect<A, E | JournalUnavailable, R>
): Effect.Effect<A, Exclude<E, JournalUnavailable> | Ended, R> =>
  Effect.gen(function* () {
    const { JournalUnavailable, open } = yield* Effect.promise(() => import("../../durable/JournalStore.ts"))
    const file = Option.isSome(given.store) ? given.store.value : yield* Effect.orDie(otherwise)
    return yield* Effect.scoped(Effect.flatMap(open(file), use)).pipe(
      Effect.catchIf(
        (error): error is Extract<E, JournalUnavailable> | JournalUnavailable =>
          error instanceof JournalUnavailable,
        (problem) => refused(given, problem)
      )
    )
  })
