/** Spans as an observer: one per call, with a child per attempt. Where nobody listens, none are made. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import * as Tracer from "effect/Tracer"
import { isFailure } from "../../contract/Failure.ts"
import { attribute } from "./attribute.ts"
import type { Observer } from "./facts.ts"

const marked = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E> =>
  Effect.tapError(effect, (failure) =>
    isFailure(failure)
      ? Effect.annotateCurrentSpan({
          [attribute.error]: failure._tag,
          [attribute.delivery]: failure.delivery,
          ...(failure.status === undefined ? {} : { [attribute.status]: failure.status })
        })
      : Effect.void
  )

/** Effect's own tracer sends its spans nowhere: they matter only inside a span that the application opened. */
const isHeard = (fiber: Fiber.Fiber<unknown, unknown>): boolean =>
  fiber.getRef(Tracer.Tracer) !== Tracer.nativeTracer ||
  Context.getOption(fiber.context, Tracer.ParentSpan)._tag === "Some"

const spanned = <A, E>(
  effect: Effect.Effect<A, E>,
  name: string,
  options: () => Tracer.SpanOptionsNoTrace
): Effect.Effect<A, E> =>
  Effect.withFiber((fiber) =>
    isHeard(fiber)
      ? // The stack would be the same for every call: the pipeline's own.
        Effect.withSpan(marked(effect), name, { ...options(), captureStackTrace: false })
      : effect
  )

/** Opens spans. */
export const tracing: Observer = {
  call: (effect, { operation, vendor }) =>
    spanned(effect, operation, () => ({
      attributes: { [attribute.vendor]: vendor, [attribute.operation]: operation }
    })),
  attempt: (effect, { kind, method, number, path, server }) =>
    spanned(effect, `${method} ${path}`, () => ({
      kind: "client",
      attributes: {
        [attribute.method]: method,
        [attribute.path]: path,
        [attribute.server]: server,
        [attribute.kind]: kind,
        ...(number === 0 ? {} : { [attribute.resend]: number })
      }
    }))
}
