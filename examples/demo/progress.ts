/** The progress of a run: one line that is rewritten on a terminal, a line now and then in a pipe. It goes to stderr. */
import { Effect } from "effect"

const width = 24

/** A bar of `done` out of `total`. */
export const bar = (done: number, total: number): string => {
  const full = total === 0 ? width : Math.round((done / total) * width)
  return `${"█".repeat(full)}${"·".repeat(width - full)}`
}

/** Shows how many of `total` records have met their fate. */
export const progress = (total: number, quiet: boolean) => {
  const live = process.stderr.isTTY
  const counts = new Map<string, number>()
  let done = 0
  let reported = 0
  const vendors = () => [...counts].map(([vendor, count]) => `${vendor} ${count}`).join("  ")
  return {
    step: (vendor: string): Effect.Effect<void> =>
      Effect.sync(() => {
        done += 1
        counts.set(vendor, (counts.get(vendor) ?? 0) + 1)
        if (quiet) return
        if (live) process.stderr.write(`\r\u001b[K${bar(done, total)} ${done}/${total}  ${vendors()}`)
        else if (done - reported >= total / 4 || done === total) {
          reported = done
          process.stderr.write(`${done} of ${total} records: ${vendors()}\n`)
        }
      }),
    end: Effect.sync(() => {
      if (live && !quiet) process.stderr.write("\n")
    })
  }
}
