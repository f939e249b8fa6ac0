/** Trace headers, for layers that were asked to send them. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as HttpTraceContext from "effect/http/HttpTraceContext"
import * as Tracer from "effect/Tracer"
import type { Outgoing } from "../../contract/Outgoing.ts"

/** Sends a request with the headers of the span around it, as Effect's HTTP client does. */
export const propagated = <A>(
  outgoing: Outgoing,
  send: (outgoing: Outgoing) => Effect.Effect<A>
): Effect.Effect<A> =>
  Effect.withFiber((fiber) => {
    const span = Context.getOrUndefined(fiber.context, Tracer.ParentSpan)
    return send(
      span?._tag === "Span"
        ? { ...outgoing, headers: { ...outgoing.headers, ...HttpTraceContext.toHeaders(span) } }
        : outgoing
    )
  })
