/** What was measured, as tables: one row for each group of cells, with its mean and its worst cell. */
import type { Table } from "../../table.ts"
import { families, type Family } from "./cells.ts"
import type { Measured } from "./measure.ts"

type Column = readonly [head: string, value: (cells: ReadonlyArray<Measured>) => string]

const share = ({ ok, possible }: Measured): number => (100 * ok) / Math.max(1, possible)
const most = (of: (cell: Measured) => number, digits: number) => (cells: ReadonlyArray<Measured>) =>
  Math.max(...cells.map(of)).toFixed(digits)
const least = (of: (cell: Measured) => number, digits: number) => (cells: ReadonlyArray<Measured>) =>
  Math.min(...cells.map(of)).toFixed(digits)

/** The worst cell, named by what the group leaves open. */
const worst = (cells: ReadonlyArray<Measured>): string => {
  const [first, ...others] = cells
  if (first === undefined) return ""
  const { headers, how, model, outage, rtt, timeout } = others.reduce(
    (low, cell) => (share(cell) < share(low) ? cell : low),
    first
  )
  return outage > 0 ? `${how}, timeout ${timeout}, rtt ${rtt}` : `${model}, ${headers}, rtt ${rtt}`
}

const answered: ReadonlyArray<Column> = [
  [
    "mean %",
    (cells) => (cells.reduce((sum, cell) => sum + share(cell), 0) / Math.max(1, cells.length)).toFixed(1)
  ],
  ["worst %", least(share, 1)],
  ["worst cell", worst],
  ["sent / accepted", most(({ amplification }) => amplification, 3)]
]

const fairness: Column = ["Jain", least(({ jain }) => jain, 2)]
const refusals: Column = ["refused %", most(({ refused }) => 100 * refused, 2)]
const back: Column = ["recovery s", most(({ recovery }) => recovery, 0)]
const probing: Column = ["probes / s", most(({ probes }) => probes, 1)]

interface Grouped {
  readonly title: string
  readonly by: ReadonlyArray<keyof Measured>
  readonly columns: ReadonlyArray<Column>
}

const grouped: { readonly [F in Family]: Grouped } = {
  load: {
    title: "More calls than a limit of 50 a second",
    by: ["lasts", "clients", "load", "headers"],
    columns: [...answered, fairness]
  },
  latecomer: {
    title: "The last client joins 10 s later; fairness in the last 20 s",
    by: ["clients", "headers"],
    columns: [...answered, fairness]
  },
  declared: {
    title: "A declared quota of 50 a second",
    by: ["headers", "rtt"],
    columns: [...answered, refusals]
  },
  outage: {
    title: "Outages, at 100 of 150 calls a second",
    by: ["clients", "outage"],
    columns: [...answered, back, probing]
  },
  brownout: {
    title: "A tenth of the capacity",
    by: ["clients", "outage", "load"],
    columns: [...answered, back]
  },
  cold: {
    title: "10 s of outage, then 5 s from a tenth of the capacity to all of it",
    by: ["clients", "load"],
    columns: [...answered, back]
  },
  vendors: {
    title: "The vendors' own pipelines",
    by: ["vendor", "outage", "load", "how", "headers"],
    columns: [...answered, refusals, back, probing]
  }
}

/** One table for each family. */
export const tables = (measured: ReadonlyArray<Measured>): ReadonlyArray<Table> =>
  families.flatMap((family) => {
    const cells = measured.filter((cell) => cell.family === family)
    if (cells.length === 0) return []
    const { by, columns, title } = grouped[family]
    const groups = Map.groupBy(cells, (cell) => by.map((field) => String(cell[field])).join(" "))
    return {
      title,
      head: [...by, ...columns.map(([head]) => head)],
      words: by.length,
      rows: [...groups.values()].map((group) => [
        ...by.map((field) => String(group[0]?.[field] ?? "")),
        ...columns.map(([, value]) => value(group))
      ])
    }
  })
