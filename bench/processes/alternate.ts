/**
 * Contenders measured in turns: what else the machine does meanwhile falls on all of them alike. Each is a process of its own, so
 * that none pays for what another loaded, allocated or taught the compiler.
 */
import { type Child, type Run, start } from "./child.ts"
import type { Effort } from "./effort.ts"
import { median, rounded } from "./median.ts"

/** What is to be measured. */
export interface Entry {
  readonly contender: string
  /** A module that makes it, and the options for that. */
  readonly module: URL
  readonly options: object
  /** Whether the work was done, from what came of it. */
  readonly expects: (value: unknown) => boolean
}

/** All runs of one contender. */
export interface Measured {
  readonly contender: string
  readonly runs: ReadonlyArray<Run>
}

/** The medians: how much a second, and µs of CPU time for each. */
export interface Cost {
  readonly rps: number
  readonly cpuMicros: number
}

/** The medians of a contender's runs. */
export const costOf = ({ runs }: Measured): Cost => ({
  rps: Math.round(median(runs.map(({ count, seconds }) => count / seconds))),
  cpuMicros: rounded(median(runs.map(({ count, cpuMicros }) => cpuMicros / count)))
})

const worker = new URL("worker.ts", import.meta.url)

const prepare = async ({ contender, expects, module, options }: Entry, { warmUpMillis }: Effort) => {
  const child = await start(contender, worker, [module.href, JSON.stringify(options)])
  const value = await child.ask({})
  if (!expects(value)) throw new Error(`${contender} came back with ${JSON.stringify(value)?.slice(0, 200)}`)
  await child.ask({ millis: warmUpMillis })
  return child
}

type Runs = ReadonlyMap<string, Array<Run>>

/** Some runs, each contender in one process. */
const turns = async (
  entries: ReadonlyArray<Entry>,
  effort: Effort,
  begins: (contender: string) => void,
  runs: Runs
): Promise<void> => {
  const children: Array<readonly [name: string, child: Child]> = []
  try {
    for (const entry of entries) children.push([entry.contender, await prepare(entry, effort)])
    for (let run = 1; run <= effort.runs; run++) {
      // There and back, so that what drifts while they take turns is no advantage of the first.
      for (const [name, child] of run % 2 === 0 ? children.toReversed() : children) {
        begins(name)
        runs.get(name)?.push((await child.ask({ millis: effort.runMillis })) as Run) // as: what the worker sends for such a job
      }
    }
  } finally {
    for (const [, child] of children) child.end()
  }
}

/** Measures them all. `report` is called as each run begins. */
export const alternate = async (
  entries: ReadonlyArray<Entry>,
  effort: Effort,
  report: (contender: string, run: number) => void
): Promise<ReadonlyArray<Measured>> => {
  const runs = new Map(entries.map(({ contender }) => [contender, new Array<Run>()]))
  // The compiler decides anew in each process what it makes fast, so one process alone could be lucky.
  const { processes = 1 } = effort
  for (let process = 0; process < processes; process++) {
    const some = Math.ceil(effort.runs / processes)
    await turns(
      entries,
      { ...effort, runs: some },
      (name) => report(name, (runs.get(name)?.length ?? 0) + 1),
      runs
    )
  }
  return entries.map(({ contender }) => ({ contender, runs: runs.get(contender) ?? [] }))
}
