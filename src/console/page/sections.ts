/** The sections of the page, as they stand now. What cannot be read says so in its place; the others go on. */
import * as Effect from "effect/Effect"
import type { Sources, Unreadable } from "../sources.ts"
import { failures } from "./failures.ts"
import { health } from "./health.ts"
import { type Html, html } from "./html.ts"
import { outbox } from "./outbox.ts"

/** A part of the page that is drawn anew where it has changed. */
export interface Section {
  readonly id: string
  readonly html: string
}

/** The sections that a console has, with their titles, in their order. */
export const titlesOf = (sources: Sources): ReadonlyArray<readonly [id: string, title: string]> => [
  ...(sources.health === undefined ? [] : [["health", "Health"] as const]),
  ...(sources.failures === undefined ? [] : [["failures", "Last failures"] as const]),
  ...(sources.outbox === undefined ? [] : [["outbox", "Outbox"] as const])
]

// A source that does not answer is not waited for by the others.
const patience = "5 seconds"

const trouble = (text: string): Html => html`<p class="trouble">This cannot be read now. ${text}</p>`

const drawn = <A>(
  id: string,
  read: Effect.Effect<A, Unreadable> | undefined,
  draw: (found: A) => Html
): ReadonlyArray<Effect.Effect<Section>> =>
  read === undefined
    ? []
    : [
        Effect.map(read, draw).pipe(
          Effect.timeoutOrElse({
            duration: patience,
            orElse: () => Effect.succeed(trouble(`Nothing came within ${patience}.`))
          }),
          Effect.catch(({ message }) => Effect.succeed(trouble(message))),
          Effect.catchDefect((defect) =>
            Effect.as(
              Effect.logError(`The console cannot show its section ${id}.`, defect),
              trouble("That is a fault; the log of this process has it.")
            )
          ),
          Effect.map(({ text }) => ({ id, html: text }))
        )
      ]

/** Reads and draws all of them; at most `most` failures and items. */
export const sectionsOf = (sources: Sources, most: number): Effect.Effect<ReadonlyArray<Section>> =>
  Effect.all(
    [
      ...drawn("health", sources.health, health),
      ...drawn("failures", sources.failures?.last(most), failures),
      ...drawn("outbox", sources.outbox?.state(most), outbox)
    ],
    { concurrency: "unbounded" }
  )
