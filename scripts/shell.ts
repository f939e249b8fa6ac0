/** Running commands for the other scripts: what a person would paste, with its output kept. */
import { spawn } from "node:child_process"

/** How a command ended. */
export interface Ended {
  readonly ok: boolean
  /** What it wrote, stdout and stderr as they came. */
  readonly output: string
  readonly seconds: number
}

/** A child that is still running at its limit is stopped. */
const stopAfter = (child: ReturnType<typeof spawn>, seconds: number) =>
  setTimeout(() => child.kill("SIGKILL"), seconds * 1000)

/** Runs a command line in the project's folder; npm has put `node_modules/.bin` first in the PATH. */
export const run = (
  command: string,
  options: {
    readonly env?: Readonly<Record<string, string>>
    readonly seconds?: number
    readonly cwd?: string
  } = {}
): Promise<Ended> =>
  new Promise((resolve) => {
    const start = performance.now()
    const limit = options.seconds ?? 600
    const child = spawn(command, {
      shell: true,
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"]
    })
    const timer = stopAfter(child, limit)
    let output = ""
    child.stdout.on("data", (chunk) => (output += chunk))
    child.stderr.on("data", (chunk) => (output += chunk))
    child.on("close", (code, signal) => {
      clearTimeout(timer)
      const seconds = (performance.now() - start) / 1000
      const late = signal === "SIGKILL" && seconds >= limit ? `\nstopped after ${limit} s` : ""
      resolve({ ok: code === 0, output: output.trim() + late, seconds })
    })
  })

/** Does the work for each item, two at a time, and keeps the order of the items. */
export const inPairs = async <A, B>(
  items: ReadonlyArray<A>,
  work: (item: A) => Promise<B>
): Promise<ReadonlyArray<B>> => {
  const results: Array<B> = []
  const left = items.entries()
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item)
  }
  await Promise.all([worker(), worker()])
  return results
}
