/** The request for a credential, which runs apart from the calls that wait for it: its span is a root, and theirs link to it. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import * as Tracer from "effect/Tracer"
import { attribute } from "./attribute.ts"

/** Why a credential is fetched, and the span of the request for it, where somebody traces that. */
export interface Renewal {
  readonly reason: "due" | "refused"
  span?: Tracer.AnySpan
}

/** The renewal that the calls of a fiber are made for. */
export const Current = Context.Reference<Renewal | undefined>("faultline/Renewal", {
  defaultValue: () => undefined
})

const above = (span: Tracer.AnySpan | undefined): Tracer.AnySpan | undefined =>
  span?._tag === "Span" && span.parent._tag === "Some" ? span.parent.value : undefined

/** The nearest span around a fiber that has this attribute: ours, whatever spans the application has put inside it. */
export const spanWith = (
  fiber: Fiber.Fiber<unknown, unknown>,
  key: string,
  value?: string
): Tracer.Span | undefined => {
  let span: Tracer.AnySpan | undefined = Context.getOrUndefined(fiber.context, Tracer.ParentSpan)
  for (; span !== undefined; span = above(span)) {
    const found = span._tag === "Span" ? span.attributes.get(key) : undefined
    if (found !== undefined && (value === undefined || found === value)) break
  }
  return span?._tag === "Span" ? span : undefined
}

/** A wait for a credential. The span of the call that waits links to that of the request, which has begun by the time it has ended. */
export const linked = <A, E>(wait: Effect.Effect<A, E>, renewal: Renewal): Effect.Effect<A, E> =>
  Effect.withFiber((fiber) =>
    Effect.ensuring(
      wait,
      Effect.sync(() => {
        if (renewal.span === undefined) return
        spanWith(fiber, attribute.operation)?.addLinks([{ span: renewal.span, attributes: {} }])
      })
    )
  )
