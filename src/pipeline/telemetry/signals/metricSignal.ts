/** What the list says of a metric. */
import type { AttributeKey } from "../attribute.ts"

/** One metric. */
export interface MetricSignal {
  readonly name: string
  readonly type: "counter" | "histogram" | "gauge"
  /** In UCUM, as OpenTelemetry writes it. */
  readonly unit: string
  readonly description: string
  readonly attributes: ReadonlyArray<AttributeKey>
  /** The upper bounds of a histogram's buckets. */
  readonly buckets?: ReadonlyArray<number>
}

/** A part of the list. */
export type MetricSignals = Readonly<Record<string, MetricSignal>>
