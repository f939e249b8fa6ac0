/** What a call costs that is answered at once: real HTTP on this machine, to a server in another process. */
import { alternate, type Cost, costOf, type Entry, type Measured } from "../processes/alternate.ts"
import { start } from "../processes/child.ts"
import type { Effort } from "../processes/effort.ts"
import { expects, type Shape, shapes, type Target } from "./shapes.ts"

/** What a contender takes care of besides the request, and what it is made of. */
interface Made {
  readonly parts: string
  readonly module: string
  readonly options?: object
}

/** Everything that is measured, by name. */
export const contenders = {
  undici: { parts: "nothing", module: "undici.ts" },
  fetch: { parts: "nothing", module: "fetch.ts" },
  axios: { parts: "nothing", module: "axios.ts", options: { retries: false } },
  "axios-retry": { parts: "retry, timeout", module: "axios.ts", options: { retries: true } },
  got: { parts: "retry, timeout", module: "got.ts" },
  ky: { parts: "retry, timeout", module: "ky.ts" },
  cockatiel: { parts: "retry, breaker, timeout", module: "cockatiel.ts" },
  effect: { parts: "retry, timeout, schema", module: "effect.ts" },
  "faultline-bare": {
    parts: "failures, credentials, schema",
    module: "faultline.ts",
    options: { face: "bare" }
  },
  faultline: { parts: "all stages", module: "faultline.ts", options: { face: "fiber" } },
  "faultline-promise": { parts: "all stages", module: "faultline.ts", options: { face: "promise" } }
} as const satisfies Readonly<Record<string, Made>>

/** Calls at once. */
export const concurrencies = [1, 64] as const

/** What the calls of one contender cost. */
export interface CallCost extends Cost {
  readonly contender: string
  readonly shape: Shape
  readonly concurrency: number
}

/** All runs of one cell of the table. */
export interface CallRuns extends Measured {
  readonly shape: Shape
  readonly concurrency: number
}

/** The costs of runs. */
export const costs = (all: ReadonlyArray<CallRuns>): ReadonlyArray<CallCost> =>
  all.map((measured) => {
    const { concurrency, contender, shape } = measured
    return { contender, shape, concurrency, ...costOf(measured) }
  })

const entries = (target: Target): ReadonlyArray<Entry> =>
  Object.entries<Made>(contenders).map(([contender, { module, options }]) => ({
    contender,
    module: new URL(`contenders/${module}`, import.meta.url),
    options: { ...target, ...options },
    expects: expects[target.shape]
  }))

/** Measures all contenders, one shape and concurrency after the other. */
export const calls = async (
  effort: Effort,
  report: (doing: string) => void
): Promise<ReadonlyArray<CallRuns>> => {
  const server = await start("the server", new URL("server.ts", import.meta.url))
  const all: Array<CallRuns> = []
  try {
    for (const shape of shapes) {
      for (const concurrency of concurrencies) {
        const target = { shape, concurrency, base: String(server.ready) }
        const measured = await alternate(entries(target), effort, (contender, run) =>
          report(`${shape}, ${concurrency} at once: ${contender}, run ${run} of ${effort.runs}`)
        )
        all.push(...measured.map((one) => ({ shape, concurrency, ...one })))
      }
    }
  } finally {
    server.end()
  }
  return all
}
