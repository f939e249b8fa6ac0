/** What was measured: the rows of each part, and on what. `bench/results.json` holds them for the page. */
import { availableParallelism, cpus } from "node:os"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { format, resolveConfig } from "prettier"
import type { BulkCost } from "./bulk/bulk.ts"
import type { CallCost } from "./calls/calls.ts"
import type { TelemetryCost } from "./calls/telemetry.ts"
import type { Overhead } from "./overhead/overhead.ts"
import type { Size } from "./size/size.ts"
import type { Startup } from "./startup/startup.ts"
import type { Fared } from "./storms/storms.ts"

/** The rows of all parts. */
export interface Rows {
  readonly calls: ReadonlyArray<CallCost>
  readonly bulk: ReadonlyArray<BulkCost>
  readonly telemetry: ReadonlyArray<TelemetryCost>
  readonly size: ReadonlyArray<Size>
  readonly startup: ReadonlyArray<Startup>
  readonly overhead: ReadonlyArray<Overhead>
  readonly ratelimit: ReadonlyArray<Fared>
  readonly brownout: ReadonlyArray<Fared>
}

export type PartName = keyof Rows

/** What it was measured on. */
export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly node: string
  readonly platform: string
}

/** This machine. */
export const machine = (): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() ?? "unknown",
  node: process.version,
  platform: `${process.platform} ${process.arch}`
})

/** The parts that the page shows. */
export const shown = ["calls", "bulk", "telemetry", "size", "startup", "overhead"] as const
export type Shown = (typeof shown)[number]

/** A part as it is kept. */
export interface Kept<Part extends PartName> {
  readonly machine: Machine
  readonly runs: number
  readonly runMillis: number
  readonly rows: Rows[Part]
}

/** What is kept of the parts that were measured. */
export type Results = { readonly [Part in Shown]?: Kept<Part> }

const path = "bench/results.json"

/** What was kept last. */
export const readResults = (): Results => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {})

/** A text as Prettier has it, so that what is written here passes the check of the format. */
export const formatted = async (text: string, file: string): Promise<string> =>
  format(text, { ...(await resolveConfig(file)), filepath: file })

/** Keeps the parts that were measured, and leaves the others as they were. */
export const keep = async (measured: Results): Promise<void> => {
  const results: Results = { ...readResults(), ...measured }
  const ordered = Object.fromEntries(shown.flatMap((part) => (results[part] ? [[part, results[part]]] : [])))
  writeFileSync(path, await formatted(JSON.stringify(ordered), path))
}
