/**
 * What the outbox's store does in a file of SQLite, by itself: `npm run example bench/outbox/sqlite.ts`. Each load has a process and a
 * file of its own; the figures are medians of five runs. Where `strace` is installed, `--fsyncs` counts how often a record waits for the
 * disk, and `--delay` makes each of these waits 3 ms longer. `--million` fills and drains a million. `DIR` names the disk.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { median } from "../processes/median.ts"
import type { Measured } from "./sqliteLoad.ts"

const load = fileURLToPath(new URL("./sqliteLoad.ts", import.meta.url))
const flags = process.argv.slice(2)
const runs = flags.includes("--quick") ? 1 : 5

const node = [process.execPath, "--conditions=@faultline/source", load]
const syncs = "fsync,fdatasync"
const traced = (log: string): ReadonlyArray<string> => [
  "strace",
  "-f",
  "-o",
  log,
  "-e",
  `trace=${syncs},access`,
  ...(flags.includes("--delay") ? ["-e", `inject=${syncs}:delay_exit=3000`] : [])
]

/** How often the disk was waited for between the two marks that a load leaves. */
const waitsIn = (log: string): number => {
  const lines = readFileSync(log, "utf8").split("\n")
  const mark = (word: string): number => lines.findIndex((line) => line.includes(`/faultline-${word}`))
  return lines.slice(mark("begin"), mark("end")).filter((line) => /f(data)?sync\(/.test(line)).length
}

const once = (name: string): Measured & { readonly waits?: number } => {
  const folder = mkdtempSync(join(process.env["DIR"] ?? tmpdir(), "faultline-bench-"))
  const log = join(folder, "strace")
  const isTraced = flags.includes("--fsyncs") || flags.includes("--delay")
  const line = [...(isTraced ? traced(log) : []), ...node, name, join(folder, "outbox.db")]
  const { status, stderr, stdout } = spawnSync(line[0] ?? "", line.slice(1), {
    encoding: "utf8",
    maxBuffer: 1e8
  })
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`)
  const measured: Measured = JSON.parse(stdout)
  const waits = isTraced ? { waits: waitsIn(log) } : {}
  rmSync(folder, { recursive: true })
  return { ...measured, ...waits }
}

const shown = (name: string): object => {
  const all = Array.from({ length: name === "million" ? 1 : runs }, () => once(name))
  const of = (pick: (one: ReturnType<typeof once>) => number | undefined): number | undefined => {
    const values = all.map(pick).filter((value) => value !== undefined)
    return values.length === 0 ? undefined : median(values)
  }
  const share = of(({ busy }) => busy) ?? 0
  return {
    "records/s": Math.round(of(({ records, seconds }) => records / seconds) ?? 0),
    "µs of CPU a record": Number((of(({ cpu, records }) => (cpu * 1e6) / records) ?? 0).toFixed(1)),
    "loop busy %": Number((share * 100).toFixed(1)),
    "longest gap ms": Number((of(({ gap }) => gap) ?? 0).toFixed(1)),
    "waits a record": of(({ records, waits }) => (waits === undefined ? undefined : waits / records)),
    "bytes a record": of(({ bytes }) => bytes && Math.round(bytes)),
    note: all[0]?.note
  }
}

const loads = ["one", "callers", "all", "again", "batches", "single"]
const wanted = flags.includes("--million") ? ["million"] : loads
console.table(Object.fromEntries(wanted.map((name) => [name, shown(name)])))
