/** Plays seeds one after another on all processors, and prints a line for each that breaks something. */
import { availableParallelism } from "node:os"
import { parentPort, Worker } from "node:worker_threads"

/** Which seeds: so many from the first on, or as many as there is time for. */
export interface Span {
  readonly from: number
  readonly count?: number
  readonly seconds?: number
}

/** The part of one worker: every `step`th seed from `first` on, until `last` or until `ends` (ms since 1970). */
export interface Share {
  readonly first: number
  readonly step: number
  readonly last: number
  readonly ends: number
}

/** What a worker says before and after each seed. */
type Message = { readonly began: number } | { readonly ended: number; readonly lines: ReadonlyArray<string> }

const say = (message: Message) =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message)

/** The work of a worker. */
export const work = async (
  { ends, first, last, step }: Share,
  verdictOn: (seed: number) => Promise<ReadonlyArray<string>>
): Promise<void> => {
  for (let seed = first; seed <= last && Date.now() < ends; seed += step) {
    say({ began: seed })
    say({ ended: seed, lines: await verdictOn(seed) })
  }
}

/** A seed that keeps a processor busy for so long does not end. */
const stalled = 60_000

/** How the run is shown and told. */
interface Options {
  /** The script whose workers call `work`. */
  readonly script: URL
  /** The command that plays one seed again. */
  readonly replay: (seed: number) => string
}

/** Starts a worker; ends with its work, or when one seed takes for ever. */
const runWorker = (script: URL, share: Share, on: (message: Message) => void): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    let seed = share.first
    let since = Date.now()
    const worker = new Worker(script, { workerData: share })
    const watch = setInterval(() => {
      if (Date.now() - since < stalled) return
      clearInterval(watch)
      void worker.terminate().then(() => resolve(seed))
    }, 1_000)
    worker.on("message", (message: Message) => {
      since = Date.now()
      if ("began" in message) seed = message.began
      on(message)
    })
    worker.on("error", (error) => {
      clearInterval(watch)
      reject(error)
    })
    worker.on("exit", () => {
      clearInterval(watch)
      resolve(undefined)
    })
  })

/** Plays all seeds; whether nothing was broken. */
export const playAll = async (
  { count, from, seconds }: Span,
  { replay, script }: Options
): Promise<boolean> => {
  const [workers, start] = [Math.min(count ?? Infinity, availableParallelism()), performance.now()]
  const last = count === undefined ? Number.MAX_SAFE_INTEGER : from + count - 1
  const ends = seconds === undefined ? Infinity : Date.now() + seconds * 1000
  let [done, failed] = [0, 0]
  const show = (text: string) => process.stdout.isTTY && process.stdout.write(`\r\u001b[K${text}`)
  const fail = (line: string) => {
    show("")
    console.log(line)
    failed++
  }
  const on = (message: Message) => {
    if ("began" in message) return
    done++
    message.lines.forEach(fail)
    const passed = (performance.now() - start) / 1000
    const left = seconds === undefined ? (last - from + 1 - done) / (done / passed) : seconds - passed
    const all = count === undefined ? "" : ` of ${count}`
    if (done % 10 === 0)
      show(
        `${done}${all} seeds, ${failed} failed, ${(done / passed).toFixed(1)}/s, ${Math.max(0, Math.ceil(left))} s to go`
      )
  }
  const run = async (first: number): Promise<void> => {
    const hung = await runWorker(script, { first, last, ends, step: workers }, on)
    if (hung === undefined) return
    fail(`${replay(hung)}   # it has not ended after ${stalled / 1000} s`)
    await run(hung + workers)
  }
  await Promise.all(Array.from({ length: workers }, (_, index) => run(from + index)))
  show("")
  console.log(
    `${done} seeds from ${from} in ${((performance.now() - start) / 1000).toFixed(1)} s, ${failed} failed`
  )
  return failed === 0 && (count === undefined || done === count)
}
