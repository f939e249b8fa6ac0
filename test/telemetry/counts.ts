/** What a registry of metrics holds, as numbers that can be compared. */
import { Context, Metric } from "effect"

/** What is read from a registry. */
export type Snapshot = ReadonlyArray<Metric.Metric.Snapshot>

/** A registry of its own, and what it holds at the moment. */
export const registry = (): {
  readonly registry: Metric.MetricRegistry
  readonly read: () => Snapshot
} => {
  const made: Metric.MetricRegistry = new Map()
  const context = Context.make(Metric.MetricRegistry, made)
  return { registry: made, read: () => Metric.snapshotUnsafe(context) }
}

/** The sum of all series of a counter, or the number of values in all series of a histogram. */
export const total = (snapshot: Snapshot, name: string): number =>
  snapshot
    .filter(({ id }) => id === name)
    .reduce((sum, { state }) => sum + ("count" in state ? Number(state.count) : 0), 0)

/** The values of an attribute that a counter's series have, where anything was counted. */
export const valuesOf = (snapshot: Snapshot, name: string, attribute: string): ReadonlyArray<string> =>
  snapshot.flatMap(({ attributes = {}, id, state }) => {
    const value = attributes[attribute]
    return id === name && value !== undefined && "count" in state && Number(state.count) > 0 ? [value] : []
  })
