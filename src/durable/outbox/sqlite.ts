/** An outbox in a file of SQLite, on a thread of its own. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type Client, open, type Options, type Trouble } from "../sqlite/client.ts"
import type { Add, Added } from "./commands.ts"
import { OutboxFull, StoreUnavailable } from "./errors.ts"
import type { Frozen } from "./lane.ts"
import { portionOf } from "./sqlite/add.ts"
import { type Commands, OutboxStore } from "./store.ts"

/** How the file is opened. */
export type SqliteOptions = Omit<Options, "program">

const unavailable = (file: string, { problem, reason }: Trouble): StoreUnavailable =>
  new StoreUnavailable({ store: file, reason: reason === "no-room" ? "full" : reason, problem })

const refused = (file: string, trouble: Trouble): StoreUnavailable | OutboxFull =>
  trouble.reason === "no-room"
    ? new OutboxFull({ store: file, free: trouble.free ?? 0, needed: trouble.needed ?? 0 })
    : unavailable(file, trouble)

const adding =
  (client: Client, file: string): Commands["add"] =>
  (command: Add) =>
    client.ask<ReadonlyArray<Added> | undefined>("add", portionOf(command), command.items.length).pipe(
      Effect.map((words) => words ?? command.items.map((): Added => "queued")),
      Effect.mapError((trouble) => refused(file, trouble))
    )

/** The commands, asked of whoever runs the program. */
export const commandsOf = (client: Client, file: string): Commands => {
  const ask =
    <A>(name: string, weight: (input: never) => number = () => 1) =>
    (input: unknown): Effect.Effect<A, StoreUnavailable> =>
      Effect.mapError(
        client.ask<A>(name, input, weight(input as never)), // as: each weighs what its command takes
        (trouble) => unavailable(file, trouble)
      )
  return {
    add: adding(client, file),
    claim: ask("claim", ({ most }: { readonly most: number }) => Math.min(most, 1_000)),
    intent: ask("intent"),
    settle: ask("settle", ({ results }: { readonly results: ReadonlyArray<unknown> }) => results.length),
    release: ask("release"),
    reap: ask("reap"),
    adopt: (command) => Effect.map(ask<Frozen | null>("adopt")(command), (found) => found ?? undefined),
    lanes: ask("lanes"),
    list: ask("list"),
    move: ask("move"),
    pause: ({ now, ...pause }) => ask<void>("pause")({ ...pause, since: now }),
    resume: ({ scope }) => ask<boolean>("resume")(scope),
    pauses: Effect.suspend(() => ask<never>("pauses")(undefined)),
    ended: ask("ended"),
    stats: ask("stats"),
    sweep: ask("sweep")
  }
}

/**
 * A store in a file of SQLite. What it has answered is on the disk. Several processes of one machine may share a file, where their
 * SQLite is 3.51.3 or newer.
 */
export const layerSqlite = (options: SqliteOptions): Layer.Layer<OutboxStore, StoreUnavailable> =>
  Layer.effect(
    OutboxStore,
    open({ ...options, program: [import.meta.url, "./sqlite/thread"] }).pipe(
      Effect.map((client) => commandsOf(client, options.file)),
      Effect.mapError((trouble) => unavailable(options.file, trouble))
    )
  )
