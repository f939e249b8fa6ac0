/** Server-sent events: the sections as they stand when a page connects, and from then on those that have changed. */
import * as Effect from "effect/Effect"
import type { HttpServerResponse } from "effect/http/HttpServerResponse"
import * as Response from "effect/http/HttpServerResponse"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { sentence } from "./guard.ts"
import type { Section } from "./page/sections.ts"

// How often somebody who looks sees something new.
const pace = "1 second"

// After so many looks without news something is sent, so that both sides notice when the other is gone.
const silence = 4

// So many pages may be open at once.
const mostStreams = 16

type Look = Effect.Effect<ReadonlyArray<Section>>

interface Place {
  readonly event: number
  readonly silent: number
  readonly sent: ReadonlyMap<string, string>
}

const start: Place = { event: 0, silent: 0, sent: new Map() }

// Each page begins with everything: what it had seen before its connection was lost does not matter.
const next = (
  look: Look,
  { event, sent, silent }: Place
): Effect.Effect<readonly [ReadonlyArray<string>, Place]> =>
  Effect.map(look, (sections) => {
    const fresh = sections.filter(({ html, id }) => sent.get(id) !== html)
    if (fresh.length > 0) {
      const text = `id: ${event}\ndata: ${JSON.stringify(fresh)}\n\n`
      const drawn = new Map([...sent, ...fresh.map(({ html, id }) => [id, html] as const)])
      return [[text], { event: event + 1, silent: 0, sent: drawn }]
    }
    const quiet = silent + 1 >= silence
    return [quiet ? [":\n\n"] : [], { event, sent, silent: quiet ? 0 : silent + 1 }]
  })

const events = (look: Look): Stream.Stream<string> =>
  Stream.paginate(start, (place) =>
    Effect.gen(function* () {
      if (place !== start) yield* Effect.sleep(pace)
      const [texts, then] = yield* next(look, place)
      return [texts, Option.some(then)] as const
    })
  )

/** Counts the pages that are connected, and gives each its stream until `closing` succeeds. */
export class Live {
  private connected = 0
  private readonly look: Look
  private readonly closing: Effect.Effect<void>

  constructor(look: Look, closing: Effect.Effect<void>) {
    this.look = look
    this.closing = closing
  }

  /** The answer for one page. */
  readonly answer: Effect.Effect<HttpServerResponse> = Effect.sync(() => {
    if (this.connected >= mostStreams)
      return sentence(503, `${mostStreams} pages are connected already: close one.`)
    const counted = Stream.unwrap(
      Effect.acquireRelease(
        Effect.sync(() => (this.connected++, events(this.look))),
        () => Effect.sync(() => void this.connected--)
      )
    )
    return Response.stream(Stream.encodeText(Stream.interruptWhen(counted, this.closing)), {
      contentType: "text/event-stream",
      // A connection that stayed open behind it would keep the server from ending.
      headers: { connection: "close" }
    })
  })
}
