/** Writing down what is about to be sent. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { NotSent } from "../../../contract/Common.ts"
import type { Outgoing } from "../../../contract/Outgoing.ts"
import type { Intend } from "../../../pipeline/intent.ts"
import type { Kind } from "../model.ts"
import { freeze } from "./frozen.ts"
import type { Held } from "./options.ts"
import type { Working } from "./working.ts"

/** A request that a worker has claimed, with what is left of its items. */
export interface Request {
  readonly id: string
  readonly held: ReadonlyArray<Held>
  /** The request of an earlier time, which must be sent as it was. */
  readonly frozen?: Outgoing
}

/** What a repeat of a request would mean. */
const kindOf = ({ operation: { spec } }: Working, idempotent: boolean): Kind => {
  if (!idempotent) return "once"
  return spec.repeats?.knownBy === "request" ? "keyed" : "idempotent"
}

/** What is left of the time for which the vendor knows a repeat, from the first sending of the oldest item. */
const leftOf = (within: number, held: ReadonlyArray<Held>, now: number): number =>
  Math.min(within, ...held.map(({ item }) => within - (now - (item.firstSent ?? now))))

/** What is known while a request is under way. */
export interface Under {
  kind: Kind
  /** Its intent is written: it may be at the vendor. */
  intended: boolean
  /** It is not ours any more, or could not be written down: it is not sent. */
  lost: boolean
  /** The store did not say whether it is written down. */
  unheard: boolean
}

const lost = new NotSent({
  reason: "aborted",
  note: "The outbox could not write down that it is about to be sent, so it was not."
})

/** Writes the intent of a request; one that cannot be written is not sent. */
export const intending =
  (working: Working, request: Request, under: Under): Intend =>
  ({ idempotent, outgoing }) =>
    Effect.gen(function* () {
      const { owner, settings, store, within } = working
      const now = yield* Clock.currentTimeMillis
      const kind = kindOf(working, idempotent)
      const sent = request.frozen ?? outgoing
      const body = kind === "keyed" ? freeze(sent) : undefined
      under.kind = kind === "keyed" && body === undefined ? "once" : kind
      const written = yield* store
        .intent({
          request: request.id,
          owner,
          kind: under.kind,
          lease: settings.lease,
          now,
          ...(within === undefined ? {} : { within: leftOf(within, request.held, now) }),
          ...(body === undefined ? {} : { body })
        })
        .pipe(
          Effect.catch(() => {
            under.unheard = true
            return Effect.succeed(false)
          })
        )
      under.intended = written
      under.lost = !written
      return written ? sent : yield* lost
    })
