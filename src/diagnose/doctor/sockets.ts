/** Sockets that are closed at the end, however that comes, and what their errors say (Node only). */
import * as Effect from "effect/Effect"
import { Unreached } from "./probes.ts"

/** An error of a socket. */
export interface Fault extends Error {
  readonly code?: string | undefined
  readonly errors?: ReadonlyArray<Fault> | undefined
}

/** What it means that nothing was reached. Of several addresses that were tried, each has its own error. */
export const unreached = (error: Fault): Unreached => {
  const all = error.errors ?? [error]
  const code = error.code ?? all[0]?.code ?? "unknown"
  return new Unreached({ code, detail: [...new Set(all.map(({ message }) => message))].join("; ") })
}

/** What closes a connection, whatever becomes of it. */
export interface Closes {
  readonly destroy: () => unknown
}

/** Ends it, the first time it is called. */
export type Settle<A> = (result: Effect.Effect<A, Unreached>) => void

/** Runs with something that is closed at the end, however that comes. */
export const closing = <A>(start: (settle: Settle<A>) => Closes): Effect.Effect<A, Unreached> =>
  Effect.callback((resume) => {
    const opened: Array<Closes> = []
    const close = () => opened.forEach((one) => one.destroy())
    opened.push(
      start((result) => {
        resume(result)
        close()
      })
    )
    return Effect.sync(close)
  })
