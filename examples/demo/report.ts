/** What the demo tells in the end: a table per vendor, and why records were not delivered. */
import type { Effort } from "./meter.ts"
import type { Fate } from "./record.ts"

/** One vendor's line. Waits are milliseconds between attempts, queue included. */
export interface Row {
  readonly vendor: string
  readonly records: number
  readonly calls: number
  readonly attempts: number
  readonly waits: number
  readonly delivered: number
  readonly warned: number
  readonly refused: number
  readonly unknown: number
  readonly reasons: ReadonlyArray<{
    readonly outcome: string
    readonly why: string
    readonly count: number
    readonly first: string
    readonly remedy: string
  }>
}

const reasonsOf = (fates: ReadonlyArray<Fate>): Row["reasons"] => {
  const groups = new Map<string, Row["reasons"][number]>()
  for (const { id, outcome, remedy = "", why = "no reason given" } of fates) {
    if (outcome === "delivered") continue
    // Each unreadable line has a remedy of its own; the first stands for all.
    const key = `${outcome} ${why}`
    const group = groups.get(key) ?? { outcome, why, count: 0, first: id, remedy }
    groups.set(key, { ...group, count: group.count + 1 })
  }
  return [...groups.values()].toSorted((one, other) => other.count - one.count)
}

/** Adds up the fates of one vendor. */
export const row = (vendor: string, fates: ReadonlyArray<Fate>, effort: Effort): Row => {
  const count = (outcome: Fate["outcome"]) => fates.filter((fate) => fate.outcome === outcome).length
  return {
    vendor,
    records: fates.length,
    calls: effort.calls,
    attempts: effort.attempts,
    waits: Math.max(0, Math.round(effort.callMillis - effort.attemptMillis)),
    delivered: count("delivered"),
    warned: count("warned"),
    refused: count("refused"),
    unknown: count("unknown"),
    reasons: reasonsOf(fates)
  }
}

const columns = [
  "vendor",
  "records",
  "calls",
  "attempts",
  "waits",
  "delivered",
  "warned",
  "refused",
  "unknown"
] as const

const cell = (row: Row, column: (typeof columns)[number]): string =>
  column === "waits" ? `${(row.waits / 1000).toFixed(1)} s` : String(row[column])

/** The table as text; `strong` marks the head on a terminal. */
export const text = (rows: ReadonlyArray<Row>, strong: (line: string) => string): string => {
  const head = columns.map((column) => (column === "warned" ? "with warnings" : column))
  const cells = [head, ...rows.map((one) => columns.map((column) => cell(one, column)))]
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => (line[at] ?? "").length)))
  const lines = cells.map((line) =>
    line
      .map((value, at) => (at === 0 ? value.padEnd(widths[at] ?? 0) : value.padStart(widths[at] ?? 0)))
      .join("  ")
  )
  const reasons = rows.flatMap(({ reasons, vendor }) =>
    reasons.map(
      ({ count, first, outcome, remedy, why }) =>
        `  ${vendor}: ${count} ${outcome}, ${why} (first: ${first})${remedy === "" ? "" : `. ${remedy}`}`
    )
  )
  return [strong(lines[0] ?? ""), ...lines.slice(1), "", "Not simply delivered:", ...reasons].join("\n")
}
