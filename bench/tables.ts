/** All parts as tables. */
import { contenders } from "./bulk/bulk.ts"
import { callTables, telemetryTables } from "./calls/tables.ts"
import type { PartName, Rows } from "./results.ts"
import { scenarios } from "./storms/scenarios.ts"
import { listed, type Table, thousands } from "./table.ts"

const bulkTables = (rows: Rows["bulk"]): ReadonlyArray<Table> =>
  (["braze", "m3ter"] as const).map((vendor) => {
    const mine = rows.filter((row) => row.vendor === vendor)
    const ours = mine.find(({ contender }) => contender === "faultline")
    const winners = mine.filter(({ cpuMicros }) => cpuMicros < (ours?.cpuMicros ?? 0))
    return {
      title: { braze: "Braze: events, 75 in a request", m3ter: "m3ter: measurements, 1,000 in a request" }[
        vendor
      ],
      head: ["", "takes care of", "records/s", "CPU µs per record"],
      words: 2,
      rows: mine.map(({ contender, cpuMicros, rps }) => [
        contender,
        Object.entries(contenders).find(([name]) => name === contender)?.[1].parts ?? "",
        thousands(rps),
        thousands(cpuMicros)
      ]),
      notes: [
        `Less CPU per record than faultline: ${listed(winners.map(({ contender }) => contender)) || "no peer"}.`
      ]
    }
  })

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

const sizeTables = (rows: Rows["size"]): ReadonlyArray<Table> => [
  {
    title: "A program that calls one operation, minified",
    head: ["", "kB", "kB, gzip"],
    words: 1,
    rows: rows.map(({ bytes, contender, gzipBytes }) => [contender, kilobytes(bytes), kilobytes(gzipBytes)])
  }
]

const startupTables = (rows: Rows["startup"]): ReadonlyArray<Table> => {
  const find = (name: string, step: string) => rows.find((row) => row.contender === name && row.step === step)
  return [
    {
      title: "From nothing to a program that can call",
      head: ["", "import, ms", "tsc, ms", "type instantiations"],
      words: 1,
      rows: [...new Set(rows.map(({ contender }) => contender))].map((name) => {
        const [loaded, compiled] = [find(name, "import"), find(name, "tsc")]
        const cell = (value: number | undefined) => (value === undefined ? "" : thousands(value))
        return [name, cell(loaded?.millis), cell(compiled?.millis), cell(compiled?.instantiations)]
      })
    }
  ]
}

const overheadTables = (rows: Rows["overhead"]): ReadonlyArray<Table> => [
  {
    title: "A call where nothing fails and nothing is sent",
    head: ["", "takes care of", "CPU ns", "middle half"],
    words: 2,
    rows: rows.map(({ from, nanos, parts, to, what }) => [
      what,
      parts,
      thousands(nanos),
      `${thousands(from)}–${thousands(to)}`
    ])
  }
]

const stormTables = (part: "ratelimit" | "brownout", rows: Rows["brownout"]): ReadonlyArray<Table> => [
  {
    title: scenarios[part].says,
    head: ["", "ok", "traffic", ...(part === "brownout" ? ["recovery"] : [])],
    words: 1,
    rows: rows.map(({ client, ok, recovery, traffic }) => [
      client,
      `${(ok * 100).toFixed(1)} %`,
      `${traffic.toFixed(2)}×`,
      ...(part === "brownout" ? [recovery === null ? "never" : `${recovery} s`] : [])
    ])
  }
]

/** The tables of each part. */
export const tables: { readonly [Part in PartName]: (rows: Rows[Part]) => ReadonlyArray<Table> } = {
  calls: callTables,
  bulk: bulkTables,
  telemetry: telemetryTables,
  size: sizeTables,
  startup: startupTables,
  overhead: overheadTables,
  ratelimit: (rows) => stormTables("ratelimit", rows),
  brownout: (rows) => stormTables("brownout", rows)
}
