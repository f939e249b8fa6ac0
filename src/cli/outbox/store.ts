/** Which outbox a command works on: a flag, else the environment, else a file here. */
import * as Flag from "effect/cli/Flag"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type { Outbox, StoreUnavailable } from "../../durable/Outbox.ts"
import { print } from "../json.ts"
import { Ended, exitCode } from "../usage.ts"
import { layerOf } from "./layers.ts"

/** `--store` */
export const store = Flag.String("store").pipe(
  Flag.withMetavar("FILE-or-URL"),
  Flag.withDescription(
    "a file, or postgres://… (default: FAULTLINE_OUTBOX in the environment, else faultline-outbox.db)"
  ),
  Flag.optional
)

/** `--json` */
export const json = Flag.Boolean("json").pipe(
  Flag.withDescription("JSON on standard output, and what is wrong as one line of JSON on standard error"),
  Flag.withDefault(false)
)

/** What every command of the outbox is given. */
export interface Given {
  readonly store: Option.Option<string>
  readonly json: boolean
}

const otherwise = Config.withDefault(Config.String("FAULTLINE_OUTBOX"), "faultline-outbox.db")

/** The outbox that is meant. */
export const outboxOf = ({ store }: Given): Effect.Effect<Layer.Layer<Outbox, StoreUnavailable>> =>
  Effect.flatMap(Option.isSome(store) ? Effect.succeed(store.value) : Effect.orDie(otherwise), (name) =>
    layerOf(name)
  )

/** What an outbox cannot do. */
export interface Problem {
  readonly _tag: "StoreUnavailable" | "OutboxFull" | "IdConflict" | "IllegalMove"
  readonly message: string
}

const tags: ReadonlyArray<string> = ["StoreUnavailable", "OutboxFull", "IdConflict", "IllegalMove"]

const isProblem = (error: unknown): error is Problem =>
  error instanceof Error && "_tag" in error && tags.includes(String(error._tag))

/** Reports what an outbox cannot do. */
export const problem = (
  { json }: Pick<Given, "json">,
  { _tag, message }: Problem
): Effect.Effect<never, Ended> =>
  Effect.andThen(
    Console.error(json ? print({ tag: _tag, message }, true) : message),
    Effect.fail(new Ended({ code: exitCode.failure }))
  )

/** Runs a command on its outbox. What the outbox cannot do is reported. */
export const onOutbox = <A, E, R>(
  given: Given,
  command: Effect.Effect<A, E, R>
): Effect.Effect<A, E | StoreUnavailable | Ended, Exclude<R, Outbox>> =>
  Effect.flatMap(outboxOf(given), (layer) => {
    const provided: Effect.Effect<A, E | StoreUnavailable, Exclude<R, Outbox>> = Effect.provide(
      command,
      layer
    )
    return Effect.catch(provided, (error): Effect.Effect<never, E | StoreUnavailable | Ended> =>
      isProblem(error) ? problem(given, error) : Effect.fail(error)
    )
  })
