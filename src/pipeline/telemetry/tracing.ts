/**
 * Spans as an observer: one per call, with a client span per request, by OpenTelemetry's conventions. Where nobody listens, none are
 * made. What they say of how something ended, and the events of a call, come from the facts.
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import * as Tracer from "effect/Tracer"
import { attribute } from "./attribute.ts"
import type { AttemptBegan, Began, Observer } from "./facts.ts"
import { annotate } from "./annotating.ts"
import * as Renewal from "./renewal.ts"

type AnyFiber = Fiber.Fiber<unknown, unknown>

const parentOf = (fiber: AnyFiber): Tracer.AnySpan | undefined =>
  Context.getOrUndefined(fiber.context, Tracer.ParentSpan)

/** Effect's own tracer sends its spans nowhere: they matter only inside a span that the application opened. */
const isHeard = (fiber: AnyFiber): boolean =>
  fiber.getRef(Tracer.Tracer) !== Tracer.nativeTracer || parentOf(fiber) !== undefined

/**
 * The request for a credential serves all who wait, and may outlive the call that came first: its span is no child of that call's, but
 * a root that links to it. Where that call is not recorded, neither is this: below it, for then nobody sees which outlives the other.
 */
const apart = (fiber: AnyFiber): Tracer.SpanOptionsNoTrace => {
  const span = parentOf(fiber)
  if (span === undefined) return { root: true }
  return span.sampled ? { root: true, links: [{ span, attributes: {} }] } : {}
}

const known = <A, E>(renewal: Renewal.Renewal, effect: Effect.Effect<A, E>): Effect.Effect<A, E> =>
  Effect.withFiber((fiber) => {
    const span = parentOf(fiber)
    if (span !== undefined) renewal.span = span
    return effect
  })

const ofCall = <A, E>(effect: Effect.Effect<A, E>, { operation, vendor }: Began): Effect.Effect<A, E> =>
  Effect.withFiber((fiber) => {
    if (!isHeard(fiber)) return effect
    const renewal = fiber.getRef(Renewal.Current)
    return Effect.withSpan(renewal === undefined ? effect : known(renewal, effect), operation, {
      ...(renewal === undefined ? {} : apart(fiber)),
      attributes: { [attribute.vendor]: vendor, [attribute.operation]: operation },
      // The stack would be the same for every call: the pipeline's own.
      captureStackTrace: false
    })
  })

const sentWith = ({
  kind,
  method,
  path,
  port,
  resends,
  server,
  url
}: AttemptBegan): Record<string, unknown> => ({
  [attribute.method]: method,
  [attribute.server]: server,
  [attribute.port]: port,
  [attribute.url]: url(),
  [attribute.path]: path,
  [attribute.kind]: kind,
  ...(resends === 0 ? {} : { [attribute.resend]: resends }),
  ...(kind === "hedge" ? { [attribute.hedge]: true } : {})
})

const ofAttempt = <A, E>(effect: Effect.Effect<A, E>, began: AttemptBegan): Effect.Effect<A, E> =>
  Effect.withFiber((fiber) =>
    isHeard(fiber)
      ? Effect.withSpan(effect, `${began.method} ${began.path}`, {
          kind: "client",
          attributes: sentWith(began),
          captureStackTrace: false
        })
      : effect
  )

/** Opens spans, and says on them what happens. */
export const tracing: Observer = {
  observe: (fact) =>
    Effect.withFiber((fiber) => {
      if (parentOf(fiber) !== undefined)
        annotate(fiber, fact, () => fiber.getRef(Clock.Clock).currentTimeNanosUnsafe())
      return Effect.void
    }),
  call: ofCall,
  attempt: ofAttempt
}
