/** A journal in a file of its own, on a thread of its own. */
import * as Effect from "effect/Effect"
import type { Scope } from "effect/Scope"
import { type Client, open, type Options, type Trouble } from "../../sqlite/client.ts"
import { type Backend, type Bounds, JournalUnavailable, type Page } from "../backend.ts"
import type { Adding, Counted, Finding } from "./program.ts"

const oldNode =
  "it is kept by node:sqlite, which needs Node 22.16 or newer: update Node, or leave this layer out; the log has what the vendors advise to keep"

/** What is wrong with the file, as a problem of a journal. */
const unavailable =
  (file: string) =>
  ({ problem, reason }: Trouble): JournalUnavailable =>
    new JournalUnavailable({
      file,
      reason: reason === "no-room" ? "full" : reason,
      problem: reason === "old-node" ? oldNode : problem
    })

const backendOf = ({ ask }: Client, file: string, { maxAge, maxBytes }: Bounds): Backend => {
  const asked = <A>(name: string, input: Adding | Finding | undefined, weight = 1) =>
    Effect.mapError(ask<A>(name, input, weight), unavailable(file))
  return {
    add: (rows, now) => Effect.asVoid(asked("add", { rows, now, maxAge, maxBytes }, rows.length + 1)),
    find: (wanted, after, most) => asked<Page>("find", { wanted, after, most }),
    counts: Effect.map(asked<Counted>("counts", undefined), ({ bytes, calls, oldest }) => ({
      calls,
      bytes,
      ...(oldest === null ? {} : { oldest })
    }))
  }
}

/** How the file is opened; the rest for tests. */
export type Opening = Pick<Options, "file" | "patience" | "versions">

/** Opens a journal's file, and closes it with the scope. */
export const inFile = (opening: Opening, bounds: Bounds): Effect.Effect<Backend, JournalUnavailable, Scope> =>
  Effect.mapBoth(open({ ...opening, program: [import.meta.url, "./program"] }), {
    onFailure: unavailable(opening.file),
    onSuccess: (client) => backendOf(client, opening.file, bounds)
  })
