/** What a call costs in CPU time where nothing fails and nothing is sent. */
import type { Effort } from "../processes/effort.ts"
import { type Batch, makeCalls } from "./calls.ts"

/** What one call costs: nanoseconds of CPU time, the median of batches and the range of their middle half. */
export interface Overhead {
  readonly what: string
  readonly parts: string
  readonly nanos: number
  readonly from: number
  readonly to: number
}

const batchMillis = 60

// CPU time, because it does not count what else the machine does.
const timed = async (batch: Batch, calls: number): Promise<number> => {
  const start = process.cpuUsage()
  await batch(calls)
  const { system, user } = process.cpuUsage(start)
  return ((user + system) * 1e3) / calls
}

const measure = async (
  what: string,
  parts: string,
  batch: Batch,
  { runs, warmUpMillis }: Effort
): Promise<Overhead> => {
  const [batches, warmUp] = [runs * 3, warmUpMillis * 2]
  for (const start = performance.now(); performance.now() - start < warmUp;) await batch(1000)
  const calls = Math.max(100, Math.round((batchMillis * 1e6) / (await timed(batch, 2000))))
  const all: Array<number> = []
  for (let index = 0; index < batches; index++) all.push(await timed(batch, calls))
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor((batches - 1) * share)] ?? 0)
  return { what, parts, nanos: at(0.5), from: at(0.25), to: at(0.75) }
}

/** Measures everything, one after another, in this process. */
export const overhead = async (
  effort: Effort,
  report: (doing: string) => void
): Promise<ReadonlyArray<Overhead>> => {
  const costs: Array<Overhead> = []
  for (const call of await makeCalls()) {
    report(`overhead: ${call[0]}`)
    costs.push(await measure(...call, effort))
  }
  return costs
}
