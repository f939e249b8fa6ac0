/** What a tracer of an application is handed. */
import { Tracer } from "effect"

/** A tracer of the application's own, and the spans that it was handed. */
export const tracing = () => {
  const spans: Array<Tracer.NativeSpan> = []
  const tracer = Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      spans.push(span)
      return span
    }
  })
  return { spans, tracer }
}

/** The attributes of a span. */
export const attributesOf = ({ attributes }: Tracer.NativeSpan): Record<string, unknown> =>
  Object.fromEntries(attributes)

/** The events of a span, with their times in Unix ms. */
export const eventsOf = ({ events }: Tracer.NativeSpan): ReadonlyArray<readonly [string, number, unknown]> =>
  events.map(([name, at, attributes]) => [name, Number(at / 1_000_000n), attributes] as const)
