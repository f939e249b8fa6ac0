/** Sources of gauges that show the same series: they are read together, so that none hides another. */
import * as Context from "effect/Context"
import * as Metric from "effect/Metric"
import { Gauges, type Reading } from "./gauges.ts"

type Everything = Context.Context<never>

/** What is read of sources, by parts that are read apart from each other: a part is there as long as one of the sources has it. */
export type Parts<Source> = (
  sources: ReadonlyArray<Source>
) => ReadonlyMap<string, () => ReadonlyArray<Reading>>

/** The sources of one name whose series go to one registry, with the same attributes of the application. */
export class Together<Source> {
  readonly name: string
  readonly sources: Array<Source> = []
  private readonly context: Everything
  private readonly parts: Parts<Source>
  private readonly gauges = new Map<string, Gauges>()

  constructor(name: string, context: Everything, parts: Parts<Source>) {
    this.name = name
    this.context = context
    this.parts = parts
  }

  isOf(name: string, context: Everything): boolean {
    const attributes = (one: Everything) => JSON.stringify(Context.get(one, Metric.CurrentMetricAttributes))
    return (
      this.name === name &&
      Context.get(this.context, Metric.MetricRegistry) === Context.get(context, Metric.MetricRegistry) &&
      attributes(this.context) === attributes(context)
    )
  }

  join(source: Source): void {
    this.sources.push(source)
    this.refresh()
  }

  leave(source: Source): void {
    this.sources.splice(this.sources.indexOf(source), 1)
    this.refresh()
  }

  /** Parts come and go with the sources that have them, and their series with what is known. */
  refresh(): void {
    const parts = this.parts(this.sources)
    for (const [name, gauges] of this.gauges)
      if (parts.has(name)) gauges.refresh()
      else {
        gauges.remove()
        this.gauges.delete(name)
      }
    for (const [name, read] of parts)
      if (!this.gauges.has(name)) this.gauges.set(name, new Gauges(this.context, read))
  }
}

/** A source among those of its name. */
export interface Joined {
  /** Says that it has changed; without it its series come and go with the next reading. */
  readonly refresh: () => void
  readonly leave: () => void
}

/** Adds a source to those of its name. */
export const join = <Source>(
  groups: Set<Together<Source>>,
  [name, context, parts]: ConstructorParameters<typeof Together<Source>>,
  source: Source
): Joined => {
  const group = [...groups].find((one) => one.isOf(name, context)) ?? new Together(name, context, parts)
  groups.add(group)
  group.join(source)
  return {
    refresh: () => group.refresh(),
    leave: () => {
      group.leave(source)
      if (group.sources.length === 0) groups.delete(group)
    }
  }
}
