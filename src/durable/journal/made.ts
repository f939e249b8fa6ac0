/** Makes a journal's store of whatever keeps its rows, and the journal that writes to it. */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { Scope } from "effect/Scope"
import * as Journal from "../../pipeline/Journal.ts"
import type { Backend, Bounds } from "./backend.ts"
import { Buffer } from "./buffer.ts"
import { JournalStore, reads, standing, type Store } from "./store.ts"
import { toStored } from "./stored.ts"
import { writing } from "./writing.ts"

/** How much is kept, and of what. */
export interface Keeping {
  /** Default: 30 days. */
  readonly maxAge?: Duration.Input
  /** Default: 256 MB. */
  readonly maxBytes?: number
  /**
   * `whole`: with the personal data of requests and answers, and with all of a request's body, so that a report to a vendor's support
   * can be exact to the byte. Default: `hidden`. Secrets are in neither.
   */
  readonly bodies?: "hidden" | "whole"
  /** How many calls may wait to be written. Beyond them calls are dropped and counted, successes first. Default: 1,000. */
  readonly buffer?: number
}

/** The bounds that are meant. */
export const boundsOf = ({ maxAge = "30 days", maxBytes = 256_000_000 }: Keeping): Bounds => ({
  maxAge: Duration.toMillis(Duration.fromInputUnsafe(maxAge)),
  maxBytes
})

/** The store, and the journal that is around calls with it: what it recorded before, it records still. */
export const made = (
  backend: Backend,
  { bodies = "hidden", buffer: most = 1_000 }: Keeping
): Effect.Effect<Context.Context<JournalStore>, never, Scope> =>
  Effect.gen(function* () {
    const buffer = new Buffer(most)
    const { flush, push, trouble } = yield* writing(backend, buffer, Math.ceil(most / 2))
    const before = yield* Journal.Current
    const store: Store = {
      ...reads(backend),
      flush,
      stats: Effect.map(standing(backend), (stats) => {
        const problem = trouble()
        const now = { ...stats, waiting: buffer.size, drops: buffer.drops }
        return problem === undefined ? now : { ...now, trouble: problem }
      })
    }
    const calls = Journal.rows((row) => push(toStored(row)), { bodies })
    return Context.make(JournalStore, store).pipe(Context.add(Journal.Current, { ...before, calls }))
  })
